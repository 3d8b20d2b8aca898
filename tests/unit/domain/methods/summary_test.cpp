#include "domain/methods/summary.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace klartext::domain {
namespace {

/// From the sorted values themselves, as a textbook has it.
summary by_hand(const std::vector<int>& values, int lowest, int highest) {
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const int value : values) squares += (value - mean) * (value - mean);
    const double deviation = std::sqrt(squares / n);
    const double dissent = deviation / ((highest - lowest) / 2.0);
    const auto middle = values.size() / 2;
    const double median = values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
    return {static_cast<int>(values.size()), mean, median, deviation, dissent, dissent > 0.3};
}

void expect_same(const summary& one, const summary& other) {
    EXPECT_EQ(one.judgements, other.judgements);
    EXPECT_DOUBLE_EQ(one.mean, other.mean);
    EXPECT_DOUBLE_EQ(one.median, other.median);
    EXPECT_NEAR(one.deviation, other.deviation, 1e-12);
    EXPECT_NEAR(one.dissent, other.dissent, 1e-12);
    EXPECT_EQ(one.talk, other.talk);
}

TEST(Summary, IsWhatTheValuesThemselvesGive) {
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        const int lowest = static_cast<int>(random() % 2), steps = 2 + static_cast<int>(random() % 10);
        std::vector<int> histogram, values;
        for (int step = 0; step < steps; ++step) {
            histogram.push_back(static_cast<int>(random() % 6));
            values.insert(values.end(), static_cast<std::size_t>(histogram.back()), lowest + step);
        }
        const auto made = summary_of(histogram, lowest);
        ASSERT_EQ(made.has_value(), !values.empty());
        if (made) expect_same(*made, by_hand(values, lowest, lowest + steps - 1));
    }
}

TEST(Summary, ThereIsNoneWithoutAJudgement) { EXPECT_FALSE(summary_of(std::vector<int>(5), 1)); }

TEST(Summary, OneVoiceHasNoDissent) {
    EXPECT_EQ(summary_of(std::vector{0, 0, 1}, 1), (summary{1, 3, 3, 0, 0, false}));
    EXPECT_EQ(summary_of(std::vector{0, 8, 0}, 0), (summary{8, 1, 1, 0, 0, false}));
}

TEST(Summary, HalfAtEitherEndIsTheLargestDissentOnAnyScale) {
    EXPECT_EQ(summary_of(std::vector{4, 0, 0, 0, 4}, 1)->dissent, 1);
    EXPECT_EQ(summary_of(std::vector{3, 3}, 0)->dissent, 1);
    EXPECT_EQ(summary_of(std::vector{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 0)->dissent, 1);
}

TEST(Summary, TheMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo) {
    EXPECT_EQ(summary_of(std::vector{2, 0, 0, 2}, 1)->median, 2.5);
    EXPECT_EQ(summary_of(std::vector{2, 1, 0, 2}, 1)->median, 2);
}

TEST(Summary, TalkBeginsAboveThreeTenthsAndNotAtThem) {
    // 0.91
    const auto at = summary_of(std::vector{9, 182, 9}, 1);
    EXPECT_DOUBLE_EQ(at->dissent, 0.3);
    EXPECT_FALSE(at->talk);
    EXPECT_TRUE(summary_of(std::vector{9, 181, 9}, 1)->talk);
}

TEST(Summary, StaysExactForMillions) {
    const int many = 1 << 23;
    const auto half = summary_of(std::vector{many, 0, 0, 0, 0, 0, 0, 0, 0, 0, many}, 1);
    EXPECT_EQ(half->deviation, 5);
    EXPECT_EQ(half->dissent, 1);
    EXPECT_TRUE(half->talk);
}

}  // namespace
}  // namespace klartext::domain
