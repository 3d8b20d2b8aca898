#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using namespace klartext;
using namespace klartext::testing;

namespace {

struct SessionDoors : ::testing::Test {
    small_house house;
    std::string ada = house.log_in("Ada", true);
    std::string eve = house.log_in("Eve", true);
    small_house::made_session session = house.make_session(ada, false);

    net::http_response post(const std::string& what, const std::string& body = "") {
        return house.ask_as(ada, "POST", session.path + what, body);
    }
};

TEST_F(SessionDoors, NobodyButItsOwnerHasAnythingToDoWithASession) {
    const std::vector<std::pair<std::string, std::string>> doors{
        {"GET", ""},
        {"PUT", ""},
        {"DELETE", ""},
        {"POST", "/start"},
        {"POST", "/close"},
        {"PUT", "/door"},
        {"POST", "/ticket"},
        {"POST", "/activities"},
        {"PUT", "/agenda"},
        {"PUT", "/activities/ideas"},
        {"DELETE", "/activities/ideas"},
        {"POST", "/activities/ideas/open"},
        {"POST", "/activities/ideas/close"},
        {"POST", "/activities/ideas/uncover"},
        {"POST", "/activities/ideas/clusters"},
        {"PUT", "/activities/ideas/clusters/" + std::string(32, 'a')},
        {"DELETE", "/activities/ideas/clusters/" + std::string(32, 'a')},
        {"POST", "/activities/ideas/clusters/" + std::string(32, 'a') + "/merge"},
        {"POST", "/activities/ideas/arrange"},
        {"POST", "/activities/ideas/entries/" + std::string(32, 'a') + "/remove"},
        {"POST", "/activities/ideas/entries/" + std::string(32, 'a') + "/restore"},
        {"GET", "/activities/ideas/removed"},
        {"GET", "/minutes/minutes.html"}};
    for (const auto& [method, door] : doors) {
        EXPECT_EQ(code_of(house.ask(method, session.path + door)), "not_logged_in") << method << door;
        const auto foreign = house.ask_as(eve, method, session.path + door);
        const auto nowhere = house.ask_as(eve, method, "/api/v1/desk/sessions/" + std::string(32, '0') + door);
        EXPECT_EQ(foreign.status, 404) << method << door;
        EXPECT_EQ(code_of(foreign), "unknown_session") << method << door;
        EXPECT_EQ(body_of(foreign), body_of(nowhere)) << "whether it exists: " << method << door;
    }
    EXPECT_TRUE(house.asked_minutes.empty());
}

TEST_F(SessionDoors, EverybodySeesTheirOwnSessionsOnly) {
    const auto own = nlohmann::json::parse(body_of(house.ask_as(ada, "GET", "/api/v1/desk/sessions")))["sessions"];
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own[0]["id"], session.id);
    EXPECT_EQ(own[0]["title"], "Park");
    EXPECT_EQ(body_of(house.ask_as(eve, "GET", "/api/v1/desk/sessions")), R"({"sessions":[]})");
    EXPECT_EQ(house.ask("GET", "/api/v1/desk/sessions").status, 401);
}

TEST_F(SessionDoors, ASessionIsCreatedByTheRulesOfTheWorkshop) {
    const auto create = [&](const nlohmann::json& body) {
        return house.ask_as(ada, "POST", "/api/v1/desk/sessions", body.dump());
    };
    nlohmann::json plan{{"title", "  "}, {"language", "en"}, {"agenda", nlohmann::json::array()}};
    EXPECT_EQ(code_of(create(plan)), "text_empty");
    plan["title"] = std::string(201, 'a');
    EXPECT_EQ(code_of(create(plan)), "text_too_long");
    plan["title"] = "fine";
    const nlohmann::json step{{"id", "a"}, {"kind", "present"}, {"title", "t"}, {"prompt", ""}};
    plan["agenda"] = {step, step};
    EXPECT_EQ(code_of(create(plan)), "duplicate_activity");
    plan["agenda"] = {step};
    EXPECT_EQ(create(plan).status, 201);
    plan["surprise"] = 1;
    EXPECT_EQ(code_of(create(plan)), "malformed");
}

TEST_F(SessionDoors, ASessionIsShownToItsOwner) {
    const auto shown = nlohmann::json::parse(body_of(house.ask_as(ada, "GET", session.path)));
    EXPECT_EQ(shown["code"], session.code);
    EXPECT_EQ(shown["phase"], "draft");
    EXPECT_EQ(shown["agenda"].size(), 2U);
    EXPECT_EQ(shown["mail"]["sent"], 3);
    EXPECT_FALSE(shown.contains("minutesLink"));
}

TEST_F(SessionDoors, ASessionIsEditedStartedAndClosedAndThenHasItsMinutes) {
    const auto edited = nlohmann::json{
        {"title", "Neu"}, {"language", "de"}, {"notice", "Wir hängen es aus."}, {"openSmallGroup", true}};
    EXPECT_EQ(house.ask_as(ada, "PUT", session.path, edited.dump()).status, 204);
    EXPECT_EQ(post("/start").status, 204);
    EXPECT_EQ(post("/start").status, 204);
    auto other_promise = edited;
    other_promise["notice"] = "Doch nicht.";
    EXPECT_EQ(code_of(house.ask_as(ada, "PUT", session.path, other_promise.dump())), "notice_frozen");
    const auto closed = post("/close");
    EXPECT_EQ(closed.status, 200);
    const auto link = field(closed, "minutesLink");
    EXPECT_EQ(link, "/minutes/" + session.id + "unguessable");
    EXPECT_EQ(field(house.ask_as(ada, "GET", session.path), "minutesLink"), link);
}

TEST_F(SessionDoors, WhatStandsInTheMinutesIsTheOwnersChoiceAlsoAfterTheClose) {
    const auto path = session.path + "/minutes-choices";
    const auto choices = [&] { return nlohmann::json::parse(body_of(house.ask_as(ada, "GET", path))); };
    EXPECT_EQ(choices()["attached"], nlohmann::json::array({"pdf"}));
    auto wanted = choices();
    wanted["next"] = "Im März mehr.";
    wanted["leftOut"] = {"ideas"};
    EXPECT_EQ(house.ask_as(ada, "PUT", path, wanted.dump()).status, 204);
    EXPECT_EQ(choices(), wanted);
    EXPECT_EQ(code_of(house.ask_as(eve, "PUT", path, wanted.dump())), "unknown_session");
    EXPECT_EQ(code_of(house.ask_as(eve, "GET", path)), "unknown_session");
    ASSERT_EQ(post("/start").status, 204);
    ASSERT_EQ(post("/close").status, 200);
    wanted["next"] = "Doch schon im Januar.";
    EXPECT_EQ(house.ask_as(ada, "PUT", path, wanted.dump()).status, 204);
    EXPECT_EQ(choices()["next"], "Doch schon im Januar.");
}

TEST_F(SessionDoors, ARunningSessionCannotBeDeletedAndADraftCan) {
    ASSERT_EQ(post("/start").status, 204);
    EXPECT_EQ(code_of(house.ask_as(ada, "DELETE", session.path)), "session_running");
    const auto draft = house.make_session(ada, false);
    EXPECT_EQ(house.ask_as(ada, "DELETE", draft.path).status, 204);
    EXPECT_EQ(code_of(house.ask_as(ada, "GET", draft.path)), "unknown_session");
}

TEST_F(SessionDoors, ASessionThatCannotBeReadAnyMoreCanBeDeletedByItsOwnerAlone) {
    const auto damaged = house.make_session(ada, false);
    house.store.sessions.clear();
    EXPECT_EQ(code_of(house.ask_as(ada, "GET", damaged.path)), "unavailable");
    EXPECT_EQ(code_of(house.ask_as(eve, "DELETE", damaged.path)), "unknown_session");
    house.store.fails = true;
    EXPECT_EQ(code_of(house.ask_as(ada, "DELETE", damaged.path)), "unavailable");
    house.store.fails = false;
    EXPECT_EQ(house.ask_as(ada, "DELETE", damaged.path).status, 204);
    EXPECT_EQ(code_of(house.ask_as(ada, "GET", damaged.path)), "unknown_session");
}

TEST_F(SessionDoors, WhatIsNotStoredIsNotConfirmed) {
    house.store.fails = true;
    EXPECT_EQ(post("/start").status, 503);
    EXPECT_EQ(
        code_of(house.ask_as(ada, "POST", "/api/v1/desk/sessions", R"({"title":"t","language":"de","agenda":[]})")),
        "unavailable");
}

}  // namespace
