#pragma once
#include <cstddef>
#include <vector>

/// The steps of a rating: whole numbers without a gap.
namespace klartext::domain {

struct scale {
    int lowest = 1;  ///< 0 or 1
    int steps = 5;   ///< 2 to 11

    [[nodiscard]] constexpr bool allowed() const { return (lowest == 0 || lowest == 1) && steps >= 2 && steps <= 11; }
    [[nodiscard]] constexpr int highest() const { return lowest + steps - 1; }
    [[nodiscard]] constexpr bool holds(int value) const { return value >= lowest && value <= highest(); }

    [[nodiscard]] std::vector<int> empty_histogram() const { return std::vector<int>(static_cast<std::size_t>(steps)); }
    /// Where a value that the scale holds is counted.
    [[nodiscard]] int& place(std::vector<int>& histogram, int value) const {
        return histogram.at(static_cast<std::size_t>(value - lowest));
    }
};

}  // namespace klartext::domain
