#pragma once
#include "domain/ids.hpp"
#include "domain/refusal.hpp"

#include <optional>
#include <span>
#include <vector>

/// Single choice: everybody names one item.
namespace klartext::domain {

struct single_choice_rules {
    bool operator==(const single_choice_rules&) const = default;
};

struct single_choice_ballot {
    std::optional<item_number> choice;  ///< none: an abstention
    bool operator==(const single_choice_ballot&) const = default;
};

struct single_choice_result {
    std::vector<int> counts;  ///< one per item, in the order in which the items were shown
    int ballots = 0;          ///< abstentions included
    int abstentions = 0;
};

[[nodiscard]] result<void> check(const single_choice_rules&, int items, const single_choice_ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] single_choice_result tally(const single_choice_rules&, int items, std::span<const single_choice_ballot>);

}  // namespace klartext::domain
