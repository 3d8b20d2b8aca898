#pragma once
#include "protocol/minutes.hpp"

namespace klartext::protocol {

namespace large {
inline constexpr int activities = 20;  ///< every second one a vote on twelve items, by dots and by stances in turn
inline constexpr int entries = 1000;   ///< of all others together, a tenth with two comments
}  // namespace large

/// Always the same ones, for measuring.
[[nodiscard]] minutes large_minutes();

}  // namespace klartext::protocol
