#pragma once
#include <string>
#include <string_view>

#include "protocol/blocks.hpp"

namespace klartext::protocol {

/// The chart as one <svg> element, as wide as its surroundings and as high as its bars need; on its own paper white,
/// told apart by pattern as well as by colour, without style attributes, scripts or references to elsewhere.
/// `id` makes its ids unique in the document.
[[nodiscard]] std::string draw(const chart&, std::string_view id);

}  // namespace klartext::protocol
