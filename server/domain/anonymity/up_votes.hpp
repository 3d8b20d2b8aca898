#pragma once
#include "domain/session_state.hpp"

/// When up-votes are published, so that nobody can tell a vote by the moment at which a number changed. They leave in
/// waves as cards do, and none below the number of voters that a result takes.
namespace klartext::domain {

/// In place of what the seat said before.
void keep(activity&, const cast_up_votes&);

/// Seats that support something else than at the last count: who presses and takes it back fills no wave. With `said`,
/// as it will be when that is kept.
[[nodiscard]] std::size_t uncounted(const activity&);
[[nodiscard]] std::size_t uncounted_with(const activity&, const cast_up_votes& said);

/// Seats that support at least one of the cards that are counted.
[[nodiscard]] int voters(const activity&);

/// Enough of them for the small-group guard, by the cards that are there.
[[nodiscard]] bool may_be_published(const session_state&, const activity&);

/// So few that changed, so soon after the last count, that the moment gives them away.
[[nodiscard]] bool counts_few_too_soon(const activity&, std::chrono::seconds steady);

/// Of all cards but those that their writers took back: one that was removed may come back.
[[nodiscard]] up_votes_counted counting(const activity&, std::chrono::seconds steady);

}  // namespace klartext::domain
