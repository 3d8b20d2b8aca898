#pragma once
#include <pango/pango.h>

#include "protocol/pdf/text.hpp"

namespace klartext::protocol::pdf {

/// Attribute by which a run of the layout says to which link it belongs: PANGO_ATTR_FOREGROUND carries colours, and the
/// byte ranges of links are looked up here.
struct link_range {
    int from = 0, to = 0;  ///< bytes of the layout's text
};

/// The glyphs of one line, `left` being where Pango put its beginning.
[[nodiscard]] text_line glyphs_of(PangoLayoutLine*, double left, colour, const std::vector<link_range>&);

}  // namespace klartext::protocol::pdf
