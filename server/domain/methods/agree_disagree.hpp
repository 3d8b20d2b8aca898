#pragma once
#include "domain/ids.hpp"
#include "domain/methods/score.hpp"
#include "domain/refusal.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <map>
#include <span>
#include <vector>

/// Agree, pass or disagree with each statement; a statement left out was not judged.
namespace klartext::domain {

struct agree_disagree_rules {
    static constexpr const char* method = "agree_disagree";
    bool operator==(const agree_disagree_rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(agree_disagree_rules, (), ())

enum class stance { disagree = -1, pass = 0, agree = 1 };
BOOST_DESCRIBE_ENUM(stance, disagree, pass, agree)

struct agree_disagree_ballot {
    static constexpr const char* method = "agree_disagree";
    std::map<item_number, stance> stances;
    bool operator==(const agree_disagree_ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(agree_disagree_ballot, (), (stances))

struct agree_disagree_result {
    static constexpr const char* method = "agree_disagree";
    struct row {
        int agree = 0;
        int pass = 0;
        int disagree = 0;
        bool operator==(const row&) const = default;
    };
    std::vector<row> rows;  ///< one per item, in the order in which the items were shown
    int ballots = 0;        ///< abstentions included
    int abstentions = 0;    ///< ballots that judge nothing
    bool operator==(const agree_disagree_result&) const = default;
};
BOOST_DESCRIBE_STRUCT(agree_disagree_result::row, (), (agree, pass, disagree))
BOOST_DESCRIBE_STRUCT(agree_disagree_result, (), (rows, ballots, abstentions))

struct agree_disagree {
    using rules = agree_disagree_rules;
    using ballot = agree_disagree_ballot;
    using result = agree_disagree_result;
};

/// Whether a vote may have these rules; 0 items: not known yet.
[[nodiscard]] result<void> check(const agree_disagree_rules&, int items);

[[nodiscard]] result<void> check(const agree_disagree_rules&, int items, const agree_disagree_ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] agree_disagree_result tally(const agree_disagree_rules&, int items,
                                          std::span<const agree_disagree_ballot>);

/// By the percentage that agrees of those who judged the item, passes included, as Polis counts it (C. Small et al.
/// 2021): a pass is no agreement, and 3 of 4 is more than 10 of 20.
[[nodiscard]] std::vector<item_score> scores_of(const agree_disagree_rules&, const agree_disagree_result&);

}  // namespace klartext::domain
