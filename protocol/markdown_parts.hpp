#pragma once
#include <string>
#include <string_view>
#include <vector>

/// The facilitator's Markdown for documents that are not made of tags: as plain data, safe in the same way as
/// markdown.hpp says.
namespace klartext::protocol {

struct markdown_run {
    std::string text;  ///< may hold line breaks that the writer wanted
    bool strong = false;
    bool emphasis = false;
    bool code = false;
    std::string link = {};
};

struct markdown_part {
    enum class kind { paragraph, heading, list, item, quote, code, rule };
    kind is = kind::paragraph;
    int level = 0;                          ///< of a heading
    bool numbered = false;                  ///< of a list
    bool tight = false;                     ///< of a list: without free room between its items
    std::string label = {};                 ///< of an item: "•" or "3."
    std::vector<markdown_run> runs = {};    ///< of a paragraph, a heading or code
    std::vector<markdown_part> parts = {};  ///< of a list, an item or a quote
};

/// Headings start at `under_level` + 1 and never skip a level, whatever the source says.
[[nodiscard]] std::vector<markdown_part> markdown_to_parts(std::string_view source, int under_level = 2);

}  // namespace klartext::protocol
