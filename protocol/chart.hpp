#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/blocks.hpp"

namespace klartext::protocol {

/// The chart as one <svg> element, as wide as its surroundings and as high as its bars need; on its own paper white,
/// told apart by pattern as well as by colour, without style attributes, scripts or references to elsewhere.
/// `id` makes its ids unique in the document.
[[nodiscard]] std::string draw(const chart&, std::string_view id);

/// Which end of a line of letters stands at a place.
enum class words_end { begin, middle, end };

/// How much of the line stands before that place.
[[nodiscard]] constexpr double share_before(words_end end) {
    return end == words_end::begin ? 0 : end == words_end::middle ? 0.5 : 1;
}

/// A line of letters in a picture.
struct picture_words {
    std::string text;
    double x = 0;
    double base = 0;  ///< its base line, from the top
    words_end at_x = words_end::begin;
    bool bold = false;
    std::uint32_t colour = 0x112028;  ///< 0xRRGGBB
};

/// Of the words in a picture, in CSS pixels.
inline constexpr int picture_letters = 14;

/// A picture of fixed size, in CSS pixels. Whoever sets letters better than an SVG library does (emoji, letters that
/// run to the left, and in a tenth of the time) paints the shapes and sets the words on them.
struct picture {
    std::string svg;
    std::string shapes;  ///< the same drawing without its words
    std::vector<picture_words> words;
    int width = 0;
    int height = 0;
};

/// The same chart for documents whose pages do not change their width, in the letters of such documents, with thinner
/// bars, so that the longest chart fits on a page.
[[nodiscard]] picture draw_at_width(const chart&, std::string_view id, int width);

/// What one bar with this label, and one histogram, take of the height of such a picture.
[[nodiscard]] int bar_height(const std::string& label);
[[nodiscard]] int histogram_height(const std::string& label);

}  // namespace klartext::protocol
