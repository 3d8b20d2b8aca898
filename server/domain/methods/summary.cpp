#include "domain/methods/summary.hpp"

#include <cmath>

namespace klartext::domain {
namespace {

/// The value in place `rank`, from 0, when all are put in order.
int value_at(std::span<const int> histogram, int lowest, std::int64_t rank) {
    int value = lowest;
    for (const int count : histogram) {
        if (rank < count) break;
        rank -= count;
        ++value;
    }
    return value;
}

/// n² times the variance. Counted from the lowest step, which shifts nothing and keeps the numbers small: at most
/// n² * 100 / 4.
std::int64_t spread_of(std::span<const int> histogram) {
    std::int64_t n = 0, sum = 0, squares = 0, step = 0;
    for (const int count : histogram) {
        n += count;
        sum += count * step;
        squares += count * step * step;
        ++step;
    }
    return n * squares - sum * sum;
}

}  // namespace

histogram_sums sums_of(std::span<const int> histogram, int lowest) {
    histogram_sums sums;
    std::int64_t value = lowest;
    for (const int count : histogram) {
        sums.judgements += count;
        sums.total += count * value++;
    }
    return sums;
}

std::optional<summary> summary_of(std::span<const int> histogram, int lowest) {
    const auto [n, total] = sums_of(histogram, lowest);
    if (n == 0) return {};
    const auto count = static_cast<double>(n);
    const auto widest = static_cast<std::int64_t>(histogram.size()) - 1;
    const auto spread = spread_of(histogram);
    const double root = std::sqrt(static_cast<double>(spread));
    return summary{.judgements = static_cast<int>(n),
                   .mean = static_cast<double>(total) / count,
                   .median = (value_at(histogram, lowest, (n - 1) / 2) + value_at(histogram, lowest, n / 2)) / 2.0,
                   .deviation = root / count,
                   .dissent = 2 * root / static_cast<double>(n * widest),
                   // 2 √spread / (n widest) > 3 / 10, squared, so that no rounding decides
                   .talk = 400 * spread > 9 * n * n * widest * widest};
}

}  // namespace klartext::domain
