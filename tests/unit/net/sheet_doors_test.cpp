#include "net/routes/ids.hpp"
#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <memory>

using namespace klartext;
using namespace klartext::testing;

namespace {

using nlohmann::json;

const std::string second_turn = R"({"turn":2})";

/// A session in which sheets go round in the open step "round": two cards of each person in each turn.
struct SheetDoors : ::testing::Test {
    small_house house;
    std::string ada = house.log_in("Ada");
    small_house::made_session session = house.make_session(ada);

    void SetUp() override {
        const json round{{"id", "round"},
                         {"kind", "collect"},
                         {"title", "Reihum"},
                         {"prompt", ""},
                         {"brainwriting", {{"perTurn", 2}}}};
        const auto added = desk("POST", "/activities", json{{"activity", round}});
        ASSERT_EQ(added.status, 201) << body_of(added);
        ASSERT_EQ(desk("POST", "/activities/round/open").status, 204);
    }
    net::http_response desk(const std::string& method, const std::string& what, const json& body = {}) {
        return house.ask_as(ada, method, session.path + what, body.is_null() ? "" : body.dump());
    }
    net::http_response start_turn(int turn, const std::string& activity = "round") {
        return desk("PUT", "/activities/" + activity + "/turn", json{{"turn", turn}});
    }
    net::http_response pass_on() { return start_turn(activity().turn + 1); }
    json stamps(int seat = 1) {
        const auto joined = house.ask("POST", "/api/v1/join/" + session.code,
                                      json{{"seat", secret_text(static_cast<std::uint8_t>(seat))}}.dump());
        return json::parse(body_of(joined))["stamps"];
    }
    json wish(int seat = 1, int turn = 1, std::vector<int> had = {}) {
        return {{"type", "sheet"},     {"session", session.id},
                {"activity", "round"}, {"stamp", stamps(seat)["sheets"][0]["stamp"]},
                {"turn", turn},        {"had", std::move(had)}};
    }
    net::http_response drop(const json& sent) { return house.ask("POST", "/api/v1/letterbox", sent.dump()); }
    std::string sheet_of(const json& sent) { return field(drop(sent), "sheet"); }
    net::http_response write(char digit, const std::string& sheet, int seat = 1, int stamp = 0) {
        return drop({{"type", "entry"},
                     {"session", session.id},
                     {"activity", "round"},
                     {"stamp", stamps(seat)["cards"][0]["stamps"][static_cast<std::size_t>(stamp)]},
                     {"entry",
                      {{"id", std::string(32, digit)},
                       {"text", "Ein Rad"},
                       {"section", sheet},
                       {"editHash", secret_text(9)}}}});
    }
    const domain::activity& activity() {
        house.sessions.with_session(net::id_of<domain::session_id>(session.id).value(),
                                    [&](const auto& each) { found_ = each; });
        house.settle();
        return *found_->unsettled().find({"round"});
    }

private:
    std::shared_ptr<live::live_session> found_;
};

TEST_F(SheetDoors, EverySeatDrawsOneStampForTheTurnThatRuns) {
    const auto first = stamps()["sheets"];
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0]["activity"], "round");
    EXPECT_EQ(first[0]["turn"], 1);
    ASSERT_EQ(pass_on().status, 204);
    const auto second = stamps()["sheets"];
    EXPECT_EQ(second[0]["turn"], 2);
    EXPECT_NE(second[0]["stamp"], first[0]["stamp"]);
    EXPECT_NE(stamps(2)["sheets"], second);
    ASSERT_EQ(desk("POST", "/activities/round/close").status, 204);
    EXPECT_EQ(stamps()["sheets"], json::array());
}

TEST_F(SheetDoors, CardStampsGrowWithTheTurnsAndStayTheSame) {
    const auto first = stamps()["cards"][0]["stamps"];
    EXPECT_EQ(first.size(), 2U);
    ASSERT_EQ(pass_on().status, 204);
    const auto second = stamps()["cards"][0]["stamps"];
    ASSERT_EQ(second.size(), 4U);
    EXPECT_EQ(second[0], first[0]);
    EXPECT_EQ(second[1], first[1]);
}

TEST_F(SheetDoors, ASheetIsGivenAndTheSameOneWheneverItIsAskedForAgain) {
    for (int seat = 1; seat <= 8; ++seat) (void)stamps(seat);
    const auto answer = drop(wish());
    EXPECT_EQ(answer.status, 200) << body_of(answer);
    const auto sheet = field(answer, "sheet");
    for (int seat = 2; seat <= 8; ++seat) EXPECT_EQ(drop(wish(seat)).status, 200);
    for (int again = 0; again < 20; ++again) EXPECT_EQ(sheet_of(wish(1, 1, {std::stoi(sheet)})), sheet);
}

TEST_F(SheetDoors, EverySheetIsWithTwoPeople) {
    for (int seat = 1; seat <= 8; ++seat) (void)stamps(seat);
    std::map<std::string, int> people;
    for (int seat = 1; seat <= 8; ++seat) ++people[sheet_of(wish(seat))];
    EXPECT_EQ(people, (std::map<std::string, int>{{"1", 2}, {"2", 2}, {"3", 2}, {"4", 2}}));
}

TEST_F(SheetDoors, AskingLeavesNothingBehind) {
    const auto sent = wish();
    const auto before = activity();
    const int commits = house.store.commits;
    const auto feed = house.greet(
        json{{"type", "hello"}, {"session", session.id}, {"audience", "presenter"}, {"code", session.code}}.dump());
    const auto heard = feed->heard.size();
    ASSERT_EQ(drop(sent).status, 200);
    EXPECT_EQ(house.store.commits, commits);
    EXPECT_EQ(activity(), before);
    EXPECT_EQ(feed->heard.size(), heard);
    house.store.fails = true;
    EXPECT_EQ(drop(sent).status, 200) << "nothing has to be stored";
}

TEST_F(SheetDoors, AnotherTurnThanTheOneThatRunsIsRefused) {
    const auto first = wish();
    for (const int turn : {0, 2, -1}) {
        auto wrong = first;
        wrong["turn"] = turn;
        EXPECT_EQ(code_of(drop(wrong)), "not_this_turn") << turn;
    }
    ASSERT_EQ(drop(first).status, 200);
    ASSERT_EQ(pass_on().status, 204);
    const auto late = drop(first);
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(code_of(late), "not_this_turn");
    auto old_stamp = first;
    old_stamp["turn"] = 2;
    EXPECT_EQ(code_of(drop(old_stamp)), "stamp_invalid");
}

TEST_F(SheetDoors, OnlyItsOwnStampWillDo) {
    auto forged = wish();
    const auto own = forged["stamp"];
    for (const json& stamp : {json(secret_text(7)), stamps()["address"], stamps()["cards"][0]["stamps"][0]}) {
        forged["stamp"] = stamp;
        const auto refused = drop(forged);
        EXPECT_EQ(refused.status, 403);
        EXPECT_EQ(code_of(refused), "stamp_invalid");
    }
    const json card{{"type", "entry"},
                    {"session", session.id},
                    {"activity", "round"},
                    {"stamp", own},
                    {"entry", {{"id", std::string(32, '1')}, {"text", "x"}, {"editHash", secret_text(9)}}}};
    EXPECT_EQ(code_of(drop(card)), "stamp_invalid");
}

TEST_F(SheetDoors, WhereNoSheetsGoRoundThereIsNone) {
    auto sent = wish();
    sent["activity"] = "ideas";
    EXPECT_EQ(code_of(drop(sent)), "wrong_kind");
    sent["activity"] = "nowhere";
    EXPECT_EQ(code_of(drop(sent)), "unknown_activity");
    sent = wish();
    ASSERT_EQ(desk("POST", "/activities/round/close").status, 204);
    EXPECT_EQ(code_of(drop(sent)), "activity_not_open");
    ASSERT_EQ(desk("POST", "/close").status, 200);
    EXPECT_EQ(code_of(drop(sent)), "session_closed");
    sent["session"] = std::string(32, '0');
    EXPECT_EQ(code_of(drop(sent)), "unknown_session");
}

TEST_F(SheetDoors, CardsAreWrittenOnSheetsAndShownWhenTheyArePassedOn) {
    const auto sheet = sheet_of(wish());
    ASSERT_EQ(write('1', sheet).status, 200);
    EXPECT_EQ(code_of(write('2', "51", 1, 1)), "unknown_section");
    EXPECT_EQ(code_of(write('2', "01", 1, 1)), "unknown_section");
    EXPECT_EQ(code_of(pass_on()), "too_soon");
    house.now += std::chrono::minutes(2);
    ASSERT_EQ(pass_on().status, 204);
    EXPECT_EQ(activity().turn, 2);
    const auto& card = activity().entries.begin()->second;
    EXPECT_TRUE(card.shown);
    EXPECT_EQ(card.section, sheet);
    EXPECT_EQ(sheet_of(wish(2, 2)), sheet) << "from the second turn on what was written on goes round";
}

TEST_F(SheetDoors, ATurnThatIsAskedForTwiceIsPassedOnOnce) {
    EXPECT_EQ(code_of(start_turn(3)), "not_this_turn");
    ASSERT_EQ(start_turn(2).status, 204);
    const auto before = activity();
    const int commits = house.store.commits;
    EXPECT_EQ(start_turn(2).status, 204) << "sent again, or by a second desk";
    EXPECT_EQ(activity(), before);
    EXPECT_EQ(activity().turn, 2);
    EXPECT_EQ(house.store.commits, commits);
    EXPECT_EQ(code_of(start_turn(1)), "not_this_turn");
    for (const auto* body : {"", "{}", R"({"turn":"3"})", R"({"turn":99999999999})"})
        EXPECT_EQ(house.ask_as(ada, "PUT", session.path + "/activities/round/turn", body).status, 400) << body;
}

TEST_F(SheetDoors, SheetsGoRoundFiftyTimesAtMost) {
    for (int turn = 2; turn <= 50; ++turn) ASSERT_EQ(pass_on().status, 204) << turn;
    EXPECT_EQ(code_of(pass_on()), "no_more_turns");
}

TEST_F(SheetDoors, TheDeskPassesOnOnlySheetsThatAreOut) {
    EXPECT_EQ(code_of(start_turn(1, "ideas")), "wrong_kind");
    EXPECT_EQ(code_of(start_turn(2, "nowhere")), "unknown_activity");
    EXPECT_EQ(code_of(start_turn(1, "vote")), "activity_not_open");
    EXPECT_EQ(code_of(desk("POST", "/activities/round/uncover")), "wrong_kind");
    ASSERT_EQ(desk("POST", "/activities/round/close").status, 204);
    EXPECT_EQ(code_of(pass_on()), "activity_not_open");
    ASSERT_EQ(desk("POST", "/close").status, 200);
    EXPECT_EQ(code_of(pass_on()), "session_closed");
    const auto draft = house.make_session(ada, false).path;
    EXPECT_EQ(code_of(house.ask_as(ada, "PUT", draft + "/activities/ideas/turn", second_turn)), "session_not_running");
}

TEST_F(SheetDoors, NobodyButTheOwnerPassesThemOn) {
    const auto door = session.path + "/activities/round/turn";
    EXPECT_EQ(code_of(house.ask("PUT", door, second_turn)), "not_logged_in");
    for (const auto& other : {house.log_in("Grace"), house.log_in("Root", true)})
        EXPECT_EQ(code_of(house.ask_as(other, "PUT", door, second_turn)), "unknown_session");
    EXPECT_EQ(activity().turn, 1);
}

TEST_F(SheetDoors, AStepThatCannotGoRoundIsNotTaken) {
    json round{{"id", "other"}, {"kind", "collect"}, {"title", ""}, {"prompt", ""}, {"brainwriting", json::object()}};
    for (const auto& [name, value] : std::vector<std::pair<std::string, json>>{{"release", "waves"},
                                                                               {"comments", true},
                                                                               {"perPerson", 3},
                                                                               {"beside", true},
                                                                               {"upVotes", true},
                                                                               {"brainwriting", {{"turns", 51}}},
                                                                               {"brainwriting", {{"perTurn", 0}}}}) {
        auto wrong = round;
        wrong[name] = value;
        const auto refused = desk("POST", "/activities", json{{"activity", wrong}});
        EXPECT_EQ(refused.status, 422) << name;
        EXPECT_EQ(code_of(refused), "bad_brainwriting") << name;
    }
}

}  // namespace
