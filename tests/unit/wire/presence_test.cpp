#include <gmock/gmock.h>

#include "wire/feed_messages.hpp"
#include "wire/shapes.hpp"

namespace klartext::wire {
namespace {

using shapes::shape;
using testing::ElementsAre;

std::vector<shapes::definition> all_that_a_feed_says() {
    shapes::collection all;
    all.add<feed_message>("FeedMessage");
    return all.definitions();
}

/// "Presence change connected" for each message and part of one.
std::vector<std::string> objects_of(const std::vector<shapes::definition>& all) {
    std::vector<std::string> lines;
    for (const auto& [name, shape] : all) {
        if (shape.is != shape::kind::object) continue;
        lines.push_back(name);
        for (const auto& field : shape.fields) lines.back() += " " + field.name;
    }
    return lines;
}

bool has_counts_by_name(const shape& of) {
    if (of.is == shape::kind::counts) return true;
    return std::ranges::any_of(of.parts, has_counts_by_name) ||
           std::ranges::any_of(of.fields, [](const auto& field) { return has_counts_by_name(field.type); });
}

// Whoever adds a field says here why it tells of nobody: not who is there, who writes, who has voted.
TEST(AnonymityRule7, FeedsSayNothingBeyondThese) {
    EXPECT_THAT(
        objects_of(all_that_a_feed_says()),
        ElementsAre(
            "SectionView id title",                            //
            "ClusterView id name",                             //
            "EntryView id text section on cluster withdrawn",  // what was written
            "ItemView id text",                                //
            "ItemResult id count dots ballots agree pass disagree",
            "VoteResult ballots abstentions withheld items",  // sums of a closed vote
            "ItemSource from take",
            "ActivityView id kind title phase minutes timerEnds prompt promptHtml sections comments release "
            "uncovered clusters entries waiting stampBatch method budget perItem items slot secondRoundOf ballots "
            "fewPeople result plannedItems",
            "SessionView id code title language phase notice noticeHtml openSmallGroup doorOpen stage connected "
            "roundStamps agenda",
            "Snapshot type epoch revision serverTime session",
            "SessionChanged change title language phase doorOpen notice noticeHtml openSmallGroup",
            "AgendaChanged change agenda",            //
            "ActivityOpened change activity",         //
            "ActivityClosed change activity result",  //
            "StageSet change activity", "TimerSet change activity timerEnds",
            "EntriesShown change activity entries",  //
            "EntriesGone change activity entries",   //
            "EntriesArranged change activity entries cluster",
            "ClustersChanged change activity clusters",  //
            "Uncovered change activity",                 //
            "Progress change activity waiting ballots",  // in steps of five
            "Presence change connected",                 // how many seats
            "StampsDue change activity batch",           // the same for all
            "RoundStampsDue change roundStamps",         // the same for all
            "Update type epoch revision changes"));
}

TEST(AnonymityRule7, PresenceIsANumberAndNoList) {
    int found = 0;
    for (const auto& [name, shape] : all_that_a_feed_says()) {
        EXPECT_FALSE(has_counts_by_name(shape)) << name;
        for (const auto& field : shape.fields) {
            if (field.name != "connected") continue;
            ++found;
            EXPECT_EQ(field.type.is, shape::kind::integer) << name;
        }
    }
    EXPECT_EQ(found, 2) << "in a snapshot, and when it changes";
}

}  // namespace
}  // namespace klartext::wire
