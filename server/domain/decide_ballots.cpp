#include "domain/deciding.hpp"

#include <algorithm>

namespace klartext::domain {

namespace {

/// A resend, or one that a newer ballot has overtaken.
bool is_known(const activity& activity, const cast_ballot& wanted) {
    const auto earlier = activity.ballots.find(wanted.stamp);
    return earlier != activity.ballots.end() && wanted.counter <= earlier->second.counter;
}

}  // namespace

decision deciding::operator()(const cast_ballot& wanted) const {
    const auto found = known(wanted.activity);
    // A resend is received even when the round is closed by now: it counted.
    if (found && is_known(**found, wanted)) return std::vector<change>{};
    const auto target = open(wanted.activity);
    if (!target) return target.error();
    const auto& activity = **target;
    const auto* vote = std::get_if<vote_plan>(&activity.planned.plan);
    if (!vote) return refusal::wrong_kind;
    const auto ok = check(vote->rules, static_cast<int>(activity.items.size()), wanted.ballot);
    if (!ok) return ok.error();
    return std::vector<change>{ballot_cast{wanted}};
}

/// What the facilitator cannot see she cannot remove.
decision deciding::operator()(const remove_text& wanted) const {
    if (const auto ok = running(); !ok) return ok.error();
    const auto target = known(wanted.activity);
    if (!target) return target.error();
    const auto& activity = **target;
    if (!std::holds_alternative<vote_plan>(activity.planned.plan)) return refusal::wrong_kind;
    const auto& texts = activity.texts.texts;
    const bool there = std::ranges::find(texts, wanted.text) != texts.end();
    if (!there || withheld(state, activity)) return refusal::unknown_text;
    return std::vector<change>{text_removed{wanted.activity, wanted.text}};
}

}  // namespace klartext::domain
