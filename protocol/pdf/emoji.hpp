#pragma once
#include <map>
#include <utility>

#include "protocol/pdf/owned.hpp"
#include "protocol/pdf/text.hpp"

namespace klartext::protocol::pdf {

/// Paints glyphs that are pictures. cairo would paint them in the size of the text, a dozen pixels wide; here they keep
/// all the pixels that they have, and one that is repeated is kept once in the file.
class emoji_painter {
public:
    /// `base` is the base line, `size` the size of the letters around it.
    void paint(cairo_t*, const piece&, double left, double base, double size);

private:
    cairo_surface_t* picture_of(const shared_font&, unsigned long glyph);
    std::map<std::pair<cairo_font_face_t*, unsigned long>, owned_surface> pictures;
};

}  // namespace klartext::protocol::pdf
