#include "domain/methods/approval.hpp"

#include "domain/methods/item_numbers.hpp"

namespace klartext::domain {

result<void> check(const approval_rules&, int) { return {}; }

result<void> check(const approval_rules&, int items, const approval_ballot& ballot) {
    return check_items(ballot.approved, items);
}

approval_result tally(const approval_rules&, int items, std::span<const approval_ballot> ballots) {
    approval_result result{.rows = std::vector<approval_result::row>(static_cast<std::size_t>(items)),
                           .ballots = static_cast<int>(ballots.size())};
    for (const auto& ballot : ballots) {
        for (const auto item : ballot.approved) ++row_of(result.rows, item).approvals;
        result.abstentions += ballot.approved.empty();
    }
    return result;
}

std::vector<item_score> scores_of(const approval_rules&, const approval_result& result) {
    return scores_from(result.rows, [](const auto& row) { return figure_of_count(row.approvals); });
}

}  // namespace klartext::domain
