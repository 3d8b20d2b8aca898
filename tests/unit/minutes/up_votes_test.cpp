#include "unit/minutes/after_the_workshop.hpp"

namespace klartext::minutes::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct UpVotesInMinutes : after_the_workshop {
    void ask(collect_plan plan = {}) {
        plan.up_votes = true;
        plan.release = release::live;
        collect_ideas(std::move(plan));
    }
    void support(std::uint8_t seat, std::vector<std::uint8_t> cards) {
        cast_up_votes said{{"ideas"}, stamp_nr(seat), 1, {}};
        for (const auto n : cards) said.entries.push_back(entry_nr(n));
        does(said);
    }
    void support_by(std::uint8_t seats, const std::vector<std::uint8_t>& cards) {
        for (std::uint8_t seat = 101; seat < 101 + seats; ++seat) support(seat, cards);
    }
    [[nodiscard]] std::vector<int> up_votes() const {
        std::vector<int> found;
        for (const auto& each : activity().entries) found.push_back(each.up_votes);
        return found;
    }
};

TEST_F(UpVotesInMinutes, PutMostOfThemFirstAndEqualOnesByText) {
    ask();
    drop(1, "Nichts");
    drop(2, "Zebrastreifen");
    drop(3, "Ampel");
    drop(4, "Bänke");
    for (std::uint8_t seat = 101; seat <= 105; ++seat)
        support(seat, seat == 101 ? std::vector<std::uint8_t>{2, 3, 4} : std::vector<std::uint8_t>{4});
    EXPECT_THAT(texts(), ElementsAre("Bänke", "Ampel", "Zebrastreifen", "Nichts"));
    EXPECT_THAT(up_votes(), ElementsAre(5, 1, 1, 0));
    EXPECT_EQ(activity().up_votes.value().voters, 5);
    close("ideas");
    close_session_of();
    EXPECT_THAT(up_votes(), ElementsAre(5, 1, 1, 0)) << "what was published stays";
}

TEST_F(UpVotesInMinutes, StayWithinTheirSection) {
    ask({.sections = {{"x", "X"}, {"y", "Y"}}});
    drop_in(1, "1y", "y");
    drop_in(2, "2x", "x");
    drop_in(3, "3y", "y");
    support_by(5, {3});
    EXPECT_THAT(texts(), ElementsAre("2x", "3y", "1y"));
}

TEST_F(UpVotesInMinutes, OfAWithdrawnCardNothingIsTold) {
    ask({.comments = true});
    drop(1, "Ampel");
    comment(21, 1);
    support_by(5, {1});
    does(mark_answered{{"ideas"}, entry_nr(1), true});
    EXPECT_TRUE(activity().entries.at(0).answered);
    does(withdraw_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1});
    EXPECT_TRUE(activity().entries.at(0).withdrawn);
    EXPECT_FALSE(activity().entries.at(0).answered);
    EXPECT_THAT(up_votes(), ElementsAre(0));
}

TEST_F(UpVotesInMinutes, OtherStepsHaveNone) {
    collect_ideas({.release = release::live});
    drop(2, "Zebrastreifen");
    drop(3, "Ampel");
    EXPECT_FALSE(activity().up_votes);
    EXPECT_THAT(texts(), ElementsAre("Zebrastreifen", "Ampel")) << "by the id";
}

TEST_F(UpVotesInMinutes, WhatGoesOnByThemSaysSo) {
    auto plan = collect_plan{.release = release::live};
    plan.up_votes = true;
    start_with(
        {collect("ideas", plan),
         {{"then"}, "Maßnahmen", "", std::nullopt, measures_plan{item_source{{"ideas"}, item_source::kind::top, 1}}}});
    open("ideas");
    drop(1, "Nichts");
    drop(2, "Ampel");
    support_by(5, {2});
    close("ideas");
    open("then");
    EXPECT_THAT(activity(1).measures.value().items, ElementsAre("Ampel"));
    EXPECT_EQ(activity(1).measures->source.value().taken, protocol::taken::top);
    EXPECT_TRUE(activity(1).measures->source->by_up_votes);
}

using AnonymityRule13Minutes = UpVotesInMinutes;

TEST_F(AnonymityRule13Minutes, FewerThanFiveSayNothing) {
    ask();
    drop(1, "Nichts");
    drop(2, "Ampel");
    support_by(4, {2});
    close("ideas");
    close_session_of();
    ASSERT_TRUE(activity().up_votes);
    EXPECT_EQ(activity().up_votes->voters, std::nullopt);
    EXPECT_THAT(up_votes(), ElementsAre(0, 0));
    EXPECT_THAT(texts(), ElementsAre("Nichts", "Ampel")) << "not even the order";
}

TEST_F(AnonymityRule13Minutes, APreviewHasNoMoreThanEverybodySaw) {
    ask();
    drop(1);
    support_by(5, {1});
    for (std::uint8_t seat = 110; seat < 114; ++seat) support(seat, {1});
    EXPECT_THAT(up_votes(), ElementsAre(5));
    EXPECT_EQ(activity().up_votes.value().voters, 5);
}

struct SheetsInMinutes : after_the_workshop {
    void pass_sheets() {
        at.seats = 40;
        collect_plan plan{.release = release::covered};
        plan.sheets = brainwriting{.per_turn = 3, .turn_minutes = 5, .turns = 6};
        collect_ideas(std::move(plan));
    }
};

TEST_F(SheetsInMinutes, AreSectionsByNumber) {
    pass_sheets();
    drop_in(1, "zehn", "10");
    drop_in(2, "ohne", "");
    drop_in(3, "zwei", "2");
    drop_in(4, "neun", "9");
    EXPECT_THAT(texts(), IsEmpty()) << "nothing before the turn ends";
    EXPECT_THAT(activity().sections, IsEmpty()) << "not even which sheets have been written on";
    at.steady += std::chrono::minutes{5};
    does(start_turn{{"ideas"}, 2});
    EXPECT_THAT(texts(), ElementsAre("zwei", "neun", "zehn", "ohne"));
    std::vector<std::string> ids;
    for (const auto& each : activity().sections) ids.push_back(each.id);
    EXPECT_THAT(ids, ElementsAre("2", "9", "10"));
    const auto told = activity().brainwriting.value();
    EXPECT_EQ(told.turns, 2);
    EXPECT_EQ(told.planned_turns, 6);
    EXPECT_EQ(told.per_turn, 3);
    EXPECT_EQ(told.turn_minutes, 5);
}

TEST_F(SheetsInMinutes, OtherStepsHaveNone) {
    collect_ideas();
    EXPECT_FALSE(activity().brainwriting);
}

TEST_F(SheetsInMinutes, ASignUpNamesTheRuleByWhichItsThemesCame) {
    start_with(
        {collect("ideas", {.release = release::live}),
         {{"go-on"}, "Mitmachen", "", std::nullopt, sign_up_plan{item_source{{"ideas"}, item_source::kind::entries}}}});
    open("ideas");
    drop(1, "Radweg");
    close("ideas");
    open("go-on");
    EXPECT_THAT(activity(1).themes, ElementsAre("Radweg"));
    ASSERT_TRUE(activity(1).themes_from);
    EXPECT_EQ(activity(1).themes_from->title, "Ideen");
    EXPECT_EQ(activity(1).themes_from->taken, protocol::taken::entries);
    EXPECT_FALSE(activity(1).themes_from->by_up_votes);
}

}  // namespace
}  // namespace klartext::minutes::testing
