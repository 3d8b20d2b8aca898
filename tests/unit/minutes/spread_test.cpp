#include "protocol/methods/spread.hpp"

#include "domain/methods/summary.hpp"

#include <gtest/gtest.h>

namespace klartext::minutes::testing {
namespace {

TEST(SpreadsInMinutes, AreThoseOfTheResult) {
    const std::vector<int> steps{3, 0, 2, 7, 4};
    const auto counted = domain::summary_of(steps, 1).value();
    const auto told = protocol::spread_of(steps, 1).value();
    EXPECT_DOUBLE_EQ(told.mean, counted.mean);
    EXPECT_DOUBLE_EQ(told.median, counted.median);
    EXPECT_DOUBLE_EQ(told.deviation, counted.deviation);
    EXPECT_DOUBLE_EQ(told.dissent, counted.dissent);
    EXPECT_EQ(protocol::worth_talking(told.dissent), counted.talk);
}

}  // namespace
}  // namespace klartext::minutes::testing
