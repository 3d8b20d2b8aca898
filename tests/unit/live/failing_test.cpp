#include "live/registry.hpp"
#include "unit/live/failing_memory.hpp"
#include "unit/live/rehearsal.hpp"

/// What one caller or one browser breaks, and what memory does not suffice for, breaks nothing for the others.
namespace klartext::live::testing {
namespace {

using namespace domain;
using ::testing::Contains;
using ::testing::ElementsAre;

struct mishap {};

struct broken_listener : listener {
    bool broken = true;
    void send(std::shared_ptr<const std::string> message) override {
        if (broken) throw mishap{};
        listener::send(std::move(message));
    }
};

struct Failing : rehearsal {
    int mishaps = 0;

    void SetUp() override { open_session(running()); }

    /// As the program does: what is thrown from a posted function is noted, and the next one runs.
    void run_on() {
        for (;;) {
            try {
                return run();
            } catch (const mishap&) {
                ++mishaps;
            } catch (const std::bad_alloc&) {
                ++mishaps;
            }
        }
    }
    void commit_on(bool stored = true) {
        store.finish_commit(stored);
        run_on();
    }
    void read_on() {
        store.finish_load();
        run_on();
    }
    void ask_and_throw(const command& wanted) {
        session->submit(wanted, [](const answer&) { throw mishap{}; });
    }
    std::shared_ptr<broken_listener> join_broken() {
        const auto feed = std::make_shared<broken_listener>();
        session->subscribe(feed, audience::participants, std::nullopt, std::nullopt);
        return feed;
    }
    /// Whatever has happened: what is not stored is read back, and then everything works.
    void expect_all_is_well() {
        for (int round = 0; round < 5; ++round) {
            run_on();
            while (!store.commits.empty()) commit_on();
            while (!store.loads.empty()) read_on();
            later(std::chrono::seconds{2});
            session->tick();
        }
        const auto &in_memory = session->unsettled().agenda, &stored = on_disk().state.agenda;
        ASSERT_EQ(in_memory.size(), stored.size());
        for (std::size_t each = 0; each < stored.size(); ++each) {
            EXPECT_EQ(in_memory[each].entries, stored[each].entries);
            EXPECT_EQ(in_memory[each].spent, stored[each].spent);
            EXPECT_EQ(in_memory[each].clusters, stored[each].clusters);
        }
        EXPECT_EQ(session->seats(), static_cast<int>(on_disk().seats.size()));
        const auto said = ask(card(99));
        run_on();
        commit_on();
        EXPECT_EQ(*said, "received");
        EXPECT_TRUE(card_on_disk(99));
        EXPECT_TRUE(session->idle());
    }
};

TEST_F(Failing, AReplyThatThrowsKeepsNobodyElseWaiting) {
    const auto feed = join();
    run();
    feed->news();
    ask_and_throw(add_cluster{{"ideas"}, cluster_nr(1), "Eins"});
    const auto said = ask(card(1));
    bool looked = false;
    session->when_stored([&](const session_state&) { looked = true; });
    run_on();
    const auto next = ask(card(2));
    commit_on();
    EXPECT_EQ(*said, "received");
    EXPECT_TRUE(looked);
    EXPECT_THAT(feed->news(), ElementsAre("update e1/1 participants cluster"));
    EXPECT_EQ(mishaps, 1) << "it is reported";
    commit_on();
    EXPECT_EQ(*next, "received") << "the next batch is handed over";
    session->unsubscribe(*feed);
    expect_all_is_well();
}

TEST_F(Failing, AReaderThatThrowsKeepsNobodyElseWaiting) {
    ask(card(1));
    session->when_stored([](const session_state&) { throw mishap{}; });
    bool looked = false;
    session->when_stored([&](const session_state&) { looked = true; });
    run_on();
    commit_on();
    EXPECT_TRUE(looked);
    EXPECT_EQ(mishaps, 1);
    expect_all_is_well();
}

TEST_F(Failing, AFeedThatThrowsHasMissedSomethingAndMustComeBack) {
    const auto broken = join_broken();
    broken->broken = false;
    const auto feed = join();
    run();
    feed->news();
    broken->broken = true;
    const auto said = ask(add_cluster{{"ideas"}, cluster_nr(1), "Eins"});
    run_on();
    commit_on();
    EXPECT_EQ(*said, "received");
    EXPECT_EQ(broken->ended, feed_end::restart);
    EXPECT_THAT(feed->news(), ElementsAre("update e1/1 participants cluster"));
    EXPECT_EQ(mishaps, 1);
    for (const auto& each : {std::static_pointer_cast<listener>(broken), feed}) session->unsubscribe(*each);
    expect_all_is_well();
}

TEST_F(Failing, AFeedThatThrowsAtItsFirstMessageIsNoHarmToTheOthers) {
    const auto broken = join_broken();
    const auto feed = join();
    run_on();
    EXPECT_EQ(broken->ended, feed_end::restart);
    EXPECT_THAT(feed->news(), ElementsAre("snapshot e1/0 participants cards=0 connected=0"));
    for (const auto& each : {std::static_pointer_cast<listener>(broken), feed}) session->unsubscribe(*each);
    expect_all_is_well();
}

TEST_F(Failing, AReplyThatThrowsWhileABatchIsLostStopsNoRecovery) {
    const auto broken = join_broken();
    const auto feed = join();
    broken->broken = false;
    run();
    feed->news();
    ask_and_throw(card(1));
    const auto said = ask(card(2));
    run_on();
    broken->broken = true;
    commit_on(false);
    EXPECT_EQ(*said, "kept_by_sender");
    read_on();
    EXPECT_THAT(feed->news(), ElementsAre("snapshot e2/0 participants cards=0 connected=0"));
    EXPECT_EQ(broken->ended, feed_end::restart);
    EXPECT_EQ(mishaps, 2);
    for (const auto& each : {std::static_pointer_cast<listener>(broken), feed}) session->unsubscribe(*each);
    expect_all_is_well();
}

TEST_F(Failing, WhoWaitsForASessionGetsItAlthoughSomebodyElseThrows) {
    registry sessions(around());
    sessions.list({the_session, "ABCD1234", {}});
    std::shared_ptr<live_session> found;
    sessions.with_session(the_session, [](const auto&) { throw mishap{}; });
    sessions.with_session(the_session, [&](const auto& each) { found = each; });
    read_on();
    EXPECT_TRUE(found);
    EXPECT_EQ(mishaps, 1);
}

TEST_F(Failing, AFeedThatThrowsAtTheEndKeepsNoOtherOpen) {
    struct : listener {
        void end(feed_end) override { throw mishap{}; }
    } broken;
    const auto feed = std::make_shared<listener>();
    session->subscribe({std::shared_ptr<void>(), &broken}, audience::participants, std::nullopt, std::nullopt);
    session->subscribe(feed, audience::participants, std::nullopt, std::nullopt);
    run();
    session->end_all_feeds(feed_end::restart);
    EXPECT_EQ(feed->ended, feed_end::restart);
    run_on();
    EXPECT_EQ(mishaps, 1);
}

/// Somebody else's card in the same batch, or on its way to the disk already.
enum class others { waiting, committing };

struct FailingMemory : Failing, ::testing::WithParamInterface<std::tuple<failing_memory::failure, others>> {
    template <class Ask>
    void try_with_every_failure(Ask ask_for_it) {
        const auto [failure, others] = GetParam();
        bool failed = true;
        int tried = 0;
        for (; failed; ++tried) {
            open_session(running());
            const auto other = ask(card(1));
            if (others == others::committing) run_on();
            {
                const failing_memory memory(tried, failure);
                try {
                    ask_for_it();
                } catch (const std::bad_alloc&) {  // before anything was changed, or while it was undone
                }
                failed = failing_memory::has_failed();
            }
            SCOPED_TRACE(tried);
            expect_all_is_well();
            std::set<std::string> fair{"received"};
            if (others == others::waiting) fair.insert("kept_by_sender");
            // Without any memory a reply may die with its batch: its connection then answers "unavailable".
            if (others == others::waiting && failure == failing_memory::failure::from_then_on) fair.insert("nothing");
            EXPECT_THAT(fair, Contains(*other));
            store.commits.clear();
            store.loads.clear();
            posted.clear();
        }
        EXPECT_GT(tried, 3) << "memory was asked for, and refused";
    }
};

TEST_P(FailingMemory, LeavesNoCommandHalfDone) {
    const reply ignored = [](const answer&) {};
    const command five_cards_leave = card(2, std::string(100, 'x'));
    try_with_every_failure([&] { session->submit(five_cards_leave, ignored); });
}

TEST_P(FailingMemory, LeavesNoSeatHalfAdmitted) {
    const reply ignored = [](const answer&) {};
    try_with_every_failure([&] { session->admit(seat_nr(1), ignored); });
    EXPECT_EQ(session->knows(seat_nr(1)), on_disk().seats.contains(seat_nr(1)));
}

INSTANTIATE_TEST_SUITE_P(All, FailingMemory,
                         ::testing::Combine(::testing::Values(failing_memory::failure::once,
                                                              failing_memory::failure::from_then_on),
                                            ::testing::Values(others::waiting, others::committing)));

}  // namespace
}  // namespace klartext::live::testing
