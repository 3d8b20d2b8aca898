#include "domain/anonymity/up_votes.hpp"
#include "domain/limits.hpp"
#include "unit/domain/workshop.hpp"

#include <gmock/gmock.h>

namespace klartext::domain {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using numbers = std::vector<std::uint8_t>;

/// Four cards that everybody sees, and seats that support some of them.
struct UpVotes : workshop {
    void SetUp() override { ask_with({.comments = true, .release = release::live, .up_votes = true}); }

    void ask_with(collect_plan plan) {
        state = {};
        start_with({collect("ideas", std::move(plan))});
        if (state.find({"ideas"})->phase == phase::planned) open("ideas");
        for (std::uint8_t n = 1; n <= 4; ++n) drop(n);
    }
    static cast_up_votes said(std::uint8_t seat, const numbers& cards, std::uint32_t counter = 1) {
        cast_up_votes made{{"ideas"}, stamp_nr(seat), counter, {}};
        for (const auto card : cards) made.entries.push_back(entry_nr(card));
        return made;
    }
    /// What is published by it, if anything.
    static std::optional<up_votes_counted> counted(const std::vector<change>& changes) {
        for (const auto& each : changes)
            if (const auto* found = std::get_if<up_votes_counted>(&each)) return *found;
        return std::nullopt;
    }
    std::optional<up_votes_counted> says(std::uint8_t seat, const numbers& cards, std::uint32_t counter = 1) {
        return counted(does(said(seat, cards, counter)));
    }
    /// Seats from 1 up support the first card.
    void support_first(std::uint8_t seats) {
        for (std::uint8_t seat = 1; seat <= seats; ++seat) says(seat, {1});
    }
    refusal not_counted() { return refused(count_up_votes{{"ideas"}}); }
    void two_minutes_pass() { at.steady += std::chrono::minutes{2}; }
    const activity& ideas() { return *state.find({"ideas"}); }
    std::vector<int> published() {
        std::vector<int> all;
        for (const auto& [id, entry] : ideas().entries) all.push_back(entry.up_votes);
        return all;
    }
};

using AnonymityRule13 = UpVotes;

TEST_F(AnonymityRule13, NumbersAppearTogetherOnceFiveSeatsSupportSomething) {
    says(1, {1, 2});
    says(2, {1});
    says(3, {1, 3});
    EXPECT_FALSE(says(4, {2}));
    EXPECT_THAT(published(), ElementsAre(0, 0, 0, 0));
    EXPECT_FALSE(ideas().up_voters) << "nothing is published yet";
    const auto all = says(5, {1, 2});
    ASSERT_TRUE(all);
    EXPECT_EQ(all->voters, 5);
    EXPECT_THAT(all->counts, ElementsAre(Pair(entry_nr(1), 4), Pair(entry_nr(2), 3), Pair(entry_nr(3), 1)));
    EXPECT_THAT(published(), ElementsAre(4, 3, 1, 0));
    EXPECT_EQ(ideas().up_voters, 5);
}

TEST_F(AnonymityRule13, TheNextNumbersWaitForFiveMoreSeats) {
    support_first(5);
    for (std::uint8_t seat = 6; seat <= 8; ++seat) EXPECT_FALSE(says(seat, {1, 2}));
    EXPECT_FALSE(says(1, {}, 2)) << "who takes back is one of those that changed";
    EXPECT_FALSE(says(6, {1}, 2)) << "the same seat again is no other one";
    EXPECT_THAT(published(), ElementsAre(5, 0, 0, 0));
    EXPECT_TRUE(says(9, {2}));
    EXPECT_THAT(published(), ElementsAre(7, 3, 0, 0));
    EXPECT_EQ(ideas().up_voters, 8);
}

TEST_F(AnonymityRule13, WhoSaysAgainWhatIsCountedOrSupportsNothingFillsNoWave) {
    support_first(5);
    for (std::uint8_t seat = 1; seat <= 5; ++seat) EXPECT_FALSE(says(seat, {1}, 2)) << "as before";
    for (std::uint8_t seat = 10; seat <= 20; ++seat) EXPECT_FALSE(says(seat, {})) << "supports nothing";
    EXPECT_EQ(uncounted(ideas()), 0u);
    EXPECT_FALSE(says(6, {2})) << "it would be seen alone";
    EXPECT_THAT(published(), ElementsAre(5, 0, 0, 0));
}

TEST_F(AnonymityRule13, WhoPressesAndTakesItBackFillsNoWave) {
    support_first(5);
    for (std::uint8_t seat = 6; seat <= 9; ++seat) {
        says(seat, {2});
        says(seat, {}, 2);
    }
    says(1, {1, 2}, 2);
    says(1, {1}, 3);
    EXPECT_EQ(uncounted(ideas()), 0u);
    EXPECT_FALSE(says(10, {2})) << "it would be seen alone";
}

TEST_F(AnonymityRule13, WhatIsToChangeIsReckonedWithoutTheChange) {
    for (const auto& each : {said(1, {1}), said(1, {1, 2}, 2), said(2, {}), said(2, {3}, 2), said(2, {}, 3)}) {
        auto after = ideas();
        keep(after, each);
        EXPECT_EQ(uncounted_with(ideas(), each), uncounted(after));
        does(each);
    }
}

TEST_F(AnonymityRule13, FewerThanFiveSupportersPublishNothingHoweverManySpoke) {
    support_first(4);
    says(5, {});
    ASSERT_TRUE(says(6, {2}));
    for (std::uint8_t seat = 1; seat <= 4; ++seat) says(seat, {}, 2);
    EXPECT_FALSE(says(7, {3}));
    two_minutes_pass();
    EXPECT_EQ(not_counted(), refusal::too_few_up_votes);
    EXPECT_FALSE(counted(does(close_activity{{"ideas"}}))) << "not at the close either";
    EXPECT_THAT(published(), ElementsAre(4, 1, 0, 0)) << "as it was published";
}

TEST_F(AnonymityRule13, SupportersOfRemovedCardsAloneAreNotEnough) {
    does(remove_entry{{"ideas"}, entry_nr(2)});
    support_first(4);
    EXPECT_FALSE(says(5, {2}));
    does(restore_entry{{"ideas"}, entry_nr(2)});
    does(count_up_votes{{"ideas"}});
    EXPECT_THAT(published(), ElementsAre(4, 1, 0, 0));
}

TEST_F(AnonymityRule13, WhenTheFacilitatorAsksFewChangesWaitTwoMinutes) {
    support_first(4);
    EXPECT_EQ(not_counted(), refusal::too_few_up_votes);
    says(5, {1});
    EXPECT_EQ(not_counted(), refusal::nothing_waiting);
    says(6, {2});
    at.steady += std::chrono::seconds{119};
    EXPECT_EQ(not_counted(), refusal::too_soon);
    at.steady += std::chrono::seconds{1};
    EXPECT_THAT(counted(does(count_up_votes{{"ideas"}}))->counts,
                ElementsAre(Pair(entry_nr(1), 5), Pair(entry_nr(2), 1)));
    EXPECT_EQ(not_counted(), refusal::nothing_waiting);
    says(7, {2});
    EXPECT_EQ(not_counted(), refusal::too_soon) << "the gap begins with each count";
}

TEST_F(AnonymityRule13, TheCloseCountsWhatCameInSince) {
    support_first(5);
    says(6, {3});
    const auto changes = does(close_activity{{"ideas"}});
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_TRUE(std::holds_alternative<up_votes_counted>(changes[0])) << "before the activity is closed";
    EXPECT_THAT(published(), ElementsAre(5, 0, 1, 0));
    EXPECT_EQ(ideas().up_votes.size(), 6u) << "it may be opened again";
    open("ideas");
    EXPECT_FALSE(counted(does(close_activity{{"ideas"}}))) << "nothing is new";
}

TEST_F(AnonymityRule13, OpeningAgainIsNoWayRoundTheTwoMinutes) {
    support_first(5);
    close("ideas");
    open("ideas");
    says(6, {2});
    EXPECT_EQ(refused(close_activity{{"ideas"}}), refusal::too_soon);
    two_minutes_pass();
    EXPECT_TRUE(counted(does(close_activity{{"ideas"}})));
}

TEST_F(AnonymityRule13, WhereNothingWouldBePublishedTheCloseDoesNotWait) {
    close("ideas");
    open("ideas");
    says(1, {1});
    close("ideas");
    EXPECT_FALSE(ideas().up_voters);
}

TEST_F(AnonymityRule13, TheEndOfTheSessionCountsAndThenForgetsWhoSupportsWhat) {
    support_first(5);
    says(6, {2});
    does(remove_entry{{"ideas"}, entry_nr(1)});
    for (std::uint8_t seat = 7; seat <= 9; ++seat) says(seat, {2, 3});
    EXPECT_FALSE(counted(does(close_session{}))) << "four supporters of what is there";
    EXPECT_THAT(ideas().up_votes, IsEmpty());
    SetUp();
    support_first(5);
    says(6, {2});
    EXPECT_TRUE(counted(does(close_session{})));
    EXPECT_THAT(published(), ElementsAre(5, 1, 0, 0));
    EXPECT_EQ(ideas().up_voters, 6);
    EXPECT_THAT(ideas().up_votes, IsEmpty());
    EXPECT_EQ(refused(said(6, {2})), refusal::session_closed) << "nobody knows any more that it was kept";
}

TEST_F(AnonymityRule13, InAnOpenSmallGroupOneSupporterIsEnoughAndTheTwoMinutesHold) {
    does(close_session{});
    state = {};
    does(edit_session{{.title = "Wir drei", .open_small_group = true}});
    does(add_activity{collect("ideas", {.release = release::live, .up_votes = true}), std::nullopt});
    does(start_session{"Hinweis"});
    open("ideas");
    drop(1);
    EXPECT_EQ(not_counted(), refusal::too_few_up_votes) << "nobody";
    EXPECT_FALSE(says(1, {1})) << "not by itself";
    EXPECT_EQ(not_counted(), refusal::too_soon);
    two_minutes_pass();
    EXPECT_EQ(counted(does(count_up_votes{{"ideas"}}))->voters, 1);
}

TEST_F(UpVotes, NoCardHasMoreOfThemThanThereAreVoters) {
    support_first(6);
    for (std::uint8_t seat = 1; seat <= 5; ++seat) says(seat, {1, 2}, 2);
    does(remove_entry{{"ideas"}, entry_nr(1)});
    for (std::uint8_t seat = 2; seat <= 6; ++seat) says(seat, {1, 2, 3}, 3);
    does(restore_entry{{"ideas"}, entry_nr(1)});
    EXPECT_THAT(published(), ElementsAre(6, 6, 5, 0));
    EXPECT_EQ(ideas().up_voters, 6);
}

TEST_F(UpVotes, ALaterEnvelopeReplacesTheFormerAndALateOneChangesNothing) {
    says(1, {1, 2}, 3);
    EXPECT_THAT(does(said(1, {3}, 3)), IsEmpty());
    EXPECT_THAT(does(said(1, {3}, 2)), IsEmpty());
    EXPECT_EQ(ideas().up_votes.at(stamp_nr(1)).entries, (std::set{entry_nr(1), entry_nr(2)}));
    says(1, {3}, 4);
    EXPECT_EQ(ideas().up_votes.at(stamp_nr(1)).entries, std::set{entry_nr(3)});
    says(1, {}, 5);
    EXPECT_THAT(ideas().up_votes.at(stamp_nr(1)).entries, IsEmpty());
}

TEST_F(UpVotes, AResendIsReceivedEvenAfterTheCloseOfTheActivity) {
    says(1, {1});
    close("ideas");
    EXPECT_THAT(does(said(1, {1})), IsEmpty());
    EXPECT_EQ(refused(said(1, {1}, 2)), refusal::activity_not_open);
    EXPECT_EQ(refused(said(2, {1})), refusal::activity_not_open);
    EXPECT_EQ(not_counted(), refusal::activity_not_open);
}

TEST_F(UpVotes, OnlyCardsThatEverybodySeesCanBeSupportedAndEachOnce) {
    comment(9, 1);
    EXPECT_EQ(refused(said(1, {77})), refusal::unknown_entry);
    EXPECT_EQ(refused(said(1, {9})), refusal::unknown_entry) << "a comment";
    EXPECT_EQ(refused(said(1, {1, 2, 1})), refusal::item_named_twice);
    ask_with({.release = release::covered, .up_votes = true});
    EXPECT_EQ(refused(said(1, {1})), refusal::unknown_entry) << "it waits";
}

TEST_F(UpVotes, AreFiveHundredAtMost) {
    const auto nr = [](std::size_t n) {
        return entry_id{.bytes = {9, static_cast<std::uint8_t>(n / 256), static_cast<std::uint8_t>(n % 256)}};
    };
    auto many = said(1, {});
    for (std::size_t n = 0; n <= limits::up_votes; ++n) {
        auto written = card(0);
        written.entry = nr(n);
        written.stamp = stamp_hash{.bytes = {9, nr(n).bytes[1], nr(n).bytes[2]}};
        does(written);
        many.entries.push_back(nr(n));
    }
    EXPECT_EQ(refused(many), refusal::too_many_up_votes);
    many.entries.pop_back();
    does(many);
    EXPECT_EQ(ideas().up_votes.at(stamp_nr(1)).entries.size(), 500u);
}

TEST_F(UpVotes, OfACardThatWasRemovedDoNoHarmAndComeBackWithIt) {
    does(remove_entry{{"ideas"}, entry_nr(1)});
    for (std::uint8_t seat = 1; seat <= 5; ++seat) says(seat, {1, 2});
    EXPECT_THAT(published(), ElementsAre(5, 5, 0, 0));
    does(restore_entry{{"ideas"}, entry_nr(1)});
    EXPECT_EQ(entry_at(1).up_votes, 5);
    does(remove_entry{{"ideas"}, entry_nr(1)});
    does(mark_answered{{"ideas"}, entry_nr(2), true});
    does(close_session{});
    EXPECT_THAT(published(), ElementsAre(0, 5, 0, 0)) << "with its words its number goes";
}

TEST_F(UpVotes, OfACardThatItsWriterTookBackAreGone) {
    for (std::uint8_t seat = 1; seat <= 5; ++seat) says(seat, {1, 2});
    does(mark_answered{{"ideas"}, entry_nr(1), true});
    comment(9, 1);
    does(withdraw_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1});
    EXPECT_EQ(entry_at(1).standing, standing::withdrawn);
    EXPECT_EQ(entry_at(1).up_votes, 0);
    EXPECT_FALSE(entry_at(1).answered);
    for (std::uint8_t seat = 6; seat <= 10; ++seat) says(seat, {1, 3});
    EXPECT_EQ(entry_at(1).up_votes, 0) << "whatever is still said of it";
    EXPECT_EQ(entry_at(3).up_votes, 5);
}

TEST_F(UpVotes, AreTakenWhereTheStepHasThemAndNowhereElse) {
    state = {};
    start_with({collect("ideas", {.release = release::live}), vote("vote", dots_rules{}, {"A"})});
    open("ideas");
    drop(1);
    EXPECT_EQ(refused(said(1, {1})), refusal::wrong_kind);
    EXPECT_EQ(not_counted(), refusal::wrong_kind);
    EXPECT_EQ(refused(mark_answered{{"ideas"}, entry_nr(1), true}), refusal::wrong_kind);
    open("vote");
    EXPECT_EQ(refused(cast_up_votes{{"vote"}, stamp_nr(1), 1, {}}), refusal::wrong_kind);
    EXPECT_EQ(refused(count_up_votes{{"vote"}}), refusal::wrong_kind);
    EXPECT_EQ(refused(mark_answered{{"vote"}, entry_nr(1), true}), refusal::wrong_kind);
    EXPECT_EQ(refused(cast_up_votes{{"none"}, stamp_nr(1), 1, {}}), refusal::unknown_activity);
    EXPECT_EQ(refused(count_up_votes{{"none"}}), refusal::unknown_activity);
    EXPECT_EQ(refused(mark_answered{{"none"}, entry_nr(1), true}), refusal::unknown_activity);
}

TEST_F(UpVotes, BesideTheStageAreTakenFromTheStartWhateverElseIsOpen) {
    state = {};
    start_with({collect("ideas", {.release = release::live, .beside = true, .up_votes = true}), collect("other")});
    open("other");
    drop(1);
    support_first(5);
    EXPECT_EQ(ideas().up_voters, 5);
    EXPECT_EQ(state.head.stage, activity_id{"other"});
}

TEST_F(UpVotes, CanNeitherBeSwitchedOnNorOffOnceTheActivityWasOpened) {
    auto changed = ideas().planned;
    std::get<collect_plan>(changed.plan).up_votes = false;
    EXPECT_EQ(refused(edit_activity{{"ideas"}, changed}), refusal::activity_was_opened);
    changed = ideas().planned;
    changed.title = "Fragen";
    does(edit_activity{{"ideas"}, changed});
    auto later = collect("later");
    does(add_activity{later, std::nullopt});
    std::get<collect_plan>(later.plan).up_votes = true;
    does(edit_activity{{"later"}, later});
}

TEST_F(UpVotes, AnAnsweredCardIsMarkedSoAndTheMarkComesOffAgain) {
    does(mark_answered{{"ideas"}, entry_nr(1), true});
    EXPECT_TRUE(entry_at(1).answered);
    EXPECT_THAT(does(mark_answered{{"ideas"}, entry_nr(1), true}), IsEmpty());
    close("ideas");
    does(mark_answered{{"ideas"}, entry_nr(1), false});
    EXPECT_FALSE(entry_at(1).answered) << "also when nobody can ask any more";
    does(close_session{});
    EXPECT_EQ(refused(mark_answered{{"ideas"}, entry_nr(1), true}), refusal::session_closed);
}

TEST_F(UpVotes, OnlyACardThatEverybodySeesIsAnswered) {
    comment(9, 1);
    EXPECT_EQ(refused(mark_answered{{"ideas"}, entry_nr(9), true}), refusal::unknown_entry);
    EXPECT_EQ(refused(mark_answered{{"ideas"}, entry_nr(77), true}), refusal::unknown_entry);
    does(remove_entry{{"ideas"}, entry_nr(1)});
    EXPECT_EQ(refused(mark_answered{{"ideas"}, entry_nr(1), true}), refusal::entry_gone);
    ask_with({.release = release::covered, .up_votes = true});
    EXPECT_EQ(refused(mark_answered{{"ideas"}, entry_nr(1), true}), refusal::unknown_entry);
}

}  // namespace
}  // namespace klartext::domain
