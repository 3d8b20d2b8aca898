#include "domain/methods/single_choice.hpp"

namespace klartext::domain {

result<void> check(const single_choice_rules&, int) { return {}; }

result<void> check(const single_choice_rules&, int items, const single_choice_ballot& ballot) {
    if (ballot.choice && (*ballot.choice < 0 || *ballot.choice >= items)) return refusal::unknown_item;
    return {};
}

single_choice_result tally(const single_choice_rules&, int items, std::span<const single_choice_ballot> ballots) {
    single_choice_result result{.counts = std::vector<int>(static_cast<std::size_t>(items)),
                                .ballots = static_cast<int>(ballots.size())};
    for (const auto& ballot : ballots) {
        if (ballot.choice)
            ++result.counts.at(static_cast<std::size_t>(*ballot.choice));
        else
            ++result.abstentions;
    }
    return result;
}

std::vector<item_score> scores_of(const single_choice_rules&, const single_choice_result& result) {
    return scores_from(result.counts, [](int count) { return figure_of_count(count); });
}

}  // namespace klartext::domain
