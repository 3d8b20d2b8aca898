#include "domain/methods/multi_criteria.hpp"

#include <gtest/gtest.h>

#include "unit/domain/methods/shuffled.hpp"

namespace klartext::domain {
namespace {

const multi_criteria_rules use_and_cost{.criteria = {{"Nutzen", 3, false}, {"Kosten", 1, true}}};

refusal why(const multi_criteria_ballot& ballot) { return check(use_and_cost, 2, ballot).error(); }

refusal why_not(multi_criteria_rules rules) { return check(rules, 0).error(); }

TEST(MultiCriteria, TwoToEightWeightedCriteriaShareAScale) {
    const auto with = [](std::vector<multi_criteria_rules::criterion> criteria) {
        return multi_criteria_rules{.criteria = std::move(criteria)};
    };
    EXPECT_TRUE(check(use_and_cost, 0));
    std::vector<multi_criteria_rules::criterion> eight;
    for (char name = 'A'; name < 'A' + 8; ++name) eight.push_back({std::string(1, name), 100});
    EXPECT_TRUE(check(with(eight), 2));
    EXPECT_EQ(why_not(with({{"Nutzen"}, {" Nutzen"}})), refusal::bad_rules) << "nobody could tell them apart";
    EXPECT_EQ(why_not(with(std::vector<multi_criteria_rules::criterion>(9, {"Nutzen"}))), refusal::bad_rules);
    EXPECT_EQ(why_not(with({{"Nutzen"}})), refusal::bad_rules);
    EXPECT_EQ(why_not(with({{"Nutzen"}, {"Kosten", 0}})), refusal::bad_rules);
    EXPECT_EQ(why_not(with({{"Nutzen", 101}, {"Kosten"}})), refusal::bad_rules);
    EXPECT_EQ(why_not(with({{"Nutzen"}, {" "}})), refusal::text_empty);
    EXPECT_EQ(why_not(with({{"Nutzen"}, {std::string(201, 'x')}})), refusal::text_too_long);
    auto wide = use_and_cost;
    wide.steps = 12;
    EXPECT_EQ(why_not(wide), refusal::bad_rules);
}

TEST(MultiCriteria, ABallotMayLeaveItemsAndCriteriaOut) {
    EXPECT_TRUE(check(use_and_cost, 2, multi_criteria_ballot{}));
    EXPECT_TRUE(check(use_and_cost, 2, {{{0, {{0, 5}}}, {1, {{0, 1}, {1, 1}}}}, {{0, {1}}}}));
}

TEST(MultiCriteria, WhatTheRulesForbidIsRefused) {
    EXPECT_EQ(why({{{2, {{0, 1}}}}, {}}), refusal::unknown_item);
    EXPECT_EQ(why({{{-1, {{0, 1}}}}, {}}), refusal::unknown_item);
    EXPECT_EQ(why({{{0, {{2, 1}}}}, {}}), refusal::unknown_item);
    EXPECT_EQ(why({{{0, {{-1, 1}}}}, {}}), refusal::unknown_item);
    EXPECT_EQ(why({{}, {{2, {0}}}}), refusal::unknown_item);
    EXPECT_EQ(why({{}, {{0, {2}}}}), refusal::unknown_item);
    EXPECT_EQ(why({{{0, {{0, 0}}}}, {}}), refusal::value_out_of_range);
    EXPECT_EQ(why({{{0, {{1, 6}}}}, {}}), refusal::value_out_of_range);
    EXPECT_EQ(why({{}, {{0, {1, 0, 1}}}}), refusal::item_named_twice);
    EXPECT_EQ(why({{{0, {{1, 3}}}}, {{0, {1}}}}), refusal::item_named_twice);
}

TEST(MultiCriteria, WhereEverybodyIsToJudgeNobodyCanDecline) {
    auto all = use_and_cost;
    all.cannot_judge = false;
    EXPECT_EQ(check(all, 2, {{}, {{0, {1}}}}).error(), refusal::cannot_judge_off);
    EXPECT_TRUE(check(all, 2, {{}, {{0, {}}}}));
}

const std::vector<multi_criteria_ballot> ballots{{{{0, {{0, 5}, {1, 2}}}, {1, {{0, 2}}}}, {}},
                                                 {{{0, {{0, 4}}}, {1, {{0, 4}, {1, 1}}}}, {{0, {1}}}},
                                                 {{{0, {{0, 3}, {1, 5}}}}, {{1, {0, 1}}}},
                                                 {},
                                                 {{{0, {}}}, {{1, {}}}},
                                                 {{}, {{1, {1}}}}};

TEST(MultiCriteria, TheTotalWeighsTheMeansAndMirrorsWhatIsInverted) {
    const auto result = tally(use_and_cost, 2, ballots);
    // Nutzen (5 + 4 + 3) / 3 = 4; Kosten (2 + 5) / 2 = 3.5, mirrored 2.5; (3 * 4 + 2.5) / 4
    EXPECT_EQ(result.rows[0].total, 3.625);
    // Nutzen 3; Kosten 1, mirrored 5; (3 * 3 + 5) / 4
    EXPECT_EQ(result.rows[1].total, 3.5);
}

TEST(MultiCriteria, EachCriterionIsSummedUpAsItWasJudged) {
    const auto result = tally(use_and_cost, 2, ballots);
    const auto& cost = result.rows[0].criteria[1];
    EXPECT_EQ(cost.steps, (std::vector{0, 1, 0, 0, 1}));
    EXPECT_EQ(cost.summary->mean, 3.5);
    EXPECT_EQ(cost.cannot_judge, 1);
    EXPECT_EQ(result.rows[1].criteria[0].cannot_judge, 1);
    EXPECT_EQ(result.rows[1].criteria[1].cannot_judge, 2);
}

TEST(MultiCriteria, OnlyABallotThatSaysNothingIsAnAbstention) {
    const auto result = tally(use_and_cost, 2, ballots);
    EXPECT_EQ(result.ballots, 6);
    EXPECT_EQ(result.abstentions, 2);
}

TEST(MultiCriteria, ThereIsNoTotalWhereACriterionWasNotJudged) {
    const std::vector<multi_criteria_ballot> one{{{{0, {{0, 5}}}}, {{0, {1}}}}};
    const auto result = tally(use_and_cost, 2, one);
    EXPECT_FALSE(result.rows[0].total);
    EXPECT_TRUE(result.rows[0].criteria[0].summary);
    EXPECT_FALSE(result.rows[0].criteria[1].summary);
}

TEST(MultiCriteria, AScaleFromZeroIsMirroredOnItself) {
    auto from_zero = use_and_cost;
    from_zero.lowest = 0;
    from_zero.steps = 11;
    const std::vector<multi_criteria_ballot> one{{{{0, {{0, 0}, {1, 0}}}}, {}}};
    EXPECT_EQ(tally(from_zero, 1, one).rows[0].total, 2.5);
}

TEST(MultiCriteria, EqualTotalsAreEqualWhateverTheirSums) {
    // added up as fractions of two, (0 + 5/3 + 0) / 3 and (1 + 2/3 + 0) / 3 differ in their last digit
    const multi_criteria_rules thirds{.criteria = {{"A"}, {"B"}, {"C"}}, .lowest = 0, .steps = 3};
    std::vector<multi_criteria_ballot> votes(2, {{{0, {{0, 0}, {1, 2}, {2, 0}}}, {1, {{0, 1}, {1, 1}, {2, 0}}}}, {}});
    votes.push_back({{{0, {{0, 0}, {1, 1}, {2, 0}}}, {1, {{0, 1}, {1, 0}, {2, 0}}}}, {}});
    const auto result = tally(thirds, 2, votes);
    EXPECT_EQ(result.rows[0].total, result.rows[1].total);
}

TEST(MultiCriteria, WithoutABallotEveryCellIsThere) {
    const auto result = tally(use_and_cost, 2, {});
    EXPECT_EQ(result.rows.size(), 2u);
    EXPECT_EQ(result.rows[1].criteria, std::vector(2, multi_criteria_result::cell{{0, 0, 0, 0, 0}, 0, {}}));
}

TEST(MultiCriteria, TheOrderOfTheBallotsDoesNotMatter) {
    EXPECT_EQ(tally(use_and_cost, 2, shuffled(ballots)), tally(use_and_cost, 2, ballots));
}

}  // namespace
}  // namespace klartext::domain
