#include "protocol/label.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace klartext::protocol {
namespace {

struct glyph {
    std::string_view bytes;
    char32_t code = 0;
};

constexpr char32_t no_character = 0xFFFD;

std::size_t announced_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xF0) return 4;
    if (lead >= 0xE0) return 3;
    return lead >= 0xC0 ? 2 : 1;
}

// A broken byte counts as a glyph of its own.
glyph next_glyph(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const auto length = announced_length(byte(0));
    if (length == 1) return {text.substr(0, 1), byte(0) < 0x80 ? byte(0) : no_character};
    char32_t code = byte(0) & (0xFFu >> (length + 1));
    for (std::size_t at = 1; at < length; ++at) {
        if (at >= text.size() || (byte(at) & 0xC0) != 0x80) return {text.substr(0, 1), no_character};
        code = (code << 6) | (byte(at) & 0x3Fu);
    }
    return {text.substr(0, length), code};
}

// Belongs to the glyph before it: combining marks, joiners, variation selectors, skin tones.
bool continues(char32_t code) {
    return (code >= 0x0300 && code <= 0x036F) || (code >= 0x0591 && code <= 0x05BD) || code == 0x200D ||
           (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0x1F3FB && code <= 0x1F3FF);
}

bool is_wide(char32_t code) {
    return (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
           (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) ||
           (code >= 0x1F300 && code <= 0x1FAFF) || (code >= 0x20000 && code <= 0x3FFFD);
}

struct piece {
    std::size_t bytes = 0;
    std::size_t columns = 0;
};

// One glyph with everything that hangs on it; a cut never goes through it.
piece next_piece(std::string_view text) {
    piece taken;
    bool joined = true;
    while (taken.bytes < text.size()) {
        const auto glyph = next_glyph(text.substr(taken.bytes));
        if (!joined && !continues(glyph.code)) break;
        if (taken.bytes == 0) taken.columns = is_wide(glyph.code) ? 2 : 1;
        taken.bytes += glyph.bytes.size();
        joined = glyph.code == 0x200D;
    }
    return taken;
}

// How many bytes fit into `columns`.
std::size_t fitting(std::string_view text, std::size_t columns) {
    std::size_t bytes = 0;
    for (std::size_t used = 0; bytes < text.size();) {
        const auto piece = next_piece(text.substr(bytes));
        used += piece.columns;
        if (used > columns) break;
        bytes += piece.bytes;
    }
    return bytes;
}

// A word is only cut where keeping it whole would leave more than half of the line empty.
std::size_t line_end(std::string_view text, std::size_t columns) {
    const auto most = fitting(text, columns);
    if (most == text.size() || text[most] == ' ') return most;
    const auto space = text.substr(0, most).rfind(' ');
    return space != std::string_view::npos && space > most / 2 ? space : most;
}

std::string_view without_leading_spaces(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

std::string_view latin(char32_t code) {
    constexpr std::pair<std::u32string_view, std::string_view> letters[] = {{U"äÄæÆ", "ae"},
                                                                            {U"öÖœŒ", "oe"},
                                                                            {U"üÜ", "ue"},
                                                                            {U"ßẞ", "ss"},
                                                                            {U"àáâãåÀÁÂÃÅāăąĀĂĄ", "a"},
                                                                            {U"çÇćčĆČ", "c"},
                                                                            {U"ďđĎĐ", "d"},
                                                                            {U"èéêëÈÉÊËēęěĒĘĚ", "e"},
                                                                            {U"ğĞ", "g"},
                                                                            {U"ìíîïÌÍÎÏīıİ", "i"},
                                                                            {U"łľĺŁĽĹ", "l"},
                                                                            {U"ñńňÑŃŇ", "n"},
                                                                            {U"òóôõøÒÓÔÕØőŐ", "o"},
                                                                            {U"řŕŘŔ", "r"},
                                                                            {U"śšşșŚŠŞȘ", "s"},
                                                                            {U"ťţțŤŢȚ", "t"},
                                                                            {U"ùúûÙÚÛūůűŪŮŰ", "u"},
                                                                            {U"ýÿÝŸ", "y"},
                                                                            {U"źżžŹŻŽ", "z"}};
    for (const auto& [from, to] : letters)
        if (from.find(code) != std::u32string_view::npos) return to;
    return {};
}

bool is_plain(char32_t code) { return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9'); }

}  // namespace

std::string one_line(std::string_view text) {
    std::string line;
    bool gap = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c == '\n' || c == '\r') && !line.empty()) break;
        if (byte <= 0x20 || byte == 0x7F) {
            gap = !line.empty();
            continue;
        }
        if (std::exchange(gap, false)) line += ' ';
        line += c;
    }
    return line;
}

std::string first_line(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n\v\f";
    const auto line = one_line(text);
    const auto from = std::min(text.find_first_not_of(blank), text.size());
    const auto end = std::min(text.find_first_of("\r\n", from), text.size());
    return text.find_first_not_of(blank, end) == text.npos ? line : line + " …";
}

std::string shortened(std::string_view line, std::size_t columns) {
    if (fitting(line, columns) == line.size()) return std::string(line);
    return std::string(line.substr(0, line_end(line, columns - 1))) + "…";
}

std::vector<std::string> wrapped(std::string_view line, std::size_t columns, std::size_t lines) {
    std::vector<std::string> out;
    auto rest = without_leading_spaces(line);
    while (!rest.empty() && out.size() + 1 < lines) {
        const auto end = line_end(rest, columns);
        out.emplace_back(rest.substr(0, end));
        rest = without_leading_spaces(rest.substr(end));
    }
    if (!rest.empty()) out.push_back(shortened(rest, columns));
    return out;
}

std::string slug(std::string_view text) {
    std::string out;
    while (!text.empty() && out.size() < 40) {
        auto [bytes, code] = next_glyph(text);
        text.remove_prefix(bytes.size());
        if (code >= 'A' && code <= 'Z') code += 'a' - 'A';
        if (is_plain(code)) {
            out += static_cast<char>(code);
        } else if (const auto letters = latin(code); !letters.empty()) {
            out += letters;
        } else if (!continues(code) && !out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    out.resize(std::min<std::size_t>(out.size(), 40));
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

}  // namespace klartext::protocol
