#pragma once
#include "domain/ids.hpp"
#include "domain/refusal.hpp"

#include <map>
#include <span>
#include <vector>

/// Agree, pass or disagree with each statement; a statement left out was not judged.
namespace klartext::domain {

struct agree_disagree_rules {
    bool operator==(const agree_disagree_rules&) const = default;
};

enum class stance { disagree = -1, pass = 0, agree = 1 };

struct agree_disagree_ballot {
    std::map<item_number, stance> stances;
    bool operator==(const agree_disagree_ballot&) const = default;
};

struct agree_disagree_result {
    struct row {
        int agree = 0;
        int pass = 0;
        int disagree = 0;
        bool operator==(const row&) const = default;
    };
    std::vector<row> rows;  ///< one per item, in the order in which the items were shown
    int ballots = 0;        ///< abstentions included
    int abstentions = 0;    ///< ballots that judge nothing
};

[[nodiscard]] result<void> check(const agree_disagree_rules&, int items, const agree_disagree_ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] agree_disagree_result tally(const agree_disagree_rules&, int items,
                                          std::span<const agree_disagree_ballot>);

}  // namespace klartext::domain
