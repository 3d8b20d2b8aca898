#include "store/dump.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "crypto/codes.hpp"
#include "unit/store/session_samples.hpp"

namespace klartext::store::testing {
namespace {

using nlohmann::json;

TEST(Dump, IsJsonThatHoldsEveryTextAndEveryRow) {
    samples some(5);
    for (int round = 0; round < 6; ++round) {
        const auto session = some.session();
        const auto printed = json::parse(dump(session));
        EXPECT_EQ(printed.at("title"), session.state.head.settings.title);
        EXPECT_EQ(printed.at("seats"), session.seats.size());
        ASSERT_EQ(printed.at("agenda").size(), session.state.agenda.size());
        for (std::size_t at = 0; at < session.state.agenda.size(); ++at) {
            const auto& activity = session.state.agenda[at];
            const auto& shown = printed.at("agenda").at(at);
            EXPECT_EQ(shown.at("items"), activity.items);
            EXPECT_EQ(shown.at("ballots").size(), activity.ballots.size());
            EXPECT_EQ(shown.at("spentStamps").size(), activity.spent.size());
            EXPECT_EQ(shown.at("upVotes").size(), activity.up_votes.size());
            EXPECT_EQ(shown.at("turn"), activity.turn);
            ASSERT_EQ(shown.at("entries").size(), activity.entries.size());
            std::size_t row = 0;
            for (const auto& [id, entry] : activity.entries)
                EXPECT_EQ(shown.at("entries").at(row++).at("text"), entry.text);
        }
    }
}

TEST(Dump, ShowsKindsTagsMeasuresAndWhoTyped) {
    live::stored_session session;
    auto& wall = session.state.agenda.emplace_back();
    domain::collect_plan plan;
    plan.sections = {{"s", "Ziele", "Persona 1"}};
    plan.kinds = {{"idea", "Idee", domain::tone::violet}};
    plan.per_person = 3;
    plan.beside = true;
    plan.layout = domain::canvas_layout::persona;
    wall.planned = {{"wand"}, "Wand", "", std::nullopt, plan};
    wall.tags = {{{{0xab}}, "Rad", "Alles mit Rädern"}};
    auto& entry = wall.entries[{}] = card("Vom Zettel");
    entry.kind = "idea";
    entry.tags.push_back({{0xab}});
    entry.on_behalf = true;
    auto& list = session.state.agenda.emplace_back();
    const domain::item_source source{{"wahl"}, domain::item_source::kind::top, 8, 0};
    list.planned = {{"tun"}, "Tun", "", std::nullopt, domain::measures_plan{source}};
    domain::measure measure;
    measure.what = "Bänke bestellen";
    measure.who = "Grünflächenamt";
    measure.due = std::chrono::year(2027) / 3 / 31;
    measure.status = domain::measure_status::under_way;
    measure.about = 0;
    list.measures = {measure};

    const auto agenda = json::parse(dump(session)).at("agenda");
    const auto& planned = agenda.at(0).at("plan");
    EXPECT_EQ(planned.at("sections").at(0).at("canvas"), "Persona 1");
    EXPECT_EQ(planned.at("kinds"), (json::array({{{"id", "idea"}, {"title", "Idee"}, {"tone", "violet"}}})));
    EXPECT_EQ(planned.at("perPerson"), 3);
    EXPECT_EQ(planned.at("beside"), true);
    EXPECT_EQ(planned.at("layout"), "persona");
    const auto tag = "ab" + std::string(30, '0');
    EXPECT_EQ(agenda.at(0).at("tags"),
              (json::array({{{"id", tag}, {"name", "Rad"}, {"meaning", "Alles mit Rädern"}}})));
    EXPECT_EQ(agenda.at(0).at("entries").at(0).at("kind"), "idea");
    EXPECT_EQ(agenda.at(0).at("entries").at(0).at("tags"), json::array({tag}));
    EXPECT_EQ(agenda.at(0).at("entries").at(0).at("onBehalf"), true);
    EXPECT_EQ(agenda.at(1).at("plan").at("items").at("take"), "top");
    EXPECT_EQ(agenda.at(1).at("plan").at("items").at("count"), 8);
    EXPECT_EQ(agenda.at(1).at("measures").at(0).at("due"), "2027-03-31");
    EXPECT_EQ(agenda.at(1).at("measures").at(0).at("status"), "under_way");
    EXPECT_EQ(agenda.at(1).at("measures").at(0).at("about"), 0);
}

TEST(Dump, ShowsUpVotesAndSheets) {
    live::stored_session session;
    auto& questions = session.state.agenda.emplace_back();
    domain::collect_plan asking;
    asking.up_votes = true;
    questions.planned = {{"fragen"}, "Fragen", "", std::nullopt, asking};
    questions.up_voters = 9;
    auto& entry = questions.entries[{{0xab}}] = card("Wann?");
    entry.up_votes = 7;
    entry.answered = true;
    questions.up_votes[{{0xcd}}] = {3, {{{0xab}}}, {}};
    auto& sheets = session.state.agenda.emplace_back();
    domain::collect_plan passing;
    passing.sheets = domain::brainwriting{3, 5, std::nullopt};
    sheets.planned = {{"blätter"}, "Blätter", "", std::nullopt, passing};
    sheets.turn = 2;

    const auto agenda = json::parse(dump(session)).at("agenda");
    EXPECT_EQ(agenda.at(0).at("plan").at("upVotes"), true);
    EXPECT_TRUE(agenda.at(0).at("plan").at("brainwriting").is_null());
    EXPECT_EQ(agenda.at(0).at("upVoters"), 9);
    EXPECT_EQ(agenda.at(0).at("entries").at(0).at("upVotes"), 7);
    EXPECT_EQ(agenda.at(0).at("entries").at(0).at("answered"), true);
    const auto zeros = [](std::size_t bytes) { return std::string(2 * bytes, '0'); };
    EXPECT_EQ(agenda.at(0).at("upVotes"), (json::array({{{"stampHash", "cd" + zeros(31)},
                                                         {"counter", 3},
                                                         {"entries", json::array({"ab" + zeros(15)})},
                                                         {"published", json::array()}}})));
    EXPECT_TRUE(agenda.at(1).at("upVoters").is_null());
    EXPECT_EQ(agenda.at(1).at("plan").at("brainwriting"),
              (json{{"perTurn", 3}, {"turnMinutes", 5}, {"turns", nullptr}}));
    EXPECT_EQ(agenda.at(1).at("turn"), 2);
}

TEST(Dump, SaysDatesAndMinutesPlainly) {
    live::stored_session session;
    session.state.head.day = std::chrono::year(2026) / 8 / 5;
    session.state.agenda.emplace_back().opened = domain::minute(std::chrono::minutes(29'000'000));
    const auto printed = json::parse(dump(session));
    EXPECT_EQ(printed.at("day"), "2026-08-05");
    EXPECT_EQ(printed.at("agenda").at(0).at("opened"), "2025-02-19 21:20 UTC");
    EXPECT_TRUE(printed.at("agenda").at(0).at("closed").is_null());
}

TEST(Dump, ShowsNothingThatLetsItsReaderAct) {
    samples some(6);
    auto session = running_session(some);
    session.state.head.minutes_token = "geheimer-link";
    const auto seat = some.id<domain::seat_hash>();
    session.seats.insert(seat);
    const auto printed = dump(session);
    EXPECT_EQ(printed.find("geheimer-link"), std::string::npos);
    EXPECT_EQ(printed.find(crypto::hex_encode(seat.bytes)), std::string::npos);
    EXPECT_EQ(printed.find(crypto::hex_encode(session.keys->stamps)), std::string::npos);
}

TEST(Dump, SurvivesTextThatIsNoUtf8) {
    live::stored_session session;
    session.state.head.settings.title = "\xff";
    EXPECT_NO_THROW((void)dump(session));
}

}  // namespace
}  // namespace klartext::store::testing
