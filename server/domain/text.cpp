#include "domain/text.hpp"

#include <algorithm>
#include <array>

namespace klartext::domain {
namespace {

using namespace std::string_view_literals;

// Unicode 15, PropList.txt, White_Space, as UTF-8.
constexpr std::array white_space{
    " "sv,      "\t"sv,     "\n"sv,     "\v"sv,     "\f"sv,     "\r"sv,     "\u0085"sv, "\u00a0"sv, "\u1680"sv,
    "\u2000"sv, "\u2001"sv, "\u2002"sv, "\u2003"sv, "\u2004"sv, "\u2005"sv, "\u2006"sv, "\u2007"sv, "\u2008"sv,
    "\u2009"sv, "\u200a"sv, "\u2028"sv, "\u2029"sv, "\u202f"sv, "\u205f"sv, "\u3000"sv,
};

bool is_forbidden_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

}  // namespace

std::size_t code_points(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string_view trimmed(std::string_view utf8) {
    const auto cut_front = [&](std::string_view space) {
        if (!utf8.starts_with(space)) return false;
        utf8.remove_prefix(space.size());
        return true;
    };
    const auto cut_back = [&](std::string_view space) {
        if (!utf8.ends_with(space)) return false;
        utf8.remove_suffix(space.size());
        return true;
    };
    while (std::ranges::any_of(white_space, cut_front)) {
    }
    while (std::ranges::any_of(white_space, cut_back)) {
    }
    return utf8;
}

result<std::string> checked_text(std::string_view utf8, std::size_t longest, emptiness empty) {
    const auto text = trimmed(utf8);
    if (text.empty() && empty == emptiness::refused) return refusal::text_empty;
    if (code_points(text) > longest) return refusal::text_too_long;
    if (std::ranges::any_of(text, is_forbidden_control)) return refusal::text_has_control_characters;
    return std::string(text);
}

}  // namespace klartext::domain
