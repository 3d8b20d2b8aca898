#include "replay/stamp_purse.hpp"

#include <gtest/gtest.h>

using klartext::replay::stamp_purse;

namespace {

const std::string first =
    R"({"rounds":["r0","r1"],"secondRounds":[{"slot":1,"stamp":"t1"}],"entries":[{"activity":"a","batch":0,"stamps":["s0","s1"]}],"cards":[],"signUps":[],"upVotes":[],"sheets":[],"address":"m"})";

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
    ASSERT_TRUE(purse.add(
        R"({"rounds":["r0","r1"],"secondRounds":[],"entries":[],"cards":[],"signUps":[],"upVotes":[],"sheets":[],"address":"m"})"));
    EXPECT_EQ(purse.second_round(1), "t1");
    EXPECT_EQ(purse.second_round(0), std::nullopt);
    EXPECT_FALSE(purse.add(
        R"({"rounds":["r0","r1"],"secondRounds":[{"slot":1,"stamp":"x"}],"entries":[],"cards":[],"signUps":[],"upVotes":[],"sheets":[],"address":"m"})"))
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
        R"({"rounds":["r0","r1","r2"],"secondRounds":[],"entries":[{"activity":"a","batch":1,"stamps":["s2"]}],"cards":[],"signUps":[],"upVotes":[],"sheets":[],"address":"m"})"));
    EXPECT_EQ(purse.batches().at("a"), 1);
    EXPECT_EQ(purse.round(2), "r2");
    EXPECT_TRUE(purse.last_answer_named("a"));
}

TEST(StampPurse, GivesAsManyCardStampsAsWereDrawnAndNoMore) {
    const auto drawn = [](const std::string& stamps) {
        return R"({"rounds":[],"secondRounds":[],"entries":[{"activity":"a","batch":0,"stamps":["s0"]}],)"
               R"("cards":[{"activity":"a","stamps":)" +
               stamps + R"(}],"signUps":[],"upVotes":[],"sheets":[],"address":"m"})";
    };
    stamp_purse purse;
    ASSERT_TRUE(purse.add(drawn(R"(["c0","c1"])")));
    EXPECT_TRUE(purse.limits_cards("a"));
    EXPECT_FALSE(purse.limits_cards("b"));
    EXPECT_EQ(purse.take_card("a"), "c0");
    EXPECT_TRUE(purse.add(drawn(R"(["c0","c1"])"))) << "drawn again";
    EXPECT_EQ(purse.take_card("a"), "c1");
    EXPECT_EQ(purse.take_card("a"), std::nullopt);
    EXPECT_EQ(purse.take("a"), "s0") << "comments have theirs";
    EXPECT_FALSE(purse.add(drawn(R"(["c0","xx"])")));
}

TEST(StampPurse, TakesMoreCardStampsThatFollowThoseOfEarlierTurns) {
    const auto drawn = [](const std::string& stamps) {
        return R"({"rounds":[],"secondRounds":[],"entries":[],"cards":[{"activity":"a","stamps":)" + stamps +
               R"(}],"signUps":[],"upVotes":[],"sheets":[],"address":"m"})";
    };
    stamp_purse purse;
    ASSERT_TRUE(purse.add(drawn(R"(["c0"])")));
    EXPECT_EQ(purse.take_card("a"), "c0");
    EXPECT_EQ(purse.take_card("a"), std::nullopt);
    ASSERT_TRUE(purse.add(drawn(R"(["c0","c1"])")));
    EXPECT_EQ(purse.take_card("a"), "c1");
    EXPECT_FALSE(purse.add(drawn(R"(["c0"])"))) << "they never get fewer";
}

TEST(StampPurse, HoldsOneStampForUpVotesAndNamesAndOneForEachTurnOfSheets) {
    const auto drawn = [](const std::string& up_vote, const std::string& turn, const std::string& sheet) {
        return R"({"rounds":[],"secondRounds":[],"entries":[],"cards":[],)"
               R"("signUps":[{"activity":"n","stamp":"n0"}],"upVotes":[{"activity":"a","stamp":")" +
               up_vote + R"("}],"sheets":[{"activity":"b","turn":)" + turn + R"(,"stamp":")" + sheet +
               R"("}],"address":"m"})";
    };
    stamp_purse purse;
    ASSERT_TRUE(purse.add(drawn("u0", "1", "s1")));
    EXPECT_EQ(purse.up_votes("a"), "u0");
    EXPECT_EQ(purse.up_votes("b"), std::nullopt);
    EXPECT_EQ(purse.sign_up("n"), "n0");
    EXPECT_EQ(purse.sheet("a"), std::nullopt);
    EXPECT_EQ(purse.sheet("b")->stamp, "s1");
    ASSERT_TRUE(purse.add(drawn("u0", "2", "s2")));
    EXPECT_EQ(purse.sheet("b")->turn, 2);
    EXPECT_EQ(purse.sheet("b")->stamp, "s2");
    EXPECT_FALSE(purse.add(drawn("u0", "2", "xx")));
    EXPECT_FALSE(purse.add(drawn("xx", "2", "s2")));
}

TEST(StampPurse, NoticesOtherStampsForTheSameSeat) {
    stamp_purse purse;
    ASSERT_TRUE(purse.add(first));
    EXPECT_FALSE(purse.add(
        R"({"rounds":["r0","xx"],"secondRounds":[],"entries":[],"cards":[],"signUps":[],"upVotes":[],"sheets":[],"address":"m"})"));
    EXPECT_FALSE(purse.add(
        R"({"rounds":["r0","r1"],"secondRounds":[{"slot":1,"stamp":"t1"}],"entries":[],"cards":[],"signUps":[],"upVotes":[],"sheets":[],"address":"other"})"));
    EXPECT_FALSE(purse.add(
        R"({"rounds":["r0","r1"],"secondRounds":[{"slot":1,"stamp":"t1"}],"entries":[{"activity":"a","batch":0,"stamps":["s0","xx"]}],"cards":[],"signUps":[],"upVotes":[],"sheets":[],"address":"m"})"));
}

TEST(StampPurse, AnAnswerOfAnotherShapeIsNone) {
    stamp_purse purse;
    EXPECT_FALSE(purse.add("{}"));
    EXPECT_FALSE(purse.add("no json"));
}
