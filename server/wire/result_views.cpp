#include "wire/views.hpp"

namespace klartext::wire {

std::optional<vote_result> result_of(const domain::session_state& state, const domain::activity& activity) {
    vote_result seen;
    seen.ballots = static_cast<int>(activity.ballots.size());
    seen.tally = domain::published_result(state, activity);
    seen.withheld = domain::withheld(state, activity);
    if (!seen.tally && !seen.withheld) return std::nullopt;
    if (activity.texts.removed > 0) seen.removed_texts = activity.texts.removed;
    return seen;
}

}  // namespace klartext::wire
