#include "net/routes/ids.hpp"
#include "unit/net/small_house.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

using namespace klartext;
using namespace klartext::testing;

namespace {

using nlohmann::json;
using ::testing::Contains;
using ::testing::UnorderedElementsAre;
using ::testing::UnorderedElementsAreArray;

struct TagDoors : ::testing::Test {
    small_house house;
    std::string ada = house.log_in("Ada");
    small_house::made_session session = house.make_session(ada);
    int cards = 0;
    std::map<std::string, int> stamps_spent;

    net::http_response ask(const std::string& method, const std::string& what, const json& body = {}) {
        return house.ask_as(ada, method, session.path + "/activities/ideas" + what, body.is_null() ? "" : body.dump());
    }
    /// Its id.
    std::string drop(const std::string& text, const std::string& on = "", const std::string& activity = "ideas") {
        const auto joined = json::parse(
            body_of(house.ask("POST", "/api/v1/join/" + session.code, R"({"seat":")" + secret_text(1) + R"("})")));
        const auto id = fmt::format("{:032x}", ++cards);
        const auto& drawn = joined["stamps"]["entries"];
        const auto mine = std::ranges::find_if(drawn, [&](const json& each) { return each["activity"] == activity; });
        EXPECT_NE(mine, drawn.end());
        json card{{"type", "entry"},
                  {"session", session.id},
                  {"activity", activity},
                  {"stamp", (*mine)["stamps"][stamps_spent[activity]++]},
                  {"entry", {{"id", id}, {"text", text}, {"editHash", secret_text(9)}}}};
        if (!on.empty()) card["entry"]["on"] = on;
        const auto answer = house.ask("POST", "/api/v1/letterbox", card.dump());
        EXPECT_EQ(answer.status, 200) << body_of(answer);
        return id;
    }
    std::string add(const std::string& name) { return field(ask("POST", "/tags", {{"name", name}}), "id"); }
    json suggested() {
        const auto answer = ask("GET", "/suggestions");
        EXPECT_EQ(answer.status, 200) << body_of(answer);
        return json::parse(body_of(answer));
    }
    const domain::activity& ideas() {
        std::shared_ptr<live::live_session> found;
        const auto id = domain::session_id{net::id_of<domain::session_id>(session.id).value()};
        house.sessions.with_session(id, [&](const auto& each) { found = each; });
        house.settle();
        return *found->unsettled().find({"ideas"});
    }
};

TEST_F(TagDoors, ATagIsAddedGivenTakenOffMergedAndRemoved) {
    const auto card = drop("Mehr Bänke");
    const auto made = ask("POST", "/tags", {{"name", " Sitzen "}, {"meaning", "Bänke, Stühle"}});
    EXPECT_EQ(made.status, 201);
    const auto id = field(made, "id");
    EXPECT_EQ(id.size(), 32U);
    ASSERT_EQ(ideas().tags.size(), 1U);
    EXPECT_EQ(ideas().tags[0].name, "Sitzen");
    EXPECT_EQ(ideas().tags[0].meaning, "Bänke, Stühle");
    EXPECT_EQ(ask("POST", "/tags/" + id + "/entries", {{"entries", {card}}, {"on", true}}).status, 204);
    EXPECT_EQ(ideas().entries.begin()->second.tags.size(), 1U);
    EXPECT_EQ(ask("POST", "/tags/" + id + "/entries", {{"entries", {card}}, {"on", false}}).status, 204);
    EXPECT_TRUE(ideas().entries.begin()->second.tags.empty());
    EXPECT_EQ(ask("PUT", "/tags/" + id, {{"name", "Ausruhen"}}).status, 204);
    EXPECT_EQ(ideas().tags[0].name, "Ausruhen");
    EXPECT_EQ(ideas().tags[0].meaning, "");
    const auto other = add("Liegen");
    EXPECT_EQ(ask("POST", "/tags/" + id + "/merge", {{"into", other}}).status, 204);
    ASSERT_EQ(ideas().tags.size(), 1U);
    EXPECT_EQ(ideas().tags[0].name, "Liegen");
    EXPECT_EQ(ask("DELETE", "/tags/" + other).status, 204);
    EXPECT_TRUE(ideas().tags.empty());
}

TEST_F(TagDoors, AnIdOfThePagesOwnIsKeptAndAResendAddsNothing) {
    const std::string id(32, 'b');
    const json tag{{"id", id}, {"name", "Rad"}, {"meaning", ""}};
    for (int times = 0; times < 2; ++times) {
        const auto made = ask("POST", "/tags", tag);
        EXPECT_EQ(made.status, 201);
        EXPECT_EQ(field(made, "id"), id);
    }
    EXPECT_EQ(ideas().tags.size(), 1U);
    EXPECT_EQ(code_of(ask("POST", "/tags", {{"id", id}, {"name", "Bus"}})), "duplicate_tag");
    EXPECT_EQ(code_of(ask("POST", "/tags", {{"name", "Rad"}})), "duplicate_tag");
}

TEST_F(TagDoors, WhatIsWrongIsSaid) {
    const auto card = drop("Mehr Bänke");
    const auto tag = add("Sitzen");
    const std::string nobody(32, 'c');
    EXPECT_EQ(code_of(ask("POST", "/tags", {{"name", "  "}})), "text_empty");
    EXPECT_EQ(code_of(ask("PUT", "/tags/" + nobody, {{"name", "x"}})), "unknown_tag");
    EXPECT_EQ(code_of(ask("DELETE", "/tags/nonsense")), "unknown_tag");
    EXPECT_EQ(code_of(ask("POST", "/tags/" + tag + "/merge", {{"into", nobody}})), "unknown_tag");
    EXPECT_EQ(code_of(ask("POST", "/tags/" + tag + "/entries", {{"entries", {nobody}}, {"on", true}})),
              "unknown_entry");
    EXPECT_EQ(ask("POST", "/entries/" + card + "/remove").status, 204);
    EXPECT_EQ(code_of(ask("POST", "/tags/" + tag + "/entries", {{"entries", {card}}, {"on", true}})), "entry_gone");
    EXPECT_EQ(code_of(house.ask_as(ada, "POST", session.path + "/activities/vote/tags", R"({"name":"x"})")),
              "wrong_kind");
    for (const auto& [method, door] :
         std::vector<std::pair<std::string, std::string>>{{"POST", "/tags"},
                                                          {"PUT", "/tags/" + tag},
                                                          {"POST", "/tags/" + tag + "/merge"},
                                                          {"POST", "/tags/" + tag + "/entries"}})
        EXPECT_EQ(code_of(ask(method, door, {{"surprise", 1}})), "malformed") << method << door;
}

TEST_F(TagDoors, AreOpenToTheOwnerAlone) {
    const auto eve = house.log_in("Eve", true);
    const auto tag = session.path + "/activities/ideas/tags/" + add("Rad");
    const auto tags = session.path + "/activities/ideas/tags",
               suggestions = session.path + "/activities/ideas/suggestions";
    for (const auto& [method, door, body] : std::vector<std::tuple<std::string, std::string, std::string>>{
             {"POST", tags, R"({"name":"x"})"},
             {"PUT", tag, R"({"name":"x"})"},
             {"DELETE", tag, ""},
             {"POST", tag + "/merge", R"({"into":")" + std::string(32, 'c') + R"("})"},
             {"POST", tag + "/entries", R"({"entries":[],"on":true})"},
             {"GET", suggestions, ""}}) {
        EXPECT_EQ(code_of(house.ask_as(eve, method, door, body)), "unknown_session") << method << door;
        EXPECT_EQ(code_of(house.ask(method, door, body)), "not_logged_in") << method << door;
    }
    EXPECT_EQ(ideas().tags.size(), 1U);
}

TEST_F(TagDoors, SuggestNothingAmongNoCardsOrOne) {
    EXPECT_EQ(suggested(), json::parse(R"({"duplicates":[],"themes":[]})"));
    drop("Mehr Bänke");
    EXPECT_EQ(suggested(), json::parse(R"({"duplicates":[],"themes":[]})"));
}

TEST_F(TagDoors, SuggestWhatIsTheSameAndWhatBelongsTogether) {
    const auto one = drop("Mehr Radwege in der Innenstadt!"), same = drop("mehr radwege in der innenstadt");
    const auto alike = drop("Der Radweg an der Schule ist zu schmal");
    const auto also = drop("Sichere Radwege bauen");
    drop("Der Eintritt im Freibad ist teuer");
    drop("Öffnungszeiten der Bücherei");
    const auto told = suggested();
    ASSERT_EQ(told["duplicates"].size(), 1U) << told.dump();
    EXPECT_THAT(told["duplicates"][0]["entries"], UnorderedElementsAre(one, same));
    EXPECT_EQ(told["duplicates"][0]["alike"], 1);
    EXPECT_EQ(told["duplicates"][0]["sameWords"], true);
    ASSERT_EQ(told["themes"].size(), 1U) << told.dump();
    EXPECT_THAT(told["themes"][0]["entries"], UnorderedElementsAre(one, same, alike, also)) << "Radweg and Radwege";
    EXPECT_THAT(told["themes"][0]["words"], Contains(::testing::HasSubstr("Radweg"))) << told.dump();
}

TEST_F(TagDoors, SuggestAmongEmojiAndLettersThatRunToTheLeft) {
    const auto tree = drop("🌳🌳"), again = drop("🌳 🌳");
    const auto bench = drop("עוד ספסלים בפארק"), bench_again = drop("עוד ספסלים בפארק!");
    std::vector<std::vector<std::string>> groups;
    const auto told = suggested();
    for (const auto& each : told["duplicates"]) groups.push_back(each["entries"]);
    EXPECT_THAT(groups, Contains(UnorderedElementsAre(bench, bench_again)));
    EXPECT_THAT(groups, Contains(UnorderedElementsAre(tree, again)));
}

TEST_F(TagDoors, SuggestAmongWhatEverybodyCanSeeAlone) {
    const auto one = drop("Mehr Bänke"), same = drop("mehr Bänke"), removed = drop("Mehr Bänke.");
    EXPECT_EQ(ask("POST", "/entries/" + removed + "/remove").status, 204);
    ASSERT_EQ(suggested()["duplicates"].size(), 1U);
    EXPECT_THAT(suggested()["duplicates"][0]["entries"], UnorderedElementsAre(one, same));
    EXPECT_EQ(
        house
            .ask_as(ada, "POST", session.path + "/activities",
                    R"({"activity":{"id":"covered","kind":"collect","title":"t","prompt":"","release":"covered"}})")
            .status,
        201);
    const auto covered = session.path + "/activities/covered";
    ASSERT_EQ(house.ask_as(ada, "POST", covered + "/open").status, 204);
    std::vector<std::string> hidden;
    for (int n = 0; n < 5; ++n) hidden.push_back(drop("Mehr Bäume", "", "covered"));
    house.settle();
    EXPECT_EQ(body_of(house.ask_as(ada, "GET", covered + "/suggestions")), R"({"duplicates":[],"themes":[]})");
    ASSERT_EQ(house.ask_as(ada, "POST", covered + "/uncover").status, 204);
    const auto told = json::parse(body_of(house.ask_as(ada, "GET", covered + "/suggestions")));
    ASSERT_EQ(told["duplicates"].size(), 1U) << told.dump();
    EXPECT_THAT(told["duplicates"][0]["entries"], UnorderedElementsAreArray(hidden));
}

TEST_F(TagDoors, SuggestionsAreForCollecting) {
    EXPECT_EQ(code_of(house.ask_as(ada, "GET", session.path + "/activities/vote/suggestions")), "wrong_kind");
    EXPECT_EQ(code_of(house.ask_as(ada, "GET", session.path + "/activities/nowhere/suggestions")), "unknown_activity");
}

TEST_F(TagDoors, ABusyServerAsksToTryAgain) {
    house.thinkers_busy = true;
    EXPECT_EQ(code_of(ask("GET", "/suggestions")), "unavailable");
    house.thinkers_busy = false;
    EXPECT_EQ(ask("GET", "/suggestions").status, 200) << "the next one is not taken for a second one";
}

TEST_F(TagDoors, OneQuestionIsThoughtAboutAtATime) {
    std::vector<net::http_response> answers;
    const auto ask_at_once = [&] {
        auto asked = house.request("GET", session.path + "/activities/ideas/suggestions");
        asked.cookie = "klartext_login=" + ada;
        house.routes->handle(std::move(asked), [&](net::http_response given) { answers.push_back(std::move(given)); });
    };
    ask_at_once();
    ask_at_once();
    house.settle();
    ASSERT_EQ(answers.size(), 2U);
    std::vector<int> statuses{answers[0].status, answers[1].status};
    EXPECT_THAT(statuses, UnorderedElementsAre(200, 503));
    EXPECT_EQ(ask("GET", "/suggestions").status, 200);
}

}  // namespace
