#include "domain/limits.hpp"
#include "unit/domain/workshop.hpp"

#include <gmock/gmock.h>

namespace klartext::domain {
namespace {

using ::testing::ElementsAre;

measure_id measure_nr(std::uint8_t n) { return {.bytes = {n}}; }

struct Measures : workshop {
    void SetUp() override {
        start_with(
            {vote("dots", dots_rules{}, {"A", "B"}),
             {{"then"}, "Maßnahmen", "", std::nullopt, measures_plan{item_source{{"dots"}, item_source::kind::top, 2}}},
             {{"free"}, "Maßnahmen", "", std::nullopt, measures_plan{}}});
        open("dots");
        for (std::uint8_t n = 1; n <= 5; ++n)
            does(cast_ballot{{"dots"}, stamp_nr(n), 1, dots_ballot{{{0, 2}, {1, 1}}}});
        close("dots");
    }
    static put_measure put(std::uint8_t n, std::string what, const std::string& in = "then") {
        return {{in}, {.id = measure_nr(n), .what = std::move(what)}};
    }
    const std::vector<measure>& all(const std::string& in = "then") { return state.find({in})->measures; }
    std::vector<std::string> texts() {
        std::vector<std::string> found;
        for (const auto& each : all()) found.push_back(each.what);
        return found;
    }
};

TEST_F(Measures, AreAddedReplacedAndRemovedByTheirIds) {
    open("then");
    does(put(2, "Bäume pflanzen"));
    does(put(1, "Bänke aufstellen"));
    does(put(2, "Linden pflanzen"));
    EXPECT_THAT(texts(), ElementsAre("Linden pflanzen", "Bänke aufstellen"));
    does(remove_measure{{"then"}, measure_nr(2)});
    EXPECT_THAT(texts(), ElementsAre("Bänke aufstellen"));
    EXPECT_EQ(refused(remove_measure{{"then"}, measure_nr(2)}), refusal::unknown_measure);
}

TEST_F(Measures, SayWhoByWhenHowFarAndWhatTheyFollowFrom) {
    open("then");
    auto wanted = put(1, "  Bäume pflanzen\n");
    wanted.measure.who = " Bauamt ";
    wanted.measure.due = std::chrono::year{2027} / 3 / 31;
    wanted.measure.status = measure_status::under_way;
    wanted.measure.about = 1;
    does(wanted);
    EXPECT_EQ(all().front(), (measure{measure_nr(1), "Bäume pflanzen", "Bauamt", std::chrono::year{2027} / 3 / 31,
                                      measure_status::under_way, 1}));
    EXPECT_TRUE(does(wanted).empty()) << "a resend changes nothing";
}

TEST_F(Measures, WithoutAnOwnerADateOrASourceAreAllowed) {
    open("free");
    EXPECT_TRUE(state.find({"free"})->items.empty());
    does(put(1, "Nachfragen", "free"));
    EXPECT_EQ(all("free").size(), 1U);
}

TEST_F(Measures, ThatSayNothingOrTooMuchAreRefused) {
    open("then");
    EXPECT_EQ(refused(put(1, " \n")), refusal::text_empty);
    EXPECT_EQ(refused(put(1, std::string(limits::item_text + 1, 'x'))), refusal::text_too_long);
    auto wanted = put(1, "Bäume");
    wanted.measure.who = std::string(limits::title + 1, 'x');
    EXPECT_EQ(refused(wanted), refusal::text_too_long);
    wanted = put(1, "Bäume");
    wanted.measure.due = std::chrono::year{2027} / 2 / 30;
    EXPECT_EQ(refused(wanted), refusal::bad_date);
    for (const int year : {-1, 0, 2, 1899, 10'000}) {
        wanted.measure.due = std::chrono::year{year} / 3 / 31;
        EXPECT_EQ(refused(wanted), refusal::bad_date) << year;
    }
    for (const int year : {1900, 9999}) {
        wanted.measure.due = std::chrono::year{year} / 12 / 31;
        EXPECT_FALSE(does(wanted).empty()) << year;
    }
    for (const item_number about : {-1, 2}) {
        wanted = put(1, "Bäume");
        wanted.measure.about = about;
        EXPECT_EQ(refused(wanted), refusal::unknown_item) << about;
    }
}

TEST_F(Measures, AreWrittenFromTheOpeningUntilTheSessionCloses) {
    EXPECT_EQ(refused(put(1, "Zu früh")), refusal::activity_not_open);
    EXPECT_EQ(refused(put(1, "Falsch", "dots")), refusal::wrong_kind);
    EXPECT_EQ(refused(put(1, "Nirgends", "nowhere")), refusal::unknown_activity);
    open("then");
    close("then");
    does(put(1, "Auch danach"));
    does(close_session{});
    EXPECT_EQ(refused(put(2, "Zu spät")), refusal::session_closed);
    EXPECT_EQ(refused(remove_measure{{"then"}, measure_nr(1)}), refusal::session_closed);
}

TEST_F(Measures, KeepWhatTheyFollowFromWhenTheActivityOpensAgain) {
    open("then");
    auto wanted = put(1, "Bäume");
    wanted.measure.about = 1;
    does(wanted);
    close("then");
    open("then");
    EXPECT_EQ(state.find({"then"})->phase, phase::open);
    EXPECT_THAT(state.find({"then"})->items, ElementsAre("A", "B"));
    EXPECT_EQ(all().size(), 1U);
}

TEST_F(Measures, AreLimitedInNumber) {
    open("then");
    auto& measures = state.find({"then"})->measures;
    for (std::size_t n = 0; n < limits::measures; ++n)
        measures.push_back(
            {.id = {.bytes = {9, static_cast<std::uint8_t>(n / 256), static_cast<std::uint8_t>(n % 256)}},
             .what = "x"});
    EXPECT_EQ(refused(put(1, "Eine mehr")), refusal::too_many_measures);
    does(put_measure{{"then"}, {.id = measures.front().id, .what = "geändert"}});
    EXPECT_EQ(all().front().what, "geändert");
}

TEST_F(Measures, TheActivityTakesTheStageAndNoRoundSlot) {
    open("then");
    EXPECT_EQ(state.head.stage, activity_id{"then"});
    EXPECT_FALSE(state.find({"then"})->slot);
}

}  // namespace
}  // namespace klartext::domain
