#pragma once
#include "crypto/codes.hpp"
#include "domain/ids.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace klartext::net {

/// 32 lower-case hex digits, as in paths.
template <class Id>
[[nodiscard]] std::optional<Id> id_of(std::string_view text) {
    const auto bytes = crypto::sized<16>(crypto::hex_decode(text));
    if (!bytes) return std::nullopt;
    return Id{*bytes};
}

template <class Id>
[[nodiscard]] std::string text_of(const Id& id) {
    return crypto::hex_encode(id.bytes);
}

}  // namespace klartext::net
