#include "domain/agenda_rules.hpp"
#include "domain/anonymity/waves.hpp"
#include "domain/deciding.hpp"
#include "domain/handing_over.hpp"
#include "domain/limits.hpp"

namespace klartext::domain {
namespace {

using texts = std::vector<std::string>;

/// What is handed over, or listed; nothing where an activity has no items.
result<texts> found_items(const session_state& state, const activity& opening) {
    if (const auto* source = source_of(opening.planned)) return handed_over(state, *source);
    if (const auto* vote = std::get_if<vote_plan>(&opening.planned.plan)) return std::get<texts>(vote->items);
    if (const auto* sign_up = std::get_if<sign_up_plan>(&opening.planned.plan)) return std::get<texts>(sign_up->themes);
    return texts{};
}

/// The items of a vote, with the one that its rules bring along.
result<texts> frozen_items(const session_state& state, const activity& opening, const vote_plan& vote) {
    auto items = found_items(state, opening);
    if (!items) return items;
    if (const auto own = own_item_of(vote.rules); own && !first_round_of(opening.planned)) items->push_back(*own);
    return items;
}

/// The source that is to be closed because its items must not change any more. One beside the stage stays open; what
/// went on are copies.
const activity* source_to_close(const session_state& state, const activity& opening) {
    const auto* wanted = source_of(opening.planned);
    const auto* source = wanted ? state.find(wanted->from) : nullptr;
    return source && source->phase == phase::open && !is_beside(source->planned) ? source : nullptr;
}

}  // namespace

decision deciding::operator()(const open_activity& wanted) const {
    if (const auto ok = running(); !ok) return ok.error();
    const auto target = known(wanted.activity);
    if (!target) return target.error();
    const auto& activity = **target;
    if (activity.phase == phase::open) return std::vector<change>{};
    const auto* vote = std::get_if<vote_plan>(&activity.planned.plan);
    if (vote && activity.phase == phase::closed) return refusal::activity_closed_for_good;
    // Opened again, measures follow from what they did before, and themes are those that people signed up for.
    if (activity.phase == phase::closed)
        return std::vector<change>{activity_opened{wanted.activity, at.now, activity.items, at.steady}};

    auto items = vote ? frozen_items(state, activity, *vote) : found_items(state, activity);
    if (!items) return items.error();
    if (items->size() > limits::items) return refusal::too_many_items;
    if (vote)
        if (const auto ok = check(vote->rules, static_cast<int>(items->size())); !ok) return ok.error();
    std::vector<change> changes;
    if (const auto* source = source_to_close(state, activity)) {
        if (closes_too_soon(*source)) return refusal::too_soon;
        changes = closing(*source);
    }
    changes.push_back(activity_opened{wanted.activity, at.now, std::move(*items), at.steady});
    return changes;
}

decision deciding::operator()(const close_activity& wanted) const {
    if (const auto ok = running(); !ok) return ok.error();
    const auto target = known(wanted.activity);
    if (!target) return target.error();
    if ((*target)->phase == phase::planned) return refusal::activity_not_open;
    if ((*target)->phase == phase::closed) return std::vector<change>{};
    if (closes_too_soon(**target)) return refusal::too_soon;
    return closing(**target);
}

decision deciding::operator()(const set_stage& wanted) const {
    if (const auto ok = running(); !ok) return ok.error();
    if (wanted.activity) {
        const auto target = known(*wanted.activity);
        if (!target) return target.error();
        if ((*target)->phase == phase::planned) return refusal::activity_not_open;
    }
    if (state.head.stage == wanted.activity) return std::vector<change>{};
    return std::vector<change>{stage_set{wanted.activity}};
}

decision deciding::operator()(const set_timer& wanted) const {
    const auto target = open(wanted.activity);
    if (!target) return target.error();
    if ((*target)->timer_ends == wanted.ends) return std::vector<change>{};
    return std::vector<change>{timer_set{wanted.activity, wanted.ends}};
}

decision deciding::operator()(const uncover& wanted) const {
    const auto target = open(wanted.activity);
    if (!target) return target.error();
    const auto& activity = **target;
    const auto* collect = std::get_if<collect_plan>(&activity.planned.plan);
    if (!collect || collect->sheets) return refusal::wrong_kind;  // sheets show what is on them when they are passed on
    const bool covered = effective_release(activity) == release::covered;
    auto cards = waiting(activity);
    std::vector<change> changes;
    if (covered) changes.push_back(activity_uncovered{wanted.activity});
    if (cards.empty() && !covered) return refusal::nothing_waiting;
    const auto on_seats = waiting(activity, written::on_a_seat).size();
    const bool few = on_seats > 0 && on_seats < wave_size;
    if (!covered && few && released_recently(activity)) return refusal::too_soon;
    if (!cards.empty()) changes.push_back(showing(activity, with_comments(activity, std::move(cards))));
    return changes;
}

}  // namespace klartext::domain
