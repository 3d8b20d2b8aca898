#include "domain/methods/estimate.hpp"

#include "domain/limits.hpp"
#include "domain/methods/item_numbers.hpp"
#include "domain/methods/round_bins.hpp"
#include "domain/text.hpp"

#include <algorithm>
#include <cmath>

namespace klartext::domain {
namespace {

__extension__ using wide = __int128;  // n² times the square of twelve digits

constexpr std::int64_t too_long = 1'000'000'000'000;

std::int64_t parts_of_one(const estimate_rules& rules) {
    std::int64_t parts = 1;
    for (int decimal = 0; decimal < rules.decimals; ++decimal) parts *= 10;
    return parts;
}

/// Also refuses what is not a number: it compares with nothing.
bool is_short(const estimate_rules& rules, double value) {
    return std::abs(value) < static_cast<double>(too_long / parts_of_one(rules));
}

/// The value as a whole number of its last decimal place.
std::int64_t in_parts(const estimate_rules& rules, double value) {
    return std::llround(value * static_cast<double>(parts_of_one(rules)));
}

double out_of(std::int64_t parts, std::int64_t of_one) {
    return static_cast<double>(parts) / static_cast<double>(of_one);
}

/// Whether it has no more decimals than asked for. A decimal number is the double nearest to it, and so is the
/// quotient.
bool fits(const estimate_rules& rules, double value) {
    return is_short(rules, value) && out_of(in_parts(rules, value), parts_of_one(rules)) == value;
}

result<void> check_value(const estimate_rules& rules, double value) {
    if (!is_short(rules, value)) return refusal::value_out_of_range;
    if ((rules.lowest && value < *rules.lowest) || (rules.highest && value > *rules.highest))
        return refusal::value_out_of_range;
    if (!fits(rules, value)) return refusal::too_many_decimals;
    return {};
}

/// Four times the quartile, so that it is whole.
std::int64_t quartile(std::span<const std::int64_t> sorted, std::size_t which) {
    const auto at = (sorted.size() - 1) * which;
    const auto beyond = static_cast<std::int64_t>(at % 4);
    const auto below = sorted[at / 4];
    return beyond == 0 ? 4 * below : (4 - beyond) * below + beyond * sorted[at / 4 + 1];
}

void set_mean(estimate_result::row& row, std::span<const std::int64_t> sorted, std::int64_t of_one) {
    const auto n = static_cast<std::int64_t>(sorted.size());
    std::int64_t sum = 0;
    wide squares = 0;
    for (const auto value : sorted) {
        sum += value;
        squares += wide{value} * value;
    }
    row.mean = out_of(sum, n * of_one);
    row.deviation = std::sqrt(static_cast<double>(n * squares - wide{sum} * sum)) / static_cast<double>(n * of_one);
}

estimate_result::row row_from(std::vector<std::int64_t> values, std::int64_t of_one) {
    estimate_result::row row{.estimates = static_cast<int>(values.size()), .histogram = {}};
    if (values.empty()) return row;
    std::ranges::sort(values);
    set_mean(row, values, of_one);
    row.lower_quartile = out_of(quartile(values, 1), 4 * of_one);
    row.median = out_of(quartile(values, 2), 4 * of_one);
    row.upper_quartile = out_of(quartile(values, 3), 4 * of_one);
    row.lowest = out_of(values.front(), of_one);
    row.highest = out_of(values.back(), of_one);
    for (const auto& [from, to, count] : bins_of(values))
        row.histogram.push_back({out_of(from, of_one), out_of(to, of_one), count});
    return row;
}

}  // namespace

result<void> check(const estimate_rules& rules, int) {
    if (rules.decimals < 0 || rules.decimals > 3) return refusal::bad_rules;
    for (const auto& limit : {rules.lowest, rules.highest})
        if (limit && !fits(rules, *limit)) return refusal::bad_rules;
    if (rules.lowest && rules.highest && *rules.lowest >= *rules.highest) return refusal::bad_rules;
    const auto unit = checked_text(rules.unit, limits::title, emptiness::allowed);
    if (!unit) return unit.error();
    return {};
}

result<void> check(const estimate_rules& rules, int items, const estimate_ballot& ballot) {
    for (const auto& [item, value] : ballot.estimates) {
        if (!is_item(item, items)) return refusal::unknown_item;
        if (const auto taken = check_value(rules, value); !taken) return taken;
    }
    return {};
}

estimate_result tally(const estimate_rules& rules, int items, std::span<const estimate_ballot> ballots) {
    std::vector<std::vector<std::int64_t>> values(static_cast<std::size_t>(items));
    estimate_result result{.rows = {}, .ballots = static_cast<int>(ballots.size())};
    for (const auto& ballot : ballots) {
        for (const auto& [item, value] : ballot.estimates) row_of(values, item).push_back(in_parts(rules, value));
        result.abstentions += ballot.estimates.empty();
    }
    for (auto& of_item : values) result.rows.push_back(row_from(std::move(of_item), parts_of_one(rules)));
    return result;
}

std::vector<item_score> scores_of(const estimate_rules&, const estimate_result& result) {
    return scores_from(result.rows, [](const auto& row) { return row.median; });
}

}  // namespace klartext::domain
