#include "unit/minutes/minutes_of_votes.hpp"

namespace klartext::minutes::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(MinutesOfVotes, CountASingleChoice) {
    vote_on(single_choice_rules{});
    for (std::uint8_t n = 1; n <= 4; ++n) cast(n, single_choice_ballot{1});
    cast(5, single_choice_ballot{0});
    cast(6, single_choice_ballot{std::nullopt});
    close("vote");
    EXPECT_EQ(in_minutes().method, protocol::vote_method::single_choice);
    EXPECT_EQ(item<protocol::chosen>(0).count, 1);
    EXPECT_EQ(item<protocol::chosen>(1).count, 4);
    EXPECT_EQ(in_minutes().abstentions, 1);
    EXPECT_EQ(in_minutes().budget, 0);
    EXPECT_EQ(activity().ballots, 6);
}

TEST_F(MinutesOfVotes, CountDots) {
    vote_on(dots_rules{.budget = 4, .per_item = 3});
    for (std::uint8_t n = 1; n <= 4; ++n) cast(n, dots_ballot{{{0, 3}, {1, 1}}});
    cast(5, dots_ballot{{{1, 2}}});
    cast(6, dots_ballot{});
    close("vote");
    EXPECT_EQ(in_minutes().method, protocol::vote_method::dots);
    EXPECT_EQ(in_minutes().budget, 4);
    EXPECT_EQ(in_minutes().per_item, 3);
    EXPECT_EQ(item<protocol::dotted>(0).dots, 12);
    EXPECT_EQ(item<protocol::dotted>(0).ballots, 4);
    EXPECT_EQ(item<protocol::dotted>(1).dots, 6);
    EXPECT_EQ(item<protocol::dotted>(1).ballots, 5);
    EXPECT_EQ(in_minutes().abstentions, 1);
}

TEST_F(MinutesOfVotes, CountAgreePassAndDisagree) {
    vote_on(agree_disagree_rules{});
    for (std::uint8_t n = 1; n <= 3; ++n) cast(n, agree_disagree_ballot{{{0, stance::agree}}});
    cast(4, agree_disagree_ballot{{{0, stance::disagree}, {1, stance::pass}}});
    cast(5, agree_disagree_ballot{{{0, stance::disagree}, {1, stance::agree}}});
    cast(6, agree_disagree_ballot{});
    close("vote");
    EXPECT_EQ(in_minutes().method, protocol::vote_method::agree_disagree);
    const auto first = item<protocol::judged>(0);
    EXPECT_THAT((std::vector{first.agree, first.pass, first.disagree}), ElementsAre(3, 0, 2));
    const auto second = item<protocol::judged>(1);
    EXPECT_THAT((std::vector{second.agree, second.pass, second.disagree}), ElementsAre(1, 1, 0));
    EXPECT_EQ(in_minutes().abstentions, 1);
}

TEST_F(MinutesOfVotes, KeepTheItemsInTheOrderInWhichTheyWereShown) {
    vote_on(single_choice_rules{}, {"Z", "A", "M"});
    for (std::uint8_t n = 1; n <= 5; ++n) cast(n, single_choice_ballot{2});
    close("vote");
    EXPECT_THAT(item_texts(), ElementsAre("Z", "A", "M"));
}

TEST_F(MinutesOfVotes, KeepTheItemsAsTheyWereFrozenAndNameTheirSource) {
    start_with({collect("ideas", {.release = release::live}),
                {{"vote"}, "Abstimmung", "", std::nullopt, vote_plan{single_choice_rules{}, item_source{{"ideas"}}}}});
    open("ideas");
    for (const std::uint8_t n : {3, 1, 2}) drop(n, "Karte " + std::to_string(n));
    EXPECT_THAT(item_texts(1), IsEmpty()) << "not opened yet";
    open("vote");
    does(remove_entry{{"ideas"}, entry_nr(2)});
    EXPECT_THAT(item_texts(1), ElementsAre("Karte 1", "Karte 2", "Karte 3"));
    ASSERT_TRUE(in_minutes(1).source);
    EXPECT_EQ(in_minutes(1).source->title, "Ideen");
    EXPECT_EQ(in_minutes(1).source->taken, protocol::taken::entries);
}

TEST_F(MinutesOfVotes, OfAVoteWithoutBallotsShowThatNobodyVoted) {
    vote_on(single_choice_rules{});
    close("vote");
    EXPECT_FALSE(in_minutes().withheld);
    EXPECT_EQ(item<protocol::chosen>(0).count, 0);
    EXPECT_EQ(activity().ballots, 0);
}

using AnonymityRule9 = MinutesOfVotes;

TEST_F(AnonymityRule9, APreviewOfTheMinutesShowsOfARunningVoteOnlyStepsOfFive) {
    vote_on(single_choice_rules{});
    for (std::uint8_t n = 1; n <= 9; ++n) cast(n, single_choice_ballot{});
    EXPECT_TRUE(names_no_number());
    EXPECT_FALSE(in_minutes().withheld);
    EXPECT_TRUE(in_minutes().running);
    EXPECT_EQ(activity().ballots, 5);
    EXPECT_THAT(item_texts(), ElementsAre("Parks", "Bänke"));
    close("vote");
    EXPECT_FALSE(in_minutes().running);
    EXPECT_EQ(activity().ballots, 9);
    EXPECT_EQ(in_minutes().abstentions, 9);
}

using AnonymityRule10 = MinutesOfVotes;

TEST_F(AnonymityRule10, AWithheldResultHasNoNumbers) {
    for (const method_rules& rules :
         std::vector<method_rules>{single_choice_rules{}, dots_rules{}, agree_disagree_rules{}}) {
        state = {};
        vote_on(rules);
        const auto blank = rules.index() == 0   ? domain::ballot{single_choice_ballot{}}
                           : rules.index() == 1 ? domain::ballot{dots_ballot{}}
                                                : domain::ballot{agree_disagree_ballot{}};
        for (std::uint8_t n = 1; n <= 4; ++n) cast(n, blank);
        close_session_of();
        EXPECT_TRUE(in_minutes().withheld);
        EXPECT_TRUE(names_no_number()) << "abstentions are numbers, too";
        EXPECT_THAT(item_texts(), ElementsAre("Parks", "Bänke"));
    }
}

TEST_F(AnonymityRule10, AnOpenSmallGroupSeesItsResultAndTheMinutesSayWhy) {
    does(edit_session{{.title = "Auftakt", .open_small_group = true}});
    does(add_activity{vote("vote", single_choice_rules{}, {"Parks", "Bänke"}), std::nullopt});
    does(start_session{"Hinweis"});
    open("vote");
    cast(1, single_choice_ballot{0});
    close_session_of(3);
    EXPECT_TRUE(written().open_small_group);
    EXPECT_TRUE(in_minutes().open_small_group);
    EXPECT_FALSE(in_minutes().withheld);
    EXPECT_EQ(item<protocol::chosen>(0).count, 1);
}

}  // namespace
}  // namespace klartext::minutes::testing
