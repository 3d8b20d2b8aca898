#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>

using namespace klartext;
using namespace klartext::testing;

namespace {

TEST(Router, HealthIsThere) {
    small_house house;
    EXPECT_EQ(house.ask("GET", "/healthz").status, 200);
    EXPECT_EQ(field(house.ask("GET", "/healthz"), "status"), "ok");
    EXPECT_EQ(house.ask("HEAD", "/healthz").status, 200);
}

TEST(Router, UnknownPathsOfTheApiAreNotFoundAndOthersAreTheClients) {
    small_house house;
    EXPECT_EQ(code_of(house.ask("GET", "/api/v1/nothing")), "not_found");
    EXPECT_EQ(code_of(house.ask("GET", "/api")), "not_found");
    EXPECT_THAT(body_of(house.ask("GET", "/somewhere")), ::testing::HasSubstr("<!doctype html>"));
}

TEST(Router, AKnownPathTakesItsMethodsOnly) {
    small_house house;
    const auto allowed = [&](const char* method, const char* path) {
        const auto answer = house.ask(method, path);
        EXPECT_EQ(answer.status, 405) << method << path;
        EXPECT_EQ(code_of(answer), "wrong_method") << method << path;
        const auto* allow = net::own_header(answer, "Allow");
        return allow ? *allow : "no Allow";
    };
    EXPECT_EQ(allowed("DELETE", "/api/v1/letterbox"), "POST");
    EXPECT_EQ(allowed("GET", "/api/v1/letterbox"), "POST");
    EXPECT_EQ(allowed("PUT", "/api/v1/join/ABCDEFGH"), "GET, HEAD, POST");
    EXPECT_EQ(allowed("PATCH",
                      "/api/v1/desk/sessions/"
                      "0/activities/a"),
              "PUT, DELETE");
    EXPECT_EQ(allowed("POST", "/somewhere"), "GET, HEAD");
}

/// "GET /api/v1/join/{}" for each operation in the description.
std::set<std::string> described_doors() {
    std::ifstream description(KLARTEXT_SOURCE_DIR "/docs/api/openapi.yaml");
    const std::regex path("  (/.*):"), method("    (get|put|post|delete):"), part("[{]\\w+[}]");
    std::set<std::string> doors;
    std::string where;
    std::smatch found;
    for (std::string line; std::getline(description, line);) {
        if (std::regex_match(line, found, path)) where = std::regex_replace(found[1].str(), part, "{}");
        if (!std::regex_match(line, found, method)) continue;
        auto door = found[1].str() + ' ' + where;
        std::transform(door.begin(), door.begin() + found[1].length(), door.begin(), ::toupper);
        doors.insert(std::move(door));
    }
    return doors;
}

TEST(Router, HasTheDoorsThatAreDescribedAndNoOthers) {
    small_house house;
    std::set<std::string> doors{"GET /api/v1/feed"};
    for (auto door : house.routes->list()) {
        if (door.ends_with("{*}")) door.replace(door.size() - 3, 3, "{}");
        EXPECT_TRUE(doors.insert(door).second) << door << " is there twice";
    }
    EXPECT_EQ(doors, described_doors());
}

TEST(Router, WhatChangesSomethingIsRefusedFromAForeignPage) {
    small_house house;
    for (const auto* path : {"/api/v1/letterbox", "/api/v1/join/ABCDEFGH", "/api/v1/stamps", "/api/v1/desk/login",
                             "/api/v1/desk/sessions"}) {
        auto foreign = house.request("POST", path, "{}");
        foreign.origin = "https://elsewhere.example";
        const auto answer = house.answer(std::move(foreign));
        EXPECT_EQ(answer.status, 403) << path;
        EXPECT_EQ(code_of(answer), "foreign_origin") << path;
        auto no_page = house.request("POST", path, "{}");
        no_page.origin.reset();
        EXPECT_NE(code_of(house.answer(std::move(no_page))), "foreign_origin") << path;
    }
}

TEST(Router, WhatChangesSomethingMustBeJson) {
    small_house house;
    for (const auto* path : {"/api/v1/letterbox", "/api/v1/join/ABCDEFGH", "/api/v1/stamps", "/api/v1/desk/login"}) {
        for (const auto* type :
             {"", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1"}) {
            auto odd = house.request("POST", path, "{}");
            odd.content_type = type;
            EXPECT_EQ(house.answer(std::move(odd)).status, 415) << path << type;
        }
    }
}

TEST(Router, LargeBodiesAreForTheDeskAlone) {
    small_house house;
    auto desk = house.request("POST", "/api/v1/desk/sessions");
    EXPECT_EQ(net::routes::body_limit(desk), 64U * 1024);
    desk.cookie = "klartext_login=any";
    EXPECT_EQ(net::routes::body_limit(desk), 4U * 1024 * 1024);
    auto letter = house.request("POST", "/api/v1/letterbox");
    letter.cookie = "klartext_login=any";
    EXPECT_EQ(net::routes::body_limit(letter), 64U * 1024);
}

TEST(Router, WhatMayBeSentTwiceIsSentAgainByItselfAndWhatMayNotIsLeftToAPerson) {
    const auto told = [](const char* path) { return code_of(net::routes::too_late(path)); };
    for (const auto* path : {"/api/v1/letterbox", "/api/v1/join/ABCDEFGH", "/api/v1/stamps"})
        EXPECT_EQ(told(path), "kept_will_be_sent_again") << path;
    for (const auto* path : {"/api/v1/desk/sessions", "/api/v1/desk/sessions/0/activities/a/clusters", "/minutes/0"})
        EXPECT_EQ(told(path), "unavailable") << path;
    const auto words = wire::text_of(wire::problem::unavailable).advice;
    EXPECT_EQ(words.en.find("Nothing was changed"), std::string_view::npos) << "nobody knows";
}

}  // namespace
