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

/// Rating by several criteria on one scale (weighted scoring, German Nutzwertanalyse, C. Zangemeister 1970).
namespace klartext::domain {

struct multi_criteria_rules {
    static constexpr const char* method = "multi_criteria";
    struct criterion {
        std::string title;
        int weight = 1;         ///< 1 to 100
        bool inverted = false;  ///< less is better: cost, effort, risk
        bool operator==(const criterion&) const = default;
    };
    std::vector<criterion> criteria;  ///< 2 to 8
    int lowest = 1;                   ///< 0 or 1
    int steps = 5;                    ///< 2 to 11
    bool cannot_judge = true;         ///< "I cannot judge this" is offered
    bool operator==(const multi_criteria_rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(multi_criteria_rules::criterion, (), (title, weight, inverted))
BOOST_DESCRIBE_STRUCT(multi_criteria_rules, (), (criteria, lowest, steps, cannot_judge))

struct multi_criteria_ballot {
    static constexpr const char* method = "multi_criteria";
    std::map<item_number, std::map<int, int>> ratings;     ///< criterion, from 0, and the step by its value
    std::map<item_number, std::vector<int>> cannot_judge;  ///< criteria, in any order
    bool operator==(const multi_criteria_ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(multi_criteria_ballot, (), (ratings, cannot_judge))

struct multi_criteria_result {
    static constexpr const char* method = "multi_criteria";
    struct cell {
        std::vector<int> steps;  ///< how many chose each, from the lowest
        int cannot_judge = 0;
        std::optional<domain::summary> summary = {};  ///< as judged, also where less is better
        bool operator==(const cell&) const = default;
    };
    struct row {
        std::vector<cell> criteria;  ///< in the order of the rules
        /// The mean of the criteria's means by their weights, on the scale, where more is better: an inverted criterion
        /// is mirrored (lowest + highest - mean). None unless somebody judged each criterion. Rounded to nine decimals,
        /// so that what is equal is equal whatever the sums that led there.
        std::optional<double> total = {};
        bool operator==(const row&) const = default;
    };
    std::vector<row> rows;  ///< one per item, in the order in which the items were shown
    int ballots = 0;        ///< abstentions included
    int abstentions = 0;    ///< ballots that neither judge anything nor say that they cannot
    bool operator==(const multi_criteria_result&) const = default;
};
BOOST_DESCRIBE_STRUCT(multi_criteria_result::cell, (), (steps, cannot_judge, summary))
BOOST_DESCRIBE_STRUCT(multi_criteria_result::row, (), (criteria, total))
BOOST_DESCRIBE_STRUCT(multi_criteria_result, (), (rows, ballots, abstentions))

struct multi_criteria {
    using rules = multi_criteria_rules;
    using ballot = multi_criteria_ballot;
    using result = multi_criteria_result;
};

/// Whether a vote may be planned like this; `items` is 0 while nobody knows how many there will be.
[[nodiscard]] result<void> check(const multi_criteria_rules&, int items);

/// A criterion that the rules do not have is refused like an item that the vote does not have.
[[nodiscard]] result<void> check(const multi_criteria_rules&, int items, const multi_criteria_ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] multi_criteria_result tally(const multi_criteria_rules&, int items,
                                          std::span<const multi_criteria_ballot>);

/// By the total. The better quarter of the scales by the first two criteria: their means are better than the middle of
/// the scale, mirrored where less is better. The middle itself is not yet the better half.
[[nodiscard]] std::vector<item_score> scores_of(const multi_criteria_rules&, const multi_criteria_result&);
[[nodiscard]] scoring scoring_of(const multi_criteria_rules&);

}  // namespace klartext::domain
