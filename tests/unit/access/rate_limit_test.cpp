#include "access/rate_limit.hpp"

#include <gtest/gtest.h>

#include <string>

namespace klartext::access {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds now{1'800'000'000s};

void fail(rate_limit& limit, const std::string& who, int times) {
    while (times-- > 0) limit.failed(who, now);
}

TEST(RateLimit, LetsAWholeOfficeMistypeOnce) {
    rate_limit limit;
    fail(limit, "192.0.2.1", 59);
    EXPECT_TRUE(limit.allows("192.0.2.1", now));
}

TEST(RateLimit, StopsTheSixtyFirstGuessOfThisAddressAlone) {
    rate_limit limit;
    fail(limit, "192.0.2.1", 60);
    EXPECT_FALSE(limit.allows("192.0.2.1", now));
    EXPECT_TRUE(limit.allows("192.0.2.2", now));
}

TEST(RateLimit, ForgivesOneFailureInTenSeconds) {
    rate_limit limit;
    fail(limit, "192.0.2.1", 60);
    EXPECT_FALSE(limit.allows("192.0.2.1", now + 9s));
    EXPECT_TRUE(limit.allows("192.0.2.1", now + 10s));
    limit.failed("192.0.2.1", now + 10s);
    EXPECT_FALSE(limit.allows("192.0.2.1", now + 10s));
}

TEST(RateLimit, FailuresBeyondTheBoundDoNotLengthenTheWait) {
    rate_limit limit;
    fail(limit, "192.0.2.1", 1000);
    EXPECT_TRUE(limit.allows("192.0.2.1", now + 10s));
}

TEST(RateLimit, DoesNotCountWhatDoesNotFail) {
    rate_limit limit;
    for (int visit = 0; visit < 1000; ++visit) EXPECT_TRUE(limit.allows("192.0.2.1", now));
    EXPECT_EQ(limit.remembered(), 0U);
}

TEST(RateLimit, RemembersABoundedNumberAndTheWorstLongest) {
    rate_limit limit({.failures = 3, .within = 600s, .most_addresses = 100});
    fail(limit, "worst", 3);
    for (int other = 0; other < 1000; ++other) limit.failed(std::to_string(other), now);
    EXPECT_EQ(limit.remembered(), 100U);
    EXPECT_FALSE(limit.allows("worst", now));
}

TEST(RateLimit, ForgetsEverythingWhenTheHourIsOver) {
    rate_limit limit({.failures = 3, .within = std::chrono::hours(100), .most_addresses = 100});
    fail(limit, "192.0.2.1", 3);
    EXPECT_FALSE(limit.allows("192.0.2.1", now + 59min));
    EXPECT_TRUE(limit.allows("192.0.2.1", now + 60min));
    EXPECT_EQ(limit.remembered(), 0U);
}

TEST(RateLimit, AClockSetBackAMomentForgetsNothing) {
    rate_limit limit;
    fail(limit, "192.0.2.1", 60);
    EXPECT_FALSE(limit.allows("192.0.2.1", now - 2s));
}

}  // namespace
}  // namespace klartext::access
