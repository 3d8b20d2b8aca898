#include "domain/methods/standing.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace klartext::domain {
namespace {

TEST(Standing, EqualValuesShareTheBetterPlaceAndTheNextIsLeftOut) {
    EXPECT_EQ(standing(std::vector{10, 40, 20, 20}), (std::vector{4, 1, 2, 2}));
    EXPECT_EQ(standing(std::vector{7, 7, 7}), (std::vector{1, 1, 1}));
    EXPECT_EQ(standing(std::vector<int>{}), std::vector<int>{});
}

TEST(Standing, WhatHasNoValueIsLast) {
    EXPECT_EQ(standing(std::vector<std::optional<double>>{{}, -1.5, 0.5, {}}), (std::vector{3, 2, 1, 3}));
}

}  // namespace
}  // namespace klartext::domain
