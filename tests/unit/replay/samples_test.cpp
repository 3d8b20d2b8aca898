#include "replay/samples.hpp"

#include <gtest/gtest.h>

using klartext::replay::samples;

TEST(Samples, ThePercentileIsTheNearestRank) {
    samples s;
    for (int i = 100; i >= 1; --i) s.add(i);
    EXPECT_EQ(s.percentile(50), 50);
    EXPECT_EQ(s.percentile(99), 99);
    EXPECT_EQ(s.percentile(100), 100);
    EXPECT_EQ(s.percentile(0), 1);
}

TEST(Samples, OneValueIsEveryPercentile) {
    samples s;
    s.add(7);
    EXPECT_EQ(s.percentile(1), 7);
    EXPECT_EQ(s.percentile(99), 7);
}

TEST(Samples, OfThreeTheMiddleOneIsTheMedian) {
    samples s;
    for (const double v : {3.0, 1.0, 2.0}) s.add(v);
    EXPECT_EQ(s.percentile(50), 2);
    EXPECT_EQ(s.percentile(99), 3);
}

TEST(Samples, NothingMeasuredIsZero) { EXPECT_EQ(samples().percentile(50), 0); }
