#include "minutes/write_vote.hpp"

#include "domain/agenda_rules.hpp"
#include "minutes/write_results.hpp"

namespace klartext::minutes {
namespace {

std::vector<std::string> labels_of(const domain::rating_rules& rules) {
    auto labels = rules.labels;
    labels.resize(static_cast<std::size_t>(rules.steps));
    return labels;
}

protocol::unranked_items written_of(domain::unranked_items unranked) {
    switch (unranked) {
        case domain::unranked_items::nothing: return protocol::unranked_items::nothing;
        case domain::unranked_items::share_rest: return protocol::unranked_items::share_rest;
        case domain::unranked_items::counted_down: return protocol::unranked_items::counted_down;
    }
    return {};
}

struct rule_writer {
    protocol::vote& written;

    void operator()(const domain::single_choice_rules&) const { written.method = protocol::vote_method::single_choice; }
    void operator()(const domain::dots_rules& rules) const {
        written.method = protocol::vote_method::dots;
        written.budget = rules.budget;
        written.per_item = rules.per_item;
    }
    void operator()(const domain::agree_disagree_rules&) const {
        written.method = protocol::vote_method::agree_disagree;
    }
    void operator()(const domain::rating_rules& rules) const {
        written.method = rules.mood ? protocol::vote_method::mood : protocol::vote_method::rating;
        written.scale = labels_of(rules);
        written.lowest_step = rules.lowest;
        written.cannot_judge = rules.cannot_judge;
    }
    void operator()(const domain::multiple_choice_rules& rules) const {
        written.method = protocol::vote_method::multiple_choice;
        written.rules = protocol::choice_rules{rules.least, rules.most, rules.other};
    }
    void operator()(const domain::approval_rules&) const { written.method = protocol::vote_method::approval; }
    void operator()(const domain::points_rules& rules) const {
        written.method = protocol::vote_method::points;
        written.budget = rules.budget;
        written.per_item = rules.per_item;
        written.rules = protocol::point_rules{rules.quadratic, rules.spend_all};
    }
    void operator()(const domain::ranking_rules& rules) const {
        written.method = protocol::vote_method::ranking;
        written.rules = protocol::ranking_rules{written_of(rules.unranked),
                                                rules.order == domain::ranking_order::instant_runoff, rules.most};
    }
    void operator()(const domain::multi_criteria_rules& rules) const {
        written.method = protocol::vote_method::multi_criteria;
        written.scale.resize(static_cast<std::size_t>(rules.steps));
        written.lowest_step = rules.lowest;
        written.cannot_judge = rules.cannot_judge;
        for (const auto& each : rules.criteria)
            written.criteria.push_back({each.title, static_cast<double>(each.weight), each.inverted});
    }
    void operator()(const domain::consensing_rules& rules) const {
        written.method = protocol::vote_method::consensing;
        written.rules = protocol::resistance_rules{rules.highest, !rules.passive.empty(), rules.veto, rules.objections};
    }
    void operator()(const domain::estimate_rules& rules) const {
        written.method = protocol::vote_method::estimate;
        written.rules = protocol::estimate_rules{rules.decimals, rules.lowest, rules.highest, rules.unit};
    }
};

std::string source_title(const domain::session_state& state, const domain::vote_plan& plan) {
    const auto* source = std::get_if<domain::item_source>(&plan.items);
    const auto* activity = source ? state.find(source->from) : nullptr;
    return activity ? activity->planned.title : std::string();
}

/// What was published of the first round, if it was about the same items.
std::optional<domain::tally_result> result_before(const domain::session_state& state, const domain::activity& of) {
    const auto* id = domain::first_round_of(of.planned);
    const auto* first = id ? state.find(*id) : nullptr;
    if (!first || first->items != of.items) return std::nullopt;
    return domain::published_result(state, *first);
}

}  // namespace

std::optional<protocol::vote> write_vote(const domain::session_state& state, const domain::activity& activity) {
    const auto* plan = std::get_if<domain::vote_plan>(&activity.planned.plan);
    if (!plan) return std::nullopt;
    protocol::vote written;
    std::visit(rule_writer{written}, plan->rules);
    written.source_title = source_title(state, *plan);
    written.open_small_group = state.head.settings.open_small_group;
    written.running = activity.phase != domain::phase::closed;
    written.withheld = domain::withheld(state, activity);
    for (const auto& text : activity.items) written.items.push_back({text, {}});
    if (const auto result = domain::published_result(state, activity)) {
        write_result(*result, written);
        if (const auto before = result_before(state, activity)) write_before(*before, written);
    }
    return written;
}

}  // namespace klartext::minutes
