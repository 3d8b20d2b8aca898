#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "protocol/minutes.hpp"

/// What a workbook can hold of a text.
namespace klartext::protocol::xlsx {

/// The text of a cell: sound UTF-8, "\n" between lines, and at most 32,767 UTF-16 units, with a mark at the end of a
/// text that was longer.
[[nodiscard]] std::string cell_text(std::string_view, language);

/// Unique by its number: at most 31 UTF-16 units, without characters that names of sheets must not have.
[[nodiscard]] std::string sheet_name(std::size_t number, std::string_view title, std::string_view ending = {});

[[nodiscard]] std::size_t utf16_units(std::string_view utf8);

}  // namespace klartext::protocol::xlsx
