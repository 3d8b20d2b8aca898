#include "worker_pool.hpp"

#include <gtest/gtest.h>

#include <future>

namespace klartext {
namespace {

/// A job that does not end before it may.
struct held {
    std::promise<void> begun, go_on;
    std::function<void()> job() {
        return [this] {
            begun.set_value();
            go_on.get_future().wait();
        };
    }
};

TEST(WorkerPool, DoesEverythingThatItTook) {
    worker_pool pool(2, 1000);
    std::atomic<int> done = 0;
    for (int n = 0; n < 1000; ++n) ASSERT_TRUE(pool.run([&] { ++done; })) << n;
    pool.join();
    EXPECT_EQ(done, 1000);
}

TEST(WorkerPool, RefusesWhatIsTooMuchAndTakesAgainWhenThereIsRoom) {
    worker_pool pool(1, 2);
    held first;
    std::atomic<int> done = 0;
    ASSERT_TRUE(pool.run(first.job()));
    first.begun.get_future().wait();
    EXPECT_TRUE(pool.run([&] { ++done; }));
    EXPECT_TRUE(pool.run([&] { ++done; }));
    EXPECT_FALSE(pool.run([&] { done = 100; })) << "two wait already";
    EXPECT_FALSE(pool.run([&] { done = 100; })) << "a refused one takes no room";
    first.go_on.set_value();
    while (done < 2) std::this_thread::yield();
    EXPECT_TRUE(pool.run([&] { ++done; }));
    pool.join();
    EXPECT_EQ(done, 3);
}

TEST(WorkerPool, OneThatIsFullDoesNotKeepAnotherWaiting) {
    worker_pool passwords(1, 1), lookups(1, 1);
    held slow;
    ASSERT_TRUE(passwords.run(slow.job()));
    slow.begun.get_future().wait();
    ASSERT_TRUE(passwords.run([] {}));
    std::promise<void> looked;
    ASSERT_TRUE(lookups.run([&] { looked.set_value(); }));
    looked.get_future().wait();
    slow.go_on.set_value();
    passwords.join();
    lookups.join();
}

}  // namespace
}  // namespace klartext
