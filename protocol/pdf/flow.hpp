#pragma once
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "protocol/chart.hpp"
#include "protocol/pdf/page_breaker.hpp"
#include "protocol/pdf/structure.hpp"
#include "protocol/pdf/text.hpp"

/// The document as one endless strip of paper: what stands where, before pages are made of it. Lengths in points;
/// `left` counts from the left margin, `top` from the top of the strip.
namespace klartext::protocol::pdf {

/// A text and the element that it is the content of.
struct told_text {
    laid_text laid;
    element_id element = artifact;
    std::vector<element_id> link_elements = {};  ///< one per link of the text, made when it is painted
};
using shared_text = std::shared_ptr<told_text>;

/// One line of a text.
struct line_mark {
    shared_text text;
    std::size_t line = 0;
    double left = 0, top = 0;
};

struct chart_mark {
    picture drawn;
    double left = 0, top = 0, scale = 1;
    element_id element = artifact;
};

struct logo_mark {
    double left = 0, top = 0, width = 0, height = 0;
    element_id element = artifact;
};

/// A filled rectangle, which is never read out.
struct rule_mark {
    double left = 0, top = 0, width = 0, height = 0;
    colour of;
};

/// The number of the page on which a heading stands, and the whole width as a link to it.
struct page_number_mark {
    std::string anchor;
    std::string words;
    double top = 0, height = 0;
    letters with;
    element_id element = artifact;
};

using mark = std::variant<line_mark, chart_mark, logo_mark, rule_mark, page_number_mark>;

struct strip {
    strip_size size;
    std::vector<mark> marks = {};
    int head = -1;       ///< index in flow::heads of what is said again when a page starts here
    std::string anchor;  ///< of the heading that begins here
};

/// A coloured ground behind some strips, page by page.
struct ground_behind {
    std::size_t first = 0, last = 0;  ///< strips
    double left = 0, width = 0;
    colour of = ground;
    colour edge = ground;
    double edge_width = 0;  ///< of a bar at its left
};

struct flow {
    std::vector<strip> strips;
    std::vector<ground_behind> grounds;
    std::vector<std::vector<strip>> heads;  ///< heads of tables, as artifacts
    structure tree;
    std::vector<outline_entry> outline;  ///< in order of the strips with anchors; pages are not known yet
};

/// Of A4, within its margins.
[[nodiscard]] std::vector<page_run> pages_of(const flow&);

}  // namespace klartext::protocol::pdf
