#include "domain/deciding.hpp"

namespace klartext::domain {

decision deciding::operator()(const cast_ballot& wanted) const {
    const auto target = open(wanted.activity);
    if (!target) return target.error();
    const auto& activity = **target;
    const auto* vote = std::get_if<vote_plan>(&activity.planned.plan);
    if (!vote) return refusal::wrong_kind;
    const auto earlier = activity.ballots.find(wanted.stamp);
    if (earlier != activity.ballots.end() && wanted.counter <= earlier->second.counter) return std::vector<change>{};
    const auto ok = check(vote->rules, static_cast<int>(activity.items.size()), wanted.ballot);
    if (!ok) return ok.error();
    return std::vector<change>{ballot_cast{wanted}};
}

}  // namespace klartext::domain
