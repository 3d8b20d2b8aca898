#include "minutes/write_vote.hpp"

namespace klartext::minutes {
namespace {

using domain::agree_disagree_result;
using domain::dots_result;
using domain::single_choice_result;

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
};

struct result_writer {
    protocol::vote& written;

    void operator()(const single_choice_result& result) const {
        written.abstentions = result.abstentions;
        for (std::size_t item = 0; item < written.items.size(); ++item)
            written.items[item].result = protocol::chosen{result.counts.at(item)};
    }
    void operator()(const dots_result& result) const {
        written.abstentions = result.abstentions;
        for (std::size_t item = 0; item < written.items.size(); ++item) {
            const auto& row = result.rows.at(item);
            written.items[item].result = protocol::dotted{row.dots, row.ballots};
        }
    }
    void operator()(const agree_disagree_result& result) const {
        written.abstentions = result.abstentions;
        for (std::size_t item = 0; item < written.items.size(); ++item) {
            const auto& row = result.rows.at(item);
            written.items[item].result = protocol::judged{row.agree, row.pass, row.disagree};
        }
    }
};

std::string source_title(const domain::session_state& state, const domain::vote_plan& plan) {
    const auto* source = std::get_if<domain::item_source>(&plan.items);
    const auto* activity = source ? state.find(source->from) : nullptr;
    return activity ? activity->planned.title : std::string();
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
    if (const auto result = domain::published_result(state, activity)) std::visit(result_writer{written}, *result);
    return written;
}

}  // namespace klartext::minutes
