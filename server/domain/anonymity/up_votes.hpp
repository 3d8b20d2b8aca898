#pragma once
#include "domain/session_state.hpp"

/// When up-votes are published, so that nobody can tell a vote by the moment at which a number changed. They leave in
/// waves as cards do, and none below the number of voters that a result takes.
namespace klartext::domain {

using up_votes_by_stamp = std::map<stamp_hash, kept_up_votes>;

/// In place of what the seat said before. Said again it stays counted.
void keep(up_votes_by_stamp&, const cast_up_votes&);

/// Seats that support at least one card.
[[nodiscard]] int voters(const up_votes_by_stamp&);

/// Seats that said something since the last count.
[[nodiscard]] std::size_t uncounted(const up_votes_by_stamp&);
[[nodiscard]] bool has_uncounted(const up_votes_by_stamp&);

/// Enough voters for the small-group guard.
[[nodiscard]] bool may_be_published(const session_state&, const up_votes_by_stamp&);

/// So few that changed, so soon after the last count, that the moment gives them away.
[[nodiscard]] bool counts_few_too_soon(const activity&, std::chrono::seconds steady);

[[nodiscard]] up_votes_counted counting(const activity_id&, const up_votes_by_stamp&, std::chrono::seconds steady);

}  // namespace klartext::domain
