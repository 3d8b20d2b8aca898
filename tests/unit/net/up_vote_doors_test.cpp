#include "net/routes/ids.hpp"
#include "unit/net/small_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <memory>

using namespace klartext;
using namespace klartext::testing;

namespace {

using nlohmann::json;

std::string id_of_card(char digit) { return std::string(32, digit); }

/// A session with open questions beside the stage: two cards are shown, one waits.
struct UpVoteDoors : ::testing::Test {
    small_house house;
    std::string ada = house.log_in("Ada");
    small_house::made_session session = house.make_session(ada);
    std::string step = session.path + "/activities/questions";

    void SetUp() override {
        const json questions{{"id", "questions"}, {"kind", "collect"}, {"title", "Fragen"}, {"prompt", ""},
                             {"release", "live"}, {"beside", true},    {"upVotes", true}};
        ASSERT_EQ(desk("POST", "/activities", json{{"activity", questions}}).status, 201);
        ASSERT_EQ(desk("POST", "/activities/questions/open").status, 204);
        for (const char digit : {'1', '2'}) ASSERT_EQ(write(digit).status, 204);
    }
    net::http_response write(char digit, const std::string& activity = "questions") {
        const json card{{"id", id_of_card(digit)}, {"text", "Wann geht es los?"}, {"editHash", secret_text(9)}};
        return desk("POST", "/activities/" + activity + "/entries", card);
    }
    net::http_response desk(const std::string& method, const std::string& what, const json& body = {}) {
        return house.ask_as(ada, method, session.path + what, body.is_null() ? "" : body.dump());
    }
    json stamps(int seat = 1) {
        const auto joined = house.ask("POST", "/api/v1/join/" + session.code,
                                      json{{"seat", secret_text(static_cast<std::uint8_t>(seat))}}.dump());
        return json::parse(body_of(joined))["stamps"];
    }
    json envelope(std::vector<std::string> entries, int seat = 1, int counter = 1) {
        return {{"type", "upVotes"},       {"session", session.id},
                {"activity", "questions"}, {"stamp", stamps(seat)["upVotes"][0]["stamp"]},
                {"counter", counter},      {"entries", std::move(entries)}};
    }
    net::http_response drop(const json& sent) { return house.ask("POST", "/api/v1/letterbox", sent.dump()); }
    /// Supported by so many seats, from `first` on.
    void support(char card, int seats, int first = 1) {
        for (int seat = first; seat < first + seats; ++seat)
            ASSERT_EQ(drop(envelope({id_of_card(card)}, seat)).status, 200) << seat;
    }
    const domain::activity& activity(const std::string& name = "questions") {
        house.sessions.with_session(net::id_of<domain::session_id>(session.id).value(),
                                    [&](const auto& each) { found_ = each; });
        house.settle();
        return *found_->unsettled().find({name});
    }
    const domain::entry& card(char digit) {
        return activity().entries.at(net::id_of<domain::entry_id>(id_of_card(digit)).value());
    }

private:
    std::shared_ptr<live::live_session> found_;
};

TEST_F(UpVoteDoors, EverySeatDrawsOneStampForAsLongAsTheStepIsOpen) {
    const auto mine = stamps()["upVotes"];
    ASSERT_EQ(mine.size(), 1U);
    EXPECT_EQ(mine[0]["activity"], "questions");
    EXPECT_NE(stamps(2)["upVotes"], mine);
    const json asked{{"session", session.id}, {"seat", secret_text(1)}};
    EXPECT_EQ(json::parse(body_of(house.ask("POST", "/api/v1/stamps", asked.dump())))["upVotes"], mine);
    ASSERT_EQ(desk("POST", "/activities/questions/close").status, 204);
    EXPECT_EQ(stamps()["upVotes"], json::array());
}

TEST_F(UpVoteDoors, WhatASeatSupportsIsKeptWholeAndReplacedByWhatItSaysNext) {
    ASSERT_EQ(drop(envelope({id_of_card('1'), id_of_card('2')})).status, 200);
    ASSERT_EQ(activity().up_votes.size(), 1U);
    EXPECT_EQ(activity().up_votes.begin()->second.entries.size(), 2U);
    ASSERT_EQ(drop(envelope({id_of_card('2')}, 1, 2)).status, 200);
    ASSERT_EQ(activity().up_votes.size(), 1U);
    EXPECT_EQ(activity().up_votes.begin()->second.entries,
              std::set{net::id_of<domain::entry_id>(id_of_card('2')).value()});
    ASSERT_EQ(drop(envelope({}, 1, 3)).status, 200);
    EXPECT_TRUE(activity().up_votes.begin()->second.entries.empty());
}

TEST_F(UpVoteDoors, ALateResendIsReceivedAndChangesNothing) {
    ASSERT_EQ(drop(envelope({id_of_card('2')}, 1, 2)).status, 200);
    for (const int counter : {1, 2}) {
        const auto late = drop(envelope({id_of_card('1')}, 1, counter));
        EXPECT_EQ(body_of(late), R"({"received":true})") << counter;
    }
    EXPECT_EQ(activity().up_votes.begin()->second.entries,
              std::set{net::id_of<domain::entry_id>(id_of_card('2')).value()});
}

TEST_F(UpVoteDoors, OnlyTheirOwnStampWillDo) {
    auto forged = envelope({id_of_card('1')});
    forged["stamp"] = secret_text(7);
    EXPECT_EQ(code_of(drop(forged)), "stamp_invalid");
    for (const auto& foreign : {stamps()["rounds"][0], stamps()["address"], stamps()["entries"][0]["stamps"][0]}) {
        forged["stamp"] = foreign;
        EXPECT_EQ(drop(forged).status, 403);
    }
    auto other = envelope({id_of_card('1')});
    other["activity"] = "ideas";
    EXPECT_EQ(code_of(drop(other)), "stamp_invalid") << "a stamp of one step is good for that step alone";
    EXPECT_TRUE(activity().up_votes.empty());
    auto card = json{{"type", "entry"},
                     {"session", session.id},
                     {"activity", "questions"},
                     {"stamp", stamps()["upVotes"][0]["stamp"]},
                     {"entry", {{"id", id_of_card('7')}, {"text", "x"}, {"editHash", secret_text(9)}}}};
    EXPECT_EQ(code_of(drop(card)), "stamp_invalid");
}

TEST_F(UpVoteDoors, OnlyShownCardsCanBeSupportedAndEachOnce) {
    EXPECT_EQ(code_of(drop(envelope({id_of_card('1'), id_of_card('1')}))), "item_named_twice");
    EXPECT_EQ(code_of(drop(envelope({id_of_card('f')}))), "unknown_entry");
    ASSERT_EQ(write('3', "ideas").status, 204);
    EXPECT_EQ(code_of(drop(envelope({id_of_card('3')}))), "unknown_entry") << "a card of another step";
    const auto many = drop(envelope(std::vector<std::string>(501, id_of_card('1'))));
    EXPECT_EQ(many.status, 422);
    EXPECT_EQ(code_of(many), "too_many_up_votes");
    EXPECT_EQ(code_of(drop(envelope(std::vector<std::string>(2000, id_of_card('1'))))), "too_large");
    EXPECT_TRUE(activity().up_votes.empty());
}

TEST_F(UpVoteDoors, ACardThatWasRemovedMeanwhileDoesNoHarm) {
    ASSERT_EQ(desk("POST", "/activities/questions/entries/" + id_of_card('1') + "/remove").status, 204);
    EXPECT_EQ(drop(envelope({id_of_card('1'), id_of_card('2')})).status, 200);
}

TEST_F(UpVoteDoors, AfterTheCloseTheyAreTooLateButAResendIsReceived) {
    const auto sent = envelope({id_of_card('1')});
    ASSERT_EQ(drop(sent).status, 200);
    const auto next = envelope({id_of_card('2')}, 1, 2);
    ASSERT_EQ(desk("POST", "/activities/questions/close").status, 204);
    EXPECT_EQ(drop(sent).status, 200);
    EXPECT_EQ(code_of(drop(next)), "activity_not_open");
    ASSERT_EQ(desk("POST", "/close").status, 200);
    EXPECT_EQ(code_of(drop(next)), "session_closed");
}

TEST_F(UpVoteDoors, NothingIsConfirmedThatIsNotStored) {
    const auto sent = envelope({id_of_card('1')});
    house.store.fails = true;
    EXPECT_EQ(code_of(drop(sent)), "kept_will_be_sent_again");
}

TEST_F(UpVoteDoors, TheLetterboxTakesNoneWithALogin) {
    EXPECT_EQ(code_of(house.ask_as(ada, "POST", "/api/v1/letterbox", envelope({id_of_card('1')}).dump())),
              "letterbox_wants_no_identity");
}

TEST_F(UpVoteDoors, NumbersArePublishedTogetherOnceFivePeopleHaveSpoken) {
    support('1', 4);
    EXPECT_FALSE(activity().up_voters);
    EXPECT_EQ(card('1').up_votes, 0);
    support('1', 1, 5);
    EXPECT_EQ(activity().up_voters, 5);
    EXPECT_EQ(card('1').up_votes, 5);
}

TEST_F(UpVoteDoors, TheDeskHasThemCountedWhereThatExposesNobody) {
    const std::string count = "/activities/questions/up-votes/count";
    support('1', 4);
    const auto few = desk("POST", count);
    EXPECT_EQ(few.status, 409);
    EXPECT_EQ(code_of(few), "too_few_up_votes");
    support('1', 1, 5);
    EXPECT_EQ(code_of(desk("POST", count)), "nothing_waiting");
    support('2', 1, 6);
    EXPECT_EQ(code_of(desk("POST", count)), "too_soon");
    EXPECT_EQ(card('2').up_votes, 0);
    house.now += std::chrono::minutes(2);
    EXPECT_EQ(desk("POST", count).status, 204);
    EXPECT_EQ(card('2').up_votes, 1);
    EXPECT_EQ(activity().up_voters, 6);
}

TEST_F(UpVoteDoors, WhatHasNoUpVotesHasNothingToCountOrToAnswer) {
    ASSERT_EQ(write('3', "ideas").status, 204);
    EXPECT_EQ(code_of(desk("POST", "/activities/ideas/up-votes/count")), "wrong_kind");
    EXPECT_EQ(code_of(desk("PUT", "/activities/ideas/entries/" + id_of_card('3') + "/answered", {{"answered", true}})),
              "wrong_kind");
    EXPECT_EQ(code_of(desk("POST", "/activities/nowhere/up-votes/count")), "unknown_activity");
    EXPECT_EQ(code_of(desk("POST", "/activities/vote/up-votes/count")), "activity_not_open");
}

TEST_F(UpVoteDoors, ACardIsMarkedAsAnsweredAndAnErrorIsTakenBack) {
    const auto door = "/activities/questions/entries/" + id_of_card('1') + "/answered";
    for (const bool answered : {true, true, false}) {
        EXPECT_EQ(desk("PUT", door, {{"answered", answered}}).status, 204);
        EXPECT_EQ(card('1').answered, answered);
    }
    EXPECT_EQ(code_of(desk("PUT", door, json::object())), "malformed");
    EXPECT_EQ(code_of(desk("PUT", door, {{"answered", "yes"}})), "malformed");
    EXPECT_EQ(code_of(desk("PUT", "/activities/questions/entries/x/answered", {{"answered", true}})), "unknown_entry");
    const auto nobody = "/activities/questions/entries/" + id_of_card('f') + "/answered";
    EXPECT_EQ(code_of(desk("PUT", nobody, {{"answered", true}})), "unknown_entry");
    ASSERT_EQ(desk("POST", "/activities/questions/entries/" + id_of_card('1') + "/remove").status, 204);
    EXPECT_EQ(code_of(desk("PUT", door, {{"answered", true}})), "entry_gone");
}

TEST_F(UpVoteDoors, AnAnswerMayComeAfterTheCloseOfTheStepButNotOfTheSession) {
    const auto door = "/activities/questions/entries/" + id_of_card('2') + "/answered";
    ASSERT_EQ(desk("POST", "/activities/questions/close").status, 204);
    EXPECT_EQ(code_of(desk("POST", "/activities/questions/up-votes/count")), "activity_not_open");
    EXPECT_EQ(desk("PUT", door, {{"answered", true}}).status, 204);
    ASSERT_EQ(desk("POST", "/close").status, 200);
    EXPECT_EQ(code_of(desk("PUT", door, {{"answered", false}})), "session_closed");
    EXPECT_EQ(code_of(desk("POST", "/activities/questions/up-votes/count")), "session_closed");
    EXPECT_TRUE(card('2').answered);
}

TEST_F(UpVoteDoors, ADraftHasNothingToCountOrToAnswer) {
    const auto draft = house.make_session(ada, false).path + "/activities/ideas";
    EXPECT_EQ(code_of(house.ask_as(ada, "POST", draft + "/up-votes/count")), "session_not_running");
    const auto door = draft + "/entries/" + id_of_card('1') + "/answered";
    EXPECT_EQ(code_of(house.ask_as(ada, "PUT", door, R"({"answered":true})")), "session_not_running");
}

TEST_F(UpVoteDoors, NobodyButTheOwnerCountsOrAnswers) {
    support('1', 5);
    support('2', 5, 6);
    const auto answered = step + "/entries/" + id_of_card('1') + "/answered";
    const std::string yes = R"({"answered":true})";
    EXPECT_EQ(code_of(house.ask("POST", step + "/up-votes/count")), "not_logged_in");
    EXPECT_EQ(code_of(house.ask("PUT", answered, yes)), "not_logged_in");
    for (const auto& other : {house.log_in("Grace"), house.log_in("Root", true)}) {
        EXPECT_EQ(code_of(house.ask_as(other, "POST", step + "/up-votes/count")), "unknown_session");
        EXPECT_EQ(code_of(house.ask_as(other, "PUT", answered, yes)), "unknown_session");
    }
    EXPECT_FALSE(card('1').answered);
}

}  // namespace
