#include "store/final_rows.hpp"

#include <gtest/gtest.h>

#include <map>

#include "unit/store/session_samples.hpp"

namespace klartext::store {
namespace {

using testing::samples;

live::session_rows entry_batch(const domain::entry_id& id, const std::string& text, const std::string& activity = "a") {
    live::session_rows rows;
    rows.entries.push_back({{activity}, id, testing::card(text)});
    return rows;
}

live::session_rows activity_batch(const std::string& id) {
    live::session_rows rows;
    rows.activities.emplace_back().activity.planned.id = {id};
    return rows;
}

live::session_rows removal_of(const std::string& id) {
    live::session_rows rows;
    rows.removed_activities.push_back({id});
    return rows;
}

TEST(FinalRows, HoldTheLastRowOfEachKey) {
    samples some(1);
    const auto id = some.id<domain::entry_id>();
    const auto stamp = some.id<domain::stamp_hash>();
    final_rows rows;
    for (const auto* text : {"erst", "dann"}) rows.absorb(entry_batch(id, text));
    for (std::uint32_t counter = 1; counter <= 2; ++counter) {
        live::session_rows ballot;
        ballot.ballots.push_back({{"v"}, stamp, {counter, domain::single_choice_ballot{}}});
        ballot.up_votes.push_back({{"q"}, stamp, {counter, {id}, {}}});
        rows.absorb(ballot);
    }
    ASSERT_EQ(rows.up_votes.size(), 1U);
    EXPECT_EQ(rows.up_votes.begin()->second.kept.counter, 2U);
    ASSERT_EQ(rows.entries.size(), 1U);
    EXPECT_EQ(rows.entries.begin()->second.entry.text, "dann");
    ASSERT_EQ(rows.ballots.size(), 1U);
    EXPECT_EQ(rows.ballots.begin()->second.ballot.counter, 2U);
}

TEST(FinalRows, OfARemovedActivityAreGone) {
    samples some(1);
    final_rows rows;
    rows.absorb(activity_batch("a"));
    rows.absorb(entry_batch(some.id<domain::entry_id>(), "weg"));
    rows.absorb(entry_batch(some.id<domain::entry_id>(), "bleibt", "b"));
    live::session_rows said;
    for (const auto* activity : {"a", "b"}) said.up_votes.push_back({{activity}, {}, {}});
    rows.absorb(said);
    rows.absorb(removal_of("a"));
    ASSERT_EQ(rows.up_votes.size(), 1U);
    EXPECT_EQ(rows.up_votes.begin()->second.activity.text, "b");
    EXPECT_TRUE(rows.activities.empty());
    ASSERT_EQ(rows.entries.size(), 1U);
    EXPECT_EQ(rows.entries.begin()->second.entry.text, "bleibt");
    EXPECT_TRUE(rows.removed.contains({"a"}));
}

TEST(FinalRows, OfAnActivityAddedAgainKeepTheRemovalOfTheOldOne) {
    final_rows rows;
    rows.absorb(removal_of("a"));
    rows.absorb(activity_batch("a"));
    EXPECT_TRUE(rows.removed.contains({"a"}));
    EXPECT_TRUE(rows.activities.contains({"a"}));
}

TEST(FinalRows, AreEmptyUntilSomethingIsToBeDone) {
    final_rows rows;
    EXPECT_TRUE(rows.empty());
    rows.absorb({});
    EXPECT_TRUE(rows.empty());
    live::session_rows closing;
    closing.forget_seats = true;
    rows.absorb(closing);
    EXPECT_FALSE(rows.empty());
}

TEST(FinalRows, OfAClosedSessionHoldNothingOfWhoSupportsWhat) {
    const auto one = [] {
        live::session_rows said;
        said.up_votes.push_back({{"a"}, {}, {1, {}, {}}});
        said.spent.push_back({{"a"}, {}});
        return said;
    };
    final_rows rows;
    rows.absorb(one());
    EXPECT_FALSE(rows.empty());
    EXPECT_EQ(rows.up_votes.size(), 1U);
    auto closing = one();
    closing.forget_seats = true;
    rows.absorb(closing);
    rows.absorb(one());
    EXPECT_TRUE(rows.up_votes.empty()) << "whatever is handed over beside it";
    EXPECT_TRUE(rows.spent.empty());
}

TEST(RandomOrder, MixesAllTablesAndLosesNothing) {
    samples some(1);
    final_rows rows;
    rows.absorb(activity_batch("a"));
    for (int row = 0; row < 10; ++row) {
        live::session_rows batch = entry_batch(some.id<domain::entry_id>(), "");
        batch.spent.push_back({{"a"}, some.id<domain::stamp_hash>()});
        batch.ballots.push_back({{"a"}, some.id<domain::stamp_hash>(), {}});
        batch.up_votes.push_back({{"a"}, some.id<domain::stamp_hash>(), {}});
        rows.absorb(batch);
    }
    rows.head.emplace();
    std::map<std::size_t, int> first_by_table;
    for (int round = 0; round < 1000; ++round) {
        const auto order = in_random_order(rows);
        ASSERT_EQ(order.size(), 42U);
        ++first_by_table[order.front().index()];
    }
    // 10 of 42 rows are entries: 238 of 1,000 expected, standard deviation 13.
    for (const std::size_t table : {2U, 3U, 4U, 5U}) EXPECT_NEAR(first_by_table[table], 238, 70) << table;
    EXPECT_GT(first_by_table[0], 0);
    EXPECT_GT(first_by_table[1], 0);
}

TEST(RandomOrder, OfSeatsIsNotTheOrderOfTheirHashes) {
    samples some(1);
    final_rows rows;
    for (int seat = 0; seat < 20; ++seat) rows.seats.insert(some.id<domain::seat_hash>());
    EXPECT_NE(seats_in_random_order(rows), seats_in_random_order(rows));
}

TEST(Weight, GrowsWithTextsAndBallots) {
    live::session_rows rows = entry_batch({}, std::string(10'000, 'x'));
    EXPECT_GT(weight(rows), 10'000U);
    domain::agree_disagree_ballot ballot;
    for (int item = 0; item < 2000; ++item) ballot.stances[item] = domain::stance::agree;
    rows.ballots.push_back({{"a"}, {}, {1, ballot}});
    EXPECT_GT(weight(rows), 60'000U);
}

TEST(Weight, GrowsWithWhatIsSupported) {
    samples some(1);
    live::session_rows rows;
    auto& kept = rows.up_votes.emplace_back().kept;
    const auto before = weight(rows);
    for (int card = 0; card < 500; ++card) kept.entries.insert(some.id<domain::entry_id>());
    EXPECT_GT(weight(rows), before + 500 * 48);
}

TEST(Weight, GrowsWithTheCodeBookAndTheMeasures) {
    live::session_rows rows;
    auto& activity = rows.activities.emplace_back().activity;
    activity.tags.push_back({{}, "Verkehr", std::string(5'000, 'x')});
    EXPECT_GT(weight(rows), 5'000U);
    auto& measure = activity.measures.emplace_back();
    measure.what = std::string(7'000, 'x');
    EXPECT_GT(weight(rows), 12'000U);
}

}  // namespace
}  // namespace klartext::store
