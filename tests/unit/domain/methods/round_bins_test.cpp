#include "domain/methods/round_bins.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace klartext::domain {
namespace {

std::int64_t width_of(const std::vector<std::int64_t>& sorted) {
    const auto bins = bins_of(sorted);
    return bins[0].to - bins[0].from;
}

bool is_round(std::int64_t width) {
    while (width % 10 == 0) width /= 10;
    return width == 1 || width == 2 || width == 5;
}

TEST(RoundBins, EachValueIsInOneOfAtMostTwelveClassesOfOneRoundWidth) {
    std::mt19937_64 random(11);
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::int64_t> values(1 + random() % 40);
        const auto range = std::int64_t{1} << random() % 40;
        for (auto& value : values)
            value = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(range)) - range / 2;
        std::ranges::sort(values);
        const auto bins = bins_of(values);
        ASSERT_LE(bins.size(), 12u);
        ASSERT_TRUE(is_round(width_of(values)));
        ASSERT_GT(bins.front().count, 0);
        ASSERT_GT(bins.back().count, 0);
        for (std::size_t at = 0; at < bins.size(); ++at) {
            const auto& [from, to, count] = bins[at];
            ASSERT_EQ(to - from, width_of(values));
            ASSERT_EQ(from % width_of(values), 0);
            ASSERT_TRUE(at == 0 || from == bins[at - 1].to);
            ASSERT_EQ(count, std::ranges::count_if(values, [&](auto value) { return from <= value && value < to; }));
        }
    }
}

TEST(RoundBins, TheirNumberFollowsSturges) {
    std::vector<std::int64_t> values{0, 10, 20, 30, 40, 50, 60, 100};
    EXPECT_EQ(width_of(values), 50) << "8 values: 4 classes over 100";
    values.insert(values.begin(), 56, 0);
    EXPECT_EQ(width_of(values), 20) << "64 values: 7 classes over 100";
}

TEST(RoundBins, ThereAreNoMoreThanTwelveHoweverManyTheValues) {
    std::vector<std::int64_t> values;
    for (std::int64_t value = 0; value < 5000; ++value) values.push_back(value * 1299 / 4999);
    EXPECT_EQ(width_of(values), 200) << "14 classes over 1299 would be 13 of 100";
    EXPECT_EQ(bins_of(values).size(), 7u);
}

TEST(RoundBins, AClassIsNeverNarrowerThanOne) {
    EXPECT_EQ(width_of({4, 4, 4, 5}), 1);
    EXPECT_EQ(width_of({-3}), 1);
}

}  // namespace
}  // namespace klartext::domain
