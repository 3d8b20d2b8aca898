#include "domain/agenda_rules.hpp"

#include "domain/handing_over.hpp"
#include "domain/limits.hpp"
#include "domain/text.hpp"

#include <cmath>
#include <map>
#include <set>

namespace klartext::domain {
namespace {

result<void> trim(std::string& text, std::size_t longest, emptiness empty) {
    auto checked = checked_text(text, longest, empty);
    if (!checked) return checked.error();
    text = std::move(*checked);
    return {};
}

/// Ids stay as they are, blanks at their ends included: others name them. They are parts of paths, where browsers take
/// "." and ".." for directions.
result<void> check_id(const std::string& id) {
    if (const auto ok = checked_text(id, limits::id_text, emptiness::refused); !ok) return ok.error();
    if (id == "." || id == "..") return refusal::id_reserved;
    return {};
}

result<void> check_sections(std::vector<section>& sections) {
    if (sections.size() > limits::sections) return refusal::too_many_sections;
    std::set<std::string> ids;
    for (auto& section : sections) {
        if (const auto ok = check_id(section.id); !ok) return ok.error();
        if (const auto ok = trim(section.title, limits::title, emptiness::refused); !ok) return ok.error();
        if (const auto ok = trim(section.canvas, limits::title, emptiness::allowed); !ok) return ok.error();
        if (!ids.insert(section.id).second) return refusal::duplicate_section;
    }
    return {};
}

result<void> check_kinds(std::vector<card_kind>& kinds) {
    if (kinds.size() > limits::card_kinds) return refusal::too_many_card_kinds;
    std::set<std::string> ids;
    for (auto& kind : kinds) {
        if (const auto ok = check_id(kind.id); !ok) return ok.error();
        if (const auto ok = trim(kind.title, limits::title, emptiness::refused); !ok) return ok.error();
        if (!ids.insert(kind.id).second) return refusal::duplicate_card_kind;
    }
    return {};
}

result<void> check_items(std::vector<std::string>& items) {
    if (items.empty()) return refusal::no_items;
    if (items.size() > limits::items) return refusal::too_many_items;
    for (auto& item : items)
        if (const auto ok = trim(item, limits::item_text, emptiness::refused); !ok) return ok.error();
    return {};
}

/// What no rule for taking asks for is 0, so that equal sources are equal.
result<void> check_rule(const item_source& source) {
    const bool counts = source.take == item_source::kind::top;
    const auto most = counts ? static_cast<int>(limits::items) : 0;
    if (source.count < (counts ? 1 : 0) || source.count > most) return refusal::bad_rules;
    if (!std::isfinite(source.line)) return refusal::bad_rules;
    if (source.take != item_source::kind::above && source.line != 0) return refusal::bad_rules;
    return {};
}

bool is_from_one_to(int most, const std::optional<int>& number) { return !number || (*number >= 1 && *number <= most); }

/// The sheets are the sections, cards leave when they are passed on, and what goes round is not beside anything.
result<void> check_sheets(const collect_plan& plan) {
    if (!plan.sheets) return {};
    const bool possible = is_from_one_to(limits::cards_per_turn, plan.sheets->per_turn) &&
                          is_from_one_to(limits::turn_minutes, plan.sheets->turn_minutes) &&
                          is_from_one_to(limits::turns, plan.sheets->turns);
    const bool alone = plan.sections.empty() && !plan.comments && !plan.per_person && !plan.beside && !plan.up_votes &&
                       plan.layout == canvas_layout::columns && plan.release == release::covered;
    return possible && alone ? result<void>() : refusal::bad_brainwriting;
}

struct plan_check {
    result<void> operator()(present_plan&) const { return {}; }
    result<void> operator()(feedback_plan&) const { return {}; }
    result<void> operator()(measures_plan& plan) const { return plan.items ? check_rule(*plan.items) : result<void>(); }
    result<void> operator()(sign_up_plan& plan) const {
        if (auto* listed = std::get_if<std::vector<std::string>>(&plan.themes)) return check_items(*listed);
        return check_rule(std::get<item_source>(plan.themes));
    }
    result<void> operator()(collect_plan& plan) const {
        if (plan.per_person && (*plan.per_person < 1 || *plan.per_person > limits::cards_per_person))
            return refusal::bad_cards_per_person;
        if (const auto ok = check_sheets(plan); !ok) return ok.error();
        if (const auto ok = check_kinds(plan.kinds); !ok) return ok.error();
        return check_sections(plan.sections);
    }
    result<void> operator()(vote_plan& plan) const {
        auto* listed = std::get_if<std::vector<std::string>>(&plan.items);
        trim_texts(plan.rules);
        const auto own = own_item_of(plan.rules).has_value();
        const auto items = listed ? static_cast<int>(listed->size() + own) : 0;
        if (const auto ok = check(plan.rules, items); !ok) return ok.error();
        if (listed) return check_items(*listed);
        return check_rule(std::get<item_source>(plan.items));
    }
};

result<void> check_second_round(const planned_activity* from, const planned_activity& second) {
    const auto* vote = std::get_if<vote_plan>(&second.plan);
    if (!vote) return refusal::unknown_source;  // measures and sign-ups are no round
    const auto* first = from ? std::get_if<vote_plan>(&from->plan) : nullptr;
    if (!first || first_round_of(*from)) return refusal::unknown_first_round;
    if (first->rules != vote->rules) return refusal::second_round_differs;
    return {};
}

/// What `source` may be taken from.
result<void> check_source(const planned_activity* from, const planned_activity& taking, const item_source& source) {
    if (source.take == item_source::kind::items) return check_second_round(from, taking);
    if (!is_by_result(source.take)) {
        if (!from || !std::holds_alternative<collect_plan>(from->plan)) return refusal::unknown_source;
        return {};
    }
    if (const auto* collect = from ? std::get_if<collect_plan>(&from->plan) : nullptr; collect && collect->up_votes)
        return up_votes_can_tell(source.take) ? result<void>() : refusal::source_not_scored;
    const auto* vote = from ? std::get_if<vote_plan>(&from->plan) : nullptr;
    if (!vote) return refusal::unknown_source;
    if (!can_tell(vote->rules, source.take)) return refusal::source_not_scored;
    return {};
}

}  // namespace

bool is_beside(const planned_activity& activity) {
    const auto* collect = std::get_if<collect_plan>(&activity.plan);
    return collect && collect->beside;
}

const brainwriting* brainwriting_of(const planned_activity& activity) {
    const auto* collect = std::get_if<collect_plan>(&activity.plan);
    return collect && collect->sheets ? &*collect->sheets : nullptr;
}

const item_source* source_of(const planned_activity& activity) {
    if (const auto* measures = std::get_if<measures_plan>(&activity.plan))
        return measures->items ? &*measures->items : nullptr;
    if (const auto* sign_up = std::get_if<sign_up_plan>(&activity.plan))
        return std::get_if<item_source>(&sign_up->themes);
    const auto* vote = std::get_if<vote_plan>(&activity.plan);
    return vote ? std::get_if<item_source>(&vote->items) : nullptr;
}

const activity_id* first_round_of(const planned_activity& activity) {
    const auto* source = source_of(activity);
    return source && source->take == item_source::kind::items ? &source->from : nullptr;
}

result<void> fits_together(const std::vector<planned_activity>& agenda) {
    std::map<activity_id, const planned_activity*> earlier;
    std::set<activity_id> repeated;
    std::size_t beside = 0;
    for (const auto& each : agenda) {
        if (const auto* source = source_of(each)) {
            const auto from = earlier.find(source->from);
            const auto ok = check_source(from == earlier.end() ? nullptr : from->second, each, *source);
            if (!ok) return ok.error();
        }
        if (const auto* first = first_round_of(each); first && !repeated.insert(*first).second)
            return refusal::second_round_exists;
        if (is_beside(each) && ++beside > limits::beside) return refusal::too_many_beside;
        earlier.emplace(each.id, &each);
    }
    return {};
}

result<planned_activity> checked(planned_activity activity) {
    if (const auto ok = check_id(activity.id.text); !ok) return ok.error();
    if (const auto ok = trim(activity.title, limits::title, emptiness::allowed); !ok) return ok.error();
    if (const auto ok = trim(activity.prompt, limits::long_text, emptiness::allowed); !ok) return ok.error();
    if (activity.minutes && (*activity.minutes < 0 || *activity.minutes > limits::planned_minutes))
        return refusal::bad_rules;
    if (const auto ok = std::visit(plan_check{}, activity.plan); !ok) return ok.error();
    return activity;
}

}  // namespace klartext::domain
