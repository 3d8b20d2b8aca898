#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using namespace klartext;
using namespace klartext::testing;

namespace {

using nlohmann::json;

/// A session with an open sign-up "go-on" for two themes.
struct SignUpDoors : ::testing::Test {
    small_house house;
    std::string ada = house.log_in("Ada");
    small_house::made_session session = house.make_session(ada);

    void SetUp() override {
        add("go-on");
        ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/activities/go-on/open").status, 204);
    }
    void add(const std::string& id) {
        const json activity{
            {"id", id}, {"kind", "sign_up"}, {"title", "Mitmachen"}, {"prompt", ""}, {"items", {"Radweg", "Bänke"}}};
        const auto answer =
            house.ask_as(ada, "POST", session.path + "/activities", json{{"activity", activity}}.dump());
        ASSERT_LT(answer.status, 300) << body_of(answer);
    }
    json stamps(int seat = 1) {
        const auto joined = house.ask("POST", "/api/v1/join/" + session.code,
                                      json{{"seat", secret_text(static_cast<std::uint8_t>(seat))}}.dump());
        return json::parse(body_of(joined))["stamps"];
    }
    json envelope(const std::string& name, const json& items, int seat = 1) {
        return {{"type", "signUp"},    {"session", session.id},
                {"activity", "go-on"}, {"stamp", stamps(seat)["signUps"][0]["stamp"]},
                {"counter", 1},        {"name", name},
                {"items", items}};
    }
    net::http_response drop(const json& sent) { return house.ask("POST", "/api/v1/letterbox", sent.dump()); }
    json lists() {
        const auto answer = house.ask_as(ada, "GET", session.path + "/sign-ups");
        EXPECT_EQ(answer.status, 200) << body_of(answer);
        return json::parse(body_of(answer));
    }
};

TEST_F(SignUpDoors, StampsNameTheirActivity) {
    EXPECT_EQ(stamps()["signUps"].size(), 1u);
    EXPECT_EQ(stamps()["signUps"][0]["activity"], "go-on");
}

TEST_F(SignUpDoors, TheOwnerReadsWhoSignedUpByThemeAndName) {
    auto berta = envelope("Berta", {0, 1});
    berta["contact"] = "0170 123";
    ASSERT_EQ(drop(berta).status, 200);
    ASSERT_EQ(drop(envelope("Anna", {1}, 2)).status, 200);
    EXPECT_EQ(lists(), json::parse(R"({"activities":[{"activity":"go-on","title":"Mitmachen","themes":[
        {"text":"Radweg","people":[{"name":"Berta","contact":"0170 123"}]},
        {"text":"Bänke","people":[{"name":"Anna"},{"name":"Berta","contact":"0170 123"}]}]}]})"));
}

TEST_F(SignUpDoors, BeforeItsOpeningThereIsNoList) {
    add("later");
    EXPECT_EQ(lists()["activities"].size(), 1u);
}

TEST_F(SignUpDoors, NobodyElseReadsTheList) {
    ASSERT_EQ(drop(envelope("Anna", {0})).status, 200);
    const auto path = session.path + "/sign-ups";
    EXPECT_EQ(code_of(house.ask("GET", path)), "not_logged_in");
    EXPECT_EQ(code_of(house.ask_as(house.log_in("Eve", true), "GET", path)), "unknown_session");
    const auto* const anna = R"({"activity":"go-on","name":"Anna"})";
    EXPECT_EQ(code_of(house.ask("POST", path + "/remove", anna)), "not_logged_in");
    for (const auto& [name, administrator] : {std::pair{"Emil", false}, std::pair{"Erna", true}})
        EXPECT_EQ(code_of(house.ask_as(house.log_in(name, administrator), "POST", path + "/remove", anna)),
                  "unknown_session")
            << name;
    EXPECT_EQ(house.sign_ups.names.size(), 1u);
}

TEST_F(SignUpDoors, OnRequestOnePersonIsErased) {
    ASSERT_EQ(drop(envelope("Anna", {0})).status, 200);
    ASSERT_EQ(drop(envelope("Berta", {0}, 2)).status, 200);
    const auto removed =
        house.ask_as(ada, "POST", session.path + "/sign-ups/remove", R"({"activity":"go-on","name":"Anna"})");
    EXPECT_EQ(removed.status, 204);
    EXPECT_EQ(lists()["activities"][0]["themes"][0]["people"], json::parse(R"([{"name":"Berta"}])"));
}

TEST_F(SignUpDoors, WhatCannotBeTakenIsRefusedInWords) {
    EXPECT_EQ(code_of(drop(envelope("", {0}))), "text_empty");
    EXPECT_EQ(code_of(drop(envelope("Anna", {2}))), "unknown_item");
    auto forged = envelope("Anna", {0});
    forged["stamp"] = secret_text(9);
    EXPECT_EQ(code_of(drop(forged)), "stamp_invalid");
    auto nothing = envelope("Anna", {0});
    nothing["counter"] = 0;
    EXPECT_EQ(code_of(drop(nothing)), "malformed");
    EXPECT_TRUE(house.sign_ups.names.empty());
}

TEST_F(SignUpDoors, TheLetterboxTakesNoNameWithALogin) {
    EXPECT_EQ(code_of(house.ask_as(ada, "POST", "/api/v1/letterbox", envelope("Anna", {0}).dump())),
              "letterbox_wants_no_identity");
}

TEST_F(SignUpDoors, WhatCannotBeReadNowIsSaid) {
    house.store.fails = true;
    EXPECT_EQ(code_of(house.ask_as(ada, "GET", session.path + "/sign-ups")), "unavailable");
}

}  // namespace
