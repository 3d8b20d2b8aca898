#include "domain/anonymity/sheets.hpp"
#include "domain/limits.hpp"
#include "unit/domain/workshop.hpp"

#include <gmock/gmock.h>

#include <limits>

namespace klartext::domain {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Twelve seats, and so six sheets.
struct Brainwriting : workshop {
    void SetUp() override {
        start_with({sheets("ideas")});
        open("ideas");
    }
    static planned_activity sheets(std::string id, brainwriting rules = {}) {
        return collect(std::move(id), {.release = release::covered, .sheets = rules});
    }
    drop_entry on_sheet(std::uint8_t n, std::string sheet) const {
        auto written = card(n);
        written.section = std::move(sheet);
        return written;
    }
    void write(std::uint8_t n, std::string sheet) { does(on_sheet(n, std::move(sheet))); }
    void write_five(std::uint8_t from) {
        for (std::uint8_t n = 0; n < 5; ++n) write(static_cast<std::uint8_t>(from + n), "1");
    }
    start_turn next() { return {{"ideas"}, ideas().turn + 1}; }
    std::vector<change> pass_on() { return does(next()); }
    refusal not_passed_on() { return refused(next()); }
    refusal not_planned(const planned_activity& wanted) { return refused(add_activity{wanted, std::nullopt}); }
    const activity& ideas() { return *state.find({"ideas"}); }
    std::vector<int> in_turn() { return sheets_in_turn(ideas(), at.seats); }
};

using AnonymityRule14 = Brainwriting;

TEST_F(Brainwriting, BeginsWithItsFirstTurnWhenItOpens) {
    does(add_activity{sheets("later"), std::nullopt});
    EXPECT_EQ(state.find({"later"})->turn, 0);
    EXPECT_EQ(ideas().turn, 1);
    does(add_activity{collect("cards"), std::nullopt});
    open("cards");
    EXPECT_EQ(state.find({"cards"})->turn, 0) << "no sheets, no turns";
}

TEST_F(Brainwriting, PassingOnShowsTheCardsOfTheTurnTogetherAndThenBeginsTheNext) {
    write_five(10);
    write(3, "2");
    EXPECT_FALSE(entry_at(3).shown);
    const auto changes = pass_on();
    ASSERT_THAT(changes, SizeIs(2));
    EXPECT_THAT(std::get<entries_shown>(changes[0]).entries, SizeIs(6));
    EXPECT_EQ(std::get<turn_started>(changes[1]).turn, 2);
    EXPECT_EQ(ideas().turn, 2);
    EXPECT_EQ(entry_at(3).section, "2");
}

TEST_F(AnonymityRule14, CardsOfATurnAppearBeforeItsEndOnNoAccount) {
    for (std::uint8_t n = 1; n <= 12; ++n) EXPECT_TRUE(shown_in(does(on_sheet(n, "1"))).empty());
    EXPECT_EQ(refused(uncover{{"ideas"}}), refusal::wrong_kind);
}

TEST_F(AnonymityRule14, FewCardsArePassedOnTwoMinutesAfterTheLastOnesOnly) {
    write_five(1);
    pass_on();
    write(10, "1");
    at.steady += std::chrono::seconds{119};
    EXPECT_EQ(not_passed_on(), refusal::too_soon);
    EXPECT_EQ(ideas().turn, 2);
    at.steady += std::chrono::seconds{1};
    EXPECT_EQ(shown_in(pass_on()), std::vector{entry_nr(10)});
}

TEST_F(AnonymityRule14, CardsFromTheDeskMakeFewCardsNoMore) {
    write_five(1);
    pass_on();
    for (std::uint8_t n = 20; n <= 24; ++n) {
        auto on_behalf = on_sheet(n, "2");
        on_behalf.stamp.reset();
        does(on_behalf);
    }
    write(10, "1");
    EXPECT_EQ(not_passed_on(), refusal::too_soon) << "six wait, but one of them alone is a participant's";
    does(withdraw_entry{{"ideas"}, entry_nr(10), proof_nr(10), 1});
    EXPECT_EQ(shown_in(pass_on()).size(), 5u) << "those from the desk wait for nobody";
}

TEST_F(Brainwriting, ATurnThatRunsIsNotStartedAgain) {
    write_five(1);
    const auto same = next();
    does(same);
    write(10, "1");
    at.steady += std::chrono::minutes{2};
    const auto before = state;
    EXPECT_THAT(does(same), IsEmpty()) << "sent again, or by a second desk";
    EXPECT_TRUE(state == before) << "the card of the new turn waits on";
    EXPECT_EQ(ideas().turn, 2);
}

TEST_F(Brainwriting, NoTurnIsLeftOutAndNoneComesBack) {
    pass_on();
    for (const int wrong : {-1, 0, 1, 4, std::numeric_limits<int>::max()})
        EXPECT_EQ(refused(start_turn{{"ideas"}, wrong}), refusal::not_this_turn) << wrong;
    EXPECT_EQ(ideas().turn, 2);
}

TEST_F(Brainwriting, WhereNobodyWroteTheNextTurnBeginsAllTheSame) {
    EXPECT_THAT(pass_on(), SizeIs(1));
    EXPECT_EQ(ideas().turn, 2);
}

TEST_F(Brainwriting, AnEditOfAnEarlierTurnLeavesWithThisOne) {
    write_five(1);
    pass_on();
    EXPECT_TRUE(shown_in(does(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1, "besser"})).empty());
    write_five(10);
    pass_on();
    EXPECT_EQ(entry_at(1).text, "besser");
}

TEST_F(Brainwriting, PassingOnEndsTheCountdown) {
    does(set_timer{{"ideas"}, std::chrono::sys_seconds{std::chrono::minutes{29'000'005}}});
    pass_on();
    EXPECT_FALSE(ideas().timer_ends);
}

TEST_F(Brainwriting, GoesOnBeyondThePlannedTurnsButNotForEver) {
    does(add_activity{sheets("three", {.turns = 3}), std::nullopt});
    open("three");
    for (int turn = 2; turn <= limits::turns; ++turn) does(start_turn{{"three"}, turn});
    EXPECT_EQ(refused(start_turn{{"three"}, limits::turns + 1}), refusal::no_more_turns);
}

TEST_F(Brainwriting, OnlySheetsThatAreOpenArePassedOn) {
    does(add_activity{collect("cards"), std::nullopt});
    EXPECT_EQ(refused(start_turn{{"cards"}, 1}), refusal::activity_not_open);
    open("cards");
    EXPECT_EQ(refused(start_turn{{"cards"}, 1}), refusal::wrong_kind);
    EXPECT_EQ(refused(start_turn{{"none"}, 2}), refusal::unknown_activity);
    close("ideas");
    EXPECT_EQ(not_passed_on(), refusal::activity_not_open);
    does(close_session{});
    EXPECT_EQ(not_passed_on(), refusal::session_closed);
}

TEST_F(Brainwriting, TheCloseShowsEverythingAndOpenedAgainTheTurnGoesOn) {
    write_five(1);
    pass_on();
    write(10, "2");
    EXPECT_EQ(shown_in(does(close_activity{{"ideas"}})), std::vector{entry_nr(10)});
    open("ideas");
    EXPECT_EQ(ideas().turn, 2);
    write(11, "2");
    EXPECT_EQ(refused(close_activity{{"ideas"}}), refusal::too_soon) << "opening again is no way round the two minutes";
    EXPECT_EQ(not_passed_on(), refusal::too_soon);
    at.steady += std::chrono::minutes{2};
    pass_on();
    EXPECT_EQ(ideas().turn, 3);
}

TEST_F(Brainwriting, ACardLiesOnASheetThatCanBeOutOrOnNone) {
    for (const auto* wrong : {"0", "7", "51", "-1", "01", "1 ", " 1", "+1", "1.0", "x", "99999999999999999999"})
        EXPECT_EQ(refused(on_sheet(1, wrong)), refusal::unknown_section) << wrong;
    write(1, "6");
    write(2, "");
    auto on_behalf = on_sheet(3, "7");
    on_behalf.stamp.reset();
    EXPECT_EQ(refused(on_behalf), refusal::unknown_section);
    on_behalf.section = "1";
    does(on_behalf);
    auto comment = card(4);
    comment.on = entry_nr(1);
    EXPECT_EQ(refused(comment), refusal::comments_off);
}

TEST_F(Brainwriting, ACardThatWasOnItsWayWhenTheSheetsWerePassedOnIsTakenWhereItWasWritten) {
    write_five(1);
    pass_on();
    EXPECT_THAT(in_turn(), ElementsAre(1));
    write(9, "5");
}

TEST_F(AnonymityRule14, TheFirstTurnHasABlankSheetForEveryTwoSeats) {
    const auto blank = [&](int seats) { return sheets_in_turn(ideas(), seats); };
    EXPECT_THAT(blank(0), ElementsAre(1));
    EXPECT_THAT(blank(1), ElementsAre(1));
    EXPECT_THAT(blank(3), ElementsAre(1)) << "the odd one is the third on a sheet, not the only one";
    EXPECT_THAT(blank(6), ElementsAre(1, 2, 3));
    EXPECT_THAT(blank(7), ElementsAre(1, 2, 3));
    EXPECT_THAT(blank(1000), SizeIs(50));
    EXPECT_EQ(blank(1000).back(), 50);
}

TEST_F(Brainwriting, LaterTurnsHaveTheSheetsOnWhichThereIsSomething) {
    write(1, "6");
    write(2, "2");
    write(3, "4");
    write(4, "2");
    write(5, "");
    EXPECT_THAT(in_turn(), SizeIs(6)) << "in its first turn everybody has a blank one";
    pass_on();
    EXPECT_THAT(in_turn(), ElementsAre(2, 4, 6));
    write(6, "1");
    EXPECT_THAT(in_turn(), ElementsAre(2, 4, 6)) << "what waits is on no sheet yet";
    does(remove_entry{{"ideas"}, entry_nr(1)});
    EXPECT_THAT(in_turn(), ElementsAre(2, 4)) << "nothing is left of it";
    for (std::uint8_t n = 2; n <= 5; ++n) does(remove_entry{{"ideas"}, entry_nr(n)});
    EXPECT_THAT(in_turn(), SizeIs(6)) << "blank ones again";
}

TEST_F(Brainwriting, LeavesNoRoomForWhatSheetsAreNot) {
    const collect_plan plain{.release = release::covered, .sheets = brainwriting{}};
    const auto with = [&](auto set) {
        auto plan = plain;
        set(plan);
        return collect("b", plan);
    };
    for (const auto& wrong :
         {with([](collect_plan& plan) { plan.release = release::waves; }),
          with([](collect_plan& plan) { plan.release = release::live; }), with([](collect_plan& plan) {
              plan.sections = {{"s", "Stadt"}};
          }),
          with([](collect_plan& plan) { plan.comments = true; }), with([](collect_plan& plan) { plan.per_person = 3; }),
          with([](collect_plan& plan) { plan.beside = true; }), with([](collect_plan& plan) { plan.up_votes = true; }),
          with([](collect_plan& plan) { plan.layout = canvas_layout::swot; })})
        EXPECT_EQ(not_planned(wrong), refusal::bad_brainwriting);
    does(add_activity{with([](collect_plan& plan) { plan.kinds = {{"k", "Idee"}}; }), std::nullopt});
}

TEST_F(Brainwriting, HasAsMuchInATurnAsATurnCanHave) {
    const auto rules = [](std::optional<int> per_turn, std::optional<int> minutes, std::optional<int> turns) {
        return brainwriting{per_turn, minutes, turns};
    };
    for (const auto& wrong : {rules(0, {}, {}), rules(21, {}, {}), rules({}, 0, {}), rules({}, 61, {}),
                              rules({}, {}, 0), rules({}, {}, 51), rules(-1, 5, 6)})
        EXPECT_EQ(not_planned(sheets("b", wrong)), refusal::bad_brainwriting);
    does(add_activity{sheets("b", rules(20, 60, 50)), std::nullopt});
    does(add_activity{sheets("c", rules(1, 1, 1)), std::nullopt});
    does(add_activity{sheets("d", rules(3, 5, 6)), std::nullopt});
}

TEST_F(Brainwriting, IsPlannedBeforeItOpensAndNotChangedAfterwards) {
    does(add_activity{collect("b", {.release = release::covered}), std::nullopt});
    does(edit_activity{{"b"}, sheets("b", {.per_turn = 3})});
    EXPECT_EQ(refused(edit_activity{{"ideas"}, sheets("ideas", {.per_turn = 3})}), refusal::activity_was_opened);
    EXPECT_EQ(refused(edit_activity{{"ideas"}, collect("ideas", {.release = release::covered})}),
              refusal::activity_was_opened);
    auto words = ideas().planned;
    words.prompt = "Was noch?";
    does(edit_activity{{"ideas"}, words});
}

}  // namespace
}  // namespace klartext::domain
