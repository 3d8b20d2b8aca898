#include "domain/methods/open_text.hpp"

#include "domain/methods/item_numbers.hpp"
#include "domain/text.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

constexpr int shortest_limit = 50;
constexpr int longest_limit = 2000;
constexpr int longest_ballot = 10000;  ///< code points of all answers, so that an envelope holds them

}  // namespace

result<void> check(const open_text_rules& rules, int items) {
    if (rules.longest < shortest_limit || rules.longest > longest_limit) return refusal::bad_rules;
    if (items > longest_ballot / rules.longest) return refusal::bad_number_of_items;
    return {};
}

result<void> check(const open_text_rules& rules, int items, const open_text_ballot& ballot) {
    for (const auto& [item, answer] : ballot.answers) {
        if (!is_item(item, items)) return refusal::unknown_item;
        const auto text = checked_text(answer, static_cast<std::size_t>(rules.longest), emptiness::refused);
        if (!text) return text.error();
    }
    return {};
}

open_text_result tally(const open_text_rules&, int items, std::span<const open_text_ballot> ballots) {
    open_text_result result{.rows = std::vector<open_text_result::row>(static_cast<std::size_t>(items)),
                            .ballots = static_cast<int>(ballots.size())};
    for (const auto& ballot : ballots) {
        for (const auto& [item, answer] : ballot.answers)
            row_of(result.rows, item).answers.emplace_back(trimmed(answer));
        result.abstentions += ballot.answers.empty();
    }
    for (auto& row : result.rows) std::ranges::sort(row.answers);
    return result;
}

void put_texts(open_text_result& result, const texts_apart& apart) {
    for (const auto& [item, text] : apart.texts)
        if (item) row_of(result.rows, *item).answers.push_back(text);
}

std::vector<item_score> scores_of(const open_text_rules&, const open_text_result& result) {
    return std::vector<item_score>(result.rows.size());
}

scoring scoring_of(const open_text_rules&) { return {.figure = false}; }

}  // namespace klartext::domain
