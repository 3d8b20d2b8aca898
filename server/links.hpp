#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>

/// Addresses of pages that are handed out. `base` is the public URL, or empty for a path alone.
namespace klartext {

/// The token stands behind the #: browsers do not send that part, so that no proxy writes it down.
[[nodiscard]] inline std::string password_link(std::string_view base, std::string_view token) {
    return fmt::format("{}/password#{}", base, token);
}

[[nodiscard]] inline std::string minutes_link(std::string_view base, std::string_view token) {
    return fmt::format("{}/minutes/{}", base, token);
}

}  // namespace klartext
