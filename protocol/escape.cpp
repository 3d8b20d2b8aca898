#include "protocol/escape.hpp"

#include <algorithm>

namespace klartext::protocol {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_tail(std::string_view text, std::size_t from, std::size_t count) {
    if (from + count > text.size()) return false;
    return std::ranges::all_of(text.substr(from, count),
                               [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; });
}

// Length of the well-formed character at `at` (Unicode, table 3-7), 0 if there is none or XML forbids it.
std::size_t well_formed(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return is_tail(text, at + 1, 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (text.substr(at, 3) == "\xEF\xBF\xBE" || text.substr(at, 3) == "\xEF\xBF\xBF") return 0;
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
        return is_tail(text, at + 1, 2) ? 3 : 0;
    }
    if (lead < 0xF0 || lead > 0xF4 || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
    return is_tail(text, at + 1, 3) ? 4 : 0;
}

// What is to stand for `c`; empty if `c` itself may.
using substitute = std::string_view (*)(char c);

std::string_view sound_control(char c) {
    if (c == '\t' || c == '\n' || c == '\r') return {};
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? replacement : std::string_view{};
}

std::string_view entity(char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return sound_control(c);
    }
}

std::string with_substitutes(std::string_view utf8, substitute of) {
    std::string out;
    out.reserve(utf8.size() + utf8.size() / 8);
    for (std::size_t at = 0; at < utf8.size();) {
        const auto length = well_formed(utf8, at);
        const auto instead = length == 0 ? replacement : of(utf8[at]);
        out.append(instead.empty() ? utf8.substr(at, length) : instead);
        at += std::max<std::size_t>(length, 1);
    }
    return out;
}

}  // namespace

std::string escaped(std::string_view utf8) { return with_substitutes(utf8, entity); }

std::string sound(std::string_view utf8) { return with_substitutes(utf8, sound_control); }

}  // namespace klartext::protocol
