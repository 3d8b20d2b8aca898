#pragma once
#include <algorithm>
#include <functional>
#include <vector>

/// Places in a competition.
namespace klartext::domain {

/// The place of each value, from 1, in the order of the values. The highest is first; equal values share the better
/// place and the places behind them are left out ("1224"). An optional without a value is behind all others.
template <class Value>
[[nodiscard]] std::vector<int> standing(const std::vector<Value>& values) {
    auto sorted = values;
    std::ranges::sort(sorted, std::greater());
    std::vector<int> places;
    places.reserve(values.size());
    for (const auto& value : values) {
        const auto first = std::ranges::lower_bound(sorted, value, std::greater());
        places.push_back(1 + static_cast<int>(first - sorted.begin()));
    }
    return places;
}

}  // namespace klartext::domain
