#include "domain/ballot.hpp"

#include <gtest/gtest.h>

namespace klartext::domain {
namespace {

constexpr dots_rules five_dots_three_per_item{.budget = 5, .per_item = 3};

TEST(Dots, ABallotMaySpendLessThanItsBudget) {
    EXPECT_TRUE(check(five_dots_three_per_item, 3, dots_ballot{{{0, 2}}}));
    EXPECT_TRUE(check(five_dots_three_per_item, 3, dots_ballot{}));
}

TEST(Dots, WhatTheRulesForbidIsRefused) {
    const auto why = [](dots_ballot ballot) { return check(five_dots_three_per_item, 3, ballot).error(); };
    EXPECT_EQ(why({{{0, 3}, {1, 3}}}), refusal::too_many_dots);
    EXPECT_EQ(why({{{0, 4}}}), refusal::too_many_on_one_item);
    EXPECT_EQ(why({{{0, -1}, {1, 3}}}), refusal::negative_dots);
    EXPECT_EQ(why({{{3, 1}}}), refusal::unknown_item);
    EXPECT_EQ(why({{{-1, 1}}}), refusal::unknown_item);
}

TEST(Dots, TheTallyAddsUpDotsAndCountsAbstentions) {
    const std::vector<dots_ballot> ballots{{{{1, 2}, {0, 1}}}, {{{2, 1}}}, {{{1, 1}, {2, 0}}}, {}};
    const auto result = tally(five_dots_three_per_item, 3, ballots);
    EXPECT_EQ(result.ballots, 4);
    EXPECT_EQ(result.abstentions, 1);
    EXPECT_EQ(result.rows, (std::vector<dots_result::row>{{1, 1}, {3, 2}, {1, 1}}));
}

TEST(SingleChoice, CountsChoicesAndAbstentions) {
    const std::vector<single_choice_ballot> ballots{{0}, {2}, {2}, {std::nullopt}};
    const auto result = tally(single_choice_rules{}, 3, ballots);
    EXPECT_EQ(result.counts, (std::vector{1, 0, 2}));
    EXPECT_EQ(result.abstentions, 1);
    EXPECT_EQ(result.ballots, 4);
}

TEST(AgreeDisagree, AnItemThatWasLeftOutWasNotJudged) {
    const std::vector<agree_disagree_ballot> ballots{
        {{{0, stance::agree}, {1, stance::pass}}}, {{{0, stance::disagree}}}, {}};
    const auto result = tally(agree_disagree_rules{}, 2, ballots);
    EXPECT_EQ(result.rows, (std::vector<agree_disagree_result::row>{{1, 0, 1}, {0, 1, 0}}));
    EXPECT_EQ(result.abstentions, 1);
}

}  // namespace
}  // namespace klartext::domain
