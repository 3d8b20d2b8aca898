#include "net/origin.hpp"

#include "net/http_message.hpp"

namespace klartext::net {
namespace {

std::string_view without_default_port(std::string_view authority, std::string_view port) {
    if (authority.ends_with(port)) authority.remove_suffix(port.size());
    return authority;
}

bool same_place(std::string_view origin, std::string_view scheme, std::string_view default_port,
                std::string_view host) {
    if (!same_word(origin.substr(0, scheme.size()), scheme)) return false;
    origin.remove_prefix(scheme.size());
    return !origin.empty() &&
           same_word(without_default_port(origin, default_port), without_default_port(host, default_port));
}

}  // namespace

bool own_origin(const std::optional<std::string>& origin, std::string_view host) {
    if (!origin) return true;
    return same_place(*origin, "http://", ":80", host) || same_place(*origin, "https://", ":443", host);
}

}  // namespace klartext::net
