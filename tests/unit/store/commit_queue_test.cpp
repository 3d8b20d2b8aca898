#include "store/commit_queue.hpp"

#include <gtest/gtest.h>

namespace klartext::store {
namespace {

using namespace std::chrono_literals;

const commit_queue::moment start{1h};
const domain::session_id anna{{1}};
const domain::session_id berta{{2}};

TEST(CommitQueue, GivesAllThatWaitsForASessionInOrder) {
    commit_queue queue(4ms);
    queue.push(anna, waiting_commit{{}, {}, 1});
    queue.push(berta, waiting_commit{{}, {}, 2});
    queue.push(anna, waiting_commit{{}, {}, 3});
    const auto work = queue.take(start);
    ASSERT_TRUE(work);
    EXPECT_EQ(work->session, anna);
    ASSERT_EQ(work->jobs.size(), 2U);
    EXPECT_EQ(std::get<waiting_commit>(work->jobs[0]).weight, 1U);
    EXPECT_EQ(std::get<waiting_commit>(work->jobs[1]).weight, 3U);
}

TEST(CommitQueue, LetsASessionPauseWhileOthersGoOn) {
    commit_queue queue(4ms);
    queue.push(anna, waiting_commit{});
    ASSERT_TRUE(queue.take(start));
    queue.push(anna, waiting_commit{});
    queue.push(berta, waiting_commit{});
    const auto next = queue.take(start + 1ms);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->session, berta);
    EXPECT_FALSE(queue.take(start + 3ms));
    EXPECT_EQ(queue.next(), start + 4ms);
    EXPECT_TRUE(queue.take(start + 4ms));
}

TEST(CommitQueue, LetsTheFirstCommitAfterAPauseGoAtOnce) {
    commit_queue queue(4ms);
    queue.push(anna, waiting_commit{});
    ASSERT_TRUE(queue.take(start));
    EXPECT_FALSE(queue.next());
    queue.push(anna, waiting_commit{});
    EXPECT_TRUE(queue.take(start + 10ms));
}

TEST(CommitQueue, PausesNoMoreOnceItHurries) {
    commit_queue queue(1h);
    queue.push(anna, waiting_commit{});
    ASSERT_TRUE(queue.take(start));
    queue.push(anna, waiting_commit{});
    EXPECT_FALSE(queue.take(start));
    queue.hurry();
    EXPECT_TRUE(queue.take(start));
    queue.push(anna, waiting_commit{});
    EXPECT_TRUE(queue.take(start));
}

}  // namespace
}  // namespace klartext::store
