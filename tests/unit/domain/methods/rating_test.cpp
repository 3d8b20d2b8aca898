#include "domain/methods/rating.hpp"

#include <gtest/gtest.h>

#include "unit/domain/methods/shuffled.hpp"

namespace klartext::domain {
namespace {

const rating_rules one_to_five{};

refusal why(const rating_rules& rules, const rating_ballot& ballot) { return check(rules, 3, ballot).error(); }

TEST(Rating, AScaleBeginsAtZeroOrOneAndHasTwoToElevenSteps) {
    EXPECT_TRUE(check(one_to_five, 0));
    EXPECT_TRUE(check(rating_rules{.lowest = 0, .steps = 11}, 3));
    EXPECT_TRUE(check(rating_rules{.steps = 2}, 3));
    for (const auto& [lowest, steps] : {std::pair{-1, 5}, {2, 5}, {1, 1}, {1, 12}})
        EXPECT_EQ(check(rating_rules{.lowest = lowest, .steps = steps}, 3).error(), refusal::bad_rules);
}

TEST(Rating, LabelsAreNoneOrOnePerStep) {
    EXPECT_TRUE(check(rating_rules{.steps = 3, .labels = {"schlecht", "", "gut"}}, 0));
    EXPECT_EQ(check(rating_rules{.steps = 3, .labels = {"schlecht", "gut"}}, 0).error(), refusal::bad_rules);
    EXPECT_EQ(check(rating_rules{.steps = 2, .labels = {"", std::string(201, 'x')}}, 0).error(),
              refusal::text_too_long);
}

TEST(Rating, ABallotMayLeaveItemsOut) {
    EXPECT_TRUE(check(one_to_five, 3, rating_ballot{}));
    EXPECT_TRUE(check(one_to_five, 3, rating_ballot{{{0, 1}, {2, 5}}, {1}}));
}

TEST(Rating, WhatTheRulesForbidIsRefused) {
    EXPECT_EQ(why(one_to_five, {{{0, 0}}, {}}), refusal::value_out_of_range);
    EXPECT_EQ(why(one_to_five, {{{0, 6}}, {}}), refusal::value_out_of_range);
    EXPECT_EQ(why(one_to_five, {{{3, 1}}, {}}), refusal::unknown_item);
    EXPECT_EQ(why(one_to_five, {{{-1, 1}}, {}}), refusal::unknown_item);
    EXPECT_EQ(why(one_to_five, {{}, {0, 3}}), refusal::unknown_item);
    EXPECT_EQ(why(one_to_five, {{}, {0, -1}}), refusal::unknown_item);
    EXPECT_EQ(why(one_to_five, {{}, {2, 1, 2}}), refusal::item_named_twice);
    EXPECT_EQ(why(one_to_five, {{{1, 4}}, {1}}), refusal::item_named_twice);
    EXPECT_EQ(why({.cannot_judge = false}, {{}, {1}}), refusal::cannot_judge_off);
}

const std::vector<rating_ballot> five_people{
    {{{0, 5}, {1, 1}}, {2}}, {{{0, 4}, {1, 5}}, {2}}, {{{0, 4}, {1, 3}}, {}}, {{}, {0}}, {}};

TEST(Rating, WhoCannotJudgeIsNoStepOfTheScale) {
    const auto result = tally(one_to_five, 3, five_people);
    EXPECT_EQ(result.ballots, 5);
    EXPECT_EQ(result.abstentions, 1);
    EXPECT_EQ(result.rows[0].steps, (std::vector{0, 0, 0, 2, 1}));
    EXPECT_EQ(result.rows[0].cannot_judge, 1);
    EXPECT_DOUBLE_EQ(result.rows[0].summary->mean, 13 / 3.0);
    EXPECT_EQ(result.rows[1].summary->median, 3);
    EXPECT_TRUE(result.rows[1].summary->talk);
    EXPECT_EQ(result.rows[2].cannot_judge, 2);
    EXPECT_FALSE(result.rows[2].summary);
}

TEST(Rating, AScaleFromZeroCountsItsZero) {
    const std::vector<rating_ballot> ballots{{{{0, 0}}, {}}, {{{0, 10}}, {}}};
    const auto row = tally({.lowest = 0, .steps = 11}, 1, ballots).rows.at(0);
    EXPECT_EQ(row.steps, (std::vector{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
    EXPECT_EQ(row.summary->mean, 5);
}

TEST(Rating, WithoutABallotEveryRowIsThereAndEmpty) {
    const auto result = tally(one_to_five, 2, {});
    EXPECT_EQ(result.rows, std::vector(2, rating_result::row{{0, 0, 0, 0, 0}, 0, {}}));
    EXPECT_EQ(result.ballots, 0);
}

TEST(Rating, OneBallotIsCountedAsItStands) {
    const std::vector<rating_ballot> one{{{{0, 2}}, {1}}};
    const auto result = tally(one_to_five, 2, one);
    EXPECT_EQ(result.rows[0].summary, (summary{1, 2, 2, 0, 0, false}));
    EXPECT_EQ(result.rows[1].cannot_judge, 1);
}

TEST(Rating, TheOrderOfTheBallotsDoesNotMatter) {
    EXPECT_EQ(tally(one_to_five, 3, shuffled(five_people)), tally(one_to_five, 3, five_people));
}

}  // namespace
}  // namespace klartext::domain
