#include "domain/anonymity/small_group.hpp"

namespace klartext::domain {
namespace {

const vote_plan* closed_vote(const activity& activity) {
    return activity.phase == phase::closed ? std::get_if<vote_plan>(&activity.planned.plan) : nullptr;
}

tally_result count(const vote_plan& vote, const activity& activity) {
    auto result = tally(vote.rules, static_cast<int>(activity.items.size()), activity.ballots);
    put_texts(result, activity.texts);
    return result;
}

}  // namespace

bool withheld(const session_state& state, const activity& activity) {
    return closed_vote(activity) && !activity.ballots.empty() && activity.ballots.size() < fewest_ballots &&
           !state.head.settings.open_small_group;
}

std::optional<tally_result> published_result(const session_state& state, const activity& activity) {
    const auto* vote = closed_vote(activity);
    if (!vote || withheld(state, activity)) return std::nullopt;
    return activity.tallied.result ? *activity.tallied.result : count(*vote, activity);
}

void keep_tally(activity& activity) {
    if (const auto* vote = closed_vote(activity))
        activity.tallied.result = std::make_shared<const tally_result>(count(*vote, activity));
}

}  // namespace klartext::domain
