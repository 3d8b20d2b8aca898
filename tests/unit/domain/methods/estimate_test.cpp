#include "domain/methods/estimate.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "unit/domain/methods/shuffled.hpp"

namespace klartext::domain {
namespace {

const estimate_rules whole{};
const estimate_rules hours{.decimals = 1, .lowest = 0, .highest = 40, .unit = "Std."};

bool allowed(const estimate_rules& rules) { return check(rules, 0).has_value(); }

refusal why(const estimate_rules& rules, double value) {
    return check(rules, 2, estimate_ballot{{{0, value}}}).error();
}

bool takes(const estimate_rules& rules, double value) {
    return check(rules, 2, estimate_ballot{{{0, value}}}).has_value();
}

/// One estimate of the one item per ballot.
estimate_result tally_of(const estimate_rules& rules, const std::vector<double>& values) {
    std::vector<estimate_ballot> ballots;
    for (const double value : values) ballots.push_back({{{0, value}}});
    return tally(rules, 1, ballots);
}

estimate_result::row row_of_values(const std::vector<double>& values, const estimate_rules& rules = {}) {
    return tally_of(rules, values).rows.at(0);
}

constexpr auto infinity = std::numeric_limits<double>::infinity();

TEST(Estimate, LimitsThatNoAnswerCanMeetAreRefused) {
    EXPECT_EQ(check(estimate_rules{.decimals = 0, .lowest = 0.2, .highest = 0.8}, 1).error(), refusal::bad_rules);
    EXPECT_TRUE(check(estimate_rules{.decimals = 1, .lowest = 0.2, .highest = 0.8}, 1));
}

TEST(Estimate, LimitsAreNumbersInTheirOrder) {
    EXPECT_TRUE(allowed(whole) && allowed(hours) && allowed({.decimals = 3, .lowest = 0.5}));
    EXPECT_FALSE(allowed({.decimals = 4}));
    EXPECT_FALSE(allowed({.decimals = -1}));
    EXPECT_FALSE(allowed({.lowest = 2, .highest = 2}));
    EXPECT_FALSE(allowed({.lowest = std::nan("")}));
    EXPECT_FALSE(allowed({.highest = infinity}));
    EXPECT_EQ(check(estimate_rules{.lowest = 3, .highest = 2}, 2).error(), refusal::bad_rules);
    EXPECT_EQ(check(estimate_rules{.unit = std::string(201, 'x')}, 2).error(), refusal::text_too_long);
}

TEST(Estimate, ANumberBeyondTheLimitsIsRefused) {
    EXPECT_TRUE(takes(hours, 0) && takes(hours, 40) && takes(hours, -0.0));
    EXPECT_EQ(why(hours, -0.1), refusal::value_out_of_range);
    EXPECT_EQ(why(hours, 40.1), refusal::value_out_of_range);
    EXPECT_EQ(why(whole, std::nan("")), refusal::value_out_of_range);
    EXPECT_EQ(why(whole, infinity), refusal::value_out_of_range);
    EXPECT_EQ(why(whole, -infinity), refusal::value_out_of_range);
}

TEST(Estimate, ANumberHasTwelveDigitsAtMost) {
    EXPECT_TRUE(takes(whole, 999'999'999'999));
    EXPECT_EQ(why(whole, 1e12), refusal::value_out_of_range);
    EXPECT_TRUE(takes({.decimals = 3}, -999'999'999.999));
    EXPECT_EQ(why({.decimals = 3}, -1e9), refusal::value_out_of_range);
}

TEST(Estimate, ANumberHasNoMoreDecimalsThanAskedFor) {
    EXPECT_EQ(why(whole, 2.5), refusal::too_many_decimals);
    EXPECT_EQ(why(hours, 2.55), refusal::too_many_decimals);
    EXPECT_EQ(why({.decimals = 3}, 0.0001), refusal::too_many_decimals);
    for (int parts = 0; parts < 100'000; ++parts) ASSERT_TRUE(takes({.decimals = 3}, parts / 1000.0)) << parts;
}

TEST(Estimate, AnUnknownItemIsRefused) {
    EXPECT_EQ(check(whole, 2, estimate_ballot{{{2, 1}}}).error(), refusal::unknown_item);
    EXPECT_EQ(check(whole, 2, estimate_ballot{{{-1, 1}}}).error(), refusal::unknown_item);
    EXPECT_TRUE(check(whole, 2, estimate_ballot{}));
}

// The figures that R gives: quantile(1:10), quantile(c(1, 2, 3, 4)); the deviation is the usual example of statistics.
TEST(Estimate, QuartilesLieBetweenTheNearestValues) {
    const auto ten = row_of_values({10, 9, 8, 7, 6, 5, 4, 3, 2, 1});
    EXPECT_EQ(ten.lower_quartile, 3.25);
    EXPECT_EQ(ten.median, 5.5);
    EXPECT_EQ(ten.upper_quartile, 7.75);
    const auto four = row_of_values({1, 2, 3, 4});
    EXPECT_EQ(four.lower_quartile, 1.75);
    EXPECT_EQ(four.upper_quartile, 3.25);
}

TEST(Estimate, MeanAndDeviationAreThoseOfThePopulation) {
    const auto row = row_of_values({2, 4, 4, 4, 5, 5, 7, 9});
    EXPECT_EQ(row.estimates, 8);
    EXPECT_EQ(row.mean, 5);
    EXPECT_EQ(row.deviation, 2);
    EXPECT_EQ(row.lowest, 2);
    EXPECT_EQ(row.highest, 9);
}

TEST(Estimate, DecimalsAreCountedAsWholeNumbers) {
    const auto row = row_of_values({0.1, 0.2, 0.3}, {.decimals = 1});
    EXPECT_EQ(row.mean, 0.2) << "and not 0.20000000000000004";
    EXPECT_EQ(row.median, 0.2);
    EXPECT_EQ(row_of_values({-0.5, 0.5}, {.decimals = 1}).mean, 0);
}

TEST(Estimate, TheLargestNumbersStayExact) {
    const auto row = row_of_values({-999'999'999'999, 999'999'999'999, 999'999'999'999, -999'999'999'999});
    EXPECT_EQ(row.mean, 0);
    EXPECT_EQ(row.deviation, 999'999'999'999);
}

TEST(Estimate, TheHistogramHasRoundClasses) {
    using bin = estimate_result::bin;
    EXPECT_EQ(row_of_values({13, 15, 18, 31, 32, 47}).histogram,
              (std::vector<bin>{{10, 20, 3}, {20, 30, 0}, {30, 40, 2}, {40, 50, 1}}));
    EXPECT_EQ(row_of_values({0.5, 1, 1.5}, {.decimals = 1}).histogram,
              (std::vector<bin>{{0.5, 1, 1}, {1, 1.5, 1}, {1.5, 2, 1}}));
}

TEST(Estimate, WithoutAnEstimateThereIsNoFigure) {
    const std::vector<estimate_ballot> ballots{{{{0, 3}}}, {}};
    const auto result = tally(whole, 2, ballots);
    EXPECT_EQ(result.rows[1], estimate_result::row{});
    EXPECT_EQ(result.ballots, 2);
    EXPECT_EQ(result.abstentions, 1);
    EXPECT_EQ(tally(whole, 1, {}).rows, std::vector(1, estimate_result::row{}));
}

TEST(Estimate, OneEstimateIsEachFigureItself) {
    EXPECT_EQ(row_of_values({7}), (estimate_result::row{1, 7, 7, 0, 7, 7, 7, 7, {{7, 8, 1}}}));
}

TEST(Estimate, TheOrderOfTheBallotsDoesNotMatter) {
    std::vector<double> values;
    for (int value = 0; value < 500; ++value) values.push_back(value * value % 397 / 10.0);
    EXPECT_EQ(tally_of({.decimals = 1}, shuffled(values)), tally_of({.decimals = 1}, values));
}

}  // namespace
}  // namespace klartext::domain
