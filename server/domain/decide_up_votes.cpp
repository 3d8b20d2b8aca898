#include "domain/anonymity/up_votes.hpp"
#include "domain/anonymity/waves.hpp"
#include "domain/deciding.hpp"
#include "domain/limits.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

bool takes_up_votes(const activity& activity) {
    const auto* collect = std::get_if<collect_plan>(&activity.planned.plan);
    return collect && collect->up_votes;
}

/// A resend, or what a newer one has overtaken.
bool is_known(const activity& activity, const cast_up_votes& wanted) {
    const auto earlier = activity.up_votes.find(wanted.stamp);
    return earlier != activity.up_votes.end() && wanted.counter <= earlier->second.counter;
}

/// One that was taken out meanwhile does no harm: the rest of what somebody supports is not lost with it.
result<void> check_entries(const activity& activity, const std::vector<entry_id>& wanted) {
    if (wanted.size() > limits::up_votes) return refusal::too_many_up_votes;
    std::set<entry_id> named;
    for (const auto& id : wanted) {
        const auto found = activity.entries.find(id);
        const bool seen = found != activity.entries.end() && found->second.shown && !found->second.on;
        if (!seen) return refusal::unknown_entry;
        if (!named.insert(id).second) return refusal::item_named_twice;
    }
    return {};
}

}  // namespace

decision deciding::operator()(const cast_up_votes& wanted) const {
    const auto found = known(wanted.activity);
    // A resend is received even when the activity is closed by now: it counted.
    if (found && is_known(**found, wanted)) return std::vector<change>{};
    const auto target = open(wanted.activity);
    if (!target) return target.error();
    const auto& activity = **target;
    if (!takes_up_votes(activity)) return refusal::wrong_kind;
    if (const auto ok = check_entries(activity, wanted.entries); !ok) return ok.error();

    std::vector<change> changes{up_votes_cast{wanted}};
    if (uncounted_with(activity, wanted) < wave_size) return changes;
    auto after = activity;
    keep(after, wanted);
    if (may_be_published(state, after)) changes.push_back(counting(after, at.steady));
    return changes;
}

decision deciding::operator()(const count_up_votes& wanted) const {
    const auto target = open(wanted.activity);
    if (!target) return target.error();
    const auto& activity = **target;
    if (!takes_up_votes(activity)) return refusal::wrong_kind;
    if (!may_be_published(state, activity)) return refusal::too_few_up_votes;
    if (uncounted(activity) == 0) return refusal::nothing_waiting;
    if (counts_few_too_soon(activity, at.steady)) return refusal::too_soon;
    return std::vector<change>{counting(activity, at.steady)};
}

/// Possible while the session runs, also when nobody can ask any more.
decision deciding::operator()(const mark_answered& wanted) const {
    const auto target = collecting(wanted.activity);
    if (!target) return target.error();
    const auto& activity = **target;
    if (!takes_up_votes(activity)) return refusal::wrong_kind;
    const auto found = activity.entries.find(wanted.entry);
    if (found == activity.entries.end() || !found->second.shown || found->second.on) return refusal::unknown_entry;
    if (found->second.standing != standing::present) return refusal::entry_gone;
    if (found->second.answered == wanted.answered) return std::vector<change>{};
    return std::vector<change>{entry_answered{wanted.activity, wanted.entry, wanted.answered}};
}

}  // namespace klartext::domain
