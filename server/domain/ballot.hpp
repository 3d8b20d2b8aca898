#pragma once
#include "domain/methods/agree_disagree.hpp"
#include "domain/methods/dots.hpp"
#include "domain/methods/single_choice.hpp"

#include <map>
#include <variant>

/// The methods side by side. A new method adds one alternative to each list, in the same place.
namespace klartext::domain {

using method_rules = std::variant<single_choice_rules, dots_rules, agree_disagree_rules>;
using ballot = std::variant<single_choice_ballot, dots_ballot, agree_disagree_ballot>;
using tally_result = std::variant<single_choice_result, dots_result, agree_disagree_result>;

/// A ballot as it is kept while its round runs. The counter starts at 1; a resend never overwrites a newer one.
struct counted_ballot {
    std::uint32_t counter = 0;
    domain::ballot ballot;
    bool operator==(const counted_ballot&) const = default;
};

/// Refuses a ballot of another method with `ballot_of_other_method`.
[[nodiscard]] result<void> check(const method_rules&, int items, const ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] tally_result tally(const method_rules&, int items, const std::map<stamp_hash, counted_ballot>&);

}  // namespace klartext::domain
