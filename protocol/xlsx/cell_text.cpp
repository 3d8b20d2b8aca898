#include "protocol/xlsx/cell_text.hpp"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "protocol/escape.hpp"
#include "protocol/label.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol::xlsx {
namespace {

constexpr std::size_t longest_text = 32767;
constexpr std::size_t longest_name = 31;

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

// Spreadsheets take "_x0041_" for an "A"; "_x005F_" stands for the first underline (ECMA-376, ST_Xstring).
std::string without_escapes(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto next = text.substr(at, 7);
        const bool read_as_escape = next.size() == 7 && next.starts_with("_x") && next[6] == '_' &&
                                    std::ranges::all_of(next.substr(2, 4), is_hexadecimal);
        out += read_as_escape ? "_x005F_" : std::string(1, text[at]);
    }
    return out;
}

std::string with_plain_line_ends(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        if (!pair) out += text[at] == '\r' ? '\n' : text[at];
    }
    return out;
}

// How many bytes of sound UTF-8 take at most so many UTF-16 units.
std::size_t bytes_within(std::string_view utf8, std::size_t most) {
    int32_t at = 0;
    std::size_t units = 0;
    while (at < static_cast<int32_t>(utf8.size())) {
        int32_t next = at;
        UChar32 code = 0;
        U8_NEXT(utf8.data(), next, static_cast<int32_t>(utf8.size()), code);
        units += code < 0 ? 1 : static_cast<std::size_t>(U16_LENGTH(code));
        if (units > most) break;
        at = next;
    }
    return static_cast<std::size_t>(at);
}

}  // namespace

std::size_t utf16_units(std::string_view utf8) {
    std::size_t units = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

std::string cell_text(std::string_view text, language in) {
    auto safe = without_escapes(with_plain_line_ends(sound(text)));
    if (utf16_units(safe) <= longest_text) return safe;
    const auto mark = " " + text_of(in, "xlsx.cut");
    safe.resize(bytes_within(safe, longest_text - utf16_units(mark)));
    return safe + mark;
}

std::string sheet_name(std::size_t number, std::string_view title, std::string_view ending) {
    auto line = one_line(sound(title));
    for (auto& c : line)
        if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) c = ' ';
    line = one_line(line);
    const auto digits = std::to_string(number);
    const auto start = digits.size() < 2 ? "0" + digits : digits;
    for (auto columns = longest_name;; --columns) {
        const auto part = columns > 1 ? shortened(line, columns) : std::string();
        auto name = start + (part.empty() ? "" : " ") + part + std::string(ending);
        if (utf16_units(name) <= longest_name || columns <= 1) return name;
    }
}

}  // namespace klartext::protocol::xlsx
