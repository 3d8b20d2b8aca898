#pragma once
#include "domain/ids.hpp"
#include "domain/methods/score.hpp"
#include "domain/methods/summary.hpp"
#include "domain/refusal.hpp"

#include <boost/describe/class.hpp>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Rating: everybody puts each item on a step of one scale, or says that they cannot judge it. An item left out was not
/// looked at; neither of the two is a step.
namespace klartext::domain {

struct rating_rules {
    static constexpr const char* method = "rating";
    int lowest = 1;                   ///< 0 or 1
    int steps = 5;                    ///< 2 to 11
    std::vector<std::string> labels;  ///< none, or one per step from the lowest, of which some may be empty
    bool cannot_judge = true;         ///< "I cannot judge this" is offered
    bool mood = false;                ///< shown as a barometer of the mood; counted the same
    bool operator==(const rating_rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(rating_rules, (), (lowest, steps, labels, cannot_judge, mood))

struct rating_ballot {
    static constexpr const char* method = "rating";
    std::map<item_number, int> ratings;     ///< the step by its value
    std::vector<item_number> cannot_judge;  ///< in any order
    bool operator==(const rating_ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(rating_ballot, (), (ratings, cannot_judge))

struct rating_result {
    static constexpr const char* method = "rating";
    struct row {
        std::vector<int> steps;  ///< how many chose each, from the lowest
        int cannot_judge = 0;
        std::optional<domain::summary> summary = {};  ///< of the steps alone; none if nobody chose one
        bool operator==(const row&) const = default;
    };
    std::vector<row> rows;  ///< one per item, in the order in which the items were shown
    int ballots = 0;        ///< abstentions included
    int abstentions = 0;    ///< ballots that neither rate an item nor say that they cannot judge one
    bool operator==(const rating_result&) const = default;
};
BOOST_DESCRIBE_STRUCT(rating_result::row, (), (steps, cannot_judge, summary))
BOOST_DESCRIBE_STRUCT(rating_result, (), (rows, ballots, abstentions))

struct rating {
    using rules = rating_rules;
    using ballot = rating_ballot;
    using result = rating_result;
};

/// Whether a vote may be planned like this; `items` is 0 while nobody knows how many there will be.
[[nodiscard]] result<void> check(const rating_rules&, int items);

[[nodiscard]] result<void> check(const rating_rules&, int items, const rating_ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] rating_result tally(const rating_rules&, int items, std::span<const rating_ballot>);

/// By the mean of the steps.
[[nodiscard]] std::vector<item_score> scores_of(const rating_rules&, const rating_result&);
[[nodiscard]] scoring scoring_of(const rating_rules&);

}  // namespace klartext::domain
