#include "unit/net/small_house.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using namespace klartext;
using namespace klartext::testing;

namespace {

const std::string entry(32, 'e');

struct ActivityDoors : ::testing::Test {
    small_house house;
    std::string ada = house.log_in("Ada");
    small_house::made_session session = house.make_session(ada);

    net::http_response ask(const std::string& method, const std::string& what, const nlohmann::json& body = {}) {
        return house.ask_as(ada, method, session.path + what, body.is_null() ? "" : body.dump());
    }
    void drop_card() {
        const auto joined = nlohmann::json::parse(
            body_of(house.ask("POST", "/api/v1/join/" + session.code, R"({"seat":")" + secret_text(1) + R"("})")));
        const nlohmann::json card{{"type", "entry"},
                                  {"session", session.id},
                                  {"activity", "ideas"},
                                  {"stamp", joined["stamps"]["entries"][0]["stamps"][0]},
                                  {"entry", {{"id", entry}, {"text", "Mehr Bänke"}, {"editHash", secret_text(9)}}}};
        ASSERT_EQ(house.ask("POST", "/api/v1/letterbox", card.dump()).status, 200);
    }
    nlohmann::json agenda() { return nlohmann::json::parse(body_of(house.ask_as(ada, "GET", session.path)))["agenda"]; }
};

TEST_F(ActivityDoors, StepsAreAddedEditedMovedAndRemoved) {
    const nlohmann::json step{{"id", "späte Frage/1"}, {"kind", "present"}, {"title", "t"}, {"prompt", ""}};
    EXPECT_EQ(ask("POST", "/activities", {{"activity", step}, {"position", 1}}).status, 201);
    EXPECT_EQ(agenda()[1]["id"], "späte Frage/1");
    EXPECT_EQ(ask("PUT", "/agenda", {{"order", {"ideas", "vote", "späte Frage/1"}}}).status, 204);
    EXPECT_EQ(agenda()[2]["id"], "späte Frage/1");
    EXPECT_EQ(code_of(ask("PUT", "/agenda", {{"order", {"ideas"}}})), "agenda_mismatch");
    auto vote = nlohmann::json{{"id", "vote"},
                               {"kind", "vote"},
                               {"title", "Neu"},
                               {"prompt", "wie?"},
                               {"method", "single_choice"},
                               {"items", {"x", "y", "z"}}};
    EXPECT_EQ(ask("PUT", "/activities/vote", vote).status, 204);
    EXPECT_EQ(agenda()[1]["title"], "Neu");
    EXPECT_EQ(ask("DELETE", "/activities/vote").status, 204);
    EXPECT_EQ(agenda().size(), 2U);
}

std::string in_a_path(const std::string& id) {
    std::string path;
    for (const unsigned char byte : id) path += fmt::format("%{:02X}", byte);
    return path;
}

TEST_F(ActivityDoors, EveryIdThatIsAcceptedCanBeNamedInAPath) {
    const std::vector<std::string> ids{"a/b", "/", "ä ö",   "50%", "%2F",  "?",  "#", "a\\b",
                                       "...", "+", "a;b=c", "{}",  "open", "\"", "🌳", std::string(61, 'x') + "/%?"};
    for (const auto& id : ids) {
        nlohmann::json step{{"id", id}, {"kind", "collect"}, {"title", "t"}, {"prompt", ""}};
        ASSERT_EQ(ask("POST", "/activities", {{"activity", step}}).status, 201) << id;
        const auto path = "/activities/" + in_a_path(id);
        step["title"] = "neu";
        EXPECT_EQ(ask("PUT", path, step).status, 204) << id;
        EXPECT_EQ(agenda().back()["title"], "neu") << id;
        EXPECT_EQ(ask("GET", path + "/removed").status, 200) << id;
        EXPECT_EQ(ask("POST", path + "/clusters", {{"name", "Gruppe"}}).status, 201) << id;
        EXPECT_EQ(ask("DELETE", path).status, 204) << id;
        ASSERT_EQ(ask("POST", "/activities", {{"activity", step}}).status, 201) << id;
        EXPECT_EQ(ask("POST", path + "/open").status, 204) << id;
        EXPECT_EQ(agenda().back()["phase"], "open") << id;
        EXPECT_EQ(ask("POST", path + "/close").status, 204) << id;
        EXPECT_EQ(agenda().back()["phase"], "closed") << id;
    }
}

TEST_F(ActivityDoors, AnIdThatNoPathCanNameIsRefusedWhenItIsChosen) {
    using cases = std::vector<std::pair<std::string, std::string>>;
    for (const auto& [id, code] : cases{{"  ", "text_empty"},
                                        {".", "id_reserved"},
                                        {"..", "id_reserved"},
                                        {"", "malformed"},
                                        {"a\tb", "malformed"},
                                        {std::string("a\0b", 3), "malformed"},
                                        {std::string(65, 'x'), "malformed"}}) {
        const nlohmann::json step{{"id", id}, {"kind", "present"}, {"title", "t"}, {"prompt", ""}};
        EXPECT_EQ(code_of(ask("POST", "/activities", {{"activity", step}})), code) << id;
        const nlohmann::json whole{{"title", "t"}, {"language", "de"}, {"agenda", nlohmann::json::array({step})}};
        EXPECT_EQ(code_of(house.ask_as(ada, "POST", "/api/v1/desk/sessions", whole.dump())), code) << id;
    }
}

TEST_F(ActivityDoors, AStepKeepsItsId) {
    const nlohmann::json step{{"id", "ideas"}, {"kind", "present"}, {"title", "t"}, {"prompt", ""}};
    const auto answer = ask("PUT", "/activities/vote", step);
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(code_of(answer), "id_mismatch");
    EXPECT_EQ(code_of(ask("PUT", "/activities/nowhere", step)), "unknown_activity");
}

TEST_F(ActivityDoors, AStepOpensAndClosesOnce) {
    EXPECT_EQ(ask("POST", "/activities/vote/open").status, 204);
    EXPECT_EQ(ask("POST", "/activities/vote/close").status, 204);
    const auto again = ask("POST", "/activities/vote/open");
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(code_of(again), "activity_closed_for_good");
    EXPECT_EQ(code_of(ask("POST", "/activities/nowhere/open")), "unknown_activity");
}

TEST_F(ActivityDoors, ClustersAreNamedFilledMergedAndTakenApart) {
    drop_card();
    const auto first = ask("POST", "/activities/ideas/clusters", {{"name", "Sitzen"}});
    EXPECT_EQ(first.status, 201);
    const auto id = field(first, "id");
    const auto other = field(ask("POST", "/activities/ideas/clusters", {{"name", "Liegen"}}), "id");
    EXPECT_EQ(ask("PUT", "/activities/ideas/clusters/" + id, {{"name", "Bänke"}}).status, 204);
    EXPECT_EQ(ask("POST", "/activities/ideas/arrange", {{"entries", {entry}}, {"cluster", id}}).status, 204);
    EXPECT_EQ(ask("POST", "/activities/ideas/clusters/" + id + "/merge", {{"into", other}}).status, 204);
    EXPECT_EQ(code_of(ask("PUT", "/activities/ideas/clusters/" + id, {{"name", "x"}})), "unknown_cluster");
    EXPECT_EQ(ask("POST", "/activities/ideas/arrange", {{"entries", {entry}}, {"cluster", nullptr}}).status, 204);
    EXPECT_EQ(ask("DELETE", "/activities/ideas/clusters/" + other).status, 204);
    EXPECT_EQ(code_of(ask("DELETE", "/activities/ideas/clusters/nonsense")), "unknown_cluster");
}

TEST_F(ActivityDoors, ARemovedEntryIsListedForItsFacilitatorUntilItIsRestored) {
    drop_card();
    EXPECT_EQ(ask("POST", "/activities/ideas/entries/" + entry + "/remove").status, 204);
    EXPECT_THAT(body_of(ask("GET", "/activities/ideas/removed")), ::testing::HasSubstr("Mehr Bänke"));
    EXPECT_EQ(ask("POST", "/activities/ideas/entries/" + entry + "/restore").status, 204);
    EXPECT_EQ(body_of(ask("GET", "/activities/ideas/removed")), R"({"entries":[]})");
    EXPECT_EQ(code_of(ask("POST", "/activities/ideas/entries/nonsense/remove")), "unknown_entry");
    EXPECT_EQ(code_of(ask("GET", "/activities/nowhere/removed")), "unknown_activity");
}

TEST_F(ActivityDoors, NonsenseIsMalformed) {
    for (const auto& [method, door] : std::vector<std::pair<std::string, std::string>>{
             {"POST", "/activities"},
             {"PUT", "/activities/vote"},
             {"PUT", "/agenda"},
             {"PUT", "/door"},
             {"POST", "/activities/ideas/clusters"},
             {"PUT", "/activities/ideas/clusters/" + std::string(32, 'a')},
             {"POST", "/activities/ideas/clusters/" + std::string(32, 'a') + "/merge"},
             {"POST", "/activities/ideas/arrange"}}) {
        EXPECT_EQ(code_of(ask(method, door, {{"surprise", 1}})), "malformed") << method << door;
    }
}

}  // namespace
