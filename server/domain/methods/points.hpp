#pragma once
#include "domain/ids.hpp"
#include "domain/methods/score.hpp"
#include "domain/refusal.hpp"

#include <boost/describe/class.hpp>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

/// Points: everybody spreads a larger budget over the items. Quadratic: n points on one item cost n², so that standing
/// up for one thing alone is dear (E. Posner and E. G. Weyl 2015; the budget of credits as in S. Lalley and Weyl 2018).
namespace klartext::domain {

struct points_rules {
    static constexpr const char* method = "points";
    int budget = 100;        ///< 1 to 10,000
    int per_item = 0;        ///< most points on one item; 0: no limit but the budget
    bool quadratic = false;  ///< n points cost n²
    bool spend_all = false;  ///< a ballot goes on until what is left buys no further point
    bool operator==(const points_rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(points_rules, (), (budget, per_item, quadratic, spend_all))

struct points_ballot {
    static constexpr const char* method = "points";
    std::map<item_number, int> points;  ///< an item that is absent has none
    bool operator==(const points_ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(points_ballot, (), (points))

struct points_result {
    static constexpr const char* method = "points";
    struct row {
        std::int64_t points = 0;
        int ballots = 0;  ///< ballots with at least one point here
        bool operator==(const row&) const = default;
    };
    std::vector<row> rows;  ///< one per item, in the order in which the items were shown
    int ballots = 0;        ///< abstentions included
    int abstentions = 0;    ///< ballots without any point
    bool operator==(const points_result&) const = default;
};
BOOST_DESCRIBE_STRUCT(points_result::row, (), (points, ballots))
BOOST_DESCRIBE_STRUCT(points_result, (), (rows, ballots, abstentions))

struct points {
    using rules = points_rules;
    using ballot = points_ballot;
    using result = points_result;
};

/// Whether a vote may be planned like this; `items` is 0 while nobody knows how many there will be.
[[nodiscard]] result<void> check(const points_rules&, int items);

/// A ballot without points is an abstention and always allowed.
[[nodiscard]] result<void> check(const points_rules&, int items, const points_ballot&);

/// Every ballot must have passed `check`.
[[nodiscard]] points_result tally(const points_rules&, int items, std::span<const points_ballot>);

/// By the points.
[[nodiscard]] std::vector<item_score> scores_of(const points_rules&, const points_result&);

}  // namespace klartext::domain
