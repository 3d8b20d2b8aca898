#include "unit/live/failing_memory.hpp"
#include "unit/live/failing_rehearsal.hpp"

#include <set>

/// What memory does not suffice for is undone as a whole, and breaks nothing for the others.
namespace klartext::live::testing {
namespace {

using namespace domain;
using ::testing::Contains;

/// Somebody else's card in the same batch, or on its way to the disk already.
enum class others { waiting, committing };

struct FailingMemory : failing_rehearsal, ::testing::WithParamInterface<std::tuple<failing_memory::failure, others>> {
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
