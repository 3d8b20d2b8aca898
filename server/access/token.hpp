#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "crypto/codes.hpp"
#include "crypto/crypto.hpp"

namespace klartext::access {

/// 256 random bits as base64url (43 characters): shown once, never stored.
[[nodiscard]] inline std::string new_token() { return crypto::base64url_encode(crypto::random_bytes<32>()); }

/// What is stored of a token: the SHA-256 of its bytes. Nothing for a text that is no token.
[[nodiscard]] inline std::optional<crypto::digest> hash_of_token(std::string_view token) {
    const auto bytes = crypto::sized<32>(crypto::base64url_decode(token.substr(0, 64)));
    if (!bytes) return std::nullopt;
    return crypto::sha256(*bytes);
}

}  // namespace klartext::access
