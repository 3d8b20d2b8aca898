#include "domain/methods/agree_disagree.hpp"

namespace klartext::domain {
namespace {

void count(agree_disagree_result::row& row, stance stance) {
    switch (stance) {
        case stance::agree: ++row.agree; return;
        case stance::pass: ++row.pass; return;
        case stance::disagree: ++row.disagree; return;
    }
}

}  // namespace

result<void> check(const agree_disagree_rules&, int) { return {}; }

result<void> check(const agree_disagree_rules&, int items, const agree_disagree_ballot& ballot) {
    for (const auto& [item, stance] : ballot.stances)
        if (item < 0 || item >= items) return refusal::unknown_item;
    return {};
}

agree_disagree_result tally(const agree_disagree_rules&, int items, std::span<const agree_disagree_ballot> ballots) {
    agree_disagree_result result{.rows = std::vector<agree_disagree_result::row>(static_cast<std::size_t>(items)),
                                 .ballots = static_cast<int>(ballots.size())};
    for (const auto& ballot : ballots) {
        for (const auto& [item, stance] : ballot.stances) count(result.rows.at(static_cast<std::size_t>(item)), stance);
        result.abstentions += ballot.stances.empty();
    }
    return result;
}

std::vector<item_score> scores_of(const agree_disagree_rules&, const agree_disagree_result& result) {
    return scores_from(result.rows, [](const auto& row) -> std::optional<double> {
        const int judged = row.agree + row.pass + row.disagree;
        if (judged == 0) return std::nullopt;
        return 100.0 * row.agree / judged;
    });
}

}  // namespace klartext::domain
