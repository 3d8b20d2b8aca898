#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

struct Agenda : workshop {
    std::vector<std::string> order() {
        std::vector<std::string> ids;
        for (const auto& each : state.agenda) ids.push_back(each.planned.id.text);
        return ids;
    }
    refusal refused_plan(planned_activity planned) { return refused(add_activity{std::move(planned), std::nullopt}); }
    using ids = std::vector<std::string>;
};

TEST_F(Agenda, ActivitiesAreAddedRemovedAndReordered) {
    does(add_activity{collect("a"), std::nullopt});
    does(add_activity{collect("b"), std::nullopt});
    does(add_activity{collect("c"), 0});
    EXPECT_EQ(order(), (ids{"c", "a", "b"}));
    does(reorder_agenda{{{"b"}, {"c"}, {"a"}}});
    EXPECT_EQ(order(), (ids{"b", "c", "a"}));
    does(remove_activity{{"c"}});
    EXPECT_EQ(order(), (ids{"b", "a"}));
}

TEST_F(Agenda, AnOrderMustNameEachActivityOnce) {
    does(add_activity{collect("a"), std::nullopt});
    does(add_activity{collect("b"), std::nullopt});
    EXPECT_EQ(refused(reorder_agenda{{{"a"}}}), refusal::agenda_mismatch);
    EXPECT_EQ(refused(reorder_agenda{{{"a"}, {"a"}}}), refusal::agenda_mismatch);
    EXPECT_EQ(refused(reorder_agenda{{{"a"}, {"x"}}}), refusal::agenda_mismatch);
}

TEST_F(Agenda, WhatContradictsItselfIsRefused) {
    does(add_activity{collect("a"), std::nullopt});
    EXPECT_EQ(refused_plan(collect("a")), refusal::duplicate_activity);
    EXPECT_EQ(refused_plan(collect("b", {.sections = {{"s", "S"}, {"s", "T"}}})), refusal::duplicate_section);
    EXPECT_EQ(refused_plan(vote("v", single_choice_rules{}, {})), refusal::no_items);
    EXPECT_EQ(refused_plan(vote("v", single_choice_rules{}, {"x", " "})), refusal::text_empty);
    EXPECT_EQ(refused_plan(vote("v", dots_rules{.budget = 0, .per_item = 1}, {"x"})), refusal::bad_rules);
    EXPECT_EQ(refused_plan(vote("v", dots_rules{.budget = 3, .per_item = 4}, {"x"})), refusal::bad_rules);
    EXPECT_EQ(refused_plan(vote("v", single_choice_rules{}, std::vector<std::string>(2001, "x"))),
              refusal::too_many_items);
    auto on_nothing = vote("v", single_choice_rules{}, {});
    on_nothing.plan = vote_plan{single_choice_rules{}, item_source{{"nowhere"}, item_source::kind::entries}};
    EXPECT_EQ(refused_plan(on_nothing), refusal::unknown_source);
}

TEST_F(Agenda, AnIdIsOneThatPathsCanName) {
    for (const auto* id : {".", ".."}) EXPECT_EQ(refused_plan(collect(id)), refusal::id_reserved) << id;
    EXPECT_EQ(refused_plan(collect(" ")), refusal::text_empty);
    EXPECT_EQ(refused_plan(collect("a", {.sections = {{"..", "S"}}})), refusal::id_reserved);
    for (const auto* id : {"...", "a/b", "50%", "?"}) does(add_activity{collect(id), std::nullopt});
}

TEST_F(Agenda, AnActivityKeepsItsId) {
    does(add_activity{collect("a"), std::nullopt});
    does(add_activity{collect("b"), std::nullopt});
    EXPECT_EQ(refused(edit_activity{{"a"}, collect("b")}), refusal::id_mismatch);
    EXPECT_EQ(refused(edit_activity{{"a"}, collect("c")}), refusal::id_mismatch);
}

TEST_F(Agenda, IdsKeepTheBlanksAtTheirEnds) {
    does(add_activity{collect("ideen ", {.sections = {{"Verkehr ", "Verkehr "}}}), std::nullopt});
    ASSERT_TRUE(state.find({"ideen "}));
    const auto& plan = std::get<collect_plan>(state.find({"ideen "})->planned.plan);
    EXPECT_EQ(plan.sections, (std::vector<section>{{"Verkehr ", "Verkehr"}}));
    EXPECT_EQ(refused_plan(collect(" ")), refusal::text_empty);
}

TEST_F(Agenda, HasAHundredActivitiesOfFiftySectionsAtMost) {
    std::vector<section> sections;
    for (int n = 0; n < 50; ++n) sections.push_back({std::to_string(n), "Thema"});
    for (int n = 0; n < 100; ++n) does(add_activity{collect(std::to_string(n), {.sections = sections}), std::nullopt});
    EXPECT_EQ(refused_plan(collect("one more")), refusal::too_many_activities);
    does(remove_activity{{"99"}});
    sections.push_back({"one more", "Thema"});
    EXPECT_EQ(refused_plan(collect("99", {.sections = sections})), refusal::too_many_sections);
}

TEST_F(Agenda, OnlyTheWordsOfAnOpenCollectionMayChange) {
    start_with({collect("a"), vote("v", single_choice_rules{}, {"x"})});
    open("a");
    open("v");
    auto reworded = collect("a");
    reworded.prompt = "Was fehlt wirklich?";
    does(edit_activity{{"a"}, reworded});
    EXPECT_EQ(state.find({"a"})->planned.prompt, "Was fehlt wirklich?");
    reworded.plan = collect_plan{.sections = {}, .comments = false, .release = release::live};
    EXPECT_EQ(refused(edit_activity{{"a"}, reworded}), refusal::activity_was_opened);
    auto question = vote("v", single_choice_rules{}, {"x"});
    question.prompt = "Anders gefragt";
    EXPECT_EQ(refused(edit_activity{{"v"}, question}), refusal::activity_was_opened);
    EXPECT_EQ(refused(remove_activity{{"a"}}), refusal::activity_was_opened);
}

}  // namespace
}  // namespace klartext::domain
