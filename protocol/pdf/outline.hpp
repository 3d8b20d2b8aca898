#pragma once
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <string>
#include <string_view>
#include <vector>

#include "protocol/pdf/structure.hpp"

namespace klartext::protocol::pdf {

/// Headings of the levels 1 to 3 as bookmarks, each below the one of the level above.
void write_outline(QPDF&, const std::vector<outline_entry>&, std::vector<QPDFPageObjectHelper>& pages);

/// A place for bookmarks and links, `top` points below the upper edge of the page.
[[nodiscard]] QPDFObjectHandle place_on(QPDFObjectHandle page, double top);

/// With what is not ASCII as %XX, as an address in a PDF has to be.
[[nodiscard]] std::string ascii_address(std::string_view);

}  // namespace klartext::protocol::pdf
