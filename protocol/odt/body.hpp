#pragma once
#include <set>
#include <string>
#include <vector>

#include "protocol/blocks.hpp"
#include "protocol/minutes.hpp"
#include "protocol/odt/package.hpp"
#include "protocol/odt/text.hpp"

namespace klartext::protocol::odt {

/// A line of the table of contents.
struct contents_line {
    int level = 1;  ///< of the outline, in which the title does not count
    std::string text;
    std::string anchor;
};

/// The blocks as content of an OpenDocument text; styles by the names of styles.hpp.
struct body {
    std::string before_contents;  ///< title, facts and the first page
    std::string contents_title;   ///< the attribute of its style
    std::string after_contents;
    std::vector<contents_line> contents;
    std::vector<part> pictures;
    paragraph_styles styles;
    std::set<int> column_widths;  ///< of all tables, in millimetres
};

[[nodiscard]] body body_of(const std::vector<block>&);

struct frame_names {
    std::string name;
    std::string svg;  ///< file in the package; empty: there is none
    std::string png;  ///< for programs that draw no SVG
};

/// A picture that stands in a line of text; width and height in CSS pixels.
[[nodiscard]] std::string frame_of(const frame_names&, double width, double height, const std::string& title,
                                   const std::string& description);

/// Appends the facilitator's Markdown. `style` is that of its plain paragraphs.
void put_markdown(const markdown_text&, std::string_view style, body&, std::string& out);

/// What stands in a heading: as bare text for the contents, and as XML.
struct heading_words {
    std::string text;
    std::string xml;
};

/// The heading as XML. It is added to the contents; a level of the outline is one less than that of a block.
[[nodiscard]] std::string heading_of(int level, const heading_words&, const std::string& anchor, body&);

/// The table of contents, filled in; the numbers of its pages are fields, which the office program works out. Leaves
/// out what lies below activities where that would be more than two pages.
[[nodiscard]] std::string contents_of(const std::vector<contents_line>&, std::string_view title_style, language);

}  // namespace klartext::protocol::odt
