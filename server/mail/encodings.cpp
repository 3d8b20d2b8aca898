#include "mail/encodings.hpp"

#include <algorithm>
#include <cstdint>

namespace klartext::mail {
namespace {

constexpr std::size_t longest_line = 76;
constexpr std::size_t longest_plain_header = 60;
// 64 characters once encoded, so that "Subject: " still fits before the first word.
constexpr std::size_t bytes_per_word = 39;
constexpr std::size_t longest_file_name = 200;

bool is_control(char c) { return static_cast<unsigned char>(c) < 32 || c == 127; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 128; }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Length of the longest beginning of at most `most` bytes that cuts no UTF-8 character; never 0, whatever the bytes.
std::size_t whole_characters(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text.size();
    auto length = most;
    while (length > 0 && continues_character(text[length])) --length;
    return length > 0 ? length : most;
}

void append_hex(std::string& out, char mark, char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += mark;
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

/// One line of quoted-printable, soft breaks included, without its end.
void append_quoted_line(std::string& out, std::string_view line) {
    std::size_t column = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool space_at_end = (c == ' ' || c == '\t') && i + 1 == line.size();
        const bool plain = ((c > 32 && c < 127 && c != '=') || c == ' ' || c == '\t') && !space_at_end;
        const std::size_t width = plain ? 1 : 3;
        if (column + width >= longest_line) {
            out += "=\r\n";
            column = 0;
        }
        if (plain)
            out += c;
        else
            append_hex(out, '=', c);
        column += width;
    }
}

bool may_stay_plain(std::string_view text) {
    return text.size() <= longest_plain_header && text.find("=?") == std::string_view::npos &&
           std::ranges::all_of(text, is_ascii);
}

bool stays_in_parameter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_';
}

std::string safe_file_name(std::string_view name) {
    std::string safe(name.substr(0, whole_characters(name, longest_file_name)));
    std::ranges::replace_if(
        safe, [](char c) { return is_control(c) || c == '/' || c == '\\' || c == '"'; }, '_');
    return safe;
}

}  // namespace

std::string base64(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t k) {
            return i + k < bytes.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i + k])) : 0U;
        };
        const auto group = byte(0) << 16 | byte(1) << 8 | byte(2);
        out += alphabet[group >> 18];
        out += alphabet[group >> 12 & 63];
        out += i + 1 < bytes.size() ? alphabet[group >> 6 & 63] : '=';
        out += i + 2 < bytes.size() ? alphabet[group & 63] : '=';
    }
    return out;
}

std::string base64_lines(std::string_view bytes) {
    constexpr std::size_t bytes_per_line = longest_line / 4 * 3;
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += bytes_per_line)
        out += base64(bytes.substr(i, bytes_per_line)) + "\r\n";
    return out;
}

std::string quoted_printable(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        append_quoted_line(out, text.substr(0, end));
        out += "\r\n";
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
    }
    return out;
}

std::string header_words(std::string_view text) {
    std::string line(text);
    std::ranges::replace_if(line, is_control, ' ');
    return may_stay_plain(line) ? line : encoded_words(line);
}

std::string encoded_words(std::string_view rest) {
    std::string out;
    while (!rest.empty()) {
        const auto length = whole_characters(rest, bytes_per_word);
        if (!out.empty()) out += "\r\n ";
        out += "=?UTF-8?B?" + base64(rest.substr(0, length)) + "?=";
        rest.remove_prefix(length);
    }
    return out;
}

std::string file_name_parameters(std::string_view name) {
    const auto safe = safe_file_name(name);
    std::string plain;
    for (const char c : safe)
        if (!continues_character(c)) plain += is_ascii(c) ? c : '_';
    const auto readable = ";\r\n filename=\"" + plain + "\"";
    if (plain == safe) return readable;
    std::string exact = ";\r\n filename*=UTF-8''";
    for (const char c : safe) {
        if (stays_in_parameter(c))
            exact += c;
        else
            append_hex(exact, '%', c);
    }
    // The exact one first: some mail programs take the first that they understand, and none the last.
    return exact + readable;
}

}  // namespace klartext::mail
