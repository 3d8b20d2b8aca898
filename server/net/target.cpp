#include "net/target.hpp"

namespace klartext::net {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_control(unsigned char c) { return c < 0x20 || c == 0x7f; }

std::optional<std::string> decoded(std::string_view segment) {
    std::string text;
    for (std::size_t at = 0; at < segment.size(); ++at) {
        char c = segment[at];
        if (c == '%') {
            if (at + 2 >= segment.size()) return std::nullopt;
            const int high = hex_value(segment[at + 1]);
            const int low = hex_value(segment[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            at += 2;
        } else if (c == '\\') {  // which some take for a slash
            return std::nullopt;
        }
        if (is_control(static_cast<unsigned char>(c))) return std::nullopt;
        text += c;
    }
    if (text.empty() || text == "." || text == "..") return std::nullopt;
    return text;
}

}  // namespace

std::optional<target> read_target(std::string_view text) {
    text = text.substr(0, text.find_first_of("?#"));
    if (text.empty() || text.front() != '/') return std::nullopt;
    target result{std::string(text), {}};
    text.remove_prefix(1);
    while (!text.empty()) {
        const auto end = std::min(text.find('/'), text.size());
        auto segment = decoded(text.substr(0, end));
        if (!segment) return std::nullopt;
        result.segments.push_back(std::move(*segment));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

}  // namespace klartext::net
