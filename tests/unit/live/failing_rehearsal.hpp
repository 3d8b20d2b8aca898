#pragma once
#include "unit/live/rehearsal.hpp"

#include <new>

namespace klartext::live::testing {

struct mishap {};

/// Somebody throws, or memory is refused, in the midst of a session.
struct failing_rehearsal : rehearsal {
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
    void ask_and_throw(const domain::command& wanted) {
        session->submit(wanted, [](const answer&) { throw mishap{}; });
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

}  // namespace klartext::live::testing
