#pragma once
#include "domain/ids.hpp"
#include "domain/methods/score.hpp"
#include "domain/refusal.hpp"

#include <boost/describe/class.hpp>
#include <map>
#include <span>
#include <vector>

/// Dot voting (German Punktabfrage): everybody spreads a budget of dots over the items.
namespace klartext::domain {

struct dots_rules {
    static constexpr const char* method = "dots";
    int budget = 5;    ///< dots per ballot, at least 1
    int per_item = 5;  ///< most dots of one ballot on one item, 1 to budget; 1 means no cumulation
    bool operator==(const dots_rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(dots_rules, (), (budget, per_item))

struct dots_ballot {
    static constexpr const char* method = "dots";
    std::map<item_number, int> dots;  ///< an item that is absent has none
    bool operator==(const dots_ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(dots_ballot, (), (dots))

struct dots_result {
    static constexpr const char* method = "dots";
    struct row {
        int dots = 0;
        int ballots = 0;  ///< ballots with at least one dot here
        bool operator==(const row&) const = default;
    };
    std::vector<row> rows;  ///< one per item, in the order in which the items were shown
    int ballots = 0;        ///< abstentions included
    int abstentions = 0;    ///< ballots without any dot
    bool operator==(const dots_result&) const = default;
};
BOOST_DESCRIBE_STRUCT(dots_result::row, (), (dots, ballots))
BOOST_DESCRIBE_STRUCT(dots_result, (), (rows, ballots, abstentions))

struct dots {
    using rules = dots_rules;
    using ballot = dots_ballot;
    using result = dots_result;
};

/// Whether a vote may have these rules; 0 items: not known yet.
[[nodiscard]] result<void> check(const dots_rules&, int items);

[[nodiscard]] result<void> check(const dots_rules&, int items, const dots_ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] dots_result tally(const dots_rules&, int items, std::span<const dots_ballot>);

/// By the dots.
[[nodiscard]] std::vector<item_score> scores_of(const dots_rules&, const dots_result&);

}  // namespace klartext::domain
