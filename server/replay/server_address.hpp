#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace klartext::replay {

/// Where a server listens for plain HTTP.
struct server_address {
    std::string host;  ///< name or address; IPv6 without brackets
    std::string port = "80";

    /// As the Host header and a URL spell it.
    [[nodiscard]] std::string authority() const;
};

/// "http://host", "http://host:8080/", "http://[::1]:8080"; nothing for anything else: no path, no TLS.
[[nodiscard]] std::optional<server_address> parse_server_url(std::string_view);

/// The address in the first "http://..." of a text, e.g. of the line that a server prints when it listens.
[[nodiscard]] std::optional<server_address> find_server_url(std::string_view);

}  // namespace klartext::replay
