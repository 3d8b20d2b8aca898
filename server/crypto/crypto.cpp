#include "crypto/crypto.hpp"

#include <sodium.h>

#include <cstring>

#include "crypto/start.hpp"

namespace klartext::crypto {

byte_view bytes_of(std::string_view text) noexcept {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

void fill_random(std::span<std::uint8_t> bytes) {
    start();
    randombytes_buf(bytes.data(), bytes.size());
}

digest sha256(byte_view message) {
    start();
    digest hash;
    crypto_hash_sha256(hash.data(), message.data(), message.size());
    return hash;
}

digest hmac_sha256(byte_view key, byte_view message) {
    start();
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key.data(), key.size());
    crypto_auth_hmacsha256_update(&state, message.data(), message.size());
    digest code;
    crypto_auth_hmacsha256_final(&state, code.data());
    sodium_memzero(&state, sizeof state);
    return code;
}

bool constant_time_equal(byte_view left, byte_view right) {
    start();
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::uint64_t short_hash(const short_key& key, std::string_view text) {
    start();
    static_assert(std::tuple_size_v<short_key> == crypto_shorthash_KEYBYTES);
    std::array<std::uint8_t, crypto_shorthash_BYTES> hash;
    const auto bytes = bytes_of(text);
    crypto_shorthash(hash.data(), bytes.data(), bytes.size(), key.data());
    std::uint64_t number;
    std::memcpy(&number, hash.data(), sizeof number);
    return number;
}

}  // namespace klartext::crypto
