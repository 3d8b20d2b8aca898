#include "net/routes/ids.hpp"
#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using namespace klartext;
using namespace klartext::testing;
using klartext::live::feed_end;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

struct FeedRoute : ::testing::Test {
    small_house house;
    std::string ada = house.log_in("Ada");
    small_house::made_session session = house.make_session(ada);

    nlohmann::json hello(const std::string& audience) const {
        return {{"type", "hello"}, {"session", session.id}, {"audience", audience}};
    }
    void join(std::uint8_t filling) {
        const nlohmann::json seat{{"seat", secret_text(filling)}};
        ASSERT_EQ(house.ask("POST", "/api/v1/join/" + session.code, seat.dump()).status, 200);
    }
    std::string ticket() { return field(house.ask_as(ada, "POST", session.path + "/ticket"), "ticket"); }
};

TEST_F(FeedRoute, AParticipantNeedsAnAdmittedSeat) {
    auto greeting = hello("participant");
    greeting["seat"] = secret_text(1);
    EXPECT_EQ(house.greet(greeting.dump())->ended, feed_end::not_admitted);
    join(1);
    const auto feed = house.greet(greeting.dump());
    EXPECT_EQ(feed->ended, std::nullopt);
    EXPECT_THAT(feed->heard, ElementsAre("snapshot for participants"));
}

TEST_F(FeedRoute, TheDeskNeedsATicketAndATicketOpensOneFeed) {
    auto greeting = hello("desk");
    greeting["ticket"] = ticket();
    EXPECT_THAT(house.greet(greeting.dump())->heard, ElementsAre("snapshot for desk"));
    EXPECT_EQ(house.greet(greeting.dump())->ended, feed_end::not_admitted);
}

struct EndedLogins : FeedRoute, ::testing::WithParamInterface<const char*> {
    std::string root = house.log_in("Root", true);

    std::string id_of(const std::string& name) {
        for (const auto& each : house.accounts.list())
            if (each.name == name) return net::text_of(each.id);
        return "";
    }
    net::http_response end_logins_of(const std::string& name) {
        return house.ask_as(root, "POST", "/api/v1/desk/accounts/" + id_of(name) + "/" + GetParam());
    }
};

TEST_P(EndedLogins, EndTheDesksFeedsAndTicketsOfTheAccountAndNoOthers) {
    auto greeting = hello("desk");
    greeting["ticket"] = ticket();
    const auto desk = house.greet(greeting.dump());
    greeting["ticket"] = ticket();
    auto screen_hello = hello("presenter");
    screen_hello["code"] = session.code;
    const auto screen = house.greet(screen_hello.dump());
    const auto eve = house.log_in("Eve");
    const auto others = house.make_session(eve);
    const auto others_ticket = field(house.ask_as(eve, "POST", others.path + "/ticket"), "ticket");
    const auto others_desk = house.greet(nlohmann::json{
        {"type", "hello"},
        {"session", others.id},
        {"audience", "desk"},
        {"ticket", others_ticket}}.dump());

    ASSERT_LT(end_logins_of("Ada").status, 300);
    EXPECT_EQ(desk->ended, feed_end::not_admitted);
    EXPECT_EQ(house.greet(greeting.dump())->ended, feed_end::not_admitted) << "a ticket from before";
    EXPECT_EQ(screen->ended, std::nullopt);
    EXPECT_EQ(others_desk->ended, std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(ByAnAdministrator, EndedLogins, ::testing::Values("disable", "reset"));

TEST_F(FeedRoute, AnAccountThatCannotBeDisabledKeepsItsFeeds) {
    const auto root = house.log_in("Root", true);
    const auto own = house.make_session(root);
    const auto ticket = field(house.ask_as(root, "POST", own.path + "/ticket"), "ticket");
    const auto desk = house.greet(
        nlohmann::json{{"type", "hello"}, {"session", own.id}, {"audience", "desk"}, {"ticket", ticket}}.dump());
    for (const auto& each : house.accounts.list())
        house.ask_as(root, "POST", "/api/v1/desk/accounts/" + net::text_of(each.id) + "/disable");
    EXPECT_EQ(desk->ended, std::nullopt) << "the last administrator";
}

TEST_F(FeedRoute, APresenterNeedsTheCode) {
    auto greeting = hello("presenter");
    greeting["code"] = session.code;
    EXPECT_THAT(house.greet(greeting.dump())->heard, ElementsAre("snapshot for presenter"));
    greeting["code"] = "ZZZZZZZZ";
    EXPECT_EQ(house.greet(greeting.dump())->ended, feed_end::not_admitted);
}

TEST_F(FeedRoute, AnythingButAHelloIsAProtocolError) {
    auto with_content = hello("presenter");
    with_content["code"] = session.code;
    with_content["text"] = "Mehr Bänke";
    for (const auto& text : {std::string(""), std::string("hello"), std::string(R"({"type":"entry"})"),
                             with_content.dump(), hello("god").dump()}) {
        EXPECT_EQ(house.greet(text)->ended, feed_end::protocol_error) << text;
    }
}

TEST_F(FeedRoute, AnUnknownSessionAdmitsNobody) {
    auto greeting = hello("presenter");
    greeting["session"] = std::string(32, '0');
    greeting["code"] = session.code;
    EXPECT_EQ(house.greet(greeting.dump())->ended, feed_end::not_admitted);
}

TEST_F(FeedRoute, WhatHappensReachesTheFeedUntilItIsGone) {
    auto greeting = hello("presenter");
    greeting["code"] = session.code;
    const auto feed = house.greet(greeting.dump());
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/activities/vote/open").status, 204);
    EXPECT_THAT(feed->heard, ElementsAre("snapshot for presenter", "update for participants"));
    feed->gone();
    feed->heard.clear();
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/activities/vote/close").status, 204);
    EXPECT_THAT(feed->heard, IsEmpty());
}

TEST_F(FeedRoute, WhoIsThereAtTheCloseStaysAndWhoComesBackLearnsThatItIsOver) {
    join(1);
    auto greeting = hello("participant");
    greeting["seat"] = secret_text(1);
    const auto feed = house.greet(greeting.dump());
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/close").status, 200);
    EXPECT_EQ(feed->ended, std::nullopt);
    EXPECT_THAT(feed->heard, ElementsAre("snapshot for participants", "update for participants"));
    EXPECT_EQ(house.greet(greeting.dump())->ended, feed_end::session_gone) << "though the session is still in memory";
    auto screen = hello("presenter");
    screen["code"] = session.code;
    EXPECT_THAT(house.greet(screen.dump())->heard, ElementsAre("snapshot for presenter"));
}

TEST_F(FeedRoute, ASeatThatASessionHasLostWithItsKeysIsUnknownAndTheSessionIsNotOver) {
    const auto lost = house.make_session(ada, false);
    for (auto& [id, stored] : house.store.sessions) stored.keys.reset();
    auto greeting = hello("participant");
    greeting["session"] = lost.id;
    greeting["seat"] = secret_text(1);
    EXPECT_EQ(house.greet(greeting.dump())->ended, feed_end::not_admitted);
}

TEST_F(FeedRoute, WhoComesToAClosedSessionWithASeatThatItHasForgottenLearnsThatItIsOver) {
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/close").status, 200);
    auto greeting = hello("participant");
    greeting["seat"] = secret_text(1);
    EXPECT_EQ(house.greet(greeting.dump())->ended, feed_end::session_gone);
}

}  // namespace
