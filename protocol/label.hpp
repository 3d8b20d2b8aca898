#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Texts of people cut to the room that a chart, a subject or a file name has. Input is UTF-8; broken bytes never
/// lead to broken bytes outside their place.
namespace klartext::protocol {

/// The first line that holds more than white space; runs of white space and control characters become one space.
[[nodiscard]] std::string one_line(std::string_view text);

/// one_line, with "…" where more lines follow.
[[nodiscard]] std::string first_line(std::string_view text);

/// At most `columns` columns wide (a Chinese character takes two), with "…" where something was left out.
[[nodiscard]] std::string shortened(std::string_view line, std::size_t columns);

/// Broken into at most `lines` lines of `columns` columns, between words where possible; the rest is left out with "…".
[[nodiscard]] std::vector<std::string> wrapped(std::string_view line, std::size_t columns, std::size_t lines);

/// Lower-case ASCII letters, digits and '-', at most 40 of them, "ä" as "ae"; empty if nothing can be written so.
[[nodiscard]] std::string slug(std::string_view text);

}  // namespace klartext::protocol
