#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// Random bytes and hashes, from libsodium. Every function may be called from any thread; all of them throw
/// std::runtime_error if libsodium cannot start, which happens at the first call or never.
namespace klartext::crypto {

using byte_view = std::span<const std::uint8_t>;
using digest = std::array<std::uint8_t, 32>;
using short_key = std::array<std::uint8_t, 16>;

/// The characters of a text as bytes; valid as long as the text is.
[[nodiscard]] byte_view bytes_of(std::string_view text) noexcept;

/// Overwrites the span with bytes from the operating system's generator.
void fill_random(std::span<std::uint8_t>);

template <std::size_t N>
[[nodiscard]] std::array<std::uint8_t, N> random_bytes() {
    std::array<std::uint8_t, N> bytes;
    fill_random(bytes);
    return bytes;
}

/// FIPS 180-4.
[[nodiscard]] digest sha256(byte_view);

/// RFC 2104 with SHA-256; a key of any length.
[[nodiscard]] digest hmac_sha256(byte_view key, byte_view message);

/// True for equal content. The time taken depends on the lengths alone.
[[nodiscard]] bool constant_time_equal(byte_view, byte_view);

/// SipHash-2-4: for counting in memory without keeping what is counted. 64 bits, not for proofs.
[[nodiscard]] std::uint64_t short_hash(const short_key&, std::string_view);

}  // namespace klartext::crypto
