#include "domain/methods/consensing.hpp"

#include "domain/limits.hpp"
#include "domain/methods/item_numbers.hpp"
#include "domain/methods/summary.hpp"
#include "domain/text.hpp"

#include <algorithm>
#include <numeric>

namespace klartext::domain {
namespace {

using row = consensing_result::row;

result<void> check_objections(const consensing_rules& rules, int items, const consensing_ballot& ballot) {
    if (!rules.objections && !ballot.objections.empty()) return refusal::text_not_asked;
    for (const auto& [item, objection] : ballot.objections) {
        if (!is_item(item, items)) return refusal::unknown_item;
        const auto text = checked_text(objection, limits::item_text, emptiness::refused);
        if (!text) return text.error();
    }
    return {};
}

void count(consensing_result& result, const consensing_ballot& ballot) {
    for (const auto& [item, resistance] : ballot.resistance) ++row_of(row_of(result.rows, item).steps, resistance);
    for (const auto& [item, objection] : ballot.objections)
        row_of(result.rows, item).objections.emplace_back(trimmed(objection));
    result.abstentions += ballot.resistance.empty() && ballot.objections.empty();
}

void sum_up(const consensing_rules& rules, row& row) {
    std::ranges::sort(row.objections);
    const auto summary = summary_of(row.steps, 0);
    if (!summary) return;
    row.judgements = summary->judgements;
    row.resistance = sums_of(row.steps, 0).total;
    row.mean = summary->mean;
    row.dissent = summary->dissent;
    row.talk = summary->talk;
    const auto most = std::int64_t{rules.highest} * row.judgements;
    row.acceptance = static_cast<double>(100 * (most - row.resistance)) / static_cast<double>(most);
    if (rules.veto > 0) row.vetoes = std::accumulate(row.steps.begin() + rules.veto, row.steps.end(), 0);
}

/// By the means, without a fraction; both sides are 0 if nobody judged one of them.
bool less_resisted(const row& one, const row& other) {
    return one.resistance * other.judgements < other.resistance * one.judgements;
}

}  // namespace

std::optional<std::string> own_item(const consensing_rules& rules) {
    return rules.passive.empty() ? std::nullopt : std::optional(rules.passive);
}

result<void> check(const consensing_rules& rules, int items) {
    const auto passive = checked_text(rules.passive, limits::item_text, emptiness::allowed);
    if (!passive) return passive.error();
    const bool scale = rules.highest == 2 || rules.highest == 5 || rules.highest == 10;
    const bool alone = !rules.passive.empty() && items == 1;
    if (!scale || rules.veto < 0 || rules.veto > rules.highest) return refusal::bad_rules;
    if (alone) return refusal::bad_number_of_items;
    return {};
}

result<void> check(const consensing_rules& rules, int items, const consensing_ballot& ballot) {
    for (const auto& [item, resistance] : ballot.resistance) {
        if (!is_item(item, items)) return refusal::unknown_item;
        if (resistance < 0 || resistance > rules.highest) return refusal::value_out_of_range;
    }
    return check_objections(rules, items, ballot);
}

consensing_result tally(const consensing_rules& rules, int items, std::span<const consensing_ballot> ballots) {
    const row nobody{.steps = std::vector<int>(static_cast<std::size_t>(rules.highest) + 1), .objections = {}};
    consensing_result result{.rows = std::vector(static_cast<std::size_t>(items), nobody),
                             .ballots = static_cast<int>(ballots.size())};
    for (const auto& ballot : ballots) count(result, ballot);
    for (auto& row : result.rows) sum_up(rules, row);
    if (!rules.passive.empty() && items > 0) {
        result.passive_item = items - 1;
        for (auto& row : result.rows) row.better_than_passive = less_resisted(row, result.rows.back());
    }
    return result;
}

void put_texts(consensing_result& result, const texts_apart& apart) {
    for (const auto& [item, text] : apart.texts)
        if (item) row_of(result.rows, *item).objections.push_back(text);
}

std::vector<item_score> scores_of(const consensing_rules&, const consensing_result& result) {
    std::vector<item_score> scores(result.rows.size());
    for (std::size_t item = 0; item < scores.size(); ++item) {
        const auto& row = result.rows[item];
        scores[item] = {.figure = row.mean, .dissent = row.dissent.value_or(0), .talk = row.talk};
    }
    if (result.passive_item) row_of(scores, *result.passive_item).passive = true;
    return scores;
}

scoring scoring_of(const consensing_rules&) { return {.less_is_better = true, .dissent = true}; }

}  // namespace klartext::domain
