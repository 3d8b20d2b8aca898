#pragma once
#include "config.hpp"
#include "protocol/house.hpp"

namespace klartext {

/// What stands on the minutes of this server. Throws std::runtime_error with a sentence for the operator if the logo
/// cannot be read or used, or the colour cannot be read on white.
[[nodiscard]] protocol::house house_of(const serve_options&);

}  // namespace klartext
