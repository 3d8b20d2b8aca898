#include "crypto/codes.hpp"
#include "crypto/crypto.hpp"
#include "net/routes/ids.hpp"
#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using namespace klartext;
using namespace klartext::testing;

namespace {

using nlohmann::json;

const std::string card_id(32, 'c');

struct OnBehalfDoors : ::testing::Test {
    small_house house;
    std::string ada = house.log_in("Ada");
    small_house::made_session session = house.make_session(ada);
    std::string door = session.path + "/activities/ideas/entries";

    static json card() {
        const std::vector<std::uint8_t> secret(32, 9);
        const auto edit_hash = crypto::base64url_encode(crypto::sha256(secret));
        return {{"id", card_id}, {"text", "Vom Zettel"}, {"editHash", edit_hash}};
    }
    net::http_response write(const json& body) { return house.ask_as(ada, "POST", door, body.dump()); }
    const domain::activity& activity(const std::string& name = "ideas") {
        std::shared_ptr<live::live_session> found;
        const auto id = net::id_of<domain::session_id>(session.id).value();
        house.sessions.with_session(id, [&](const auto& each) { found = each; });
        house.settle();
        return *found->unsettled().find({name});
    }
    const domain::entry& stored() { return activity().entries.at(net::id_of<domain::entry_id>(card_id).value()); }
};

TEST_F(OnBehalfDoors, TheOwnersCardIsStoredWithoutAStampAndMarked) {
    const auto answer = write(card());
    EXPECT_EQ(answer.status, 204) << body_of(answer);
    EXPECT_EQ(stored().text, "Vom Zettel");
    EXPECT_TRUE(stored().on_behalf);
    EXPECT_TRUE(activity().spent.empty());
}

TEST_F(OnBehalfDoors, AResendOfTheSameIdChangesNothing) {
    ASSERT_EQ(write(card()).status, 204);
    auto again = card();
    again["text"] = "Anderes";
    EXPECT_EQ(write(again).status, 204);
    EXPECT_EQ(activity().entries.size(), 1U);
    EXPECT_EQ(stored().text, "Vom Zettel");
}

TEST_F(OnBehalfDoors, NobodyButTheOwnerWritesThere) {
    EXPECT_EQ(code_of(house.ask("POST", door, card().dump())), "not_logged_in");
    EXPECT_EQ(code_of(house.ask_as("nonsense", "POST", door, card().dump())), "not_logged_in");
    const auto grace = house.log_in("Grace");
    EXPECT_EQ(code_of(house.ask_as(grace, "POST", door, card().dump())), "unknown_session");
    const auto root = house.log_in("Root", true);
    EXPECT_EQ(code_of(house.ask_as(root, "POST", door, card().dump())), "unknown_session");
    auto foreign = house.request("POST", door, card().dump());
    foreign.cookie = "klartext_login=" + ada;
    foreign.origin = "https://elsewhere.example";
    EXPECT_EQ(code_of(house.answer(foreign)), "foreign_origin");
    EXPECT_TRUE(activity().entries.empty());
}

TEST_F(OnBehalfDoors, AParticipantNeedsAStampAndCannotMarkACard) {
    json envelope{{"type", "entry"}, {"session", session.id}, {"activity", "ideas"}, {"entry", card()}};
    EXPECT_EQ(code_of(house.ask("POST", "/api/v1/letterbox", envelope.dump())), "malformed");
    envelope["stamp"] = secret_text(7);
    EXPECT_EQ(code_of(house.ask("POST", "/api/v1/letterbox", envelope.dump())), "stamp_invalid");
    envelope["entry"]["onBehalf"] = true;
    EXPECT_EQ(code_of(house.ask("POST", "/api/v1/letterbox", envelope.dump())), "malformed");
    EXPECT_TRUE(activity().entries.empty());
}

TEST_F(OnBehalfDoors, WhatTheWorkshopRefusesComesBackWithItsCode) {
    const auto refused = [&](const char* field, const json& value) {
        auto wrong = card();
        wrong[field] = value;
        return code_of(write(wrong));
    };
    EXPECT_EQ(refused("text", "  "), "text_empty");
    EXPECT_EQ(refused("section", "elsewhere"), "unknown_section");
    EXPECT_EQ(refused("kind", "idea"), "unknown_card_kind");
    EXPECT_EQ(refused("on", std::string(32, 'f')), "comments_off");
    for (const auto& [name, code] : std::vector<std::pair<std::string, std::string>>{{"nowhere", "unknown_activity"},
                                                                                     {"vote", "activity_not_open"}}) {
        const auto elsewhere = session.path + "/activities/" + name + "/entries";
        EXPECT_EQ(code_of(house.ask_as(ada, "POST", elsewhere, card().dump())), code);
    }
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/activities/ideas/close").status, 204);
    EXPECT_EQ(code_of(write(card())), "activity_not_open");
}

TEST_F(OnBehalfDoors, NonsenseIsMalformed) {
    for (const auto* missing : {"id", "text", "editHash"}) {
        auto cut = card();
        cut.erase(missing);
        EXPECT_EQ(code_of(write(cut)), "malformed") << missing;
    }
    auto stamped = card();
    stamped["stamp"] = secret_text(1);
    EXPECT_EQ(code_of(write(stamped)), "malformed");
    auto named = card();
    named["who"] = "Herr Yilmaz";
    EXPECT_EQ(code_of(write(named)), "malformed") << "whose thought it is has no place";
}

TEST_F(OnBehalfDoors, TheCardIsEditedAndWithdrawnThroughTheLetterbox) {
    ASSERT_EQ(write(card()).status, 204);
    json edit{{"type", "edit"},    {"session", session.id},        {"activity", "ideas"},
              {"entry", card_id},  {"editSecret", secret_text(9)}, {"counter", 1},
              {"text", "Lesbarer"}};
    EXPECT_EQ(house.ask("POST", "/api/v1/letterbox", edit.dump()).status, 200);
    EXPECT_EQ(stored().text, "Lesbarer");
    EXPECT_TRUE(stored().on_behalf);
    edit.erase("text");
    edit["type"] = "withdraw";
    edit["counter"] = 2;
    EXPECT_EQ(house.ask("POST", "/api/v1/letterbox", edit.dump()).status, 200);
    EXPECT_EQ(stored().standing, domain::standing::withdrawn);
}

TEST_F(OnBehalfDoors, NothingIsConfirmedThatIsNotStored) {
    house.store.fails = true;
    EXPECT_EQ(write(card()).status, 503);
}

TEST_F(OnBehalfDoors, ALimitOfCardsPerPersonDoesNotBindTheDesk) {
    const json step{{"id", "zwei"}, {"kind", "collect"}, {"title", "t"}, {"prompt", ""}, {"perPerson", 1}};
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/activities", json{{"activity", step}}.dump()).status, 201);
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/activities/zwei/open").status, 204);
    for (const char digit : {'1', '2', '3'}) {
        auto each = card();
        each["id"] = std::string(32, digit);
        EXPECT_EQ(house.ask_as(ada, "POST", session.path + "/activities/zwei/entries", each.dump()).status, 204);
    }
    EXPECT_EQ(activity("zwei").entries.size(), 3U);
}

TEST_F(OnBehalfDoors, EverySeatDrawsTheCardsThatTheStepTakesOfEachPerson) {
    const json step{{"id", "zwei"}, {"kind", "collect"}, {"title", "t"}, {"prompt", ""}, {"perPerson", 2}};
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/activities", json{{"activity", step}}.dump()).status, 201);
    ASSERT_EQ(house.ask_as(ada, "POST", session.path + "/activities/zwei/open").status, 204);
    const auto joined = house.ask("POST", "/api/v1/join/" + session.code, R"({"seat":")" + secret_text(1) + R"("})");
    const auto cards = json::parse(body_of(joined))["stamps"]["cards"];
    ASSERT_EQ(cards.size(), 1U);
    EXPECT_EQ(cards[0]["activity"], "zwei");
    EXPECT_EQ(cards[0]["stamps"].size(), 2U);
    const json asked{{"session", session.id}, {"seat", secret_text(1)}, {"since", {{"zwei", 5}}}};
    EXPECT_EQ(json::parse(body_of(house.ask("POST", "/api/v1/stamps", asked.dump())))["cards"], cards);
}

}  // namespace
