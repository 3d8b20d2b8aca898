#include "domain/anonymity/small_group.hpp"

namespace klartext::domain {
namespace {

const vote_plan* closed_vote(const activity& activity) {
    return activity.phase == phase::closed ? std::get_if<vote_plan>(&activity.planned.plan) : nullptr;
}

}  // namespace

bool withheld(const session_state& state, const activity& activity) {
    return closed_vote(activity) && !activity.ballots.empty() && activity.ballots.size() < fewest_ballots &&
           !state.head.settings.open_small_group;
}

std::optional<tally_result> published_result(const session_state& state, const activity& activity) {
    const auto* vote = closed_vote(activity);
    if (!vote || withheld(state, activity)) return std::nullopt;
    return tally(vote->rules, static_cast<int>(activity.items.size()), activity.ballots);
}

}  // namespace klartext::domain
