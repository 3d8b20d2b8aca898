#include "unit/wire/feed_state.hpp"

#include <gmock/gmock.h>

namespace klartext::wire {
namespace {

using domain::audience;
using nlohmann::json;

constexpr audience everybody[] = {audience::participants, audience::desk, audience::presenter};

domain::activity wall() {
    auto activity = collecting();
    auto& plan = std::get<domain::collect_plan>(activity.planned.plan);
    plan.sections = {{"ziele", "Ziele", "Persona 1"}, {"frei", "Frei", ""}};
    plan.kinds = {{"idea", "Idee", domain::tone::yellow}};
    plan.per_person = 3;
    plan.beside = true;
    plan.layout = domain::canvas_layout::persona;
    activity.tags = {{{{7}}, "Rad", "Alles mit Rädern"}};
    return activity;
}

TEST(Collecting, IsSeenByEverybodyAsItWasPlanned) {
    for (const auto to : everybody) {
        const auto view = agenda_seen(session_with({wall()}), to)[0];
        EXPECT_EQ(view["sections"], (json::array({{{"id", "ziele"}, {"title", "Ziele"}, {"canvas", "Persona 1"}},
                                                  {{"id", "frei"}, {"title", "Frei"}}})));
        EXPECT_EQ(view["kinds"], (json::array({{{"id", "idea"}, {"title", "Idee"}, {"tone", "yellow"}}})));
        EXPECT_EQ(view["perPerson"], 3);
        EXPECT_EQ(view["beside"], true);
        EXPECT_EQ(view["layout"], "persona");
        EXPECT_EQ(view["tags"], (json::array({{{"id", hex_of(7)}, {"name", "Rad"}, {"meaning", "Alles mit Rädern"}}})));
    }
}

TEST(Collecting, SaysNothingOfWhatWasNotPlanned) {
    const auto view = agenda_seen(session_with({collecting()}), audience::desk)[0];
    for (const auto* field : {"kinds", "perPerson", "beside", "layout"}) EXPECT_FALSE(view.contains(field)) << field;
    EXPECT_EQ(view["tags"], json::array());
}

TEST(Collecting, ACardIsSeenWithItsKindItsTagsAndTheMarkOfTheDesk) {
    auto activity = wall();
    auto& typed = activity.entries[entry_of(1)] = shown_entry("Vom Zettel");
    typed.kind = "idea";
    for (const std::uint8_t tag : {3, 7}) typed.tags.push_back({{tag}});
    typed.on_behalf = true;
    activity.entries[entry_of(2)] = shown_entry("Selbst geschrieben");
    const auto expected = json::array({{{"id", hex_of(1)},
                                        {"text", "Vom Zettel"},
                                        {"kind", "idea"},
                                        {"tags", {hex_of(3), hex_of(7)}},
                                        {"onBehalf", true}},
                                       {{"id", hex_of(2)}, {"text", "Selbst geschrieben"}}});
    for (const auto to : everybody) EXPECT_EQ(agenda_seen(session_with({activity}), to)[0]["entries"], expected);
}

TEST(Collecting, AWithdrawnCardWithCommentsHasNeitherKindNorTags) {
    auto activity = wall();
    auto& gone = activity.entries[entry_of(1)] = shown_entry("");
    gone.standing = domain::standing::withdrawn;
    gone.kind = "idea";
    gone.tags.push_back({{7}});
    gone.on_behalf = true;
    auto& comment = activity.entries[entry_of(2)] = shown_entry("schade");
    comment.on = entry_of(1);
    EXPECT_EQ(agenda_seen(session_with({activity}), audience::participants)[0]["entries"][0],
              (json{{"id", hex_of(1)}, {"withdrawn", true}}));
}

TEST(Collecting, OpenedBesideTheStageItTakesNoStage) {
    const auto state = session_with({wall()});
    const auto told_beside = told(state, {domain::activity_opened{{"ideen"}, {}, {}, {}}});
    ASSERT_EQ(told_beside.size(), 1U);
    EXPECT_EQ(told_beside[0]["change"], "activityOpened");
    const auto told_other = told(session_with({collecting()}), {domain::activity_opened{{"ideen"}, {}, {}, {}}});
    ASSERT_EQ(told_other.size(), 2U);
    EXPECT_EQ(told_other[1]["change"], "stageSet");
}

TEST(Tags, AreToldWholeWheneverOneChanges) {
    const auto state = session_with({wall()});
    const auto book = json::array({{{"id", hex_of(7)}, {"name", "Rad"}, {"meaning", "Alles mit Rädern"}}});
    for (const auto& change : std::vector<domain::change>{domain::tag_added{{"ideen"}, {{7}}, "Rad", ""},
                                                          domain::tag_edited{{"ideen"}, {{7}}, "Rad", ""},
                                                          domain::tag_removed{{"ideen"}, {{8}}}})
        EXPECT_EQ(told(state, {change}),
                  (json::array({{{"change", "tagsChanged"}, {"activity", "ideen"}, {"tags", book}}})));
}

TEST(Tags, AreToldOfCardsThatAreSeenAndByIdAlone) {
    auto activity = wall();
    activity.entries[entry_of(1)] = shown_entry("eins");
    activity.entries[entry_of(2)] = shown_entry("zwei");
    activity.entries[entry_of(3)].text = "wartet";
    const auto state = session_with({activity});
    EXPECT_EQ(told(state, {domain::entries_tagged{{"ideen"}, {entry_of(2), entry_of(3), entry_of(1)}, {{7}}, true}}),
              (json::array({{{"change", "entriesTagged"},
                             {"activity", "ideen"},
                             {"entries", {hex_of(1), hex_of(2)}},
                             {"tag", hex_of(7)},
                             {"on", true}}})));
    EXPECT_TRUE(told(state, {domain::entries_tagged{{"ideen"}, {entry_of(3)}, {{7}}, true}}).is_null());
}

TEST(RemovedEntries, AreShownWithKindTagsAndMark) {
    auto activity = wall();
    auto& removed = activity.entries[entry_of(1)] = shown_entry("weg damit");
    removed.standing = domain::standing::removed;
    removed.kind = "idea";
    removed.tags.push_back({{7}});
    removed.on_behalf = true;
    EXPECT_EQ(
        json::parse(write_removed(activity))["entries"][0],
        (json{{"id", hex_of(1)}, {"text", "weg damit"}, {"kind", "idea"}, {"tags", {hex_of(7)}}, {"onBehalf", true}}));
}

}  // namespace
}  // namespace klartext::wire
