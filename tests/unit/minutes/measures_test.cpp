#include "unit/minutes/after_the_workshop.hpp"

namespace klartext::minutes::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using take = item_source::kind;

struct MinutesOfMeasures : after_the_workshop {
    void hold(const item_source& source) {
        const multi_criteria_rules rules{
            .criteria = {{"Wirkung", 1, false}, {"Aufwand", 1, true}, {"Risiko", 1, true}}};
        start_with({vote("vote", rules, {"A", "B"}), {{"then"}, "Maßnahmen", "", std::nullopt, measures_plan{source}}});
        open("vote");
        const multi_criteria_ballot ballot{{{0, {{0, 5}, {1, 1}, {2, 1}}}, {1, {{0, 1}, {1, 5}, {2, 1}}}}, {}};
        for (std::uint8_t n = 1; n <= 5; ++n) does(cast_ballot{{"vote"}, stamp_nr(n), 1, ballot});
        close("vote");
        open("then");
    }
    void put(std::uint8_t n, std::string what, std::optional<item_number> about = {}) {
        does(put_measure{{"then"}, {.id = {.bytes = {n}}, .what = std::move(what), .about = about}});
    }
    [[nodiscard]] protocol::measures in_minutes() const { return activity(1).measures.value(); }
};

TEST_F(MinutesOfMeasures, SayWhatWasAgreedAndWhatItFollowsFrom) {
    hold({{"vote"}, take::top, 2});
    put(1, "Bänke");
    does(put_measure{{"then"},
                     {.id = {.bytes = {2}},
                      .what = "Linden pflanzen",
                      .who = "Bauamt",
                      .due = std::chrono::year{2027} / 3 / 31,
                      .status = measure_status::done,
                      .about = 1}});
    const auto written = in_minutes();
    EXPECT_EQ(activity(1).kind, protocol::activity_kind::measures);
    EXPECT_FALSE(activity(1).vote);
    EXPECT_THAT(written.items, ElementsAre("A", "B"));
    ASSERT_EQ(written.list.size(), 2U);
    EXPECT_EQ(written.list[0].what, "Bänke");
    EXPECT_FALSE(written.list[0].about);
    EXPECT_EQ(written.list[1].who, "Bauamt");
    EXPECT_EQ(written.list[1].due, std::chrono::year{2027} / 3 / 31);
    EXPECT_EQ(written.list[1].status, protocol::measure_status::done);
    EXPECT_EQ(written.list[1].about, 1U);
}

TEST_F(MinutesOfMeasures, NameTheRuleByWhichTheItemsCame) {
    hold({{"vote"}, take::quadrant});
    ASSERT_TRUE(in_minutes().source);
    EXPECT_EQ(in_minutes().source->title, "Abstimmung");
    EXPECT_EQ(in_minutes().source->taken, protocol::taken::quadrant);
    EXPECT_FALSE(in_minutes().source->by_up_votes);
    EXPECT_THAT(in_minutes().source->criteria, ElementsAre("Wirkung", "Aufwand")) << "these two span the field";
    EXPECT_THAT(in_minutes().items, ElementsAre("A"));
}

TEST_F(MinutesOfMeasures, OfAnActivityThatIsLeftOutAreNotWritten) {
    hold({{"vote"}, take::above, 0, 1});
    put(1, "geheim");
    EXPECT_EQ(in_minutes().source->line, 1);
    does(edit_minutes{{.left_out = {{"then"}}}});
    EXPECT_FALSE(activity(1).measures);
}

TEST_F(MinutesOfMeasures, WithoutASourceHaveNone) {
    start_with({{{"then"}, "Maßnahmen", "", std::nullopt, measures_plan{}}});
    open("then");
    put(1, "Nachfragen");
    EXPECT_FALSE(activity(0).measures->source);
    EXPECT_THAT(activity(0).measures->items, IsEmpty());
    EXPECT_EQ(activity(0).measures->list.size(), 1U);
}

}  // namespace
}  // namespace klartext::minutes::testing
