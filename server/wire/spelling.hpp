#pragma once
#include "domain/ids.hpp"

#include <chrono>
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

/// "2026-12-21"; years of four digits. Nothing for what is no day of the calendar.
[[nodiscard]] std::string written_day(const std::chrono::year_month_day&);
[[nodiscard]] std::optional<std::chrono::year_month_day> day_of(std::string_view);

}  // namespace klartext::wire
