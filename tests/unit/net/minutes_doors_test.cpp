#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>

using namespace klartext;
using namespace klartext::testing;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

struct MinutesDoors : ::testing::Test {
    small_house house;
    std::string ada = house.log_in("Ada");
    small_house::made_session session = house.make_session(ada);
    std::string link = "/minutes/" + session.id + "unguessable";
};

TEST_F(MinutesDoors, TheLinkOpensTheMinutesOnceTheSessionIsClosed) {
    EXPECT_EQ(house.ask("GET", link).status, 404);
    ASSERT_EQ(field(house.ask_as(ada, "POST", session.path + "/close"), "minutesLink"), link);
    EXPECT_EQ(body_of(house.ask("GET", link + "/minutes.html")), "<p>minutes.html");
    EXPECT_EQ(body_of(house.ask("GET", link + "/csv/ideas.csv")), "<p>csv/ideas.csv");
    EXPECT_EQ(house.ask("GET", link + "/csv/other.csv").status, 404);
}

TEST_F(MinutesDoors, TheLinkLeadsIntoTheFolderSoThatThePageFindsTheFilesBesideIt) {
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/close").status, 200);
    for (const auto& asked : {link, link + "/"}) {
        const auto answer = house.ask("GET", asked);
        EXPECT_EQ(answer.status, 302);
        EXPECT_EQ(*net::own_header(answer, "Location"), link + "/minutes.html");
    }
}

TEST_F(MinutesDoors, TheLinkEndsWithTheDayThatTheFacilitatorChose) {
    const auto choices = R"({"about":"","outcome":"","next":"","leftOut":[],"attached":[],"linkDays":30})";
    ASSERT_EQ(house.ask_as(ada, "PUT", session.path + "/minutes-choices", choices).status, 204);
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/close").status, 200);
    const auto started = std::chrono::floor<std::chrono::days>(house.now);
    house.now = started + std::chrono::days(31) - std::chrono::seconds(1);
    EXPECT_EQ(house.ask("GET", link + "/minutes.html").status, 200);
    house.now = started + std::chrono::days(31);
    const auto answer = house.ask("GET", link + "/minutes.html");
    EXPECT_EQ(answer.status, 410);
    EXPECT_EQ(code_of(answer), "minutes_link_ended");
}

TEST_F(MinutesDoors, WhoDoesNotHaveTheWholeLinkFindsNothing) {
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/close").status, 200);
    for (const auto& guess : {session.id, session.id + "unguessabl", session.id + "unguessable2", std::string("x"),
                              std::string(32, '0') + "unguessable"}) {
        const auto answer = house.ask("GET", "/minutes/" + guess);
        EXPECT_EQ(answer.status, 404) << guess;
        EXPECT_EQ(code_of(answer), "unknown_minutes");
        EXPECT_EQ(house.ask("GET", "/minutes/" + guess + "/minutes.html").status, 404) << guess;
    }
    EXPECT_TRUE(house.asked_minutes.empty());
}

TEST_F(MinutesDoors, TheMinutesRunNothingLoadNothingAndAreNotIndexed) {
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/close").status, 200);
    const auto page = house.ask("GET", link + "/minutes.html");
    EXPECT_THAT(*net::own_header(page, "Content-Security-Policy"), HasSubstr("default-src 'none'"));
    EXPECT_THAT(*net::own_header(page, "Content-Security-Policy"), Not(HasSubstr("script-src")));
    EXPECT_THAT(*net::own_header(page, "X-Robots-Tag"), HasSubstr("noindex"));
}

TEST_F(MinutesDoors, WhatABrowserCannotShowIsSavedUnderANameThatSaysWhatItIs) {
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/close").status, 200);
    const auto file = house.ask("GET", link + "/minutes.odt");
    EXPECT_EQ(file.content_type, "application/vnd.oasis.opendocument.text");
    EXPECT_EQ(*net::own_header(file, "Content-Disposition"), "attachment; filename=\"ideen-2026-11-21.odt\"");
    EXPECT_EQ(net::own_header(house.ask("GET", link + "/minutes.html"), "Content-Disposition"), nullptr);
}

TEST_F(MinutesDoors, MinutesThatCannotBeMadeNowAreNotCalledUnknown) {
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/close").status, 200);
    house.store.fails = true;
    const auto answer = house.ask("GET", link + "/minutes.html");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(code_of(answer), "unavailable");
}

TEST_F(MinutesDoors, TheOwnerSeesThePreviewWhileTheSessionRuns) {
    EXPECT_EQ(body_of(house.ask_as(ada, "GET", session.path + "/minutes/csv/ideas.csv")), "<p>csv/ideas.csv");
}

}  // namespace
