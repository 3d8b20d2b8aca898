#include "wire/forms.hpp"
#include "wire/spelling.hpp"

#include <algorithm>

namespace klartext::wire {
namespace {

using domain::planned_activity;

void fill_head(spec_head& spec, const planned_activity& activity) {
    spec.id = activity.id;
    spec.title = activity.title;
    spec.prompt = activity.prompt;
    spec.minutes = activity.minutes;
}

struct spec_of_plan {
    const planned_activity& activity;

    activity_spec operator()(const domain::present_plan&) const {
        present_spec spec;
        fill_head(spec, activity);
        return spec;
    }
    activity_spec operator()(const domain::collect_plan& plan) const {
        collect_spec spec;
        fill_head(spec, activity);
        spec.sections = sections_of(plan);
        spec.comments = plan.comments;
        spec.release = plan.release;
        if (!plan.kinds.empty()) spec.kinds = kinds_of(plan);
        spec.per_person = plan.per_person;
        if (plan.beside) spec.beside = true;
        if (plan.layout != domain::canvas_layout::columns) spec.layout = plan.layout;
        if (plan.up_votes) spec.up_votes = true;
        if (plan.sheets) spec.brainwriting = brainwriting_rules_of(*plan.sheets);
        return spec;
    }
    activity_spec operator()(const domain::vote_plan& plan) const {
        return domain::by_method(plan.rules, [&]<class Method>(Method, const auto& rules) -> activity_spec {
            spec<Method> made;
            fill_head(made, activity);
            made.items = planned_items_of(plan.items);
            made.rules = rules;
            return made;
        });
    }
    activity_spec operator()(const domain::feedback_plan&) const {
        feedback_spec spec;
        fill_head(spec, activity);
        return spec;
    }
    activity_spec operator()(const domain::measures_plan& plan) const {
        measures_spec spec;
        fill_head(spec, activity);
        if (plan.items) spec.items = source_of(*plan.items);
        return spec;
    }
    activity_spec operator()(const domain::sign_up_plan& plan) const {
        sign_up_spec spec;
        fill_head(spec, activity);
        spec.items = planned_items_of(plan.themes);
        return spec;
    }
};

domain::item_source::kind kind_of(taken what) {
    using kind = domain::item_source::kind;
    switch (what) {
        case taken::entries: return kind::entries;
        case taken::clusters: return kind::clusters;
        case taken::tags: return kind::tags;
        case taken::top: return kind::top;
        case taken::above: return kind::above;
        case taken::disputed: return kind::disputed;
        case taken::quadrant: return kind::quadrant;
        case taken::items: break;
    }
    return kind::items;
}

taken taken_of(domain::item_source::kind kind) {
    using enum domain::item_source::kind;
    switch (kind) {
        case entries: return taken::entries;
        case clusters: return taken::clusters;
        case tags: return taken::tags;
        case top: return taken::top;
        case above: return taken::above;
        case disputed: return taken::disputed;
        case quadrant: return taken::quadrant;
        case items: break;
    }
    return taken::items;
}

domain::item_source taken_by(const item_source& source) {
    return {source.from, kind_of(source.take), source.count.value_or(0), source.line.value_or(0)};
}

decltype(domain::vote_plan::items) taken_items(const planned_items& items) {
    if (const auto* texts = std::get_if<std::vector<std::string>>(&items)) return *texts;
    return taken_by(std::get<item_source>(items));
}

struct plan_of_spec {
    domain::activity_plan operator()(const present_spec&) const { return domain::present_plan{}; }
    domain::activity_plan operator()(const collect_spec& spec) const {
        domain::collect_plan plan;
        if (spec.sections)
            for (const auto& [id, title, canvas] : *spec.sections)
                plan.sections.push_back({id, title, canvas.value_or("")});
        plan.comments = spec.comments.value_or(false);
        plan.release = spec.release.value_or(spec.brainwriting ? domain::release::covered : domain::release::waves);
        if (spec.kinds)
            for (const auto& [id, title, tone] : *spec.kinds) plan.kinds.push_back({id, title, tone});
        plan.per_person = spec.per_person;
        plan.beside = spec.beside.value_or(false);
        plan.layout = spec.layout.value_or(domain::canvas_layout::columns);
        plan.up_votes = spec.up_votes.value_or(false);
        if (spec.brainwriting)
            plan.sheets = domain::brainwriting{spec.brainwriting->per_turn, spec.brainwriting->turn_minutes,
                                               spec.brainwriting->turns};
        return plan;
    }
    template <class Method>
    domain::activity_plan operator()(const spec<Method>& spec) const {
        return domain::vote_plan{spec.rules, taken_items(spec.items)};
    }
    domain::activity_plan operator()(const feedback_spec&) const { return domain::feedback_plan{}; }
    domain::activity_plan operator()(const measures_spec& spec) const {
        domain::measures_plan plan;
        if (spec.items) plan.items = taken_by(*spec.items);
        return plan;
    }
    domain::activity_plan operator()(const sign_up_spec& spec) const {
        return domain::sign_up_plan{taken_items(spec.items)};
    }
};

bool sections_are_named(const domain::activity_plan& plan) {
    const auto* collect = std::get_if<domain::collect_plan>(&plan);
    return !collect || std::ranges::all_of(collect->sections, is_chosen_id, &domain::section::id);
}

bool kinds_are_named(const domain::activity_plan& plan) {
    const auto* collect = std::get_if<domain::collect_plan>(&plan);
    return !collect || std::ranges::all_of(collect->kinds, is_chosen_id, &domain::card_kind::id);
}

}  // namespace

std::vector<section_view> sections_of(const domain::collect_plan& plan) {
    std::vector<section_view> sections;
    for (const auto& [id, title, canvas] : plan.sections)
        sections.push_back({id, title, canvas.empty() ? std::nullopt : std::optional(canvas)});
    return sections;
}

std::vector<card_kind> kinds_of(const domain::collect_plan& plan) {
    std::vector<card_kind> kinds;
    for (const auto& [id, title, tone] : plan.kinds) kinds.push_back({id, title, tone});
    return kinds;
}

brainwriting_rules brainwriting_rules_of(const domain::brainwriting& rules) {
    return {rules.per_turn, rules.turn_minutes, rules.turns};
}

planned_items planned_items_of(const decltype(domain::vote_plan::items)& items) {
    if (const auto* texts = std::get_if<std::vector<std::string>>(&items)) return *texts;
    return source_of(std::get<domain::item_source>(items));
}

item_source source_of(const domain::item_source& source) {
    item_source named{source.from, taken_of(source.take), {}, {}};
    if (source.take == domain::item_source::kind::top) named.count = source.count;
    if (source.take == domain::item_source::kind::above) named.line = source.line;
    return named;
}

activity_spec json_form<planned_activity>::make(const planned_activity& activity) {
    return std::visit(spec_of_plan{activity}, activity.plan);
}

bool json_form<planned_activity>::take(body from, planned_activity& to, std::string& where) {
    const auto& head = std::visit([](const spec_head& spec) -> const spec_head& { return spec; }, from);
    to = {head.id, head.title, head.prompt, head.minutes, std::visit(plan_of_spec{}, from)};
    if (!sections_are_named(to.plan))
        where = "/sections";
    else if (!kinds_are_named(to.plan))
        where = "/kinds";
    else
        return true;
    return false;
}

activity_spec_with_phase json_form<planned_step>::make(const planned_step& step) {
    return std::visit(
        [&]<class Spec>(Spec spec) -> body {
            return with_phase<Spec>{std::move(spec), step.phase};
        },
        json_form<planned_activity>::make(step.activity));
}

bool json_form<planned_step>::take(body from, planned_step& to, std::string& where) {
    const auto split = [&]<class Spec>(const with_phase<Spec>& spec) -> activity_spec {
        to.phase = spec.phase;
        return static_cast<const Spec&>(spec);
    };
    return json_form<planned_activity>::take(std::visit(split, from), to.activity, where);
}

}  // namespace klartext::wire
