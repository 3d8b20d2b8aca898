#pragma once
#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <span>

/// What many judgements on one scale come to.
///
/// Dissent is the population standard deviation divided by the largest one that the scale allows, (highest - lowest) /
/// 2 (T. Popoviciu 1935), so that 0 is one voice and 1 the half at either end, whatever the scale.
namespace klartext::domain {

struct summary {
    int judgements = 0;
    double mean = 0;
    double median = 0;     ///< the middle value, or the mean of the middle two
    double deviation = 0;  ///< of the population, not of a sample
    double dissent = 0;    ///< 0 to 1
    bool talk = false;     ///< dissent above 0.3: talk about these first
    bool operator==(const summary&) const = default;
};
BOOST_DESCRIBE_STRUCT(summary, (), (judgements, mean, median, deviation, dissent, talk))

/// How many judgements a histogram holds, and what they add up to.
struct histogram_sums {
    std::int64_t judgements = 0;
    std::int64_t total = 0;
};

/// `histogram` counts the judgements of `lowest`, `lowest` + 1, and so on.
[[nodiscard]] histogram_sums sums_of(std::span<const int> histogram, int lowest);

/// Of two steps or more; no summary without a judgement. Exact up to 2^24 judgements on 11 steps: whole numbers up to
/// the last division or root.
[[nodiscard]] std::optional<summary> summary_of(std::span<const int> histogram, int lowest);

}  // namespace klartext::domain
