#include "unit/wire/feed_state.hpp"

#include <gmock/gmock.h>

namespace klartext::wire {
namespace {

using domain::audience;
using nlohmann::json;

constexpr audience everybody[] = {audience::participants, audience::desk, audience::presenter};

domain::activity measures(domain::phase phase) {
    const domain::item_source source{{"termin"}, domain::item_source::kind::above, 0, 3.5};
    auto made = activity_of("tun", domain::measures_plan{source}, phase);
    if (phase == domain::phase::planned) return made;
    made.items = {"Bänke", "Linden"};
    made.measures = {{.id = {{7}},
                      .what = "Bestellen",
                      .who = "Bauamt",
                      .due = std::chrono::year{2027} / 3 / 31,
                      .status = domain::measure_status::under_way,
                      .about = 1},
                     {.id = {{3}}, .what = "Fragen", .who = "", .due = {}, .about = {}}};
    return made;
}

const json as_seen = json::array({{{"id", hex_of(7)},
                                   {"what", "Bestellen"},
                                   {"who", "Bauamt"},
                                   {"due", "2027-03-31"},
                                   {"status", "under_way"},
                                   {"about", 1}},
                                  {{"id", hex_of(3)}, {"what", "Fragen"}, {"who", ""}, {"status", "planned"}}});

TEST(FeedOfMeasures, TellsEverybodyWhatWasAgreedInTheFacilitatorsOrder) {
    for (const auto to : everybody) {
        const auto view = agenda_seen(session_with({measures(domain::phase::open)}), to)[0];
        EXPECT_EQ(view["kind"], "measures");
        EXPECT_EQ(view["items"], json::array({{{"id", 0}, {"text", "Bänke"}}, {{"id", 1}, {"text", "Linden"}}}));
        EXPECT_EQ(view["measures"], as_seen);
        EXPECT_FALSE(view.contains("plannedItems"));
    }
}

TEST(FeedOfMeasures, TellsTheDeskAloneByWhatRuleItemsWillCome) {
    const auto state = session_with({measures(domain::phase::planned)});
    EXPECT_EQ(agenda_seen(state, audience::desk)[0]["plannedItems"],
              (json{{"from", "termin"}, {"take", "above"}, {"line", 3.5}}));
    EXPECT_FALSE(agenda_seen(state, audience::participants)[0].contains("plannedItems"));
    EXPECT_FALSE(agenda_seen(state, audience::presenter)[0].contains("plannedItems"));
}

TEST(FeedOfMeasures, ReplacesThemAllWhenOneChanges) {
    const auto state = session_with({measures(domain::phase::closed)});
    const json expected{{"change", "measuresChanged"}, {"activity", "tun"}, {"measures", as_seen}};
    EXPECT_EQ(told(state, {domain::measure_put{{"tun"}, {}}}), json::array({expected}));
    EXPECT_EQ(told(state, {domain::measure_removed{{"tun"}, {}}}), json::array({expected}));
}

}  // namespace
}  // namespace klartext::wire
