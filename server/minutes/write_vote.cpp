#include "minutes/write_vote.hpp"

#include "domain/agenda_rules.hpp"
#include "minutes/methods/methods.hpp"
#include "minutes/write_measures.hpp"

namespace klartext::minutes {
namespace {

/// What was published of the first round, if it was about the same items.
std::optional<domain::tally_result> result_before(const domain::session_state& state, const domain::activity& of) {
    const auto* id = domain::first_round_of(of.planned);
    const auto* first = id ? state.find(*id) : nullptr;
    if (!first || first->items != of.items) return std::nullopt;
    return domain::published_result(state, *first);
}

void write(const domain::tally_result& result, protocol::vote& written) {
    const auto write_one = [&](const auto& of) {
        write_result(of, written);
        written.abstentions = of.abstentions;
        written.filled_in = of.ballots - of.abstentions;
    };
    std::visit(write_one, result);
}

}  // namespace

std::optional<protocol::vote> write_vote(const domain::session_state& state, const domain::activity& activity) {
    const auto* plan = std::get_if<domain::vote_plan>(&activity.planned.plan);
    if (!plan) return std::nullopt;
    protocol::vote written;
    std::visit([&](const auto& rules) { write_rules(rules, written); }, plan->rules);
    written.source = write_source(state, activity);
    written.open_small_group = state.head.settings.open_small_group;
    written.running = activity.phase != domain::phase::closed;
    written.withheld = domain::withheld(state, activity);
    for (const auto& text : activity.items) written.items.push_back({text, {}});
    if (const auto result = domain::published_result(state, activity)) {
        write(*result, written);
        if (const auto before = result_before(state, activity))
            std::visit([&](const auto& of) { write_before(of, written); }, *before);
    }
    return written;
}

}  // namespace klartext::minutes
