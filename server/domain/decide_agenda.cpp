#include "domain/agenda_rules.hpp"
#include "domain/deciding.hpp"
#include "domain/limits.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

std::vector<planned_activity> planned_of(const session_state& state) {
    std::vector<planned_activity> agenda;
    for (const auto& each : state.agenda) agenda.push_back(each.planned);
    return agenda;
}

bool is_source(const session_state& state, const activity_id& id) {
    return std::ranges::any_of(state.agenda, [&](const activity& each) {
        const auto* source = source_of(each.planned);
        return source && source->from == id;
    });
}

/// What may still change once people have seen the activity: its words, unless it is a vote, whose words are the
/// question, or a sign-up: people put their names under them.
bool may_change_open(const activity& now, const planned_activity& wanted) {
    return now.planned.plan == wanted.plan && !std::holds_alternative<vote_plan>(wanted.plan) &&
           !std::holds_alternative<sign_up_plan>(wanted.plan);
}

}  // namespace

decision deciding::operator()(const add_activity& wanted) const {
    if (const auto ok = not_closed(); !ok) return ok.error();
    auto planned = checked(wanted.activity);
    if (!planned) return planned.error();
    if (state.find(planned->id)) return refusal::duplicate_activity;
    if (state.agenda.size() >= limits::activities) return refusal::too_many_activities;
    const int end = static_cast<int>(state.agenda.size());
    const int position = std::clamp(wanted.position.value_or(end), 0, end);
    auto agenda = planned_of(state);
    agenda.insert(agenda.begin() + position, *planned);
    if (const auto ok = fits_together(agenda); !ok) return ok.error();
    return std::vector<change>{activity_added{std::move(*planned), position}};
}

decision deciding::operator()(const edit_activity& wanted) const {
    if (const auto ok = not_closed(); !ok) return ok.error();
    const auto target = known(wanted.activity);
    if (!target) return target.error();
    auto planned = checked(wanted.changed);
    if (!planned) return planned.error();
    if (planned->id != wanted.activity) return refusal::id_mismatch;
    if (*planned == (*target)->planned) return std::vector<change>{};
    if ((*target)->phase != phase::planned && !may_change_open(**target, *planned)) return refusal::activity_was_opened;
    auto agenda = planned_of(state);
    *std::ranges::find(agenda, wanted.activity, &planned_activity::id) = *planned;
    if (const auto ok = fits_together(agenda); !ok) return ok.error();
    return std::vector<change>{activity_edited{wanted.activity, std::move(*planned)}};
}

decision deciding::operator()(const remove_activity& wanted) const {
    if (const auto ok = not_closed(); !ok) return ok.error();
    const auto target = known(wanted.activity);
    if (!target) return target.error();
    if ((*target)->phase != phase::planned) return refusal::activity_was_opened;
    if (is_source(state, wanted.activity)) return refusal::source_needed;
    return std::vector<change>{activity_removed{wanted.activity}};
}

decision deciding::operator()(const reorder_agenda& wanted) const {
    if (const auto ok = not_closed(); !ok) return ok.error();
    std::vector<activity_id> now;
    for (const auto& activity : state.agenda) now.push_back(activity.planned.id);
    if (!std::ranges::is_permutation(now, wanted.order)) return refusal::agenda_mismatch;
    if (now == wanted.order) return std::vector<change>{};
    std::vector<planned_activity> agenda;
    for (const auto& id : wanted.order) agenda.push_back(state.find(id)->planned);
    if (const auto ok = fits_together(agenda); !ok) return ok.error();
    return std::vector<change>{agenda_reordered{wanted.order}};
}

}  // namespace klartext::domain
