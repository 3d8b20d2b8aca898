#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace klartext {

/// The page where a password is set; `base` is the public URL, or empty for the path alone. The token stands behind the
/// #: browsers do not send that part, so that no proxy writes it down.
[[nodiscard]] inline std::string password_link(std::string_view base, std::string_view token) {
    return fmt::format("{}/password#{}", base, token);
}

}  // namespace klartext
