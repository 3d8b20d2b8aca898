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
    EXPECT_EQ(told.talk, counted.talk);
}

TEST(SpreadsInMinutes, CallForATalkWhereThePagesDo) {
    const std::vector<int> at_the_limit{23, 53, 1, 0, 1, 0, 0, 0, 1, 1}, beyond{23, 53, 1, 0, 1, 0, 0, 0, 0, 2};
    for (const auto& steps : {at_the_limit, beyond})
        EXPECT_EQ(protocol::spread_of(steps, 1)->talk, domain::summary_of(steps, 1)->talk);
    EXPECT_FALSE(protocol::spread_of(at_the_limit, 1)->talk) << "exactly 0.3";
    EXPECT_TRUE(protocol::spread_of(beyond, 1)->talk);
}

}  // namespace
}  // namespace klartext::minutes::testing
