#pragma once
#include <librsvg/rsvg.h>

#include <string>

#include "protocol/pdf/owned.hpp"

namespace klartext::protocol::pdf {

/// Throws std::runtime_error with librsvg's reason. Without a base address, so that nothing else is loaded.
[[nodiscard]] owned_object<RsvgHandle> read_drawing(const std::string& svg);

/// Fills the rectangle. Throws std::runtime_error.
void paint_drawing(RsvgHandle*, cairo_t*, double left, double top, double width, double height);

}  // namespace klartext::protocol::pdf
