#include "unit/live/rehearsal.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace klartext::live::testing {
namespace {

using namespace domain;

/// What runs on a thread of its own, in order.
class lane {
public:
    void post(std::function<void()> todo) {
        const std::lock_guard lock(mutex_);
        todo_.push_back(std::move(todo));
        changed_.notify_one();
    }
    /// Runs what comes until it is stopped and nothing waits.
    void run() {
        while (auto next = take()) next();
    }
    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        changed_.notify_one();
    }

private:
    std::function<void()> take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return stopped_ || !todo_.empty(); });
        if (todo_.empty()) return {};
        auto next = std::move(todo_.front());
        todo_.pop_front();
        return next;
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> todo_;
    bool stopped_ = false;
};

/// Stores on a thread of its own; the first commit of seven fails.
class threaded_store : public session_store {
public:
    explicit threaded_store(stored_session initial) : disk_(std::move(initial)), thread_([this] { lane_.run(); }) {}
    ~threaded_store() override {
        lane_.stop();
        thread_.join();
    }
    void commit(const session_id&, session_rows rows, committed done) override {
        lane_.post([this, rows = std::move(rows), done = std::move(done)] {
            const bool stored = commits_++ % 7 != 0;
            if (stored) merge(disk_, rows);
            done(stored);
            std::this_thread::yield();  // the session may be further before this callback dies
        });
    }
    void load(const session_id&, loaded then) override {
        lane_.post([this, then = std::move(then)] { then(disk_); });
    }

private:
    stored_session disk_;  ///< of the store's thread alone
    int commits_ = 0;
    lane lane_;
    std::thread thread_;
};

/// Stands for a connection that waits for its answer: it must be touched and die on the session's thread only.
struct caller {
    std::thread::id home = std::this_thread::get_id();
    std::atomic<int>& strays;
    int answers = 0;  ///< unprotected on purpose: ThreadSanitizer sees who touches it
    explicit caller(std::atomic<int>& counted) : strays(counted) {}
    ~caller() { strays += std::this_thread::get_id() != home; }
};

struct Threads : rehearsal {
    std::atomic<int> strays = 0;
    lane loop;

    surroundings around_threads(session_store& on) {
        return {.store = on,
                .encoder = encoder,
                .post = [this](std::function<void()> todo) { loop.post(std::move(todo)); },
                .now = [this] { return now; },
                .steady = [this] { return steady; },
                .new_epoch = [this] { return "e" + std::to_string(++epochs); }};
    }
};

TEST_F(Threads, EverythingIsAnsweredAndFreedOnTheSessionsThread) {
    constexpr int callers = 200;
    int confirmed = 0, kept = 0;
    {
        threaded_store disk(running());
        const auto live = std::make_shared<live_session>(the_session, "ABCD1234", running(), around_threads(disk));
        std::function<void(int)> knock = [&](int n) {
            steady += std::chrono::seconds{1};
            const auto each = std::make_shared<caller>(strays);
            live->submit(ballot(static_cast<std::uint8_t>(n), 0, static_cast<std::uint32_t>(n)),
                         [&, n, each](const answer& given) {
                             ++each->answers;
                             if (std::holds_alternative<received>(given))
                                 return ++confirmed < callers ? void() : loop.stop();
                             ++kept;
                             loop.post([&knock, n] { knock(n); });  // sent again
                         });
            live->when_stored([each](const session_state&) { ++each->answers; });
        };
        for (int n = 1; n <= callers; ++n)
            loop.post([&, n] {
                knock(n);
                live->subscribe(std::make_shared<listener>(), audience::participants, std::nullopt, std::nullopt);
            });
        loop.run();
    }
    EXPECT_EQ(confirmed, callers);
    EXPECT_GT(kept, 0);
    EXPECT_EQ(strays, 0);
}

TEST_F(Threads, ASessionLetGoDuringACommitTakesItsCallersWithItOnItsOwnThread) {
    for (int round = 0; round < 50; ++round) {
        threaded_store disk(running());
        auto live = std::make_shared<live_session>(the_session, "ABCD1234", running(), around_threads(disk));
        const auto each = std::make_shared<caller>(strays);
        live->submit(card(1), [each](const answer&) { ++each->answers; });
        loop.post([&] { live.reset(); });
        loop.post([&] { loop.stop(); });
        loop.run();
    }
    EXPECT_EQ(strays, 0);
}

}  // namespace
}  // namespace klartext::live::testing
