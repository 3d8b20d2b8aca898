#pragma once
#include <string>

#include "protocol/minutes.hpp"

namespace klartext::protocol {

/// The minutes as CommonMark with tables as GitHub has them. Charts are told in words, after the table that has their
/// numbers. Nothing that people wrote becomes markup; a viewer may make addresses in it clickable. In tables a text
/// stands in one line.
[[nodiscard]] std::string to_markdown(const minutes&);

/// A text of any person for one or more lines of Markdown: shows as it was written, but for blanks at the beginnings
/// and ends of its lines. `indent` stands before every line but the first; `at_start`: nothing stands before it in its
/// paragraph.
[[nodiscard]] std::string as_markdown(std::string_view text, std::string_view indent = {}, bool at_start = true);

}  // namespace klartext::protocol
