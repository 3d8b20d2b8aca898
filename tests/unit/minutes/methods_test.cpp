#include "protocol/methods/method.hpp"
#include "protocol/ties.hpp"
#include "unit/minutes/minutes_of_votes.hpp"

namespace klartext::minutes::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(MinutesOfVotes, CountAMultipleChoiceWithTextsOfTheirOwn) {
    vote_on(multiple_choice_rules{.least = 1, .most = 2, .other = true});
    for (std::uint8_t n = 1; n <= 4; ++n) cast(n, multiple_choice_ballot{{0, 1}, ""});
    cast(5, multiple_choice_ballot{{0}, "ein Brunnen"});
    cast(6, multiple_choice_ballot{});
    close("vote");
    EXPECT_EQ(in_minutes().method, protocol::vote_method::multiple_choice);
    const auto rules = std::get<protocol::choice_rules>(in_minutes().rules);
    EXPECT_EQ(rules.least, 1);
    EXPECT_EQ(rules.most, 2);
    EXPECT_TRUE(rules.other);
    EXPECT_EQ(item<protocol::chosen>(0).count, 5);
    EXPECT_EQ(item<protocol::chosen>(1).count, 4);
    EXPECT_THAT(in_minutes().others, ElementsAre("ein Brunnen"));
    EXPECT_EQ(in_minutes().abstentions, 1);
    EXPECT_EQ(in_minutes().filled_in, 5);
}

TEST_F(MinutesOfVotes, CountApprovals) {
    vote_on(approval_rules{});
    for (std::uint8_t n = 1; n <= 5; ++n) cast(n, approval_ballot{{1}});
    close("vote");
    EXPECT_EQ(in_minutes().method, protocol::vote_method::approval);
    EXPECT_EQ(item<protocol::chosen>(0).count, 0);
    EXPECT_EQ(item<protocol::chosen>(1).count, 5);
    EXPECT_EQ(in_minutes().filled_in, 5);
}

TEST_F(MinutesOfVotes, CountPoints) {
    vote_on(points_rules{.budget = 25, .per_item = 4, .quadratic = true, .spend_all = false});
    for (std::uint8_t n = 1; n <= 5; ++n) cast(n, points_ballot{{{0, 4}, {1, 3}}});
    cast(6, points_ballot{{{1, 2}}});
    close("vote");
    EXPECT_EQ(in_minutes().method, protocol::vote_method::points);
    EXPECT_EQ(in_minutes().budget, 25);
    EXPECT_EQ(in_minutes().per_item, 4);
    EXPECT_TRUE(std::get<protocol::point_rules>(in_minutes().rules).quadratic);
    EXPECT_FALSE(std::get<protocol::point_rules>(in_minutes().rules).spend_all);
    EXPECT_EQ(item<protocol::allotted>(1).points, 17);
    EXPECT_EQ(item<protocol::allotted>(1).ballots, 6);
}

TEST_F(MinutesOfVotes, CountRatings) {
    vote_on(rating_rules{.lowest = 0, .steps = 3, .labels = {"nein", "", "ja"}});
    for (std::uint8_t n = 1; n <= 5; ++n) cast(n, rating_ballot{{{0, 2}}, {1}});
    close("vote");
    EXPECT_EQ(in_minutes().method, protocol::vote_method::rating);
    EXPECT_THAT(in_minutes().scale, ElementsAre("nein", "", "ja"));
    EXPECT_EQ(in_minutes().lowest_step, 0);
    EXPECT_TRUE(in_minutes().cannot_judge);
    EXPECT_THAT(item<protocol::rated>(0).steps, ElementsAre(0, 0, 5));
    EXPECT_THAT(item<protocol::rated>(0).before, IsEmpty());
    EXPECT_EQ(item<protocol::rated>(1).cannot_judge, 5);
}

TEST_F(MinutesOfVotes, AScaleWithoutLabelsHasAsManyStepsAndABarometerIsOne) {
    vote_on(rating_rules{.steps = 4, .labels = {}, .cannot_judge = false, .mood = true});
    EXPECT_EQ(in_minutes().method, protocol::vote_method::mood);
    EXPECT_THAT(in_minutes().scale, ElementsAre("", "", "", ""));
    EXPECT_FALSE(in_minutes().cannot_judge);
}

TEST_F(MinutesOfVotes, CountRankingsInThreeWays) {
    vote_on(ranking_rules{.unranked = unranked_items::nothing, .order = ranking_order::instant_runoff, .most = 3},
            {"A", "B", "C"});
    for (std::uint8_t n = 1; n <= 3; ++n) cast(n, ranking_ballot{{0, 1}});
    for (std::uint8_t n = 4; n <= 5; ++n) cast(n, ranking_ballot{{1, 0, 2}});
    cast(6, ranking_ballot{{2, 1}});
    close("vote");
    const auto rules = std::get<protocol::ranking_rules>(in_minutes().rules);
    EXPECT_EQ(rules.unranked, protocol::unranked_items::nothing);
    EXPECT_TRUE(rules.by_runoff);
    EXPECT_EQ(rules.most, 3);
    EXPECT_DOUBLE_EQ(item<protocol::placed>(0).points, 8);
    EXPECT_EQ(item<protocol::placed>(0).first, 3);
    EXPECT_EQ(item<protocol::placed>(2).ranked, 3);
    const auto contest = in_minutes().contest.value();
    EXPECT_THAT(contest.pairs[0], ElementsAre(0, 3, 5));
    EXPECT_EQ(contest.runoff.at(0).eliminated, std::vector<std::size_t>{2});
    EXPECT_EQ(contest.runoff.at(1).counts.size(), 2u);
}

TEST_F(MinutesOfVotes, WhoIsEliminatedIsBehindAllThatStayedIn) {
    vote_on(ranking_rules{}, {"A", "B", "C"});
    for (std::uint8_t n = 1; n <= 4; ++n) cast(n, ranking_ballot{{1, 0}});
    for (std::uint8_t n = 5; n <= 6; ++n) cast(n, ranking_ballot{{0, 1}});
    cast(7, ranking_ballot{{2, 0}});
    close("vote");
    EXPECT_EQ(item<protocol::placed>(0).runoff, 2);
    EXPECT_EQ(item<protocol::placed>(1).runoff, 1);
    EXPECT_EQ(item<protocol::placed>(2).runoff, 3);
    EXPECT_EQ(in_minutes().contest->runoff_best, 1u);
    EXPECT_EQ(in_minutes().contest->beats_all, 1u);
}

TEST_F(MinutesOfVotes, CountSeveralCriteria) {
    vote_on(multi_criteria_rules{.criteria = {{"Wirkung", 2, false}, {"Aufwand", 1, true}}, .lowest = 0, .steps = 6});
    for (std::uint8_t n = 1; n <= 5; ++n) cast(n, multi_criteria_ballot{{{0, {{0, 5}, {1, 1}}}}, {{1, {0}}}});
    close("vote");
    EXPECT_EQ(in_minutes().method, protocol::vote_method::multi_criteria);
    EXPECT_EQ(in_minutes().scale.size(), 6u);
    EXPECT_EQ(in_minutes().lowest_step, 0);
    EXPECT_TRUE(in_minutes().criteria.at(1).inverted);
    EXPECT_DOUBLE_EQ(in_minutes().criteria.at(0).weight, 2);
    EXPECT_THAT(item<protocol::weighed>(0).criteria.at(1).steps, ElementsAre(0, 5, 0, 0, 0, 0));
    EXPECT_EQ(item<protocol::weighed>(1).criteria.at(0).cannot_judge, 5);
    EXPECT_NEAR(item<protocol::weighed>(0).total.value(), 14. / 3, 1e-8);
}

TEST_F(MinutesOfVotes, CountResistance) {
    vote_on(consensing_rules{.highest = 2, .passive = "So lassen", .veto = 2, .objections = true});
    for (std::uint8_t n = 1; n <= 4; ++n) cast(n, consensing_ballot{{{0, 0}, {2, 1}}, {}});
    cast(5, consensing_ballot{{{0, 2}}, {{0, "zu teuer"}}});
    close("vote");
    EXPECT_EQ(in_minutes().method, protocol::vote_method::consensing);
    const auto rules = std::get<protocol::resistance_rules>(in_minutes().rules);
    EXPECT_EQ(rules.highest, 2);
    EXPECT_EQ(rules.veto, 2);
    EXPECT_TRUE(rules.passive && rules.objections);
    const auto first = item<protocol::resisted>(0);
    EXPECT_THAT(first.steps, ElementsAre(4, 0, 1));
    EXPECT_EQ(first.vetoes, 1);
    EXPECT_THAT(first.objections, ElementsAre("zu teuer"));
    EXPECT_FALSE(first.passive);
    EXPECT_TRUE(first.better_than_passive);
    EXPECT_TRUE(item<protocol::resisted>(2).passive);
}

TEST_F(MinutesOfVotes, OfAbstentionsAloneNameNoPlaces) {
    vote_on(ranking_rules{});
    for (std::uint8_t n = 1; n <= 5; ++n) cast(n, ranking_ballot{});
    close("vote");
    EXPECT_EQ(in_minutes().filled_in, 0);
    EXPECT_THAT(protocol::ties_in_words(in_minutes(), protocol::language::de), IsEmpty());
    const auto figures = protocol::method_of(in_minutes()).figures(in_minutes(), in_minutes().items.at(1));
    EXPECT_FALSE(figures.at(0)) << "its place";
}

TEST_F(MinutesOfVotes, CountEstimates) {
    vote_on(estimate_rules{.decimals = 1, .lowest = 0, .highest = 100, .unit = "Tage"});
    for (std::uint8_t n = 1; n <= 5; ++n) cast(n, estimate_ballot{{{0, n * 2.0}}});
    close("vote");
    EXPECT_EQ(in_minutes().method, protocol::vote_method::estimate);
    const auto rules = std::get<protocol::estimate_rules>(in_minutes().rules);
    EXPECT_EQ(rules.decimals, 1);
    EXPECT_EQ(rules.highest, 100);
    EXPECT_EQ(rules.unit, "Tage");
    const auto first = item<protocol::estimated>(0);
    EXPECT_EQ(first.estimates, 5);
    EXPECT_EQ(first.median, 6);
    EXPECT_EQ(first.lower_quartile, 4);
    EXPECT_EQ(first.highest, 10);
    int in_bins = 0;
    for (const auto& bin : first.histogram) in_bins += bin.count;
    EXPECT_EQ(in_bins, 5);
    EXPECT_FALSE(item<protocol::estimated>(1).median);
}

TEST_F(MinutesOfVotes, ListAnswersUnderTheirQuestions) {
    vote_on(open_text_rules{.longest = 300}, {"Was fehlt?", "Was stört?"});
    for (std::uint8_t n = 1; n <= 5; ++n) cast(n, open_text_ballot{{{0, n % 2 == 0 ? "Bänke" : "Bäume"}}});
    cast(6, open_text_ballot{});
    close("vote");
    EXPECT_EQ(in_minutes().method, protocol::vote_method::open_text);
    EXPECT_EQ(std::get<protocol::answer_rules>(in_minutes().rules).longest, 300);
    EXPECT_THAT(item<protocol::answered>(0).answers, ElementsAre("Bänke", "Bänke", "Bäume", "Bäume", "Bäume"));
    EXPECT_THAT(item<protocol::answered>(1).answers, IsEmpty());
    EXPECT_EQ(in_minutes().abstentions, 1);
    EXPECT_EQ(in_minutes().filled_in, 5);
}

TEST_F(MinutesOfVotes, SayHowManyTextsWereRemovedAndNothingElseOfThem) {
    vote_on(consensing_rules{});
    for (std::uint8_t n = 1; n <= 5; ++n) cast(n, consensing_ballot{{{0, 2}}, {{0, n == 1 ? "grob" : "zu laut"}}});
    close("vote");
    EXPECT_EQ(activity().removed, 0);
    does(remove_text{{"vote"}, {0, "grob"}});
    EXPECT_EQ(activity().removed, 1);
    EXPECT_THAT(item<protocol::resisted>(0).objections, ElementsAre("zu laut", "zu laut", "zu laut", "zu laut"));
}

TEST_F(MinutesOfVotes, TakeFromTheResultWhereResistanceIsFarApart) {
    vote_on(consensing_rules{});
    for (std::uint8_t n = 1; n <= 6; ++n) cast(n, consensing_ballot{{{0, n % 2 == 0 ? 0 : 10}, {1, 5}}, {}});
    close("vote");
    EXPECT_TRUE(item<protocol::resisted>(0).talk);
    EXPECT_FALSE(item<protocol::resisted>(1).talk);
}

}  // namespace
}  // namespace klartext::minutes::testing
