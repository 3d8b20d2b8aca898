#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/crypto.hpp"

/// Bytes spelled as text, and the codes that people read out to each other. Decoding is strict: for every value there
/// is exactly one accepted text, the one that encoding makes.
namespace klartext::crypto {

/// RFC 4648 section 5, without padding.
[[nodiscard]] std::string base64url_encode(byte_view);
[[nodiscard]] std::optional<std::vector<std::uint8_t>> base64url_decode(std::string_view);

/// Lower case.
[[nodiscard]] std::string hex_encode(byte_view);
[[nodiscard]] std::optional<std::vector<std::uint8_t>> hex_decode(std::string_view);

/// Decoded bytes if there are exactly N of them: `sized<16>(hex_decode(text))`.
template <std::size_t N>
[[nodiscard]] std::optional<std::array<std::uint8_t, N>> sized(const std::optional<std::vector<std::uint8_t>>& bytes) {
    if (!bytes || bytes->size() != N) return std::nullopt;
    std::array<std::uint8_t, N> exact;
    for (std::size_t at = 0; at < N; ++at) exact[at] = (*bytes)[at];
    return exact;
}

/// The first 16 hex digits of a hash in groups of four, as in "1a2b 3c4d 5e6f 7081": for people who compare by eye.
[[nodiscard]] std::string short_fingerprint(const digest&);

/// Eight random characters (40 bits) of Douglas Crockford's base 32.
[[nodiscard]] std::string crockford_code();

/// The code that a person meant: case, blanks and hyphens do not count, O is read as 0, I and L as 1.
/// Nothing when that leaves anything but eight characters of the alphabet (U is not one of them).
[[nodiscard]] std::optional<std::string> normalise_code(std::string_view typed);

}  // namespace klartext::crypto
