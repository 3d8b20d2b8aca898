#include "domain/session_state.hpp"

#include "domain/anonymity/up_votes.hpp"
#include "domain/anonymity/waves.hpp"
#include "domain/deciding.hpp"

#include <algorithm>

namespace klartext::domain {

const activity* session_state::find(const activity_id& id) const {
    const auto found = std::ranges::find(agenda, id, [](const activity& each) { return each.planned.id; });
    return found == agenda.end() ? nullptr : &*found;
}

activity* session_state::find(const activity_id& id) { return const_cast<activity*>(std::as_const(*this).find(id)); }

result<std::vector<change>> decide(const session_state& state, const command& command, const circumstances& at) {
    return std::visit(deciding{state, at}, command);
}

result<void> deciding::running() const {
    if (state.head.phase == session_phase::draft) return refusal::session_not_running;
    return not_closed();
}

result<void> deciding::not_closed() const {
    if (state.head.phase == session_phase::closed) return refusal::session_closed;
    return {};
}

result<const activity*> deciding::known(const activity_id& id) const {
    const auto* found = state.find(id);
    if (!found) return refusal::unknown_activity;
    return found;
}

result<const activity*> deciding::open(const activity_id& id) const {
    if (const auto ok = running(); !ok) return ok.error();
    const auto found = known(id);
    if (found && (*found)->phase != phase::open) return refusal::activity_not_open;
    return found;
}

result<const activity*> deciding::collecting(const activity_id& id) const {
    if (const auto ok = running(); !ok) return ok.error();
    const auto found = known(id);
    if (found && !std::holds_alternative<collect_plan>((*found)->planned.plan)) return refusal::wrong_kind;
    return found;
}

std::vector<change> deciding::closing(const activity& activity) const {
    std::vector<change> changes;
    if (auto cards = with_comments(activity, waiting(activity)); !cards.empty())
        changes.push_back(showing(activity, std::move(cards)));
    if (uncounted(activity) > 0 && may_be_published(state, activity)) changes.push_back(counting(activity, at.steady));
    changes.push_back(activity_closed{activity.planned.id, at.now});
    return changes;
}

bool deciding::closes_too_soon(const activity& activity) const {
    const auto cards = waiting(activity, written::on_a_seat).size();
    const bool few_cards = cards > 0 && cards < wave_size && released_recently(activity);
    const bool few_up_votes = counts_few_too_soon(activity, at.steady) && may_be_published(state, activity);
    return activity.was_closed() && (few_cards || few_up_votes);
}

bool deciding::released_recently(const activity& activity) const {
    return activity.last_release && at.steady - *activity.last_release < shortest_gap;
}

entries_shown deciding::showing(const activity& activity, std::vector<entry_id> sorted) const {
    return {activity.planned.id, std::move(sorted), at.steady};
}

}  // namespace klartext::domain
