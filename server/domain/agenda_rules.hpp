#pragma once
#include "domain/agenda.hpp"
#include "domain/refusal.hpp"

namespace klartext::domain {

/// The activity with its texts trimmed, or what is wrong with it taken alone.
[[nodiscard]] result<planned_activity> checked(planned_activity);

/// Whether all votes, measures and sign-ups find before them what they are about: the cards, clusters or tags of a
/// collection, what goes on by the result of a vote that can tell it, or, as a second round, the items of a vote with
/// the same rules.
[[nodiscard]] result<void> fits_together(const std::vector<planned_activity>& agenda);

/// Open from the start to the end of the session, beside what is on the stage.
[[nodiscard]] bool is_beside(const planned_activity&);

/// The rules by which sheets go round; null where none do.
[[nodiscard]] const brainwriting* brainwriting_of(const planned_activity&);

/// Where its items come from; null for listed items and for other kinds.
[[nodiscard]] const item_source* source_of(const planned_activity&);

/// The vote whose second round this is; null if it is none.
[[nodiscard]] const activity_id* first_round_of(const planned_activity&);

}  // namespace klartext::domain
