#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "crypto/crypto.hpp"

/// Signatures with Ed25519 (RFC 8032): the same key and message give the same signature. Any thread may call.
namespace klartext::crypto {

using signing_seed = std::array<std::uint8_t, 32>;
using public_key = std::array<std::uint8_t, 32>;
using signature = std::array<std::uint8_t, 64>;

/// Whoever has it can sign. Its bytes are overwritten at its end.
class signing_key {
public:
    /// The key that belongs to the seed, always the same. The seed is as secret as the key and stays with the caller.
    explicit signing_key(const signing_seed&);
    /// A new one from the operating system's generator.
    [[nodiscard]] static signing_key random();

    signing_key(const signing_key&) = delete;
    signing_key& operator=(const signing_key&) = delete;
    ~signing_key();

    [[nodiscard]] const public_key& public_half() const { return public_; }
    [[nodiscard]] signature sign(byte_view message) const;

private:
    std::array<std::uint8_t, 64> secret_;
    public_key public_;
};

/// False also for a public key that is no point, or one that anybody could sign for.
[[nodiscard]] bool verify(const public_key&, byte_view message, const signature&);

/// 43 characters of base64url.
[[nodiscard]] std::string text_of(const public_key&);

/// Overwrites secret bytes at the end of the scope, where the compiler would leave out a plain loop.
class forgotten_at_the_end {
public:
    explicit forgotten_at_the_end(std::span<std::uint8_t> bytes) : bytes_(bytes) {}
    forgotten_at_the_end(const forgotten_at_the_end&) = delete;
    forgotten_at_the_end& operator=(const forgotten_at_the_end&) = delete;
    ~forgotten_at_the_end();

private:
    std::span<std::uint8_t> bytes_;
};

}  // namespace klartext::crypto
