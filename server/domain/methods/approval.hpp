#pragma once
#include "domain/ids.hpp"
#include "domain/methods/score.hpp"
#include "domain/refusal.hpp"

#include <boost/describe/class.hpp>
#include <span>
#include <vector>

/// Approval voting (R. Weber 1977; S. Brams and P. Fishburn 1978): everybody approves of as many items as they like.
namespace klartext::domain {

struct approval_rules {
    static constexpr const char* method = "approval";
    bool operator==(const approval_rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(approval_rules, (), ())

struct approval_ballot {
    static constexpr const char* method = "approval";
    std::vector<item_number> approved;  ///< in any order
    bool operator==(const approval_ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(approval_ballot, (), (approved))

struct approval_result {
    static constexpr const char* method = "approval";
    struct row {
        int approvals = 0;
        bool operator==(const row&) const = default;
    };
    std::vector<row> rows;  ///< one per item, in the order in which the items were shown
    int ballots = 0;        ///< abstentions included
    int abstentions = 0;    ///< ballots that approve of nothing
    bool operator==(const approval_result&) const = default;
};
BOOST_DESCRIBE_STRUCT(approval_result::row, (), (approvals))
BOOST_DESCRIBE_STRUCT(approval_result, (), (rows, ballots, abstentions))

struct approval {
    using rules = approval_rules;
    using ballot = approval_ballot;
    using result = approval_result;
};

/// Whether a vote may be planned like this: always.
[[nodiscard]] result<void> check(const approval_rules&, int items);

[[nodiscard]] result<void> check(const approval_rules&, int items, const approval_ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] approval_result tally(const approval_rules&, int items, std::span<const approval_ballot>);

/// By the approvals.
[[nodiscard]] std::vector<item_score> scores_of(const approval_rules&, const approval_result&);

}  // namespace klartext::domain
