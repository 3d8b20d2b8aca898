#pragma once
#include <string>

#include "protocol/house.hpp"
#include "protocol/minutes.hpp"

namespace klartext::protocol {

/// The minutes as OpenDocument text (ODF 1.3): for A4, with styles of an office program's own names, headings that make
/// up its outline, a table of contents, charts as drawings with a picture for those who cannot draw them, and
/// alternative texts. Holds no clock and nothing of the machine; the pictures are in the letters of the fonts installed
/// here.
[[nodiscard]] std::string to_odt(const minutes&, const house& = {});

}  // namespace klartext::protocol
