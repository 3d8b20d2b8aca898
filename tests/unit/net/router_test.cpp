#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>

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
    EXPECT_EQ(code_of(house.ask("DELETE", "/api/v1/letterbox")), "wrong_method");
    EXPECT_EQ(code_of(house.ask("GET", "/api/v1/letterbox")), "wrong_method");
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
        for (const auto* type : {"", "text/plain", "application/x-www-form-urlencoded"}) {
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

}  // namespace
