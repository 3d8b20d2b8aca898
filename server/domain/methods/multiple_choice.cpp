#include "domain/methods/multiple_choice.hpp"

#include "domain/limits.hpp"
#include "domain/methods/item_numbers.hpp"
#include "domain/text.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

bool names_other(const multiple_choice_ballot& ballot) { return !trimmed(ballot.other).empty(); }

int choices_of(const multiple_choice_ballot& ballot) {
    return static_cast<int>(ballot.chosen.size()) + names_other(ballot);
}

result<void> check_other(const multiple_choice_rules& rules, const multiple_choice_ballot& ballot) {
    if (!names_other(ballot)) return {};
    if (!rules.other) return refusal::text_not_asked;
    const auto text = checked_text(ballot.other, limits::item_text, emptiness::refused);
    if (!text) return text.error();
    return {};
}

void count(multiple_choice_result& result, const multiple_choice_ballot& ballot) {
    for (const auto item : ballot.chosen) ++row_of(result.rows, item).count;
    if (names_other(ballot)) result.others.emplace_back(trimmed(ballot.other));
    result.abstentions += choices_of(ballot) == 0;
}

}  // namespace

result<void> check(const multiple_choice_rules& rules, int items) {
    const int known = items > 0 ? items : static_cast<int>(limits::items);
    if (rules.least < 0 || rules.most > static_cast<int>(limits::items) + rules.other) return refusal::bad_rules;
    if (rules.least > known + rules.other) return refusal::bad_number_of_items;
    if (rules.most < 0 || (rules.most > 0 && rules.most < rules.least)) return refusal::bad_rules;
    return {};
}

result<void> check(const multiple_choice_rules& rules, int items, const multiple_choice_ballot& ballot) {
    if (const auto known = check_items(ballot.chosen, items); !known) return known;
    if (const auto text = check_other(rules, ballot); !text) return text;
    const int choices = choices_of(ballot);
    if (choices == 0) return {};
    if (choices < rules.least) return refusal::too_few_choices;
    if (rules.most > 0 && choices > rules.most) return refusal::too_many_choices;
    return {};
}

multiple_choice_result tally(const multiple_choice_rules&, int items, std::span<const multiple_choice_ballot> ballots) {
    multiple_choice_result result{.rows = std::vector<multiple_choice_result::row>(static_cast<std::size_t>(items)),
                                  .others = {},
                                  .ballots = static_cast<int>(ballots.size())};
    for (const auto& ballot : ballots) count(result, ballot);
    result.other_count = static_cast<int>(result.others.size());
    std::ranges::sort(result.others);
    return result;
}

void put_texts(multiple_choice_result& result, const texts_apart& apart) {
    for (const auto& [item, text] : apart.texts) result.others.push_back(text);
    result.other_count += static_cast<int>(apart.texts.size()) + apart.removed;
}

std::vector<item_score> scores_of(const multiple_choice_rules&, const multiple_choice_result& result) {
    return scores_from(result.rows, [](const auto& row) { return figure_of_count(row.count); });
}

}  // namespace klartext::domain
