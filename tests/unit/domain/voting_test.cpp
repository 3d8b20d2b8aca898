#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

struct Voting : workshop {
    cast_ballot ballot(std::uint8_t stamp, std::uint32_t counter, domain::ballot content) const {
        return {{"vote"}, stamp_nr(stamp), counter, std::move(content)};
    }
    void choose_between(std::vector<std::string> items) {
        start_with({vote("vote", single_choice_rules{}, std::move(items))});
        open("vote");
    }
};

TEST_F(Voting, ABallotIsReplacedByALaterOneWithTheSameStamp) {
    choose_between({"A", "B"});
    does(ballot(1, 1, single_choice_ballot{0}));
    does(ballot(1, 2, single_choice_ballot{1}));
    close("vote");
    state.head.settings.open_small_group = true;
    const auto result = std::get<single_choice_result>(*published_result(state, state.agenda[0]));
    EXPECT_EQ(result.counts, (std::vector{0, 1}));
    EXPECT_EQ(result.ballots, 1);
}

using AnonymityRule4 = Voting;

TEST_F(AnonymityRule4, ALateResendOfABallotChangesNothing) {
    choose_between({"A", "B"});
    does(ballot(1, 2, single_choice_ballot{1}));
    EXPECT_TRUE(does(ballot(1, 1, single_choice_ballot{0})).empty());
    EXPECT_TRUE(does(ballot(1, 2, single_choice_ballot{0})).empty());
    EXPECT_EQ(state.agenda[0].ballots.at(stamp_nr(1)).ballot, domain::ballot{single_choice_ballot{1}});
}

TEST_F(AnonymityRule4, AResendOfABallotIsReceivedEvenAfterTheRound) {
    choose_between({"A", "B"});
    does(ballot(1, 1, single_choice_ballot{1}));
    close("vote");
    EXPECT_TRUE(does(ballot(1, 1, single_choice_ballot{1})).empty());
    EXPECT_EQ(refused(ballot(1, 2, single_choice_ballot{0})), refusal::activity_not_open);
}

using AnonymityRule9 = Voting;

TEST_F(AnonymityRule9, AClosedVoteCannotBeOpenedAgain) {
    choose_between({"A", "B"});
    close("vote");
    EXPECT_EQ(refused(open_activity{{"vote"}}), refusal::activity_closed_for_good);
    EXPECT_EQ(refused(ballot(1, 1, single_choice_ballot{0})), refusal::activity_not_open);
}

TEST_F(AnonymityRule9, NoResultLeavesARunningRound) {
    choose_between({"A", "B"});
    for (std::uint8_t n = 1; n <= 9; ++n) does(ballot(n, 1, single_choice_ballot{0}));
    EXPECT_FALSE(published_result(state, state.agenda[0]));
    close("vote");
    EXPECT_TRUE(published_result(state, state.agenda[0]));
}

TEST_F(Voting, ABallotOfAnotherMethodOrItemIsRefused) {
    choose_between({"A", "B"});
    EXPECT_EQ(refused(ballot(1, 1, dots_ballot{{{0, 1}}})), refusal::ballot_of_other_method);
    EXPECT_EQ(refused(ballot(1, 1, single_choice_ballot{2})), refusal::unknown_item);
    EXPECT_EQ(refused(ballot(1, 1, single_choice_ballot{-1})), refusal::unknown_item);
}

TEST_F(Voting, SlotsGoToVotesInTheOrderOfTheAgendaAndAnAddedVoteTakesTheNext) {
    start_with({vote("a", single_choice_rules{}, {"x"}), collect("ideas"), vote("b", dots_rules{}, {"x"})});
    EXPECT_EQ(state.find({"a"})->slot, 0);
    EXPECT_EQ(state.find({"b"})->slot, 1);
    EXPECT_FALSE(state.find({"ideas"})->slot);
    does(add_activity{vote("c", dots_rules{}, {"x"}), 0});
    EXPECT_EQ(state.find({"c"})->slot, 2);
}

struct ItemsFromCards : workshop {
    void SetUp() override {
        auto vote_on_cards = vote("vote", agree_disagree_rules{}, {});
        vote_on_cards.plan = vote_plan{agree_disagree_rules{}, item_source{{"ideas"}, item_source::kind::entries}};
        auto vote_on_clusters = vote("clusters", dots_rules{}, {});
        vote_on_clusters.plan = vote_plan{dots_rules{}, item_source{{"ideas"}, item_source::kind::clusters}};
        start_with({collect("ideas", {.sections = {}, .comments = true, .release = release::waves}), vote_on_cards,
                    vote_on_clusters});
        open("ideas");
    }
};

TEST_F(ItemsFromCards, AreFrozenCopiesSortedByIdWithoutCommentsRemovedAndWithdrawnOnes) {
    for (std::uint8_t n = 1; n <= 5; ++n) drop(n, "Karte " + std::to_string(n));
    comment(6, 1);
    does(remove_entry{{"ideas"}, entry_nr(2)});
    does(withdraw_entry{{"ideas"}, entry_nr(3), proof_nr(3), 1});
    does(edit_entry{{"ideas"}, entry_nr(4), proof_nr(4), 1, "Karte vier"});
    open("vote");
    EXPECT_EQ(state.find({"vote"})->items, (std::vector<std::string>{"Karte 1", "Karte vier", "Karte 5"}));
}

TEST_F(ItemsFromCards, OpeningAVoteClosesWhatItVotesOn) {
    drop(1);
    open("vote");
    EXPECT_EQ(state.find({"ideas"})->phase, phase::closed);
    EXPECT_TRUE(entry_at(1).shown);
    EXPECT_EQ(refused(card(2)), refusal::activity_not_open);
}

TEST_F(ItemsFromCards, AVoteOnNothingIsRefused) {
    EXPECT_EQ(refused(open_activity{{"vote"}}), refusal::no_items);
    drop(1);
    EXPECT_EQ(refused(open_activity{{"clusters"}}), refusal::no_items);
    does(add_cluster{{"ideas"}, cluster_nr(1), "Verkehr"});
    open("clusters");
    EXPECT_EQ(state.find({"clusters"})->items, std::vector<std::string>{"Verkehr"});
}

}  // namespace
}  // namespace klartext::domain
