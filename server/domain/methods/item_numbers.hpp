#pragma once
#include "domain/ids.hpp"
#include "domain/refusal.hpp"

#include <cstddef>
#include <vector>

/// What the methods have in common where ballots name items.
namespace klartext::domain {

[[nodiscard]] constexpr bool is_item(item_number item, int items) { return item >= 0 && item < items; }

/// Refuses a number that is no item of the vote, and one that is named twice; the order does not matter.
[[nodiscard]] result<void> check_items(std::vector<item_number> named, int items);

/// The row of an item that is known to exist.
template <class Rows>
[[nodiscard]] auto& row_of(Rows& rows, item_number item) {
    return rows.at(static_cast<std::size_t>(item));
}

}  // namespace klartext::domain
