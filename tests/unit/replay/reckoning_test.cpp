#include "replay/reckoning.hpp"

#include <gtest/gtest.h>

using namespace klartext::replay;

namespace {

expectation two_entries_and_a_vote() {
    expectation all;
    all.participants = 3;
    all.entries.push_back({"c", " Ampel\n", false, "", false});
    all.entries.push_back({"c", "Bank", false, "", false});
    all.entries.push_back({"c", "ja", true, "Bank", false});
    all.ballots["v"] = {R"({"stances":{"0":"agree","1":"disagree"}})", R"({"stances":{"0":"pass"}})"};
    return all;
}

std::string minutes(const std::string& entries, const std::string& ballots, const std::string& items) {
    return R"({"protocol":1,"activities":[{"id":"c","entries":[)" + entries +
           R"(],"removed":0,"ballots":0,"items":[]},{"id":"v","entries":[],"removed":0,"ballots":)" + ballots +
           R"(,"items":[)" + items + "]}]}";
}

const std::string ampel = R"({"text":"Ampel","section":"","comments":[]})";
const std::string bank = R"({"text":"Bank","section":"","comments":["ja"]})";
const std::string items =
    R"({"text":"a","agree":1,"pass":1,"disagree":0},{"text":"b","agree":0,"pass":0,"disagree":1})";

}  // namespace

TEST(Reckoning, IsCleanWhenTheMinutesShowWhatWasConfirmed) {
    const auto result = reckon(two_entries_and_a_vote(), minutes(bank + "," + ampel, "2", items));
    EXPECT_TRUE(result.clean()) << testing::PrintToString(result.remarks);
}

TEST(Reckoning, MissesALostEntryAndALostComment) {
    EXPECT_EQ(reckon(two_entries_and_a_vote(), minutes(bank, "2", items)).lost, 1u);
    const auto silent = R"({"text":"Bank","section":"","comments":[]})";
    EXPECT_EQ(reckon(two_entries_and_a_vote(), minutes(ampel + "," + silent, "2", items)).lost, 1u);
}

TEST(Reckoning, SeesADoubledEntry) {
    const auto result = reckon(two_entries_and_a_vote(), minutes(ampel + "," + ampel + "," + bank, "2", items));
    EXPECT_EQ(result.doubled, 1u);
    EXPECT_EQ(result.lost, 0u);
}

TEST(Reckoning, AnOlderTextIsALostOne) {
    const auto older = R"({"text":"Ample","section":"","comments":[]})";
    const auto result = reckon(two_entries_and_a_vote(), minutes(older + ("," + bank), "2", items));
    EXPECT_EQ(result.lost, 1u);
    EXPECT_EQ(result.doubled, 1u);
}

TEST(Reckoning, EqualTextsAreCountedOneByOne) {
    auto expected = two_entries_and_a_vote();
    expected.entries.push_back({"c", "Ampel", false, "", false});
    EXPECT_EQ(reckon(expected, minutes(ampel + "," + bank, "2", items)).lost, 1u);
    EXPECT_TRUE(reckon(expected, minutes(ampel + "," + ampel + "," + bank, "2", items)).clean());
}

TEST(Reckoning, SeesALostAndADoubledBallot) {
    EXPECT_EQ(reckon(two_entries_and_a_vote(), minutes(ampel + "," + bank, "1", items)).lost, 1u);
    EXPECT_EQ(reckon(two_entries_and_a_vote(), minutes(ampel + "," + bank, "3", items)).doubled, 1u);
}

TEST(Reckoning, SeesAFigureThatDoesNotFollowFromTheBallots) {
    const auto other = R"({"text":"a","agree":2,"pass":0,"disagree":0},{"text":"b","agree":0,"pass":0,"disagree":1})";
    EXPECT_EQ(reckon(two_entries_and_a_vote(), minutes(ampel + "," + bank, "2", other)).wrong, 2u);
}

TEST(Reckoning, AWithheldResultHasNoFiguresToCompare) {
    const auto bare = R"({"text":"a"},{"text":"b"})";
    EXPECT_TRUE(reckon(two_entries_and_a_vote(), minutes(ampel + "," + bank, "2", bare)).clean());
}

TEST(Reckoning, SumsChoicesAndDots) {
    expectation all;
    all.participants = 2;
    all.ballots["v"] = {R"({"dots":{"0":2,"1":1}})", R"({"dots":{"1":1}})"};
    EXPECT_TRUE(reckon(all, minutes("", "2", R"({"text":"a","dots":2},{"text":"b","dots":2})")).clean());
    all.ballots["v"] = {R"({"choice":1})", R"({})"};
    EXPECT_TRUE(reckon(all, minutes("", "2", R"({"text":"a","count":0},{"text":"b","count":1})")).clean());
    EXPECT_EQ(reckon(all, minutes("", "2", R"({"text":"a","count":1},{"text":"b","count":1})")).wrong, 1u);
}

reckoning counted(const std::string& method, const std::string& ballot, const std::string& item) {
    expectation all;
    all.participants = 1;
    all.ballots["v"] = {ballot};
    return reckon(all, R"({"activities":[{"id":"v","entries":[],"ballots":1,"method":")" + method + R"(","items":[)" +
                           item + "]}]}");
}

TEST(Reckoning, CountsTheBallotsOfEveryMethod) {
    const auto right = [](const char* method, const char* ballot, const char* item, const char* wrong) {
        EXPECT_TRUE(counted(method, ballot, item).clean()) << method;
        EXPECT_EQ(counted(method, ballot, wrong).wrong, 1u) << method;
    };
    right("multiple_choice", R"({"chosen":[0],"other":""})", R"({"count":1})", R"({"count":0})");
    right("approval", R"({"approved":[0]})", R"({"approvals":1})", R"({"approvals":2})");
    right("points", R"({"points":{"0":70}})", R"({"points":70,"ballots":1})", R"({"points":71})");
    right("ranking", R"({"ranking":[0]})", R"({"points":1,"first":1,"ranked":1})", R"({"first":0,"ranked":1})");
    right("rating", R"({"ratings":{"0":4},"cannotJudge":[]})", R"({"judgements":1,"steps":[0,1],"cannotJudge":0})",
          R"({"judgements":1,"cannotJudge":1})");
    right("multi_criteria", R"({"ratings":{"0":{"0":4}},"cannotJudge":{"0":[1]}})",
          R"({"criteria":[{"cannotJudge":0},{"cannotJudge":1}]})",
          R"({"criteria":[{"cannotJudge":1},{"cannotJudge":1}]})");
    right("consensing", R"({"resistance":{"0":1}})", R"({"judgements":1,"steps":[0,1,0],"cannotJudge":3})",
          R"({"judgements":1,"steps":[0,1,1]})");
    right("open_text", R"({"answers":{"0":"ja"}})", R"({"count":1,"answers":["ja"]})", R"({"count":0})");
    right("estimate", R"({"estimates":{"0":12.5}})", R"({"estimates":1,"lowest":12.5})", R"({"estimates":0})");
}

reckoning supported(std::vector<std::vector<std::string>> seats, const std::string& up_votes,
                    const std::string& entries) {
    expectation all;
    all.participants = seats.size();
    for (const auto* text : {"Ampel", "Bank"}) all.entries.push_back({"v", text, false, "", false});
    all.up_votes["v"] = std::move(seats);
    return reckon(all, R"({"activities":[{"id":"v","ballots":0,"items":[],"upVotes":)" + up_votes + R"(,"entries":[)" +
                           entries + "]}]}");
}

TEST(Reckoning, CountsWhoSupportsWhatOnceEnoughPeopleDo) {
    const std::vector<std::vector<std::string>> five = {{"Ampel"}, {"Ampel"},         {"Ampel"},
                                                        {"Bank"},  {"Ampel", "Bank"}, {}};
    const std::string right = R"({"text":"Ampel","comments":[],"upVotes":4},{"text":"Bank","comments":[],"upVotes":2})";
    const std::string none = R"({"text":"Ampel","comments":[]},{"text":"Bank","comments":[]})";
    EXPECT_TRUE(supported(five, R"({"voters":5})", right).clean());
    EXPECT_EQ(supported(five, R"({"voters":6})", right).wrong, 1u);
    EXPECT_EQ(supported(five, R"({"voters":5})", none).wrong, 2u);
    EXPECT_EQ(supported(five, "{}", none).wrong, 1u) << "they were never published";
    EXPECT_TRUE(supported({{"Ampel"}, {"Bank"}}, "{}", none).clean()) << "too few to publish anything";
}

TEST(Reckoning, AWithdrawnEntryIsGoneAndItsCommentsStay) {
    auto expected = two_entries_and_a_vote();
    expected.entries[1].withdrawn = true;
    expected.entries[2].parent = "";
    const auto gone = R"({"text":"","section":"","comments":["ja"],"withdrawn":true})";
    EXPECT_TRUE(reckon(expected, minutes(ampel + ("," + std::string(gone)), "2", items)).clean());
    EXPECT_EQ(reckon(expected, minutes(ampel + "," + bank, "2", items)).doubled, 2u) << "entry, and comment under it";
}

TEST(Reckoning, AnActivityThatIsMissingIsLostAsAWhole) {
    const auto result = reckon(two_entries_and_a_vote(), R"({"protocol":1,"activities":[]})");
    EXPECT_EQ(result.lost, 5u);
}
