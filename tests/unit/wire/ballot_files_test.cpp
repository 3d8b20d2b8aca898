#include "wire/ballot_files.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace klartext::wire {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

counted_file counted(std::string_view method, const std::string& text) {
    auto made = count_ballots(method, text);
    if (const auto* why = std::get_if<uncountable>(&made)) ADD_FAILURE() << why->where << ": " << why->reason;
    return std::get<counted_file>(std::move(made));
}

uncountable objection(std::string_view method, const std::string& text) {
    const auto made = count_ballots(method, text);
    return std::holds_alternative<uncountable>(made) ? std::get<uncountable>(made) : uncountable{"it was", "counted"};
}

TEST(BallotFiles, AreCountedByTheRulesBesideThem) {
    const auto file = counted("dots", R"({"items":["a","b"],"budget":3,"perItem":3,"ballots":[]})");
    EXPECT_EQ(std::get<domain::dots_rules>(file.rules), (domain::dots_rules{.budget = 3, .per_item = 3}));
}

TEST(BallotFiles, CapTheDotsOnOneItemAtFiveWhereTheyDoNotSayAnother) {
    const auto file = counted("dots", R"({"items":["a"],"budget":10,"ballots":[{"dots":{"0":5}},{"dots":{"0":6}}]})");
    EXPECT_EQ(file.refused, (std::vector<refused_ballot>{{1, domain::refusal::too_many_on_one_item}}));
    EXPECT_THAT(objection("dots", R"({"items":["a"],"budget":3,"ballots":[]})").reason, HasSubstr("rules"));
}

TEST(BallotFiles, CountWhatASessionWouldCount) {
    const auto file =
        counted("dots", R"({"items":["a","b"],"ballots":[{"dots":{"0":3}},{"dots":{"1":1},"count":4},{}]})");
    EXPECT_EQ(file.records, 6U);
    const auto& result = std::get<domain::dots_result>(file.result);
    EXPECT_EQ(result.rows, (std::vector<domain::dots_result::row>{{3, 1}, {4, 4}}));
    EXPECT_EQ(result.abstentions, 1);
}

TEST(BallotFiles, NameEveryMethod) {
    for (const auto method : method_names()) {
        SCOPED_TRACE(method);
        const std::string criteria =
            R"("criteria":[{"title":"x","weight":1,"inverted":false},{"title":"y","weight":1,"inverted":true}],)";
        const auto text =
            "{\"items\":[\"a\",\"b\"]," + (method == "multi_criteria" ? criteria : std::string()) + "\"ballots\":[{}]}";
        const auto written_down = json::parse(written(counted(method, text)));
        EXPECT_EQ(written_down["result"]["method"], method);
        EXPECT_EQ(written_down["result"]["abstentions"], 1);
    }
}

TEST(BallotFiles, TheLastValidBallotOfAVoterCounts) {
    const auto file = counted("single_choice", R"({"items":["a","b"],"ballots":[
        {"voter":"p","choice":0},{"voter":"q","choice":0},{"voter":"p","choice":1},{"voter":"p","choice":7}]})");
    EXPECT_EQ(std::get<domain::single_choice_result>(file.result).counts, (std::vector{1, 1}));
    EXPECT_EQ(file.refused, (std::vector<refused_ballot>{{3, domain::refusal::unknown_item}}));
}

TEST(BallotFiles, ListThePassiveOptionAsTheLastItem) {
    const std::string rest = R"(,"passive":"c","ballots":[{"resistance":{"0":1}}]})";
    EXPECT_EQ(
        std::get<domain::consensing_result>(counted("consensing", R"({"items":["a","c"])" + rest).result).passive_item,
        1);
    const auto why = objection("consensing", R"({"items":["a","b"])" + rest);
    EXPECT_EQ(why.where + ": " + why.reason, "items: must end with the passive option, \"c\"");
}

TEST(BallotFiles, AreTablesForPeople) {
    const auto text = R"({"items":["Parks","B\u00e4nke"],"ballots":[{"dots":{"0":3}},{"dots":{"1":-1}},{}]})";
    EXPECT_EQ(table_of(counted("dots", text)),
              "dots: 2 ballots, of these 1 abstentions; 1 refused\n"
              "ballot 1: Dots cannot be taken away from others.\n"
              "rules: {\"method\":\"dots\",\"budget\":5,\"perItem\":5}\n"
              "dots  ballots  item\n"
              "   3        1  Parks\n"
              "   0        0  Bänke\n");
    const auto rated = table_of(counted("rating", R"({"items":["a","b"],"ballots":[{"ratings":{"0":4}}]})"));
    EXPECT_THAT(rated, HasSubstr("mean"));
    EXPECT_THAT(rated, HasSubstr("-  b\n"));
}

TEST(BallotFiles, OfRankingsSayWhoWonByEachRule) {
    const auto text = R"({"items":["a","b","c"],"ballots":[
        {"ranking":[0,1,2],"count":4},{"ranking":[1,2,0],"count":3},{"ranking":[2,1,0],"count":2}]})";
    EXPECT_THAT(table_of(counted("ranking", text)),
                testing::EndsWith("Condorcet winner: b\nSmith set: b\ninstant runoff: b\n"));
}

TEST(BallotFiles, OfOtherFormatsFollowTheSameRules) {
    const std::vector<domain::ranking_ballot> ballots{{{0}}};
    const auto points = [&](domain::unranked_items unranked) {
        const auto made = count_rankings({"a", "b", "c"}, {.unranked = unranked}, ballots);
        return std::get<domain::ranking_result>(std::get<counted_file>(made).result).rows[1].points;
    };
    EXPECT_EQ(points(domain::unranked_items::nothing), 0);
    EXPECT_EQ(points(domain::unranked_items::share_rest), 0.5);
    const std::vector<std::string> too_many(domain::most_ranked_items + 1, "x");
    EXPECT_TRUE(std::holds_alternative<uncountable>(count_rankings(too_many, {}, ballots)));
}

TEST(BallotFiles, SayWhyABallotIsRefused) {
    const auto printed = json::parse(written(counted("dots", R"({"items":["a"],"ballots":[{"dots":{"0":-1}}]})")));
    EXPECT_EQ(printed["refused"][0]["code"], "negative_dots");
    EXPECT_EQ(printed["refused"][0]["ballot"], 0);
    EXPECT_EQ(printed["result"]["ballots"], 0);
}

TEST(BallotFiles, ThatCannotBeCountedSayWhereAndWhy) {
    EXPECT_THAT(objection("dots", "{").reason, HasSubstr("not JSON"));
    EXPECT_THAT(objection("dots", "[]").reason, HasSubstr("object"));
    EXPECT_EQ(objection("dots", R"({"ballots":[]})").where, "items");
    EXPECT_EQ(objection("dots", R"({"items":[],"ballots":[]})").where, "items");
    EXPECT_EQ(objection("dots", R"({"items":["a"]})").where, "ballots");
    EXPECT_EQ(objection("dots", R"({"items":["a"],"budget":"x","ballots":[]})").where, "budget");
    EXPECT_THAT(objection("dots", R"({"items":["a"],"budged":3,"ballots":[]})").reason, HasSubstr("budget, perItem"));
    EXPECT_THAT(objection("dots", R"({"items":["a"],"budget":0,"ballots":[]})").reason, HasSubstr("rules"));
    EXPECT_EQ(objection("dots", R"({"items":["a"],"ballots":[{"dots":{"x":1}}]})").where, "ballots/0/dots/*");
    EXPECT_EQ(objection("dots", R"({"items":["a"],"ballots":[{},{"choice":1}]})").where, "ballots/1");
    EXPECT_EQ(objection("dots", R"({"items":["a"],"ballots":[{"count":0}]})").where, "ballots/0/count");
    EXPECT_EQ(objection("dots", R"({"items":["a"],"ballots":[{"voter":3}]})").where, "ballots/0/voter");
    EXPECT_THAT(objection("dots", R"({"items":["a"],"ballots":[{"voter":"p","count":5}]})").reason, HasSubstr("count"));
    EXPECT_EQ(objection("dots", R"({"items":["a"],"ballots":[{"count":9000000},{"count":9000000}]})").where, "ballots");
    EXPECT_THAT(objection("none", R"({"items":["a"],"ballots":[]})").reason, HasSubstr("method"));
}

}  // namespace
}  // namespace klartext::wire
