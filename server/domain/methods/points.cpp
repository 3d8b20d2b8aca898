#include "domain/methods/points.hpp"

#include "domain/methods/item_numbers.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

constexpr int highest_budget = 10'000;

int most_on_one(const points_rules& rules) { return rules.per_item > 0 ? rules.per_item : rules.budget; }

/// Of no more points than the budget, whose square fits.
int cost_of(const points_rules& rules, int points) { return rules.quadratic ? points * points : points; }

/// What one more point costs on the item where it is cheapest; more than the budget if no item takes another.
int next_cost(const points_rules& rules, int items, const points_ballot& ballot) {
    int least = highest_budget + 1;
    for (item_number item = 0; item < items; ++item) {
        const auto given = ballot.points.find(item);
        const int points = given == ballot.points.end() ? 0 : given->second;
        if (points < most_on_one(rules)) least = std::min(least, cost_of(rules, points + 1) - cost_of(rules, points));
    }
    return least;
}

/// What the ballot costs, or why it cannot be cast.
result<int> spent_by(const points_rules& rules, int items, const points_ballot& ballot) {
    int spent = 0;
    for (const auto& [item, points] : ballot.points) {
        if (!is_item(item, items)) return refusal::unknown_item;
        if (points < 0) return refusal::negative_dots;
        if (rules.per_item > 0 && points > rules.per_item) return refusal::too_many_on_one_item;
        if (points > rules.budget || cost_of(rules, points) > rules.budget - spent) return refusal::too_many_dots;
        spent += cost_of(rules, points);
    }
    return spent;
}

bool count(points_result& result, const points_ballot& ballot) {
    bool any = false;
    for (const auto& [item, points] : ballot.points) {
        if (points == 0) continue;
        auto& row = row_of(result.rows, item);
        row.points += points;
        ++row.ballots;
        any = true;
    }
    return any;
}

}  // namespace

result<void> check(const points_rules& rules, int) {
    const bool allowed =
        rules.budget >= 1 && rules.budget <= highest_budget && rules.per_item >= 0 && rules.per_item <= rules.budget;
    if (!allowed) return refusal::bad_rules;
    return {};
}

result<void> check(const points_rules& rules, int items, const points_ballot& ballot) {
    const auto spent = spent_by(rules, items, ballot);
    if (!spent) return spent.error();
    const int left = rules.budget - *spent;
    if (rules.spend_all && *spent > 0 && next_cost(rules, items, ballot) <= left) return refusal::dots_left;
    return {};
}

points_result tally(const points_rules&, int items, std::span<const points_ballot> ballots) {
    points_result result{.rows = std::vector<points_result::row>(static_cast<std::size_t>(items)),
                         .ballots = static_cast<int>(ballots.size())};
    for (const auto& ballot : ballots) result.abstentions += !count(result, ballot);
    return result;
}

std::vector<item_score> scores_of(const points_rules&, const points_result& result) {
    return scores_from(result.rows, [](const auto& row) { return figure_of_count(row.points); });
}

}  // namespace klartext::domain
