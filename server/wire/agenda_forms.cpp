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
        spec.sections.emplace();
        for (const auto& section : plan.sections) spec.sections->push_back({section.id, section.title});
        spec.comments = plan.comments;
        spec.release = plan.release;
        return spec;
    }
    activity_spec operator()(const domain::vote_plan& plan) const {
        return domain::by_method(plan.rules, [&]<class Method>(Method, const auto& rules) -> activity_spec {
            spec<Method> made;
            fill_head(made, activity);
            made.items = planned_items_of(plan);
            made.rules = rules;
            return made;
        });
    }
    activity_spec operator()(const domain::feedback_plan&) const {
        feedback_spec spec;
        fill_head(spec, activity);
        return spec;
    }
};

domain::item_source::kind kind_of(taken what) {
    using kind = domain::item_source::kind;
    switch (what) {
        case taken::entries: return kind::entries;
        case taken::clusters: return kind::clusters;
        case taken::items: break;
    }
    return kind::items;
}

taken taken_of(domain::item_source::kind kind) {
    using enum domain::item_source::kind;
    switch (kind) {
        case entries: return taken::entries;
        case clusters: return taken::clusters;
        case items: break;
    }
    return taken::items;
}

decltype(domain::vote_plan::items) taken_items(const planned_items& items) {
    if (const auto* texts = std::get_if<std::vector<std::string>>(&items)) return *texts;
    const auto& source = std::get<item_source>(items);
    return domain::item_source{source.from, kind_of(source.take)};
}

struct plan_of_spec {
    domain::activity_plan operator()(const present_spec&) const { return domain::present_plan{}; }
    domain::activity_plan operator()(const collect_spec& spec) const {
        domain::collect_plan plan;
        if (spec.sections)
            for (const auto& [id, title] : *spec.sections) plan.sections.push_back({id, title});
        plan.comments = spec.comments.value_or(false);
        plan.release = spec.release.value_or(domain::release::waves);
        return plan;
    }
    template <class Method>
    domain::activity_plan operator()(const spec<Method>& spec) const {
        return domain::vote_plan{spec.rules, taken_items(spec.items)};
    }
    domain::activity_plan operator()(const feedback_spec&) const { return domain::feedback_plan{}; }
};

bool sections_are_named(const domain::activity_plan& plan) {
    const auto* collect = std::get_if<domain::collect_plan>(&plan);
    return !collect || std::ranges::all_of(collect->sections, is_chosen_id, &domain::section::id);
}

}  // namespace

planned_items planned_items_of(const domain::vote_plan& plan) {
    if (const auto* texts = std::get_if<std::vector<std::string>>(&plan.items)) return *texts;
    const auto& source = std::get<domain::item_source>(plan.items);
    return item_source{source.from, taken_of(source.take)};
}

activity_spec json_form<planned_activity>::make(const planned_activity& activity) {
    return std::visit(spec_of_plan{activity}, activity.plan);
}

bool json_form<planned_activity>::take(body from, planned_activity& to, std::string& where) {
    const auto& head = std::visit([](const spec_head& spec) -> const spec_head& { return spec; }, from);
    to = {head.id, head.title, head.prompt, head.minutes, std::visit(plan_of_spec{}, from)};
    if (sections_are_named(to.plan)) return true;
    where = "/sections";
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
