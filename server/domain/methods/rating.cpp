#include "domain/methods/rating.hpp"

#include "domain/limits.hpp"
#include "domain/methods/item_numbers.hpp"
#include "domain/methods/scale.hpp"
#include "domain/text.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

scale scale_of(const rating_rules& rules) { return {rules.lowest, rules.steps}; }

result<void> check_ratings(const scale& scale, int items, const rating_ballot& ballot) {
    for (const auto& [item, value] : ballot.ratings) {
        if (!is_item(item, items)) return refusal::unknown_item;
        if (!scale.holds(value)) return refusal::value_out_of_range;
    }
    return {};
}

void count(rating_result& result, const scale& scale, const rating_ballot& ballot) {
    for (const auto& [item, value] : ballot.ratings) ++scale.place(row_of(result.rows, item).steps, value);
    for (const auto item : ballot.cannot_judge) ++row_of(result.rows, item).cannot_judge;
    result.abstentions += ballot.ratings.empty() && ballot.cannot_judge.empty();
}

}  // namespace

result<void> check(const rating_rules& rules, int) {
    if (!scale_of(rules).allowed()) return refusal::bad_rules;
    if (!rules.labels.empty() && rules.labels.size() != static_cast<std::size_t>(rules.steps))
        return refusal::bad_rules;
    for (const auto& label : rules.labels)
        if (const auto text = checked_text(label, limits::title, emptiness::allowed); !text) return text.error();
    return {};
}

result<void> check(const rating_rules& rules, int items, const rating_ballot& ballot) {
    if (!rules.cannot_judge && !ballot.cannot_judge.empty()) return refusal::cannot_judge_off;
    if (const auto known = check_items(ballot.cannot_judge, items); !known) return known;
    const auto rated = [&](item_number item) { return ballot.ratings.contains(item); };
    if (std::ranges::any_of(ballot.cannot_judge, rated)) return refusal::item_named_twice;
    return check_ratings(scale_of(rules), items, ballot);
}

rating_result tally(const rating_rules& rules, int items, std::span<const rating_ballot> ballots) {
    const auto scale = scale_of(rules);
    const rating_result::row nobody{.steps = scale.empty_histogram()};
    rating_result result{.rows = std::vector(static_cast<std::size_t>(items), nobody),
                         .ballots = static_cast<int>(ballots.size())};
    for (const auto& ballot : ballots) count(result, scale, ballot);
    for (auto& row : result.rows) row.summary = summary_of(row.steps, rules.lowest);
    return result;
}

std::vector<item_score> scores_of(const rating_rules&, const rating_result& result) {
    std::vector<item_score> scores(result.rows.size());
    for (std::size_t item = 0; item < scores.size(); ++item)
        if (const auto& summary = result.rows[item].summary)
            scores[item] = {.figure = summary->mean, .dissent = summary->dissent, .talk = summary->talk};
    return scores;
}

scoring scoring_of(const rating_rules&) { return {.dissent = true}; }

}  // namespace klartext::domain
