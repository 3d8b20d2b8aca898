#include "session_lifecycle.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <fstream>

#include "feed_encoding.hpp"
#include "store/accounts_store.hpp"
#include "temporary_folder.hpp"

namespace klartext {
namespace {

using namespace std::chrono_literals;
using domain::session_phase;

constexpr domain::account_id anna{{1}};

mail::moment now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

/// Reads sessions from their files; nothing is committed here.
class reading_store final : public live::session_store {
public:
    explicit reading_store(store::session_files& files) : files_(files) {}
    void commit(const domain::session_id&, live::session_rows, committed done) override { done(false); }
    void load(const domain::session_id& id, loaded then) override { then(files_.load_now(id)); }

private:
    store::session_files& files_;
};

/// Real files, and a worker that does everything at once, or takes nothing while it is busy.
struct SessionLifecycle : ::testing::Test {
    testing::temporary_folder folder;
    store::plain_codec codec;
    store::accounts_store accounts{folder / "klartext.db"};
    store::session_list_store list{folder / "klartext.db"};
    store::mail_store mails{folder / "mail.db"};
    store::session_files files{folder / "sessions", codec};
    reading_store reading{files};
    feed_encoding encoding;
    std::deque<std::function<void()>> posted;
    bool busy = false;
    int wakes = 0;
    live::registry registry{{.store = reading,
                             .encoder = encoding,
                             .post = [this](std::function<void()> job) { posted.push_back(std::move(job)); },
                             .now = [] { return std::chrono::sys_seconds{}; },
                             .steady = [] { return std::chrono::steady_clock::now(); },
                             .new_epoch = [] { return std::string("epoch"); }}};
    std::optional<session_lifecycle> lifecycle;

    void SetUp() override {
        ASSERT_TRUE(accounts.add_active({.id = anna, .name = "anna"}, "hash"));
        start();
    }
    void start() {
        const places_to_run run{[this](const std::function<void()>& job) {
                                    if (!busy) job();
                                    return !busy;
                                },
                                [this](std::function<void()> job) { posted.push_back(std::move(job)); }};
        lifecycle.emplace(registry, files, list, mails, run);
        lifecycle->when_mails_are_queued([this] { ++wakes; });
    }
    void settle() {
        while (!posted.empty()) {
            const auto job = std::move(posted.front());
            posted.pop_front();
            job();
        }
    }

    domain::session_id draft() {
        std::optional<live::listed_session> made;
        lifecycle->create(anna, {}, [&](std::optional<live::listed_session> given) { made = given; });
        settle();
        return made.value().id;
    }
    /// True once whoever waits for the phase was answered.
    bool phase_stored(const domain::session_id& id, session_phase phase,
                      const std::optional<live::session_keys>& keys) {
        bool answered = false;
        lifecycle->phase_stored(id, phase, keys, [&] { answered = true; });
        settle();
        return answered;
    }
    void leave_address(const domain::session_id& id) {
        ASSERT_EQ(mails.leave_address(id, {{7}}, mail::mail_address::read("a@example.org").value(), now()),
                  store::leaving::accepted);
    }
    session_phase listed(const domain::session_id& id) { return list.by_id(id).value().state; }
};

TEST_F(SessionLifecycle, ACloseQueuesTheMailsAndLeavesTheKeyForAddressesThatComeLate) {
    const auto id = draft();
    leave_address(id);
    EXPECT_TRUE(phase_stored(id, session_phase::closed, live::session_keys{}));
    EXPECT_EQ(mails.counts(id).queued, 1);
    EXPECT_TRUE(mails.address_key(id, now() + 55min));
    EXPECT_EQ(wakes, 1);
    EXPECT_EQ(listed(id), session_phase::closed);
}

TEST_F(SessionLifecycle, ASessionThatHasLostItsKeysIsMailedTheMinutesAllTheSame) {
    const auto id = draft();
    leave_address(id);
    EXPECT_TRUE(phase_stored(id, session_phase::closed, std::nullopt));
    EXPECT_EQ(mails.counts(id).queued, 1);
    EXPECT_FALSE(mails.address_key(id, now() + 1min)) << "there is nothing with which a stamp could be checked";
    EXPECT_EQ(wakes, 1);
}

TEST_F(SessionLifecycle, WhatTheListAndTheMailsCouldNotFollowIsTriedAgainUntilItIsDone) {
    const auto id = draft();
    leave_address(id);
    busy = true;
    EXPECT_TRUE(phase_stored(id, session_phase::closed, live::session_keys{})) << "the close itself is stored";
    for (int second = 0; second < 2; ++second) {
        lifecycle->tick();
        settle();
        EXPECT_EQ(listed(id), session_phase::draft);
    }
    busy = false;
    lifecycle->tick();
    settle();
    EXPECT_EQ(listed(id), session_phase::closed);
    EXPECT_EQ(mails.counts(id).queued, 1);
    lifecycle->tick();
    settle();
    EXPECT_EQ(wakes, 1) << "once it is done it is not done again";
}

}  // namespace
}  // namespace klartext
