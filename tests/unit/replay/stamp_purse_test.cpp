#include "replay/stamp_purse.hpp"

#include <gtest/gtest.h>

using klartext::replay::stamp_purse;

namespace {

const std::string first =
    R"({"rounds":["r0","r1"],"secondRounds":[{"slot":1,"stamp":"t1"}],"entries":[{"activity":"a","batch":0,"stamps":["s0","s1"]}],"address":"m"})";

}  // namespace

TEST(StampPurse, GivesEachEntryStampOnce) {
    stamp_purse purse;
    ASSERT_TRUE(purse.add(first));
    EXPECT_EQ(purse.take("a"), "s0");
    EXPECT_EQ(purse.take("a"), "s1");
    EXPECT_EQ(purse.take("a"), std::nullopt);
    EXPECT_EQ(purse.take("b"), std::nullopt);
}

TEST(StampPurse, KeepsRoundStampsBySlot) {
    stamp_purse purse;
    ASSERT_TRUE(purse.add(first));
    EXPECT_EQ(purse.round(1), "r1");
    EXPECT_EQ(purse.round(1), "r1");
    EXPECT_EQ(purse.round(2), std::nullopt);
    EXPECT_EQ(purse.address(), "m");
}

TEST(StampPurse, KeepsTheStampsOfSecondRoundsThatLaterAnswersLack) {
    stamp_purse purse;
    ASSERT_TRUE(purse.add(first));
    ASSERT_TRUE(purse.add(R"({"rounds":["r0","r1"],"secondRounds":[],"entries":[],"address":"m"})"));
    EXPECT_EQ(purse.second_round(1), "t1");
    EXPECT_EQ(purse.second_round(0), std::nullopt);
    EXPECT_FALSE(
        purse.add(R"({"rounds":["r0","r1"],"secondRounds":[{"slot":1,"stamp":"x"}],"entries":[],"address":"m"})"))
        << "another stamp for the same slot";
}

TEST(StampPurse, DrawingAgainGivesNothingNew) {
    stamp_purse purse;
    ASSERT_TRUE(purse.add(first));
    EXPECT_EQ(purse.take("a"), "s0");
    EXPECT_TRUE(purse.add(first));
    EXPECT_EQ(purse.take("a"), "s1");
    EXPECT_EQ(purse.take("a"), std::nullopt);
}

TEST(StampPurse, ANewBatchIsAdded) {
    stamp_purse purse;
    ASSERT_TRUE(purse.add(first));
    EXPECT_TRUE(purse.add(
        R"({"rounds":["r0","r1","r2"],"secondRounds":[],"entries":[{"activity":"a","batch":1,"stamps":["s2"]}],"address":"m"})"));
    EXPECT_EQ(purse.batches().at("a"), 1);
    EXPECT_EQ(purse.round(2), "r2");
    EXPECT_TRUE(purse.last_answer_named("a"));
}

TEST(StampPurse, NoticesOtherStampsForTheSameSeat) {
    stamp_purse purse;
    ASSERT_TRUE(purse.add(first));
    EXPECT_FALSE(purse.add(R"({"rounds":["r0","xx"],"secondRounds":[],"entries":[],"address":"m"})"));
    EXPECT_FALSE(
        purse.add(R"({"rounds":["r0","r1"],"secondRounds":[{"slot":1,"stamp":"t1"}],"entries":[],"address":"other"})"));
    EXPECT_FALSE(purse.add(
        R"({"rounds":["r0","r1"],"secondRounds":[{"slot":1,"stamp":"t1"}],"entries":[{"activity":"a","batch":0,"stamps":["s0","xx"]}],"address":"m"})"));
}

TEST(StampPurse, AnAnswerOfAnotherShapeIsNone) {
    stamp_purse purse;
    EXPECT_FALSE(purse.add("{}"));
    EXPECT_FALSE(purse.add("no json"));
}
