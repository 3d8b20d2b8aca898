#include "net/routes/ids.hpp"
#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using namespace klartext;
using namespace klartext::testing;

namespace {

using nlohmann::json;

const std::string measure_id(32, 'd');

struct MeasureDoors : ::testing::Test {
    small_house house;
    std::string ada = house.log_in("Ada");
    small_house::made_session session = house.make_session(ada);

    net::http_response ask(const std::string& method, const std::string& what, const json& body = {}) {
        return house.ask_as(ada, method, session.path + "/activities" + what, body.is_null() ? "" : body.dump());
    }
    void add(json step) {
        step["prompt"] = "";
        const auto answer = ask("POST", "", {{"activity", step}});
        ASSERT_EQ(answer.status, 201) << body_of(answer);
    }
    void add_measures(const json& items = {}) {
        json step{{"id", "then"}, {"kind", "measures"}, {"title", "Maßnahmen"}};
        if (!items.is_null()) step["items"] = items;
        add(step);
    }
    net::http_response put(const json& body) { return ask("PUT", "/then/measures/" + measure_id, body); }
    const domain::activity& then() {
        std::shared_ptr<live::live_session> found;
        const auto id = net::id_of<domain::session_id>(session.id).value();
        house.sessions.with_session(id, [&](const auto& each) { found = each; });
        house.settle();
        return *found->unsettled().find({"then"});
    }
    void drop_card(const std::string& into) {
        const auto joined = json::parse(
            body_of(house.ask("POST", "/api/v1/join/" + session.code, R"({"seat":")" + secret_text(1) + R"("})")));
        for (const auto& drawn : joined["stamps"]["entries"]) {
            if (drawn["activity"] != into) continue;
            const json card{
                {"type", "entry"},
                {"session", session.id},
                {"activity", into},
                {"stamp", drawn["stamps"][0]},
                {"entry", {{"id", std::string(32, 'e')}, {"text", "wartet"}, {"editHash", secret_text(9)}}}};
            ASSERT_EQ(house.ask("POST", "/api/v1/letterbox", card.dump()).status, 200);
            return;
        }
        FAIL() << "no stamp for " << into;
    }
};

TEST_F(MeasureDoors, AMeasureIsPutChangedAndRemovedByItsId) {
    add_measures();
    ASSERT_EQ(ask("POST", "/then/open").status, 204);
    EXPECT_EQ(put({{"what", "Linden pflanzen"}}).status, 204);
    EXPECT_EQ(put({{"what", "Linden pflanzen"}}).status, 204) << "a resend adds nothing";
    ASSERT_EQ(then().measures.size(), 1U);
    EXPECT_EQ(then().measures[0].status, domain::measure_status::planned);
    EXPECT_EQ(
        put({{"what", "Linden pflanzen"}, {"who", "Bauamt"}, {"due", "2027-03-31"}, {"status", "under_way"}}).status,
        204);
    ASSERT_EQ(then().measures.size(), 1U);
    EXPECT_EQ(then().measures[0].who, "Bauamt");
    EXPECT_EQ(then().measures[0].due, std::chrono::year{2027} / 3 / 31);
    EXPECT_EQ(then().measures[0].status, domain::measure_status::under_way);
    EXPECT_EQ(ask("DELETE", "/then/measures/" + measure_id).status, 204);
    EXPECT_TRUE(then().measures.empty());
    EXPECT_EQ(code_of(ask("DELETE", "/then/measures/" + measure_id)), "unknown_measure");
}

TEST_F(MeasureDoors, WhatIsNoMeasureIsRefusedWithItsReason) {
    add_measures();
    EXPECT_EQ(code_of(put({{"what", "zu früh"}})), "activity_not_open");
    ASSERT_EQ(ask("POST", "/then/open").status, 204);
    EXPECT_EQ(code_of(put({{"who", "Bauamt"}})), "malformed");
    EXPECT_EQ(code_of(put({{"what", " "}})), "text_empty");
    EXPECT_EQ(code_of(put({{"what", "x"}, {"due", "2027-02-30"}})), "bad_date");
    EXPECT_EQ(code_of(put({{"what", "x"}, {"due", "31.3.2027"}})), "bad_date");
    const auto long_ago = json::parse(body_of(put({{"what", "x"}, {"due", "0227-03-31"}})));
    EXPECT_EQ(long_ago["code"], "bad_date");
    EXPECT_THAT(long_ago.dump(), ::testing::HasSubstr("1900")) << "says what is wrong with a date that there was";
    EXPECT_EQ(code_of(put({{"what", "x"}, {"about", 0}})), "unknown_item");
    EXPECT_EQ(code_of(put({{"what", "x"}, {"status", "soon"}})), "malformed");
    EXPECT_EQ(code_of(ask("PUT", "/then/measures/nonsense", {{"what", "x"}})), "unknown_measure");
    EXPECT_EQ(code_of(ask("PUT", "/ideas/measures/" + measure_id, {{"what", "x"}})), "wrong_kind");
    EXPECT_TRUE(then().measures.empty());
}

TEST_F(MeasureDoors, NobodyButTheOwnerUsesThem) {
    add_measures();
    ASSERT_EQ(ask("POST", "/then/open").status, 204);
    const auto grace = house.log_in("Grace");
    const auto root = house.log_in("Root", true);
    const auto door = session.path + "/activities/then/measures/" + measure_id;
    const auto items = session.path + "/activities/then/items";
    const std::string body = R"({"what":"fremd"})";
    EXPECT_EQ(code_of(house.ask("PUT", door, body)), "not_logged_in");
    EXPECT_EQ(code_of(house.ask("GET", items)), "not_logged_in");
    for (const auto& other : {grace, root}) {
        EXPECT_EQ(code_of(house.ask_as(other, "PUT", door, body)), "unknown_session");
        EXPECT_EQ(code_of(house.ask_as(other, "DELETE", door)), "unknown_session");
        EXPECT_EQ(code_of(house.ask_as(other, "GET", items)), "unknown_session");
    }
    EXPECT_TRUE(then().measures.empty());
}

TEST_F(MeasureDoors, WhatWouldBeHandedOverNowIsToldBeforehand) {
    const auto items = [&](const std::string& of) { return ask("GET", "/" + of + "/items"); };
    add_measures({{"from", "vote"}, {"take", "top"}, {"count", 1}});
    EXPECT_EQ(code_of(items("then")), "source_not_closed");
    ASSERT_EQ(ask("POST", "/vote/open").status, 204);
    ASSERT_EQ(ask("POST", "/vote/close").status, 204);
    EXPECT_EQ(code_of(items("then")), "nothing_handed_over");
    EXPECT_EQ(code_of(ask("POST", "/then/open")), "nothing_handed_over");
    EXPECT_EQ(code_of(items("ideas")), "wrong_kind")
        << "nothing is handed over to a collection that is planned or open";
    EXPECT_EQ(code_of(items("nowhere")), "unknown_activity");
    EXPECT_GT(json::parse(body_of(items("vote")))["items"].size(), 0U) << "what was frozen";
}

TEST_F(MeasureDoors, OfAnOpenCollectionNoWaitingCardIsTold) {
    add({{"id", "cards"}, {"kind", "collect"}, {"title", "Karten"}, {"release", "covered"}});
    add_measures({{"from", "cards"}, {"take", "entries"}});
    ASSERT_EQ(ask("POST", "/cards/open").status, 204);
    drop_card("cards");
    EXPECT_EQ(code_of(ask("GET", "/then/items")), "no_items");
    ASSERT_EQ(ask("POST", "/cards/uncover").status, 204);
    EXPECT_EQ(json::parse(body_of(ask("GET", "/then/items")))["items"], json({"wartet"}));
}

}  // namespace
