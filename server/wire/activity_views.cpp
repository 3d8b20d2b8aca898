#include "domain/agenda_rules.hpp"
#include "domain/anonymity/small_group.hpp"
#include "domain/anonymity/steps.hpp"
#include "domain/anonymity/waves.hpp"
#include "domain/notice.hpp"
#include "protocol/markdown.hpp"
#include "wire/forms.hpp"
#include "wire/spelling.hpp"
#include "wire/views.hpp"

namespace klartext::wire {
namespace {

struct kind_of {
    activity_kind operator()(const domain::present_plan&) const { return activity_kind::present; }
    activity_kind operator()(const domain::collect_plan&) const { return activity_kind::collect; }
    activity_kind operator()(const domain::vote_plan&) const { return activity_kind::vote; }
    activity_kind operator()(const domain::feedback_plan&) const { return activity_kind::feedback; }
    activity_kind operator()(const domain::measures_plan&) const { return activity_kind::measures; }
    activity_kind operator()(const domain::sign_up_plan&) const { return activity_kind::sign_up; }
};

/// Adds what only this kind of activity has.
struct particulars {
    activity_view& view;
    const domain::session_state& state;
    const domain::activity& activity;
    const feed_numbers& numbers;
    domain::audience to;
    with_entries entries;

    void operator()(const domain::present_plan&) const {}
    void operator()(const domain::collect_plan& plan) const {
        view.sections = sections_of(plan);
        view.comments = plan.comments;
        view.release = plan.release;
        if (!plan.kinds.empty()) view.kinds = kinds_of(plan);
        view.per_person = plan.per_person;
        if (plan.beside) view.beside = true;
        if (plan.layout != domain::canvas_layout::columns) view.layout = plan.layout;
        view.tags = tags_of(activity);
        if (plan.up_votes) view.up_votes = true;
        view.up_voters = activity.up_voters;
        if (plan.sheets) view.brainwriting = brainwriting_rules_of(*plan.sheets);
        if (plan.sheets && activity.turn > 0) view.turn = activity.turn;
        show_entries();
    }
    void operator()(const domain::feedback_plan&) const {
        view.sections.emplace();
        view.comments = false;
        view.release = domain::release::covered;
        show_entries();
    }
    void operator()(const domain::vote_plan& plan) const {
        view.rules = plan.rules;
        show_items();
        view.slot = activity.slot;
        if (const auto* first = domain::first_round_of(activity.planned)) view.second_round_of = *first;
        const auto ballots = static_cast<int>(activity.ballots.size());
        const bool runs = activity.phase == domain::phase::open;
        view.ballots = runs ? domain::announced_ballots(ballots, numbers.connected) : ballots;
        view.few_people = numbers.connected < domain::few_seats;
        view.result = result_of(state, activity);
        const bool planned = activity.phase == domain::phase::planned;
        if (planned && to == domain::audience::desk) view.planned_items = planned_items_of(plan.items);
    }

    void operator()(const domain::measures_plan& plan) const {
        show_items();
        view.measures = measures_of(activity);
        const bool planned = activity.phase == domain::phase::planned;
        if (plan.items && planned && to == domain::audience::desk) view.planned_items = source_of(*plan.items);
    }
    /// The themes, and nothing of who signed up for them.
    void operator()(const domain::sign_up_plan& plan) const {
        show_items();
        const bool planned = activity.phase == domain::phase::planned;
        if (planned && to == domain::audience::desk) view.planned_items = planned_items_of(plan.themes);
    }

    void show_items() const {
        view.items.emplace();
        for (const auto& text : activity.items)
            view.items->push_back({static_cast<domain::item_number>(view.items->size()), text});
    }
    void show_entries() const {
        view.uncovered = activity.uncovered;
        view.clusters = clusters_of(activity);
        if (entries == with_entries::yes) view.entries = visible_entries(activity).all();
        view.waiting = domain::waiting_in_steps(activity);
        const auto batch = numbers.stamp_batches.find(activity.planned.id);
        if (batch != numbers.stamp_batches.end()) view.stamp_batch = batch->second;
    }
};

}  // namespace

std::optional<std::int64_t> milliseconds_of(const std::optional<std::chrono::sys_seconds>& moment) {
    if (!moment) return std::nullopt;
    return std::chrono::milliseconds(moment->time_since_epoch()).count();
}

std::vector<cluster_view> clusters_of(const domain::activity& activity) {
    std::vector<cluster_view> clusters;
    for (const auto& cluster : activity.clusters) clusters.push_back({cluster.id, cluster.name});
    return clusters;
}

std::vector<tag_view> tags_of(const domain::activity& activity) {
    std::vector<tag_view> tags;
    for (const auto& [id, name, meaning] : activity.tags) tags.push_back({id, name, meaning});
    return tags;
}

std::vector<measure_view> measures_of(const domain::activity& activity) {
    std::vector<measure_view> measures;
    for (const auto& [id, what, who, due, status, about] : activity.measures)
        measures.push_back({id, what, who, due ? std::optional(written_day(*due)) : std::nullopt, status, about});
    return measures;
}

activity_view view_of(const domain::session_state& state, const domain::activity& activity, const feed_numbers& numbers,
                      domain::audience to, with_entries entries) {
    const auto& planned = activity.planned;
    activity_view view;
    view.id = planned.id;
    view.kind = std::visit(kind_of{}, planned.plan);
    view.title = planned.title;
    view.phase = activity.phase;
    view.minutes = planned.minutes;
    view.timer_ends = milliseconds_of(activity.timer_ends);
    if (activity.phase == domain::phase::planned && to != domain::audience::desk) return view;
    view.prompt = planned.prompt;
    view.prompt_html = protocol::markdown_to_safe_html(planned.prompt);
    std::visit(particulars{view, state, activity, numbers, to, entries}, planned.plan);
    return view;
}

std::vector<activity_view> agenda_of(const domain::session_state& state, const feed_numbers& numbers,
                                     domain::audience to, with_entries entries) {
    std::vector<activity_view> agenda;
    for (const auto& activity : state.agenda) agenda.push_back(view_of(state, activity, numbers, to, entries));
    return agenda;
}

std::string notice_of(const domain::session_head& head) {
    const bool draft = head.phase == domain::session_phase::draft;
    return draft ? domain::compose_notice(head.settings) : head.frozen_notice;
}

}  // namespace klartext::wire
