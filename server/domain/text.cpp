#include "domain/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace klartext::domain {
namespace {

using namespace std::string_view_literals;

// Unicode 15, PropList.txt, White_Space, as UTF-8.
constexpr std::array white_space{
    " "sv,      "\t"sv,     "\n"sv,     "\v"sv,     "\f"sv,     "\r"sv,     "\u0085"sv, "\u00a0"sv, "\u1680"sv,
    "\u2000"sv, "\u2001"sv, "\u2002"sv, "\u2003"sv, "\u2004"sv, "\u2005"sv, "\u2006"sv, "\u2007"sv, "\u2008"sv,
    "\u2009"sv, "\u200a"sv, "\u2028"sv, "\u2029"sv, "\u202f"sv, "\u205f"sv, "\u3000"sv,
};

struct code_point_range {
    char32_t first, last;
};

// Unicode 15, DerivedCoreProperties.txt, Default_Ignorable_Code_Point, and what else a browser draws as nothing: the
// empty Braille pattern and the marks of interlinear annotations.
constexpr std::array invisible{
    code_point_range{0x00AD, 0x00AD},   code_point_range{0x034F, 0x034F},   code_point_range{0x061C, 0x061C},
    code_point_range{0x115F, 0x1160},   code_point_range{0x17B4, 0x17B5},   code_point_range{0x180B, 0x180F},
    code_point_range{0x200B, 0x200F},   code_point_range{0x202A, 0x202E},   code_point_range{0x2060, 0x206F},
    code_point_range{0x2800, 0x2800},   code_point_range{0x3164, 0x3164},   code_point_range{0xFE00, 0xFE0F},
    code_point_range{0xFEFF, 0xFEFF},   code_point_range{0xFFA0, 0xFFA0},   code_point_range{0xFFF0, 0xFFFB},
    code_point_range{0x1BCA0, 0x1BCA3}, code_point_range{0x1D173, 0x1D17A}, code_point_range{0xE0000, 0xE0FFF},
};

struct capitals {
    char32_t first, last, step;
    std::int32_t to_small;
};

// Unicode 15, CaseFolding.txt, status C and S, of the alphabets in which names are written; without letters of phonetic
// and historical use.
constexpr std::array letters_with_case{
    capitals{U'A', U'Z', 1, 32},      capitals{0x00C0, 0x00D6, 1, 32},    capitals{0x00D8, 0x00DE, 1, 32},
    capitals{0x0100, 0x012E, 2, 1},   capitals{0x0132, 0x0136, 2, 1},     capitals{0x0139, 0x0147, 2, 1},
    capitals{0x014A, 0x0176, 2, 1},   capitals{0x0178, 0x0178, 1, -121},  capitals{0x0179, 0x017D, 2, 1},
    capitals{0x018F, 0x018F, 1, 202}, capitals{0x01A0, 0x01A0, 1, 1},     capitals{0x01AF, 0x01AF, 1, 1},
    capitals{0x0218, 0x021A, 2, 1},   capitals{0x0386, 0x0386, 1, 38},    capitals{0x0388, 0x038A, 1, 37},
    capitals{0x038C, 0x038C, 1, 64},  capitals{0x038E, 0x038F, 1, 63},    capitals{0x0391, 0x03A1, 1, 32},
    capitals{0x03A3, 0x03AB, 1, 32},  capitals{0x03C2, 0x03C2, 1, 1},     capitals{0x0400, 0x040F, 1, 80},
    capitals{0x0410, 0x042F, 1, 32},  capitals{0x048A, 0x04BE, 2, 1},     capitals{0x04C0, 0x04C0, 1, 15},
    capitals{0x04C1, 0x04CD, 2, 1},   capitals{0x04D0, 0x052E, 2, 1},     capitals{0x0531, 0x0556, 1, 48},
    capitals{0x1E00, 0x1E94, 2, 1},   capitals{0x1E9E, 0x1E9E, 1, -7615}, capitals{0x1EA0, 0x1EFE, 2, 1},
};

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The first code point of what is left, which is shorter by it afterwards.
char32_t take_code_point(std::string_view& utf8) {
    const auto lead = static_cast<unsigned char>(utf8.front());
    char32_t code = lead < 0x80 ? lead : lead < 0xE0 ? lead & 0x1Fu : lead < 0xF0 ? lead & 0x0Fu : lead & 0x07u;
    utf8.remove_prefix(1);
    for (; !utf8.empty() && continues(utf8.front()); utf8.remove_prefix(1))
        code = (code << 6) | (static_cast<unsigned char>(utf8.front()) & 0x3Fu);
    return code;
}

char32_t small(char32_t code) {
    for (const auto& each : letters_with_case)
        if (each.first <= code && code <= each.last && (code - each.first) % each.step == 0)
            return static_cast<char32_t>(static_cast<std::int32_t>(code) + each.to_small);
    return code;
}

/// White space and invisible code points alone.
bool shows_nothing(std::string_view utf8) {
    for (auto left = trimmed(utf8); !left.empty(); left = trimmed(left)) {
        const auto code = take_code_point(left);
        const auto holds = [code](const auto& range) { return range.first <= code && code <= range.last; };
        if (std::ranges::none_of(invisible, holds)) return false;
    }
    return true;
}

bool is_forbidden_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

}  // namespace

std::size_t code_points(std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(utf8, [](char c) { return !continues(c); }));
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

bool same_but_for_case(std::string_view left, std::string_view right) {
    while (!left.empty() && !right.empty())
        if (small(take_code_point(left)) != small(take_code_point(right))) return false;
    return left.empty() && right.empty();
}

result<std::string> checked_text(std::string_view utf8, std::size_t longest, emptiness empty) {
    const auto text = trimmed(utf8);
    if (empty == emptiness::refused && shows_nothing(text)) return refusal::text_empty;
    if (code_points(text) > longest) return refusal::text_too_long;
    if (std::ranges::any_of(text, is_forbidden_control)) return refusal::text_has_control_characters;
    return std::string(text);
}

}  // namespace klartext::domain
