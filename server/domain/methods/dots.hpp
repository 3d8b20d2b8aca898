#pragma once
#include "domain/ids.hpp"
#include "domain/refusal.hpp"

#include <map>
#include <span>
#include <vector>

/// Dot voting (German Punktabfrage): everybody spreads a budget of dots over the items.
namespace klartext::domain {

struct dots_rules {
    int budget = 5;    ///< dots per ballot, at least 1
    int per_item = 5;  ///< most dots of one ballot on one item, 1 to budget; 1 means no cumulation
    bool operator==(const dots_rules&) const = default;
};

struct dots_ballot {
    std::map<item_number, int> dots;  ///< an item that is absent has none
    bool operator==(const dots_ballot&) const = default;
};

struct dots_result {
    struct row {
        int dots = 0;
        int ballots = 0;  ///< ballots with at least one dot here
        bool operator==(const row&) const = default;
    };
    std::vector<row> rows;  ///< one per item, in the order in which the items were shown
    int ballots = 0;        ///< abstentions included
    int abstentions = 0;    ///< ballots without any dot
};

[[nodiscard]] result<void> check(const dots_rules&, int items, const dots_ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] dots_result tally(const dots_rules&, int items, std::span<const dots_ballot>);

}  // namespace klartext::domain
