#pragma once
#include "domain/ids.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Words that people or clients chose, where not every text will do. Private to this room.
namespace klartext::wire {

/// Of an activity or a section: 1 to 64 code points, no control characters.
[[nodiscard]] bool is_chosen_id(std::string_view);

/// "0", "1", ... as an item is called in ballots; one spelling for each number.
[[nodiscard]] std::optional<domain::item_number> item_of(std::string_view);
[[nodiscard]] std::string name_of_item(domain::item_number);

}  // namespace klartext::wire
