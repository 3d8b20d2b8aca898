#include "domain/anonymity/waves.hpp"
#include "domain/anonymity/steps.hpp"
#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

struct Waves : workshop {
    void collect_with(release how) {
        start_with({collect("ideas", {.sections = {}, .comments = true, .release = how})});
        open("ideas");
    }
};

using AnonymityRule8 = Waves;

TEST_F(AnonymityRule8, CardsLeaveInWavesOfFiveSortedById) {
    collect_with(release::waves);
    for (const std::uint8_t n : {50, 10, 40, 20}) EXPECT_TRUE(shown_in(drop(n)).empty());
    EXPECT_EQ(shown_in(drop(30)), (std::vector{entry_nr(10), entry_nr(20), entry_nr(30), entry_nr(40), entry_nr(50)}));
    EXPECT_TRUE(shown_in(drop(60)).empty()) << "the next wave begins anew";
}

TEST_F(AnonymityRule8, FewerThanAWaveAreShownOnlyTwoMinutesAfterTheLastRelease) {
    collect_with(release::waves);
    drop(1);
    at.steady += std::chrono::seconds{119};
    EXPECT_EQ(refused(uncover{{"ideas"}}), refusal::too_soon);
    at.steady += std::chrono::seconds{1};
    EXPECT_EQ(shown_in(does(uncover{{"ideas"}})), std::vector{entry_nr(1)});
    EXPECT_EQ(refused(uncover{{"ideas"}}), refusal::nothing_waiting);
}

TEST_F(AnonymityRule8, TheEndOfTheActivityShowsWhatWaits) {
    collect_with(release::waves);
    drop(1);
    EXPECT_EQ(shown_in(does(close_activity{{"ideas"}})), std::vector{entry_nr(1)});
}

TEST_F(AnonymityRule8, OpeningAgainIsNoWayRoundTheTwoMinutes) {
    collect_with(release::waves);
    close("ideas");
    open("ideas");
    drop(1);
    at.steady += std::chrono::seconds{119};
    EXPECT_EQ(refused(close_activity{{"ideas"}}), refusal::too_soon);
    at.steady += std::chrono::seconds{1};
    EXPECT_EQ(shown_in(does(close_activity{{"ideas"}})), std::vector{entry_nr(1)});
    open("ideas");
    EXPECT_EQ(does(close_activity{{"ideas"}}).size(), 1u) << "nothing waits";
    open("ideas");
    drop(2);
    EXPECT_EQ(shown_in(does(close_session{})), std::vector{entry_nr(2)}) << "the end of the session waits for nobody";
}

TEST_F(AnonymityRule8, NeitherIsAVoteOnItsCards) {
    start_with({collect("ideas", {.sections = {}, .comments = true, .release = release::waves})});
    auto on_cards = vote("vote", agree_disagree_rules{}, {});
    on_cards.plan = vote_plan{agree_disagree_rules{}, item_source{{"ideas"}, item_source::kind::entries}};
    does(add_activity{on_cards, std::nullopt});
    open("ideas");
    close("ideas");
    open("ideas");
    drop(1);
    EXPECT_EQ(refused(open_activity{{"vote"}}), refusal::too_soon);
    at.steady += std::chrono::seconds{120};
    open("vote");
}

TEST_F(AnonymityRule8, ACardOfWhichNothingWillBeSeenIsNoCardOfTheWave) {
    collect_with(release::waves);
    for (std::uint8_t n = 1; n <= 4; ++n) {
        drop(n);
        comment(static_cast<std::uint8_t>(n + 20), n);
        does(withdraw_entry{
            {"ideas"}, entry_nr(static_cast<std::uint8_t>(n + 20)), proof_nr(static_cast<std::uint8_t>(n + 20)), 1});
        does(withdraw_entry{{"ideas"}, entry_nr(n), proof_nr(n), 1});
    }
    EXPECT_TRUE(shown_in(drop(5)).empty()) << "it would be alone";
}

TEST_F(AnonymityRule8, CommentsKeepNoCardWaiting) {
    collect_with(release::waves);
    for (std::uint8_t n = 1; n <= 5; ++n) drop(n);
    drop(6);
    at.steady += std::chrono::seconds{100};
    comment(7, 1);
    at.steady += std::chrono::seconds{20};
    EXPECT_EQ(shown_in(does(uncover{{"ideas"}})), std::vector{entry_nr(6)});
}

TEST_F(AnonymityRule8, CoveredCardsStayCoveredUntilTheFacilitatorUncoversThem) {
    collect_with(release::covered);
    for (std::uint8_t n = 1; n <= 12; ++n) EXPECT_TRUE(shown_in(drop(n)).empty());
    EXPECT_EQ(shown_in(does(uncover{{"ideas"}})).size(), 12u);
    for (std::uint8_t n = 13; n <= 16; ++n) EXPECT_TRUE(shown_in(drop(n)).empty());
    EXPECT_EQ(shown_in(drop(17)).size(), 5u) << "uncovered, it goes on in waves";
}

TEST_F(AnonymityRule8, LiveCardsAreShownAtOnce) {
    collect_with(release::live);
    EXPECT_EQ(shown_in(drop(1)), std::vector{entry_nr(1)});
}

TEST_F(AnonymityRule8, EditsAndWithdrawalsOfShownCardsLeaveWithTheNextRelease) {
    collect_with(release::waves);
    for (std::uint8_t n = 1; n <= 5; ++n) drop(n);
    EXPECT_TRUE(shown_in(does(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1, "besser"})).empty());
    EXPECT_TRUE(shown_in(does(withdraw_entry{{"ideas"}, entry_nr(2), proof_nr(2), 1})).empty());
    EXPECT_EQ(entry_at(1).text, "Mehr Bäume") << "what everybody still sees";
    for (const std::uint8_t n : {6, 7}) drop(n);
    EXPECT_EQ(shown_in(drop(8)), (std::vector{entry_nr(1), entry_nr(2), entry_nr(6), entry_nr(7), entry_nr(8)}));
    EXPECT_EQ(entry_at(1).text, "besser");
    EXPECT_EQ(entry_at(2).standing, standing::withdrawn);
}

TEST_F(AnonymityRule8, CommentsAreLiveOnceTheirCardIsShown) {
    collect_with(release::waves);
    for (std::uint8_t n = 1; n <= 5; ++n) drop(n);
    EXPECT_EQ(shown_in(comment(6, 1)), std::vector{entry_nr(6)});
}

TEST_F(AnonymityRule8, ACommentOnAWaitingCardAppearsWithIt) {
    collect_with(release::waves);
    drop(1);
    EXPECT_TRUE(shown_in(comment(9, 1)).empty());
    for (const std::uint8_t n : {2, 3, 4}) EXPECT_TRUE(shown_in(drop(n)).empty()) << "a comment is no card of the wave";
    EXPECT_EQ(shown_in(drop(5)).size(), 6u);
}

TEST_F(AnonymityRule8, ACardThatIsWithdrawnBeforeItsWaveIsNeverShown) {
    collect_with(release::waves);
    for (std::uint8_t n = 1; n <= 4; ++n) drop(n);
    does(withdraw_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1});
    EXPECT_TRUE(shown_in(drop(5)).empty()) << "four wait";
    EXPECT_EQ(shown_in(drop(6)), (std::vector{entry_nr(2), entry_nr(3), entry_nr(4), entry_nr(5), entry_nr(6)}));
}

TEST(AnonymityRule9Steps, WhatIsInIsToldInStepsOfFiveOrWhenEverybodyHasVoted) {
    EXPECT_EQ(announced_ballots(4, 20), 0);
    EXPECT_EQ(announced_ballots(14, 20), 10);
    EXPECT_EQ(announced_ballots(18, 18), 18);
    EXPECT_EQ(announced_ballots(18, 17), 18);
    EXPECT_EQ(announced_ballots(3, 0), 0) << "nobody is there";
    EXPECT_EQ(announced_waiting(9), 5);
}

}  // namespace
}  // namespace klartext::domain
