#include "domain/methods/item_numbers.hpp"

#include <algorithm>

namespace klartext::domain {

result<void> check_items(std::vector<item_number> named, int items) {
    std::ranges::sort(named);
    if (!named.empty() && (!is_item(named.front(), items) || !is_item(named.back(), items)))
        return refusal::unknown_item;
    if (std::ranges::adjacent_find(named) != named.end()) return refusal::item_named_twice;
    return {};
}

}  // namespace klartext::domain
