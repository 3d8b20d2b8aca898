#include "domain/agenda_rules.hpp"
#include "domain/anonymity/waves.hpp"
#include "domain/deciding.hpp"
#include "domain/limits.hpp"

namespace klartext::domain {
namespace {

std::vector<std::string> texts_of_entries(const activity& source) {
    std::vector<std::string> texts;
    for (const auto& [id, entry] : source.entries) {
        if (entry.on || entry.standing != standing::present) continue;
        if (!entry.pending)
            texts.push_back(entry.text);
        else if (entry.pending->text)
            texts.push_back(*entry.pending->text);
    }
    return texts;
}

std::vector<std::string> names_of_clusters(const activity& source) {
    std::vector<std::string> names;
    for (const auto& cluster : source.clusters) names.push_back(cluster.name);
    return names;
}

struct frozen_items {
    std::vector<std::string> texts;
    const activity* source = nullptr;
};

/// What a vote on this source would be about now.
std::vector<std::string> taken_from(const activity& source, item_source::kind what) {
    switch (what) {
        case item_source::kind::entries: return texts_of_entries(source);
        case item_source::kind::clusters: return names_of_clusters(source);
        case item_source::kind::items: break;
    }
    return source.items;
}

frozen_items freeze(const session_state& state, const vote_plan& vote) {
    if (const auto* listed = std::get_if<std::vector<std::string>>(&vote.items)) return {*listed, nullptr};
    const auto& wanted = std::get<item_source>(vote.items);
    const auto* source = state.find(wanted.from);
    return {source ? taken_from(*source, wanted.take) : std::vector<std::string>(), source};
}

}  // namespace

decision deciding::operator()(const open_activity& wanted) const {
    if (const auto ok = running(); !ok) return ok.error();
    const auto target = known(wanted.activity);
    if (!target) return target.error();
    const auto& activity = **target;
    if (activity.phase == phase::open) return std::vector<change>{};
    const auto* vote = std::get_if<vote_plan>(&activity.planned.plan);
    if (!vote) return std::vector<change>{activity_opened{wanted.activity, at.now, {}, at.steady}};
    if (activity.phase == phase::closed) return refusal::activity_closed_for_good;

    auto items = freeze(state, *vote);
    if (items.texts.empty()) return refusal::no_items;
    if (const auto own = own_item_of(vote->rules); own && !first_round_of(activity.planned))
        items.texts.push_back(*own);
    if (items.texts.size() > limits::items) return refusal::too_many_items;
    if (const auto ok = check(vote->rules, static_cast<int>(items.texts.size())); !ok) return ok.error();
    std::vector<change> changes;
    // What is voted on must not change any more.
    if (items.source && items.source->phase == phase::open) {
        if (closes_too_soon(*items.source)) return refusal::too_soon;
        changes = closing(*items.source);
    }
    changes.push_back(activity_opened{wanted.activity, at.now, std::move(items.texts), at.steady});
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
    if (!collect) return refusal::wrong_kind;
    const bool covered = effective_release(activity) == release::covered;
    auto cards = waiting(activity);
    std::vector<change> changes;
    if (covered) changes.push_back(activity_uncovered{wanted.activity});
    if (cards.empty() && !covered) return refusal::nothing_waiting;
    if (!covered && cards.size() < wave_size && released_recently(activity)) return refusal::too_soon;
    if (!cards.empty()) changes.push_back(showing(activity, with_comments(activity, std::move(cards))));
    return changes;
}

}  // namespace klartext::domain
