#include "net/routes/ids.hpp"
#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using namespace klartext;
using namespace klartext::testing;

namespace {

using nlohmann::json;
using ::testing::ElementsAre;

/// A closed vote with five answers to one question, of which two are alike.
struct TextDoors : ::testing::Test {
    small_house house;
    std::string ada = house.log_in("Ada");
    small_house::made_session session = house.make_session(ada);
    const std::string door = session.path + "/activities/asked/texts/remove";

    void SetUp() override {
        const json vote{{"id", "asked"},         {"kind", "vote"}, {"title", "Was fehlt?"},  {"prompt", ""},
                        {"method", "open_text"}, {"longest", 200}, {"items", {"Was fehlt?"}}};
        ASSERT_EQ(ask("POST", "/activities", {{"activity", vote}}).status, 201);
        ASSERT_EQ(ask("POST", "/activities/asked/open").status, 204);
        const auto slot = asked().slot.value();
        for (std::uint8_t n = 1; n <= 5; ++n) {
            const auto joined = json::parse(
                body_of(house.ask("POST", "/api/v1/join/" + session.code, json{{"seat", secret_text(n)}}.dump())));
            const json ballot{
                {"type", "ballot"},
                {"session", session.id},
                {"activity", "asked"},
                {"stamp", joined["stamps"]["rounds"].at(static_cast<std::size_t>(slot))},
                {"counter", 1},
                {"ballot",
                 {{"method", "open_text"}, {"answers", {{"0", n < 3 ? "Bänke" : "Text " + std::to_string(n)}}}}}};
            const auto answer = house.ask("POST", "/api/v1/letterbox", ballot.dump());
            ASSERT_EQ(answer.status, 200) << body_of(answer);
        }
        ASSERT_EQ(ask("POST", "/activities/asked/close").status, 204);
    }

    net::http_response ask(const std::string& method, const std::string& what, const json& body = {}) {
        return house.ask_as(ada, method, session.path + what, body.is_null() ? "" : body.dump());
    }
    net::http_response remove(const json& body) { return ask("POST", "/activities/asked/texts/remove", body); }
    const domain::activity& asked() {
        std::shared_ptr<live::live_session> found;
        const auto id = net::id_of<domain::session_id>(session.id).value();
        house.sessions.with_session(id, [&](const auto& each) { found = each; });
        house.settle();
        return *found->unsettled().find({"asked"});
    }
    std::vector<std::string> texts() {
        std::vector<std::string> all;
        for (const auto& each : asked().texts.texts) all.push_back(each.text);
        return all;
    }
};

TEST_F(TextDoors, OneCopyOfATextIsTakenOut) {
    EXPECT_EQ(remove({{"item", 0}, {"text", "Bänke"}}).status, 204);
    EXPECT_THAT(texts(), ElementsAre("Bänke", "Text 3", "Text 4", "Text 5"));
    EXPECT_EQ(asked().texts.removed, 1);
}

TEST_F(TextDoors, WhatIsNotThereIsRefused) {
    EXPECT_EQ(code_of(remove({{"item", 0}, {"text", "Text 9"}})), "unknown_text");
    EXPECT_EQ(code_of(remove({{"text", "Bänke"}})), "unknown_text") << "it was said to an item";
    EXPECT_EQ(code_of(remove({{"item", 0}})), "malformed");
    EXPECT_EQ(code_of(ask("POST", "/activities/ideas/texts/remove", {{"text", "Bänke"}})), "wrong_kind");
    EXPECT_EQ(code_of(ask("POST", "/activities/vote/texts/remove", {{"text", "Bänke"}})), "unknown_text");
    EXPECT_EQ(asked().texts.removed, 0);
}

TEST_F(TextDoors, AfterTheCloseOfTheSessionNothingIsTakenOut) {
    ASSERT_EQ(ask("POST", "/close").status, 200);
    EXPECT_EQ(code_of(remove({{"item", 0}, {"text", "Bänke"}})), "session_closed");
}

TEST_F(TextDoors, NobodyButTheOwnerUsesThem) {
    const std::string body = R"({"item":0,"text":"Bänke"})";
    EXPECT_EQ(code_of(house.ask("POST", door, body)), "not_logged_in");
    for (const auto& other : {house.log_in("Grace"), house.log_in("Root", true)})
        EXPECT_EQ(code_of(house.ask_as(other, "POST", door, body)), "unknown_session");
    EXPECT_EQ(texts().size(), 5U);
}

}  // namespace
