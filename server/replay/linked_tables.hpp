#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace klartext::replay {

/// The tables that the page of the minutes links, as "csv/02-ideas.csv". Nothing else that a server might write there:
/// the names become files.
[[nodiscard]] std::vector<std::string> linked_tables(std::string_view page);

}  // namespace klartext::replay
