#include "domain/methods/ranking.hpp"

#include <gmock/gmock.h>

#include <numeric>

#include "domain/methods/item_numbers.hpp"
#include "unit/domain/methods/shuffled.hpp"

namespace klartext::domain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using round = ranking_result::runoff_round;
using rows = std::vector<ranking_result::row>;

const ranking_rules rules{};

void add(std::vector<ranking_ballot>& ballots, std::size_t times, std::vector<item_number> ranking) {
    ballots.insert(ballots.end(), times, ranking_ballot{std::move(ranking)});
}

std::vector<double> points_of(unranked_items reading, int items, const std::vector<ranking_ballot>& ballots) {
    std::vector<double> points;
    for (const auto& row : tally({.unranked = reading}, items, ballots).rows) points.push_back(row.points);
    return points;
}

TEST(Ranking, APartialRankingIsAllowed) {
    EXPECT_TRUE(check(rules, 3, ranking_ballot{}));
    EXPECT_TRUE(check(rules, 3, ranking_ballot{{2}}));
    EXPECT_TRUE(check(rules, 3, ranking_ballot{{2, 0, 1}}));
}

TEST(Ranking, WhatTheRulesForbidIsRefused) {
    const auto why = [](ranking_ballot ballot) { return check({.most = 2}, 3, ballot).error(); };
    EXPECT_TRUE(check(ranking_rules{.most = 2}, 3, {{2, 0}}));
    EXPECT_EQ(why({{2, 0, 1}}), refusal::too_many_choices);
    EXPECT_EQ(why({{1, 1}}), refusal::item_named_twice);
    EXPECT_EQ(why({{3}}), refusal::unknown_item);
    EXPECT_EQ(why({{-1, 0}}), refusal::unknown_item);
}

TEST(Ranking, NobodyRanksMoreThanFifty) {
    EXPECT_TRUE(check(rules, 0));
    EXPECT_TRUE(check(ranking_rules{.most = 50}, 50));
    EXPECT_EQ(check(rules, 51).error(), refusal::bad_number_of_items);
    EXPECT_EQ(check(ranking_rules{.most = 51}, 0).error(), refusal::bad_rules);
    EXPECT_EQ(check(ranking_rules{.most = -1}, 0).error(), refusal::bad_rules);
}

// The capital of Tennessee, the example of many textbooks: everybody wants it near.
enum capital : int { memphis, nashville, chattanooga, knoxville };

std::vector<ranking_ballot> tennessee() {
    std::vector<ranking_ballot> ballots;
    add(ballots, 42, {memphis, nashville, chattanooga, knoxville});
    add(ballots, 26, {nashville, chattanooga, knoxville, memphis});
    add(ballots, 15, {chattanooga, knoxville, nashville, memphis});
    add(ballots, 17, {knoxville, chattanooga, nashville, memphis});
    return shuffled(ballots);
}

TEST(Ranking, NashvilleWinsByBordaAndHeadToHead) {
    const auto result = tally(rules, 4, tennessee());
    EXPECT_EQ(result.rows, (rows{{126, 42, 100}, {194, 26, 100}, {173, 15, 100}, {107, 17, 100}}));
    EXPECT_THAT(result.pairwise, ElementsAre(ElementsAre(0, 42, 42, 42), ElementsAre(58, 0, 68, 68),
                                             ElementsAre(58, 32, 0, 83), ElementsAre(58, 32, 17, 0)));
    EXPECT_EQ(result.condorcet_winner, nashville);
    EXPECT_THAT(result.smith_set, ElementsAre(nashville));
}

TEST(Ranking, KnoxvilleWinsTheInstantRunoff) {
    const auto result = tally(rules, 4, tennessee());
    EXPECT_THAT(
        result.runoff,
        ElementsAre(round{{{memphis, 42}, {nashville, 26}, {chattanooga, 15}, {knoxville, 17}}, 0, {chattanooga}},
                    round{{{memphis, 42}, {nashville, 26}, {knoxville, 32}}, 0, {nashville}},
                    round{{{memphis, 42}, {knoxville, 58}}, 0, {}}));
    EXPECT_EQ(result.runoff_winner, knoxville);
}

TEST(Ranking, ThreeReadingsOfBordaDifferInWhatIsNotRanked) {
    std::vector<ranking_ballot> ballots;
    add(ballots, 1, {0, 1});
    EXPECT_THAT(points_of(unranked_items::nothing, 5, ballots), ElementsAre(4, 3, 0, 0, 0));
    EXPECT_THAT(points_of(unranked_items::share_rest, 5, ballots), ElementsAre(4, 3, 1, 1, 1));
    EXPECT_THAT(points_of(unranked_items::counted_down, 5, ballots), ElementsAre(2, 1, 0, 0, 0));
    add(ballots, 1, {2});
    EXPECT_THAT(points_of(unranked_items::share_rest, 5, ballots), ElementsAre(5.5, 4.5, 5, 2.5, 2.5));
}

// Condorcet's paradox: three groups of a size, each item beaten by one other.
TEST(Ranking, ACircleHasNoCondorcetWinnerButASmithSet) {
    std::vector<ranking_ballot> ballots;
    for (const auto& ranking : {std::vector{0, 1, 2, 3}, {1, 2, 0, 3}, {2, 0, 1, 3}}) add(ballots, 1, ranking);
    const auto result = tally(rules, 4, ballots);
    EXPECT_FALSE(result.condorcet_winner);
    EXPECT_THAT(result.smith_set, ElementsAre(0, 1, 2));
}

TEST(Ranking, WhoTiesWithTheBestIsInTheSmithSet) {
    std::vector<ranking_ballot> ballots;
    add(ballots, 1, {3, 1, 0});
    add(ballots, 1, {1, 3, 0});
    const auto result = tally(rules, 4, ballots);
    EXPECT_THAT(result.smith_set, ElementsAre(1, 3));
    EXPECT_FALSE(result.condorcet_winner);
}

/// The smallest set that nobody outside is unbeaten by, by trying all.
std::vector<item_number> smith_by_hand(const std::vector<std::vector<int>>& pairs) {
    const auto items = static_cast<int>(pairs.size());
    std::vector<item_number> best(pairs.size() + 1);
    for (unsigned set = 1; set < 1u << items; ++set) {
        std::vector<item_number> members;
        bool dominates = true;
        for (int in = 0; in < items; ++in) {
            if (!(set >> in & 1)) continue;
            members.push_back(in);
            for (int out = 0; out < items; ++out)
                if (!(set >> out & 1)) dominates &= row_of(row_of(pairs, in), out) > row_of(row_of(pairs, out), in);
        }
        if (dominates && members.size() < best.size()) best = members;
    }
    return best;
}

TEST(Ranking, TheSmithSetIsTheOneThatTryingAllSetsFinds) {
    std::mt19937 random(3);
    for (int vote = 0; vote < 300; ++vote) {
        std::vector<ranking_ballot> ballots;
        for (int ballot = 0; ballot < 6; ++ballot) {
            std::vector<item_number> ranking{0, 1, 2, 3, 4, 5};
            std::shuffle(ranking.begin(), ranking.end(), random);
            ranking.resize(1 + random() % 6);
            add(ballots, 1, ranking);
        }
        const auto result = tally(rules, 6, ballots);
        ASSERT_EQ(result.smith_set, smith_by_hand(result.pairwise));
        ASSERT_EQ(result.condorcet_winner.has_value(), result.smith_set.size() == 1);
    }
}

TEST(Ranking, ATieIsDecidedByTheLatestRoundInWhichTheyDiffer) {
    std::vector<ranking_ballot> ballots;
    add(ballots, 5, {0});
    add(ballots, 3, {1});
    add(ballots, 2, {2, 3});
    add(ballots, 1, {4, 2});  // round 2: 1 and 2 have three each, but 2 had two before
    const auto result = tally(rules, 5, ballots);
    EXPECT_EQ(result.runoff[2], (round{{{0, 5}, {1, 3}, {2, 3}}, 0, {2}, true}));
    EXPECT_EQ(result.runoff[3], (round{{{0, 5}, {1, 3}}, 3, {}, false}));
    EXPECT_EQ(result.runoff_winner, 0);
}

TEST(Ranking, ThenTheFewerBordaPointsDecide) {
    std::vector<ranking_ballot> ballots;
    add(ballots, 3, {0, 2});
    add(ballots, 2, {1, 2});
    add(ballots, 2, {2, 1});
    const auto result = tally({.unranked = unranked_items::nothing}, 3, ballots);
    EXPECT_EQ(result.runoff[0].eliminated, std::vector{1}) << "6 points against 9";
    EXPECT_TRUE(result.runoff[0].tied);
    EXPECT_EQ(result.runoff_winner, 2);
}

TEST(Ranking, WhoCannotBeToldApartIsEliminatedTogether) {
    std::vector<ranking_ballot> ballots;
    add(ballots, 3, {0});
    add(ballots, 2, {1});
    add(ballots, 2, {2});
    const auto result = tally(rules, 3, ballots);
    EXPECT_THAT(result.runoff, ElementsAre(round{{{0, 3}, {1, 2}, {2, 2}}, 0, {1, 2}, true}, round{{{0, 3}}, 4, {}}));
    EXPECT_EQ(result.runoff_winner, 0);
}

TEST(Ranking, IfThatWereEverybodyThereIsNoWinner) {
    std::vector<ranking_ballot> ballots;
    add(ballots, 2, {0, 1});
    add(ballots, 2, {1, 0});
    const auto result = tally(rules, 2, ballots);
    EXPECT_THAT(result.runoff, ElementsAre(round{{{0, 2}, {1, 2}}, 0, {}, true}));
    EXPECT_FALSE(result.runoff_winner);
}

TEST(Ranking, TheSameRuleDecidesBetweenTheLastTwo) {
    std::vector<ranking_ballot> ballots;
    add(ballots, 3, {0});
    add(ballots, 2, {1});
    add(ballots, 1, {2, 1});
    const auto result = tally(rules, 3, ballots);
    EXPECT_EQ(result.runoff.back(), (round{{{0, 3}, {1, 3}}, 0, {}, true}));
    EXPECT_EQ(result.runoff_winner, 0);
}

TEST(Ranking, AMajorityIsCountedDownToTheLastTwoAllTheSame) {
    std::vector<ranking_ballot> ballots;
    add(ballots, 7, {0});
    add(ballots, 2, {1});
    add(ballots, 1, {2, 1});
    const auto result = tally(rules, 3, ballots);
    EXPECT_EQ(result.runoff.size(), 2u);
    EXPECT_EQ(result.runoff.back(), (round{{{0, 7}, {1, 3}}, 0, {}}));
}

TEST(Ranking, WithoutARankingThereIsNoWinner) {
    const std::vector<ranking_ballot> empty(2);
    const auto result = tally(rules, 2, empty);
    EXPECT_EQ(result.rows, rows(2));
    EXPECT_EQ(result.ballots, 2);
    EXPECT_EQ(result.abstentions, 2);
    EXPECT_THAT(result.smith_set, IsEmpty());
    EXPECT_THAT(result.runoff, IsEmpty());
    EXPECT_FALSE(result.runoff_winner || result.condorcet_winner);
    EXPECT_EQ(tally(rules, 2, {}).pairwise, std::vector(2, std::vector(2, 0)));
}

TEST(Ranking, OneBallotDecides) {
    const std::vector<ranking_ballot> one{{{2, 0}}, {}};
    const auto result = tally(rules, 3, one);
    EXPECT_EQ(result.rows, (rows{{1, 0, 1}, {0, 0, 0}, {2, 1, 1}}));
    EXPECT_EQ(result.abstentions, 1);
    EXPECT_EQ(result.condorcet_winner, 2);
    EXPECT_EQ(result.runoff_winner, 2);
    EXPECT_EQ(result.runoff.front().exhausted, 0) << "an abstention is not exhausted, it was never in";
}

TEST(Ranking, OneItemWinsByItself) {
    const std::vector<ranking_ballot> one{{{0}}};
    const auto result = tally(rules, 1, one);
    EXPECT_THAT(result.runoff, ElementsAre(round{{{0, 1}}, 0, {}}));
    EXPECT_EQ(result.runoff_winner, 0);
    EXPECT_EQ(result.condorcet_winner, 0);
}

TEST(Ranking, TheOrderOfTheBallotsDoesNotMatter) {
    std::mt19937 random(5);
    std::vector<ranking_ballot> ballots;
    for (int ballot = 0; ballot < 200; ++ballot) {
        std::vector<item_number> ranking(8);
        std::iota(ranking.begin(), ranking.end(), 0);
        std::shuffle(ranking.begin(), ranking.end(), random);
        ranking.resize(random() % 9);
        add(ballots, 1, ranking);
    }
    EXPECT_EQ(tally(rules, 8, shuffled(ballots)), tally(rules, 8, ballots));
}

}  // namespace
}  // namespace klartext::domain
