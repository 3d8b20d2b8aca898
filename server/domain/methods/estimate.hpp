#pragma once
#include "domain/ids.hpp"
#include "domain/methods/score.hpp"
#include "domain/refusal.hpp"

#include <boost/describe/class.hpp>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Estimates: everybody names a number for each item (F. Galton 1907: the middle one is a good one).
///
/// Counted in whole numbers of the last decimal place; each figure below is one division away from them. Quartiles are
/// interpolated linearly between the two nearest values, at (n - 1) / 4 and 3 (n - 1) / 4 from the lowest (method 7 of
/// R. Hyndman and Y. Fan 1996, the default of R and of spreadsheets); the median is the same rule at the half.
namespace klartext::domain {

struct estimate_rules {
    static constexpr const char* method = "estimate";
    int decimals = 0;  ///< 0 to 3
    std::optional<double> lowest = {};
    std::optional<double> highest = {};
    std::string unit;  ///< shown behind the number; may be empty
    bool operator==(const estimate_rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(estimate_rules, (), (decimals, lowest, highest, unit))

struct estimate_ballot {
    static constexpr const char* method = "estimate";
    std::map<item_number, double> estimates;  ///< an item that is absent was not estimated
    bool operator==(const estimate_ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(estimate_ballot, (), (estimates))

struct estimate_result {
    static constexpr const char* method = "estimate";
    struct bin {
        double from = 0;
        double to = 0;  ///< belongs to the next one
        int count = 0;
        bool operator==(const bin&) const = default;
    };
    struct row {
        int estimates = 0;
        std::optional<double> median = {};  ///< none, like the next six, without an estimate
        std::optional<double> mean = {};
        std::optional<double> deviation = {};  ///< of the population, not of a sample
        std::optional<double> lower_quartile = {};
        std::optional<double> upper_quartile = {};
        std::optional<double> lowest = {};
        std::optional<double> highest = {};
        std::vector<bin> histogram;  ///< twelve at most, of one round width, without a gap; see round_bins.hpp
        bool operator==(const row&) const = default;
    };
    std::vector<row> rows;  ///< one per item, in the order in which the items were shown
    int ballots = 0;        ///< abstentions included
    int abstentions = 0;    ///< ballots without an estimate
    bool operator==(const estimate_result&) const = default;
};
BOOST_DESCRIBE_STRUCT(estimate_result::bin, (), (from, to, count))
BOOST_DESCRIBE_STRUCT(estimate_result::row, (),
                      (estimates, median, mean, deviation, lower_quartile, upper_quartile, lowest, highest, histogram))
BOOST_DESCRIBE_STRUCT(estimate_result, (), (rows, ballots, abstentions))

struct estimate {
    using rules = estimate_rules;
    using ballot = estimate_ballot;
    using result = estimate_result;
};

/// Whether a vote may be planned like this; `items` is 0 while nobody knows how many there will be.
[[nodiscard]] result<void> check(const estimate_rules&, int items);

/// A number has twelve digits at most, decimals included, whatever else limits it.
[[nodiscard]] result<void> check(const estimate_rules&, int items, const estimate_ballot&);

/// Every ballot must have passed `check`. Exact up to nine million ballots.
[[nodiscard]] estimate_result tally(const estimate_rules&, int items, std::span<const estimate_ballot>);

/// By the median.
[[nodiscard]] std::vector<item_score> scores_of(const estimate_rules&, const estimate_result&);

}  // namespace klartext::domain
