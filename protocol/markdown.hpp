#pragma once
#include <string>
#include <string_view>

/// Markdown (CommonMark) of the facilitator. Safe for any input: raw HTML is dropped, links lead to http, https,
/// mailto or tel or become plain text, images (which would tell somebody else who is reading) become their
/// alternative text.
namespace klartext::protocol {

/// Headings start at `under_level` + 1 and never skip a level, whatever the source says.
[[nodiscard]] std::string markdown_to_safe_html(std::string_view source, int under_level = 2);

/// For plain-text mails: paragraphs with an empty line between them, "- " before list items, links as "text (address)".
[[nodiscard]] std::string markdown_to_text(std::string_view source);

}  // namespace klartext::protocol
