#pragma once
#include <string>
#include <string_view>

#include "protocol/blocks.hpp"

namespace klartext::protocol {

/// The chart as one <svg> element, as wide as its surroundings and as high as its bars need; on its own paper white,
/// told apart by pattern as well as by colour, without style attributes, scripts or references to elsewhere.
/// `id` makes its ids unique in the document.
[[nodiscard]] std::string draw(const chart&, std::string_view id);

/// A picture of fixed size, in CSS pixels.
struct picture {
    std::string svg;
    int width = 0;
    int height = 0;
};

/// The same chart for documents whose pages do not change their width, in the letters of such documents, with thinner
/// bars, so that two of the longest charts fit on a page.
[[nodiscard]] picture draw_at_width(const chart&, std::string_view id, int width);

}  // namespace klartext::protocol
