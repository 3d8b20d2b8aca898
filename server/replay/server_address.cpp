#include "replay/server_address.hpp"

#include <algorithm>

namespace klartext::replay {
namespace {

constexpr std::string_view scheme = "http://";

bool is_port(std::string_view text) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return !text.empty() && text.size() <= 5 && std::ranges::all_of(text, digit);
}

std::optional<server_address> split(std::string_view authority) {
    const bool bracketed = authority.starts_with('[');
    const auto end = bracketed ? authority.find(']') : authority.find(':');
    if (bracketed && end == std::string_view::npos) return std::nullopt;
    server_address address;
    address.host = bracketed ? authority.substr(1, end - 1) : authority.substr(0, end);
    auto rest = end == std::string_view::npos ? std::string_view{} : authority.substr(end + (bracketed ? 1 : 0));
    if (address.host.empty()) return std::nullopt;
    if (rest.empty()) return address;
    if (!rest.starts_with(':') || !is_port(rest.substr(1))) return std::nullopt;
    address.port = rest.substr(1);
    return address;
}

}  // namespace

std::string server_address::authority() const {
    const auto name = host.find(':') == std::string::npos ? host : "[" + host + "]";
    return port == "80" ? name : name + ":" + port;
}

std::optional<server_address> parse_server_url(std::string_view url) {
    if (!url.starts_with(scheme)) return std::nullopt;
    url.remove_prefix(scheme.size());
    if (url.ends_with('/')) url.remove_suffix(1);
    if (url.find_first_of("/?#@ ") != std::string_view::npos) return std::nullopt;
    return split(url);
}

std::optional<server_address> find_server_url(std::string_view text) {
    const auto begin = text.find(scheme);
    if (begin == std::string_view::npos) return std::nullopt;
    const auto end = text.find_first_of(" \t\r\n/?#", begin + scheme.size());
    // An unfinished line may still be on its way.
    if (end == std::string_view::npos) return std::nullopt;
    return parse_server_url(text.substr(begin, end - begin));
}

}  // namespace klartext::replay
