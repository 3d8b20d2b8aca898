#include "replay/feed_reading.hpp"

#include <gtest/gtest.h>

using namespace klartext::replay;

TEST(FeedReading, ReadsTheVotesOfASnapshot) {
    feed_reading reading;
    const auto message =
        reading.read(R"({"type":"snapshot","epoch":"e","revision":4,"serverTime":1,"session":{"agenda":[)"
                     R"({"id":"c","kind":"collect","stampBatch":3},{"id":"later","kind":"vote","slot":1},)"
                     R"({"id":"v","kind":"vote","slot":2,"items":[{"id":0,"text":"a"}]}]}})");
    ASSERT_TRUE(message->understood);
    EXPECT_TRUE(message->snapshot);
    EXPECT_EQ(message->revision, 4u);
    EXPECT_EQ(message->batches.at("c"), 3);
    EXPECT_EQ(message->votes.size(), 1u);
    EXPECT_EQ(message->votes.at("v").slot, 2u);
    EXPECT_EQ(message->votes.at("v").items.at(0).text, "a");
}

TEST(FeedReading, CountsTheChangesOfAnUpdate) {
    feed_reading reading;
    const auto message =
        reading.read(R"({"type":"update","epoch":"e","revision":5,"changes":[)"
                     R"({"change":"activityOpened","activity":{"id":"v","kind":"vote","slot":0,"items":[]}},)"
                     R"({"change":"stampsDue","activity":"c","batch":2},{"change":"presence","connected":3}]})");
    ASSERT_TRUE(message->understood);
    EXPECT_FALSE(message->snapshot);
    EXPECT_EQ(message->changes, 3u);
    EXPECT_EQ(message->votes.count("v"), 1u);
    EXPECT_EQ(message->batches.at("c"), 2);
}

TEST(FeedReading, ReadsEqualBytesOnce) {
    feed_reading reading;
    const std::string bytes = R"({"type":"update","epoch":"e","revision":5,"changes":[]})";
    EXPECT_EQ(reading.read(bytes), reading.read(std::string(bytes)));
}

TEST(FeedReading, SaysWhatItDoesNotUnderstand) {
    feed_reading reading;
    for (const auto* bytes : {"", "{}", "[1]", "{\"type\":\"song\",\"epoch\":\"e\",\"revision\":1,\"changes\":[]}",
                              "{\"type\":\"update\",\"epoch\":\"e\",\"revision\":1}"})
        EXPECT_FALSE(reading.read(bytes)->understood) << bytes;
}
