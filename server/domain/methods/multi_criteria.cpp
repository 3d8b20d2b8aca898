#include "domain/methods/multi_criteria.hpp"

#include "domain/limits.hpp"
#include "domain/methods/item_numbers.hpp"
#include "domain/methods/scale.hpp"
#include "domain/text.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace klartext::domain {
namespace {

scale scale_of(const multi_criteria_rules& rules) { return {rules.lowest, rules.steps}; }

int criteria_of(const multi_criteria_rules& rules) { return static_cast<int>(rules.criteria.size()); }

result<void> check_ratings(const multi_criteria_rules& rules, const std::map<int, int>& ratings) {
    for (const auto& [criterion, value] : ratings) {
        if (!is_item(criterion, criteria_of(rules))) return refusal::unknown_item;
        if (!scale_of(rules).holds(value)) return refusal::value_out_of_range;
    }
    return {};
}

/// What one ballot cannot judge about one item.
result<void> check_unjudged(const multi_criteria_rules& rules, const multi_criteria_ballot& ballot, item_number item,
                            const std::vector<int>& criteria) {
    if (!rules.cannot_judge && !criteria.empty()) return refusal::cannot_judge_off;
    const auto ratings = ballot.ratings.find(item);
    const auto rated = [&](int criterion) {
        return ratings != ballot.ratings.end() && ratings->second.contains(criterion);
    };
    if (std::ranges::any_of(criteria, rated)) return refusal::item_named_twice;
    return check_items(criteria, criteria_of(rules));
}

/// Whether the ballot says anything.
bool count(multi_criteria_result& result, const scale& scale, const multi_criteria_ballot& ballot) {
    bool any = false;
    for (const auto& [item, ratings] : ballot.ratings)
        for (const auto& [criterion, value] : ratings) {
            ++scale.place(row_of(row_of(result.rows, item).criteria, criterion).steps, value);
            any = true;
        }
    for (const auto& [item, criteria] : ballot.cannot_judge)
        for (const int criterion : criteria) {
            ++row_of(row_of(result.rows, item).criteria, criterion).cannot_judge;
            any = true;
        }
    return any;
}

std::optional<double> total_of(const multi_criteria_rules& rules, const multi_criteria_result::row& row) {
    double sum = 0;
    int weights = 0;
    for (std::size_t at = 0; at < rules.criteria.size(); ++at) {
        const auto& criterion = rules.criteria[at];
        auto [judgements, points] = sums_of(row.criteria[at].steps, rules.lowest);
        if (judgements == 0) return {};
        if (criterion.inverted) points = judgements * (rules.lowest + scale_of(rules).highest()) - points;
        sum += static_cast<double>(criterion.weight * points) / static_cast<double>(judgements);
        weights += criterion.weight;
    }
    return std::round(sum / weights * 1e9) / 1e9;
}

/// In whole numbers, so that the middle itself is told from what is next to it.
bool in_better_half(const multi_criteria_rules& rules, const multi_criteria_result::row& row, std::size_t criterion) {
    const auto [judgements, points] = sums_of(row.criteria.at(criterion).steps, rules.lowest);
    const auto middle = judgements * (rules.lowest + scale_of(rules).highest());
    return rules.criteria.at(criterion).inverted ? 2 * points < middle : 2 * points > middle;
}

}  // namespace

result<void> check(const multi_criteria_rules& rules, int) {
    if (!scale_of(rules).allowed() || rules.criteria.size() < 2 || rules.criteria.size() > 8) return refusal::bad_rules;
    std::set<std::string> titles;
    for (const auto& criterion : rules.criteria) {
        if (criterion.weight < 1 || criterion.weight > 100) return refusal::bad_rules;
        const auto text = checked_text(criterion.title, limits::title, emptiness::refused);
        if (!text) return text.error();
        if (!titles.insert(*text).second) return refusal::bad_rules;
    }
    return {};
}

result<void> check(const multi_criteria_rules& rules, int items, const multi_criteria_ballot& ballot) {
    for (const auto& [item, ratings] : ballot.ratings) {
        if (!is_item(item, items)) return refusal::unknown_item;
        if (const auto rated = check_ratings(rules, ratings); !rated) return rated;
    }
    for (const auto& [item, criteria] : ballot.cannot_judge) {
        if (!is_item(item, items)) return refusal::unknown_item;
        if (const auto unjudged = check_unjudged(rules, ballot, item, criteria); !unjudged) return unjudged;
    }
    return {};
}

multi_criteria_result tally(const multi_criteria_rules& rules, int items,
                            std::span<const multi_criteria_ballot> ballots) {
    const auto scale = scale_of(rules);
    const multi_criteria_result::cell nobody{.steps = scale.empty_histogram()};
    const multi_criteria_result::row row{.criteria = std::vector(rules.criteria.size(), nobody)};
    multi_criteria_result result{.rows = std::vector(static_cast<std::size_t>(items), row),
                                 .ballots = static_cast<int>(ballots.size())};
    for (const auto& ballot : ballots) result.abstentions += !count(result, scale, ballot);
    for (auto& counted : result.rows) {
        for (auto& cell : counted.criteria) cell.summary = summary_of(cell.steps, rules.lowest);
        counted.total = total_of(rules, counted);
    }
    return result;
}

std::vector<item_score> scores_of(const multi_criteria_rules& rules, const multi_criteria_result& result) {
    std::vector<item_score> scores;
    for (const auto& row : result.rows) {
        auto& score = scores.emplace_back(item_score{.figure = row.total});
        for (const auto& cell : row.criteria) {
            if (!cell.summary) continue;
            score.dissent = std::max(score.dissent, cell.summary->dissent);
            score.talk = score.talk || cell.summary->talk;
        }
        score.better_quarter = in_better_half(rules, row, 0) && in_better_half(rules, row, 1);
    }
    return scores;
}

scoring scoring_of(const multi_criteria_rules&) { return {.dissent = true, .criteria = true}; }

}  // namespace klartext::domain
