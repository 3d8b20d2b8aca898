#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace klartext::net {

/// True without an Origin (not a browser, or a plain GET) and for an Origin whose host and port are those of the Host
/// header; "null" is foreign. The scheme is not compared: TLS ends at the proxy.
[[nodiscard]] bool own_origin(const std::optional<std::string>& origin, std::string_view host);

}  // namespace klartext::net
