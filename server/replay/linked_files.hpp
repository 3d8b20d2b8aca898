#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace klartext::replay {

/// The files that the page of the minutes offers beside itself, as "minutes.pdf" or "csv/02-ideas.csv". Nothing else
/// that a server might write there: the names become files.
[[nodiscard]] std::vector<std::string> linked_files(std::string_view page);

}  // namespace klartext::replay
