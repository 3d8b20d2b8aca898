#include "domain/methods/round_bins.hpp"

#include <bit>

namespace klartext::domain {
namespace {

constexpr std::int64_t most_bins = 12;

/// Which multiple of `width` a value lies at or above, also below zero.
std::int64_t place_of(std::int64_t value, std::int64_t width) { return value / width - (value % width < 0); }

/// 1, 2, 5, 10, 20, 50, ...
std::int64_t wider(std::int64_t width) {
    auto power = width;
    while (power % 10 == 0) power /= 10;
    return power == 2 ? width / 2 * 5 : width * 2;
}

std::int64_t width_for(std::span<const std::int64_t> sorted) {
    const auto lowest = sorted.front(), highest = sorted.back();
    const auto classes = 1 + static_cast<std::int64_t>(std::bit_width(sorted.size() - 1));
    std::int64_t width = 1;
    while (width * classes < highest - lowest || place_of(highest, width) - place_of(lowest, width) >= most_bins)
        width = wider(width);
    return width;
}

}  // namespace

std::vector<round_bin> bins_of(std::span<const std::int64_t> sorted) {
    const auto width = width_for(sorted);
    const auto first = place_of(sorted.front(), width), last = place_of(sorted.back(), width);
    std::vector<round_bin> bins;
    for (auto place = first; place <= last; ++place) bins.push_back({place * width, (place + 1) * width, 0});
    for (const auto value : sorted) ++bins[static_cast<std::size_t>(place_of(value, width) - first)].count;
    return bins;
}

}  // namespace klartext::domain
