#include "suggestions/plain_text.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace klartext::suggestions {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_entity = 16;

constexpr std::array entities{
    std::pair{"amp"sv, "&"sv},   std::pair{"lt"sv, "<"sv},   std::pair{"gt"sv, ">"sv},    std::pair{"quot"sv, "\""sv},
    std::pair{"apos"sv, "'"sv},  std::pair{"nbsp"sv, " "sv}, std::pair{"auml"sv, "ä"sv},  std::pair{"ouml"sv, "ö"sv},
    std::pair{"uuml"sv, "ü"sv},  std::pair{"Auml"sv, "Ä"sv}, std::pair{"Ouml"sv, "Ö"sv},  std::pair{"Uuml"sv, "Ü"sv},
    std::pair{"szlig"sv, "ß"sv}, std::pair{"euro"sv, "€"sv}, std::pair{"rsquo"sv, "'"sv}, std::pair{"shy"sv, ""sv},
};

bool is_ascii_alnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
/// Of a letter beyond ASCII, too.
bool is_of_a_word(char c) { return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

std::string numbered(std::string_view digits) {
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex) digits.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    const bool valid = error == std::errc{} && end == digits.data() + digits.size() && code >= 0x20 && code <= 0x10FFFF;
    if (!valid || (code >= 0xD800 && code <= 0xDFFF)) return " ";
    std::array<char, 4> bytes;
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, code);
    return {bytes.data(), static_cast<std::size_t>(length)};
}

std::string meant_by(std::string_view name) {
    if (name.starts_with('#')) return numbered(name.substr(1));
    const auto known = std::ranges::find(entities, name, &std::pair<std::string_view, std::string_view>::first);
    return known == entities.end() ? " " : std::string(known->second);
}

/// The name between & and ;, or nothing.
std::string_view entity_at(std::string_view text) {
    const auto end = text.substr(0, longest_entity + 2).find(';');
    if (!text.starts_with('&') || end == text.npos || end < 2) return {};
    const auto name = text.substr(1, end - 1);
    const auto rest = name.substr(name.front() == '#');
    return !rest.empty() && std::ranges::all_of(rest, is_ascii_alnum) ? name : ""sv;
}

std::string without_entities(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const auto name = entity_at(text);
        if (name.empty())
            plain += text.front();
        else
            plain += meant_by(name);
        text.remove_prefix(name.empty() ? 1 : name.size() + 2);
    }
    return plain;
}

bool is_page_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
}

/// How long the ending is that names women besides men: *innen or *in, where no letter follows.
std::size_t gender_ending(std::string_view text) {
    static constexpr std::array signs{"*"sv, ":"sv, "_"sv, "·"sv, "/"sv, "/-"sv};
    for (const auto sign : signs) {
        for (const auto ending : {"innen"sv, "in"sv}) {
            const auto length = sign.size() + ending.size();
            if (text.starts_with(sign) && text.substr(sign.size()).starts_with(ending) &&
                (text.size() == length || !is_of_a_word(text[length])))
                return length;
        }
    }
    return 0;
}

}  // namespace

std::string plain_text(std::string_view utf8) {
    // Twice, since what was escaped on its way once is often escaped again: &amp;quot;
    const auto unescaped = without_entities(without_entities(utf8));
    std::string_view left = unescaped;
    std::string plain;
    for (bool in_word = false; !left.empty();) {
        if (const auto ending = in_word ? gender_ending(left) : 0) {
            left.remove_prefix(ending);
        } else if (!in_word && is_page_address(left)) {
            left.remove_prefix(static_cast<std::size_t>(std::ranges::find_if(left, is_white) - left.begin()));
            plain += ' ';
        } else {
            in_word = is_of_a_word(left.front());
            plain += left.front();
            left.remove_prefix(1);
        }
    }
    return plain;
}

}  // namespace klartext::suggestions
