#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

using namespace klartext;
using namespace klartext::testing;
using namespace std::chrono_literals;
using ::testing::HasSubstr;

namespace {

struct JoinDoors : ::testing::Test {
    small_house house;
    std::string login = house.log_in("Ada");
    small_house::made_session session = house.make_session(login);
    std::string seat = R"({"seat":")" + secret_text(1) + R"("})";

    net::http_response join() { return house.ask("POST", "/api/v1/join/" + session.code, seat); }
    net::http_response draw(std::uint8_t filling, const std::string& more = "") {
        return house.ask("POST", "/api/v1/stamps",
                         R"({"session":")" + session.id + R"(","seat":")" + secret_text(filling) + "\"" + more + "}");
    }
};

TEST_F(JoinDoors, WhoeverKnowsTheCodeSeesTheDoor) {
    const auto door = house.ask("GET", "/api/v1/join/" + session.code);
    EXPECT_EQ(door.status, 200);
    EXPECT_EQ(field(door, "session"), session.id);
    EXPECT_EQ(field(door, "title"), "Park");
    EXPECT_EQ(field(door, "phase"), "running");
    EXPECT_EQ(field(door, "doorOpen"), "true");
}

TEST_F(JoinDoors, ACodeMayBeTypedTheWayPeopleDo) {
    auto typed = session.code.substr(0, 4) + "-" + session.code.substr(4);
    for (auto& c : typed) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    EXPECT_EQ(house.ask("GET", "/api/v1/join/" + typed).status, 200);
}

TEST_F(JoinDoors, WrongCodesAreUnknownAndAfterManyOfThemNobodyAtThisAddressMayTry) {
    int unknown = 0;
    auto answer = house.ask("GET", "/api/v1/join/ZZZZZZZZ");
    for (; answer.status == 404 && unknown < 1000; answer = house.ask("GET", "/api/v1/join/ZZZZZZZZ")) {
        EXPECT_EQ(code_of(answer), "unknown_code");
        ++unknown;
    }
    EXPECT_EQ(unknown, 60);
    EXPECT_EQ(answer.status, 429);
    EXPECT_NE(net::own_header(answer, "Retry-After"), nullptr);
    EXPECT_EQ(house.ask("GET", "/api/v1/join/" + session.code).status, 429);
    auto elsewhere = house.request("GET", "/api/v1/join/" + session.code);
    elsewhere.address = "192.0.2.2";
    EXPECT_EQ(house.answer(std::move(elsewhere)).status, 200);
}

TEST_F(JoinDoors, ASeatGetsItsStampsAndTheSameOnesAgain) {
    const auto joined = join();
    EXPECT_EQ(joined.status, 200);
    EXPECT_EQ(field(joined, "session"), session.id);
    EXPECT_TRUE(body_of(join()) == body_of(joined));
    EXPECT_THAT(body_of(joined), HasSubstr("\"ideas\""));
}

TEST_F(JoinDoors, NobodyIsAdmittedBeforeItIsStored) {
    house.store.fails = true;
    const auto answer = join();
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(code_of(answer), "kept_will_be_sent_again");
    EXPECT_NE(net::own_header(answer, "Retry-After"), nullptr);
}

TEST_F(JoinDoors, AClosedDoorAdmitsNoNewSeatButThoseItKnows) {
    ASSERT_EQ(join().status, 200);
    ASSERT_EQ(house.ask_as(login, "PUT", session.path + "/door", R"({"open":false})").status, 204);
    EXPECT_EQ(join().status, 200);
    seat = R"({"seat":")" + secret_text(2) + R"("})";
    EXPECT_EQ(join().status, 409);
    EXPECT_EQ(code_of(join()), "door_closed");
}

TEST_F(JoinDoors, OnlyAnAdmittedSeatDrawsStamps) {
    EXPECT_EQ(code_of(draw(1)), "unknown_seat");
    ASSERT_EQ(join().status, 200);
    const auto drawn = draw(1);
    EXPECT_EQ(drawn.status, 200);
    EXPECT_TRUE(nlohmann::json::parse(body_of(drawn)) == nlohmann::json::parse(field(join(), "stamps")));
    EXPECT_THAT(field(draw(1, R"(,"since":{"ideas":1})"), "entries"), "[]");
    EXPECT_EQ(draw(2).status, 404);
}

TEST_F(JoinDoors, NonsenseIsMalformed) {
    for (const auto* body : {"", "{", "{}", "[]", R"({"seat":"short"})", R"({"seat":1})"}) {
        EXPECT_EQ(code_of(house.ask("POST", "/api/v1/join/" + session.code, body)), "malformed") << body;
        EXPECT_EQ(code_of(house.ask("POST", "/api/v1/stamps", body)), "malformed") << body;
    }
}

TEST_F(JoinDoors, AClosedSessionGivesNoStamps) {
    ASSERT_EQ(join().status, 200);
    ASSERT_EQ(house.ask_as(login, "POST", session.path + "/close").status, 200);
    EXPECT_EQ(code_of(join()), "session_closed");
    EXPECT_EQ(code_of(draw(1)), "session_closed");
    EXPECT_EQ(field(house.ask("GET", "/api/v1/join/" + session.code), "phase"), "closed");
}

}  // namespace
