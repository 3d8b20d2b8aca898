#include "store/commit_threads.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <mutex>
#include <thread>

#include "unit/store/full_disk.hpp"
#include "unit/store/session_store_fixture.hpp"

namespace klartext::store::testing {
namespace {

namespace fs = std::filesystem;

class CommitThreads : public SessionStoreTest {
protected:
    std::size_t entries_of(const domain::session_id& id) {
        return files.load_now(id)->state.agenda.at(0).entries.size();
    }
    live::session_rows closing() {
        live::session_rows rows;
        rows.head = running_session(some).state.head;
        rows.head->phase = domain::session_phase::closed;
        rows.forget_seats = true;
        return rows;
    }
};

TEST_F(CommitThreads, WhatWasConfirmedIsOnDisk) {
    const auto id = running();
    commit_threads store(files);
    const auto rows = one_entry("Fahrradbügel");
    ASSERT_TRUE(stored(store, id, rows));
    EXPECT_EQ(files.load_now(id)->state.agenda.at(0).entries.at(rows.entries[0].id).text, "Fahrradbügel");
}

TEST_F(CommitThreads, AReloadedSessionEqualsTheLiveOneWhateverItHoldsAndHoweverItCame) {
    commit_threads store(files, {.gap = {}});
    for (int round = 0; round < 15; ++round) {
        const auto session = some.session();
        live::stored_session draft;
        draft.keys = session.keys;
        const auto id = made(draft);
        for (auto& batch : dealt(rows_of(session), static_cast<std::size_t>(some.number(1, 20)), some.dice()))
            store.commit(id, std::move(batch), [](bool yes) { EXPECT_TRUE(yes); });
        EXPECT_EQ(loaded(store, id), session) << "round " << round;
        EXPECT_EQ(files.load_now(id), session) << "round " << round;
    }
}

TEST_F(CommitThreads, ALaterRowReplacesTheEarlierOneInEveryColumn) {
    commit_threads store(files);
    for (int round = 0; round < 5; ++round) {
        auto session = running_session(some);
        const auto id = made(session);
        const auto key = some.id<domain::entry_id>();
        for (int version = 0; version < 3; ++version) {
            auto activity = some.activity("ideen");
            activity.entries.clear(), activity.ballots.clear(), activity.spent.clear(), activity.up_votes.clear();
            activity.entries[key] = some.entry();
            activity.up_votes[{}] = some.up_votes();
            session.state.agenda = {activity};
            session.state.head.slots = version;
            ASSERT_TRUE(stored(store, id, rows_of(session)));
            EXPECT_EQ(files.load_now(id), session);
        }
    }
}

TEST_F(CommitThreads, ARemovedActivityTakesAllThatBelongsToItAlong) {
    commit_threads store(files);
    auto session = running_session(some);
    const auto id = made(session);
    session.state.agenda[0] = some.activity("ideen");
    session.state.agenda.push_back(some.activity("bleibt"));
    ASSERT_TRUE(stored(store, id, rows_of(session)));
    live::session_rows rows;
    rows.removed_activities.push_back({"ideen"});
    ASSERT_TRUE(stored(store, id, rows));
    session.state.agenda.erase(session.state.agenda.begin());
    EXPECT_EQ(files.load_now(id), session);
}

TEST_F(CommitThreads, AnActivityAddedAgainStartsEmpty) {
    commit_threads store(files);
    auto session = running_session(some);
    const auto id = made(session);
    ASSERT_TRUE(stored(store, id, one_entry("alt")));
    auto rows = rows_of(session);
    rows.removed_activities.push_back({"ideen"});
    ASSERT_TRUE(stored(store, id, rows));
    EXPECT_EQ(files.load_now(id), session);
}

TEST_F(CommitThreads, AnswersComeInTheOrderOfTheBatches) {
    const auto id = running();
    std::vector<int> answered;
    {
        commit_threads store(files, {.gap = {}});
        for (int batch = 0; batch < 500; ++batch)
            store.commit(id, one_entry("Karte"), [&answered, batch](bool) { answered.push_back(batch); });
    }
    ASSERT_EQ(answered.size(), 500U);
    EXPECT_TRUE(std::ranges::is_sorted(answered));
    EXPECT_EQ(entries_of(id), 500U);
}

TEST_F(CommitThreads, ALoadShowsEveryBatchHandedOverBefore) {
    const auto id = running();
    commit_threads store(files);
    for (std::size_t batch = 1; batch <= 20; ++batch) {
        store.commit(id, one_entry("Karte"), [](bool) {});
        store.load(id, [batch](auto found) { EXPECT_EQ(found->state.agenda.at(0).entries.size(), batch); });
    }
    store.stop();
    EXPECT_EQ(entries_of(id), 20U);
}

TEST_F(CommitThreads, AnUnknownSessionIsLoadedAsNothingAndTakesNoCommit) {
    commit_threads store(files);
    const auto id = some.id<domain::session_id>();
    EXPECT_FALSE(loaded(store, id));
    EXPECT_FALSE(stored(store, id, one_entry("wohin")));
    EXPECT_FALSE(fs::exists(files.place(id).content));
}

TEST_F(CommitThreads, AnEmptyBatchIsConfirmed) {
    commit_threads store(files);
    EXPECT_TRUE(stored(store, running(), {}));
}

TEST_F(CommitThreads, OnAFullDiskNothingIsConfirmedReadingGoesOnAndStoringRecoversByItself) {
    const auto id = running();
    commit_threads store(files);
    ASSERT_TRUE(stored(store, id, one_entry("vorher")));
    const auto before = files.load_now(id);
    store.stop();

    files.limit_pages(12);
    commit_threads limited(files);
    EXPECT_FALSE(stored(limited, id, one_entry(std::string(200'000, 'x'))));
    EXPECT_EQ(loaded(limited, id), before);
    EXPECT_FALSE(stored(limited, id, one_entry(std::string(200'000, 'x'))));
    EXPECT_TRUE(stored(limited, id, one_entry("klein genug")));

    files.limit_pages(0);
    EXPECT_FALSE(stored(limited, id, one_entry(std::string(200'000, 'x')))) << "the open files keep their limit";
    EXPECT_TRUE(stored(limited, id, one_entry(std::string(200'000, 'x'))));
    EXPECT_EQ(entries_of(id), 3U);
}

TEST_F(CommitThreads, WithNoRoomLeftAtAllNothingIsConfirmedReadingGoesOnAndStoringRecoversByItself) {
    const auto id = running();
    const auto cold = running();
    commit_threads store(files);
    ASSERT_TRUE(stored(store, id, one_entry("vorher")));
    const auto before = files.load_now(id);
    const auto cold_before = files.load_now(cold);
    {
        const full_disk full;
        for (int attempt = 0; attempt < 3; ++attempt) {
            EXPECT_FALSE(stored(store, id, one_entry("Karte")));
            EXPECT_EQ(loaded(store, id), before);
            EXPECT_EQ(loaded(store, cold), cold_before);
            EXPECT_FALSE(stored(store, cold, one_entry("Karte")));
        }
        EXPECT_THROW(running(), std::exception);
    }
    EXPECT_TRUE(stored(store, id, one_entry("nachher")));
    EXPECT_TRUE(stored(store, cold, one_entry("nachher")));
    EXPECT_EQ(entries_of(id), 2U);
    EXPECT_EQ(files.list().size(), 2U);
}

TEST_F(CommitThreads, AFailedTransactionFailsEveryBatchInItAndKeepsNothingOfThem) {
    const auto id = running();
    std::vector<bool> answers;
    commit_threads store(files, {.gap = std::chrono::milliseconds(200)});
    ASSERT_TRUE(stored(store, id, one_entry("vorher")));
    auto contradictory = one_entry("Kommentar");
    contradictory.entries[0].entry.on = some.id<domain::entry_id>();
    for (const auto& rows : {one_entry("a"), contradictory, one_entry("b")})
        store.commit(id, rows, [&](bool yes) { answers.push_back(yes); });
    store.stop();
    EXPECT_EQ(answers, (std::vector{false, false, false}));
    EXPECT_EQ(entries_of(id), 1U);
}

TEST_F(CommitThreads, ClosingDestroysTheSeatsOnceTheSessionIsStored) {
    const auto id = running();
    commit_threads store(files);
    live::session_rows admission;
    admission.seats = {some.id<domain::seat_hash>()};
    ASSERT_TRUE(stored(store, id, admission));
    EXPECT_EQ(files.load_now(id)->seats.size(), 1U);
    ASSERT_TRUE(stored(store, id, closing()));
    EXPECT_FALSE(fs::exists(files.place(id).seats));
    const auto found = files.load_now(id);
    EXPECT_TRUE(found->seats.empty());
    EXPECT_FALSE(found->keys);
}

TEST_F(CommitThreads, ClosingForgetsEverySpentStamp) {
    const auto id = running();
    commit_threads store(files);
    live::session_rows spending;
    spending.spent.push_back({{"ideen"}, some.id<domain::stamp_hash>()});
    ASSERT_TRUE(stored(store, id, spending));
    ASSERT_EQ(files.load_now(id)->state.agenda.at(0).spent.size(), 1U);
    auto rows = closing();
    rows.spent.push_back({{"ideen"}, some.id<domain::stamp_hash>()});
    ASSERT_TRUE(stored(store, id, rows));
    EXPECT_TRUE(files.load_now(id)->state.agenda.at(0).spent.empty());
}

TEST_F(CommitThreads, ClosingOnAFullDiskKeepsTheSeats) {
    const auto id = running();
    files.limit_pages(12);
    commit_threads store(files);
    auto rows = closing();
    rows.head->frozen_notice = std::string(200'000, 'x');
    EXPECT_FALSE(stored(store, id, rows));
    EXPECT_TRUE(fs::exists(files.place(id).seats));
    EXPECT_TRUE(files.load_now(id)->keys);
}

TEST_F(CommitThreads, ACrashBetweenClosingAndDestroyingTheSeatsIsRepairedByTheNextLoad) {
    const auto id = running();
    commit_threads store(files);
    auto rows = closing();
    rows.forget_seats = false;
    ASSERT_TRUE(stored(store, id, rows));
    ASSERT_TRUE(fs::exists(files.place(id).seats));
    EXPECT_FALSE(loaded(store, id)->keys);
    EXPECT_FALSE(fs::exists(files.place(id).seats));
}

TEST_F(CommitThreads, WhatIsTooMuchToWaitIsRefusedAtOnce) {
    const auto id = running();
    commit_threads store(files, {.threads = 1, .gap = std::chrono::hours(1), .most_waiting = 300'000});
    ASSERT_TRUE(stored(store, id, one_entry(std::string(1'000'000, 'x')))) << "alone, a batch may be of any size";
    std::atomic<int> confirmed = 0;
    store.commit(id, one_entry(std::string(200'000, 'x')), [&](bool yes) { confirmed += yes ? 1 : 0; });
    EXPECT_FALSE(stored(store, id, one_entry(std::string(200'000, 'x'))));
    EXPECT_EQ(confirmed, 0) << "the first one still waits";
    store.stop();
    EXPECT_EQ(confirmed, 1);
    EXPECT_EQ(entries_of(id), 2U);
}

TEST_F(CommitThreads, AfterStoppingEverythingIsRefused) {
    const auto id = running();
    commit_threads store(files);
    store.stop();
    EXPECT_FALSE(stored(store, id, one_entry("zu spät")));
    EXPECT_FALSE(loaded(store, id));
    EXPECT_EQ(entries_of(id), 0U);
}

TEST_F(CommitThreads, NothingIsConfirmedIntoAFileThatHasVanished) {
    const auto id = running();
    commit_threads store(files);
    ASSERT_TRUE(stored(store, id, one_entry("da")));
    files.remove(id);
    EXPECT_FALSE(stored(store, id, one_entry("wohin")));
}

TEST_F(CommitThreads, ACallbackThatThrowsDoesNotStopTheOthers) {
    const auto id = running();
    commit_threads store(files);
    store.commit(id, one_entry("a"), [](bool) { throw std::runtime_error("no"); });
    EXPECT_TRUE(stored(store, id, one_entry("b")));
    EXPECT_EQ(entries_of(id), 2U);
}

TEST_F(CommitThreads, ManySessionsShareFewOpenFiles) {
    std::vector<domain::session_id> all;
    for (int session = 0; session < 12; ++session) all.push_back(running());
    {
        commit_threads store(files, {.threads = 2, .gap = {}, .most_open = 4});
        for (int round = 0; round < 5; ++round)
            for (const auto& id : all) store.commit(id, one_entry("Karte"), [](bool yes) { EXPECT_TRUE(yes); });
    }
    for (const auto& id : all) EXPECT_EQ(entries_of(id), 5U);
}

TEST_F(CommitThreads, BatchesMayComeFromManyThreads) {
    const auto id = running();
    std::atomic<int> confirmed = 0;
    {
        std::mutex one_at_a_time;
        commit_threads store(files, {.gap = {}});
        std::vector<std::jthread> writers;
        for (int writer = 0; writer < 4; ++writer)
            writers.emplace_back([&] {
                for (int batch = 0; batch < 100; ++batch) {
                    std::unique_lock lock(one_at_a_time);
                    auto rows = one_entry("Karte");
                    lock.unlock();
                    store.commit(id, std::move(rows), [&](bool yes) { confirmed += yes ? 1 : 0; });
                }
            });
        writers.clear();
    }
    EXPECT_EQ(confirmed, 400);
    EXPECT_EQ(entries_of(id), 400U);
}

}  // namespace
}  // namespace klartext::store::testing
