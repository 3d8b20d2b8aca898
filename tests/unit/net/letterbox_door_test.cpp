#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using namespace klartext;
using namespace klartext::testing;

namespace {

struct LetterboxDoor : ::testing::Test {
    small_house house;
    std::string login = house.log_in("Ada");
    small_house::made_session session = house.make_session(login);
    nlohmann::json stamps = nlohmann::json::parse(body_of(
        house.ask("POST", "/api/v1/join/" + session.code, R"({"seat":")" + secret_text(1) + R"("})")))["stamps"];

    nlohmann::json card(int stamp, std::string id = "0123456789abcdef0123456789abcdef") const {
        return {{"type", "entry"},
                {"session", session.id},
                {"activity", "ideas"},
                {"stamp", stamps["entries"][0]["stamps"][static_cast<std::size_t>(stamp)]},
                {"entry", {{"id", id}, {"text", "Mehr Bänke"}, {"editHash", secret_text(9)}}}};
    }
    net::http_response drop(const nlohmann::json& envelope) {
        return house.ask("POST", "/api/v1/letterbox", envelope.dump());
    }
};

TEST_F(LetterboxDoor, AnEnvelopeWithAStampIsReceivedAndAResendToo) {
    const auto answer = drop(card(0));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(body_of(answer), R"({"received":true})");
    EXPECT_EQ(drop(card(0)).status, 200);
}

TEST_F(LetterboxDoor, AnonymityRule2TheLetterboxWantsNoIdentity) {
    auto with_cookie = house.request("POST", "/api/v1/letterbox", card(0).dump());
    with_cookie.cookie = "a=b";
    EXPECT_EQ(code_of(house.answer(with_cookie)), "letterbox_wants_no_identity");
    auto authorized = house.request("POST", "/api/v1/letterbox", card(0).dump());
    authorized.authorization = true;
    const auto answer = house.answer(authorized);
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(code_of(answer), "letterbox_wants_no_identity");
}

TEST_F(LetterboxDoor, AUsedStampIsSpentAndAForgedOneInvalid) {
    ASSERT_EQ(drop(card(0)).status, 200);
    const auto spent = drop(card(0, "ffffffffffffffffffffffffffffffff"));
    EXPECT_EQ(spent.status, 409);
    EXPECT_EQ(code_of(spent), "stamp_spent");
    auto forged = card(1, "ffffffffffffffffffffffffffffffff");
    forged["stamp"] = secret_text(7);
    EXPECT_EQ(drop(forged).status, 403);
    EXPECT_EQ(code_of(drop(forged)), "stamp_invalid");
}

TEST_F(LetterboxDoor, NothingIsConfirmedThatIsNotStored) {
    house.store.fails = true;
    const auto answer = drop(card(0));
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(code_of(answer), "kept_will_be_sent_again");
}

TEST_F(LetterboxDoor, WhatTheWorkshopRefusesComesBackWithItsCode) {
    auto wrong = card(0);
    wrong["activity"] = "nowhere";
    EXPECT_EQ(code_of(drop(wrong)), "unknown_activity");
    wrong["session"] = std::string(32, '0');
    EXPECT_EQ(code_of(drop(wrong)), "unknown_session");
    auto ballot = nlohmann::json{{"type", "ballot"},   {"session", session.id},
                                 {"activity", "vote"}, {"stamp", stamps["rounds"][0]},
                                 {"counter", 1},       {"ballot", {{"method", "single_choice"}, {"choice", 0}}}};
    EXPECT_EQ(code_of(drop(ballot)), "activity_not_open");
    ASSERT_EQ(house.ask_as(login, "POST", session.path + "/activities/vote/open").status, 204);
    EXPECT_EQ(drop(ballot).status, 200);
}

TEST_F(LetterboxDoor, EditsAndWithdrawalsNeedTheSecretOfTheEntry) {
    auto edit = nlohmann::json{{"type", "edit"},
                               {"session", session.id},
                               {"activity", "ideas"},
                               {"entry", "0123456789abcdef0123456789abcdef"},
                               {"editSecret", secret_text(3)},
                               {"counter", 1},
                               {"text", "anders"}};
    ASSERT_EQ(drop(card(0)).status, 200);
    EXPECT_EQ(code_of(drop(edit)), "not_the_writer");
    edit.erase("text");
    edit["type"] = "withdraw";
    EXPECT_EQ(code_of(drop(edit)), "not_the_writer");
}

TEST_F(LetterboxDoor, AnAddressGoesIntoTheAddressBook) {
    const nlohmann::json address{
        {"type", "address"}, {"session", session.id}, {"stamp", stamps["address"]}, {"mail", "a@b.example"}};
    EXPECT_EQ(drop(address).status, 200);
    EXPECT_EQ(house.addresses.left, std::vector<std::string>{"a@b.example"});
}

TEST_F(LetterboxDoor, AnAddressThatComesTooLateLearnsThat) {
    const nlohmann::json address{
        {"type", "address"}, {"session", session.id}, {"stamp", stamps["address"]}, {"mail", "a@b.example"}};
    ASSERT_EQ(house.ask_as(login, "POST", session.path + "/close").status, 200);
    const auto late = drop(address);
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(code_of(late), "address_too_late");
}

TEST_F(LetterboxDoor, NonsenseIsMalformed) {
    for (const auto* body : {"", "{", "[]", "{}", R"({"type":"love"})", "\xff"}) {
        EXPECT_EQ(code_of(house.ask("POST", "/api/v1/letterbox", body)), "malformed") << body;
    }
    auto extra = card(0);
    extra["who"] = "me";
    EXPECT_EQ(code_of(drop(extra)), "malformed");
}

}  // namespace
