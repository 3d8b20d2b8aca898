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

TEST_F(MinutesDoors, ALinkThatIsTakenBackLeadsNowhereAndTheOwnerStillReads) {
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/close").status, 200);
    EXPECT_EQ(house.ask_as(ada, "DELETE", session.path + "/minutes-link").status, 204);
    for (const auto& asked : {link, link + "/minutes.html", "/minutes/" + session.id}) {
        EXPECT_EQ(house.ask("GET", asked).status, 404) << asked;
        EXPECT_EQ(code_of(house.ask("GET", asked)), "unknown_minutes") << asked;
    }
    EXPECT_THAT(body_of(house.ask_as(ada, "GET", session.path)), Not(HasSubstr("minutesLink")));
    EXPECT_EQ(body_of(house.ask_as(ada, "POST", session.path + "/close")), "{}") << "closed before, without a link";
    EXPECT_EQ(house.ask_as(ada, "GET", session.path + "/minutes/minutes.html").status, 200);
}

TEST_F(MinutesDoors, ANewLinkEndsTheOneBefore) {
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/close").status, 200);
    const auto second = field(house.ask_as(ada, "PUT", session.path + "/minutes-link"), "minutesLink");
    const auto third = field(house.ask_as(ada, "PUT", session.path + "/minutes-link"), "minutesLink");
    EXPECT_EQ(second.size(), link.size() - std::string("unguessable").size() + 32) << second;
    EXPECT_NE(second, third);
    EXPECT_EQ(field(house.ask_as(ada, "GET", session.path), "minutesLink"), third);
    EXPECT_EQ(house.ask("GET", link).status, 404);
    EXPECT_EQ(house.ask("GET", second).status, 404);
    EXPECT_EQ(body_of(house.ask("GET", third + "/minutes.html")), "<p>minutes.html");
}

TEST_F(MinutesDoors, TheLinkIsTheOwnersAndOnlyAfterTheClose) {
    EXPECT_EQ(code_of(house.ask_as(ada, "PUT", session.path + "/minutes-link")), "session_not_closed");
    EXPECT_EQ(code_of(house.ask_as(ada, "DELETE", session.path + "/minutes-link")), "session_not_closed");
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/close").status, 200);
    const auto eve = house.log_in("Eve", true);
    EXPECT_EQ(code_of(house.ask_as(eve, "PUT", session.path + "/minutes-link")), "unknown_session");
    EXPECT_EQ(code_of(house.ask_as(eve, "DELETE", session.path + "/minutes-link")), "unknown_session");
    EXPECT_EQ(code_of(house.ask("DELETE", session.path + "/minutes-link")), "not_logged_in");
    EXPECT_EQ(house.ask("GET", link).status, 302);
}

TEST_F(MinutesDoors, ALinkThatCouldNotBeStoredIsNotGiven) {
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/close").status, 200);
    house.store.fails = true;
    EXPECT_EQ(house.ask_as(ada, "PUT", session.path + "/minutes-link").status, 503);
    EXPECT_EQ(house.ask_as(ada, "DELETE", session.path + "/minutes-link").status, 503);
}

TEST_F(MinutesDoors, TheDeskSaysUntilWhenTheLinkHolds) {
    const auto choices = R"({"about":"","outcome":"","next":"","leftOut":[],"attached":[],"linkDays":30})";
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/close").status, 200);
    EXPECT_THAT(body_of(house.ask_as(ada, "GET", session.path)), Not(HasSubstr("minutesLinkUntil")));
    ASSERT_EQ(house.ask_as(ada, "PUT", session.path + "/minutes-choices", choices).status, 204);
    EXPECT_EQ(field(house.ask_as(ada, "GET", session.path), "minutesLinkUntil"), "2026-04-01");
}

TEST_F(MinutesDoors, TheKeyThatSignsIsThereForEverybody) {
    const auto answer = house.ask("GET", "/api/v1/signing-key");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(field(answer, "algorithm"), "ed25519");
    EXPECT_EQ(field(answer, "publicKey"), secret_text(7));
    EXPECT_EQ(field(answer, "fingerprint"), "4bb0 6f8e 4e3a 7715");
}

}  // namespace
