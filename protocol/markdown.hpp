#pragma once
#include <functional>
#include <optional>
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

/// The same as Markdown again, normalised: what was dropped or mended is so in the source, too. Lines are not wrapped.
[[nodiscard]] std::string markdown_to_safe_markdown(std::string_view source, int under_level = 2);

enum class markdown_kind {
    paragraph,
    heading,
    list,
    item,
    quote,
    emphasis,
    strong,
    link,
    code_block,
    rule,
    text,
    code,
    line_break
};

/// From `code_block` on a part stands by itself; the others come twice, at their beginning and at their end.
struct markdown_event {
    markdown_kind kind = markdown_kind::text;
    bool begins = true;
    std::string_view text = {};            ///< of text, code and code_block; where a link leads
    int level = 0;                         ///< of a heading
    std::optional<int> first_number = {};  ///< of a numbered list
};

/// Tells the parts in reading order, for documents that are not HTML. The views live as long as the call.
void read_markdown(std::string_view source, int under_level, const std::function<void(const markdown_event&)>&);

}  // namespace klartext::protocol
