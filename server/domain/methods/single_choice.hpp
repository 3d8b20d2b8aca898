#pragma once
#include "domain/ids.hpp"
#include "domain/methods/score.hpp"
#include "domain/refusal.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <span>
#include <vector>

/// Single choice: everybody names one item.
namespace klartext::domain {

struct single_choice_rules {
    static constexpr const char* method = "single_choice";
    bool operator==(const single_choice_rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(single_choice_rules, (), ())

struct single_choice_ballot {
    static constexpr const char* method = "single_choice";
    std::optional<item_number> choice;  ///< none: an abstention
    bool operator==(const single_choice_ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(single_choice_ballot, (), (choice))

struct single_choice_result {
    static constexpr const char* method = "single_choice";
    std::vector<int> counts;  ///< one per item, in the order in which the items were shown
    int ballots = 0;          ///< abstentions included
    int abstentions = 0;
    bool operator==(const single_choice_result&) const = default;
};
BOOST_DESCRIBE_STRUCT(single_choice_result, (), (counts, ballots, abstentions))

struct single_choice {
    using rules = single_choice_rules;
    using ballot = single_choice_ballot;
    using result = single_choice_result;
};

/// Whether a vote may have these rules; 0 items: not known yet.
[[nodiscard]] result<void> check(const single_choice_rules&, int items);

[[nodiscard]] result<void> check(const single_choice_rules&, int items, const single_choice_ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] single_choice_result tally(const single_choice_rules&, int items, std::span<const single_choice_ballot>);

/// By the ballots that chose the item.
[[nodiscard]] std::vector<item_score> scores_of(const single_choice_rules&, const single_choice_result&);

}  // namespace klartext::domain
