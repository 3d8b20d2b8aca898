#pragma once
#include <algorithm>

#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"

namespace klartext::protocol {

/// Bars of one number each. `of_item` gives an item's number, `shown` the number as it is written at the bar.
template <class Number, class Shown>
[[nodiscard]] chart single_bars(const vote& voted, const items& part, Number of_item, Shown shown) {
    bar_chart bars;
    for (const auto& item : voted.items) bars.scale = std::max(bars.scale, static_cast<double>(of_item(item)));
    for (const auto* item : part)
        bars.bars.push_back({first_line(item->text), {static_cast<double>(of_item(*item))}, shown(*item)});
    return {.drawn = std::move(bars)};
}

}  // namespace klartext::protocol
