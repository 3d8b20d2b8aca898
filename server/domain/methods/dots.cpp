#include "domain/methods/dots.hpp"

#include "domain/limits.hpp"

namespace klartext::domain {

result<void> check(const dots_rules& rules, int) {
    const bool possible =
        rules.budget >= 1 && rules.budget <= limits::dots && rules.per_item >= 1 && rules.per_item <= rules.budget;
    if (!possible) return refusal::bad_rules;
    return {};
}

result<void> check(const dots_rules& rules, int items, const dots_ballot& ballot) {
    int spent = 0;
    for (const auto& [item, dots] : ballot.dots) {
        if (item < 0 || item >= items) return refusal::unknown_item;
        if (dots < 0) return refusal::negative_dots;
        if (dots > rules.per_item) return refusal::too_many_on_one_item;
        if (dots > rules.budget - spent) return refusal::too_many_dots;
        spent += dots;
    }
    return {};
}

dots_result tally(const dots_rules&, int items, std::span<const dots_ballot> ballots) {
    dots_result result{.rows = std::vector<dots_result::row>(static_cast<std::size_t>(items)),
                       .ballots = static_cast<int>(ballots.size())};
    for (const auto& ballot : ballots) {
        bool abstains = true;
        for (const auto& [item, dots] : ballot.dots) {
            if (dots == 0) continue;
            auto& row = result.rows.at(static_cast<std::size_t>(item));
            row.dots += dots;
            ++row.ballots;
            abstains = false;
        }
        result.abstentions += abstains;
    }
    return result;
}

std::vector<item_score> scores_of(const dots_rules&, const dots_result& result) {
    return scores_from(result.rows, [](const auto& row) { return figure_of_count(row.dots); });
}

}  // namespace klartext::domain
