#pragma once
#include "domain/ids.hpp"
#include "domain/session_state.hpp"

#include <array>
#include <boost/describe/enum.hpp>
#include <cstddef>
#include <cstdint>

/// How values look in JSON: ids as 32 lowercase hex digits; secrets, stamps and hashes as 43 characters of base64url
/// without padding; enums by their name; items by their numbers, as keys of objects in decimal.
/// Names are snake_case here and camelCase there. An absent optional has no field, except where null is said.
namespace klartext::wire {

/// 32 random bytes made by a browser: its seat, or the right to change one entry.
using secret = std::array<std::uint8_t, 32>;
/// The right to drop one envelope.
using stamp = std::array<std::uint8_t, 32>;
/// From 1 up; 0 is malformed.
using counter = std::uint32_t;

enum class activity_kind { present, collect, vote, feedback, measures, sign_up };
BOOST_DESCRIBE_ENUM(activity_kind, present, collect, vote, feedback, measures, sign_up)

/// Most bytes that a body may have, and most arrays and objects within each other.
inline constexpr std::size_t letterbox_bytes = 64 * 1024;  ///< of the letterbox, of joining and of stamps
inline constexpr std::size_t desk_bytes = 4 * 1024 * 1024;
inline constexpr std::size_t hello_bytes = 4 * 1024;
inline constexpr std::size_t no_limit = static_cast<std::size_t>(-1);  ///< of what a trusted server sends
inline constexpr std::size_t deepest = 16;

}  // namespace klartext::wire
