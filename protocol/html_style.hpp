#pragma once
#include <string_view>

namespace klartext::protocol {

/// The style sheet inside the HTML minutes.
[[nodiscard]] std::string_view html_style();

}  // namespace klartext::protocol
