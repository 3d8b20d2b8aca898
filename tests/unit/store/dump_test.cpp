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
            ASSERT_EQ(shown.at("entries").size(), activity.entries.size());
            std::size_t row = 0;
            for (const auto& [id, entry] : activity.entries)
                EXPECT_EQ(shown.at("entries").at(row++).at("text"), entry.text);
        }
    }
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
