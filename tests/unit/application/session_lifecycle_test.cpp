#include "session_lifecycle.hpp"

#include <gtest/gtest.h>

#include <deque>

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
    store::sign_up_store sign_ups{folder / "sign-ups.db", codec};
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
        lifecycle.emplace(registry, files, list, mails, sign_ups, run);
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

struct RemovingASession : SessionLifecycle {
    bool remove(const domain::session_id& id) {
        std::optional<bool> removed;
        lifecycle->remove(id, [&](bool done) { removed = done; });
        settle();
        return removed.value();
    }
    void restart() {
        start();
        lifecycle->take_up();
    }
    /// The list, its file, and a note that it is to go.
    bool leaves_nothing(const domain::session_id& id) {
        return !list.by_id(id) && std::filesystem::is_empty(folder / "sessions") && mails.counts(id).waiting == 0 &&
               sign_ups.list(id).empty();
    }
};

TEST_F(RemovingASession, LeavesNothing) {
    const auto id = draft();
    leave_address(id);
    sign_ups.put(id, {{7}}, 1, {{"go-on"}, "Anna", "", {0}});
    EXPECT_TRUE(remove(id));
    EXPECT_TRUE(leaves_nothing(id));
    EXPECT_FALSE(registry.find(id));
}

TEST_F(RemovingASession, IsTriedAgainByItsOwner) {
    const auto id = draft();
    busy = true;
    EXPECT_FALSE(remove(id));
    EXPECT_TRUE(registry.find(id)) << "who owns it can ask again";
    busy = false;
    files.remove(id);  // as far as the first try may have come
    EXPECT_TRUE(remove(id));
    EXPECT_TRUE(leaves_nothing(id));
}

TEST_F(RemovingASession, IsFinishedAtTheStartHoweverFarItCame) {
    const auto hardly_begun = draft(), half_done = draft();
    files.begin_removal(hardly_begun);
    files.begin_removal(half_done);
    files.remove(half_done);
    leave_address(half_done);
    sign_ups.put(half_done, {{7}}, 1, {{"go-on"}, "Anna", "", {0}});
    restart();
    for (const auto& id : {hardly_begun, half_done}) EXPECT_TRUE(leaves_nothing(id));
}

TEST_F(RemovingASession, IsNotFinishedWhereItWasStartedInstead) {
    const auto started = draft(), started_in_a_crash = draft();
    for (const auto& id : {started, started_in_a_crash}) files.begin_removal(id);
    phase_stored(started, session_phase::running, live::session_keys{});
    list.set_state(started_in_a_crash, session_phase::running);
    for (int starts = 0; starts < 2; ++starts) restart();
    for (const auto& id : {started, started_in_a_crash}) EXPECT_TRUE(files.load_now(id));
    EXPECT_TRUE(files.begun_removals().empty());
}

TEST_F(SessionLifecycle, WhatIsMissingInTheListOrAmongTheFilesIsLeftAsItIs) {
    const auto without_file = draft();
    files.remove(without_file);
    const domain::session_id unlisted{{9}};
    files.create(unlisted, {}, {});
    start();
    lifecycle->take_up();
    EXPECT_TRUE(list.by_id(without_file)) << "its file may come back";
    EXPECT_TRUE(registry.find(without_file)) << "and if not, its owner can delete it";
    EXPECT_TRUE(files.load_now(unlisted));
}

}  // namespace
}  // namespace klartext
