#include "crypto/codes.hpp"

#include <sodium.h>

#include "crypto/start.hpp"

namespace klartext::crypto {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_length = 8;

char as_meant(char typed) {
    const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (upper == 'O') return '0';
    if (upper == 'I' || upper == 'L') return '1';
    return upper;
}

bool counts(char typed) { return typed != ' ' && typed != '-' && typed != '\t'; }

}  // namespace

std::string base64url_encode(byte_view bytes) {
    start();
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back();  // the terminating zero that libsodium writes and counts
    return text;
}

std::optional<std::vector<std::uint8_t>> base64url_decode(std::string_view text) {
    start();
    std::vector<std::uint8_t> bytes(text.size());
    std::size_t length = 0;
    const int status = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length,
                                         nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    bytes.resize(length);
    if (status != 0 || base64url_encode(bytes) != text) return std::nullopt;
    return bytes;
}

std::string hex_encode(byte_view bytes) {
    start();
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::optional<std::vector<std::uint8_t>> hex_decode(std::string_view text) {
    if (text.empty()) return std::vector<std::uint8_t>();
    start();
    std::vector<std::uint8_t> bytes(text.size() / 2);
    std::size_t length = 0;
    const int status = sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr);
    bytes.resize(length);
    if (status != 0 || hex_encode(bytes) != text) return std::nullopt;
    return bytes;
}

std::string short_fingerprint(const digest& hash) {
    constexpr std::size_t shown = 16, group = 4;
    const auto digits = hex_encode(hash).substr(0, shown);
    std::string grouped;
    for (std::size_t at = 0; at < shown; at += group) grouped += (at == 0 ? "" : " ") + digits.substr(at, group);
    return grouped;
}

std::string crockford_code() {
    std::string code;
    for (const auto byte : random_bytes<code_length>()) code += alphabet[byte % alphabet.size()];
    return code;
}

std::optional<std::string> normalise_code(std::string_view typed) {
    std::string code;
    for (const char character : typed) {
        if (!counts(character)) continue;
        const char meant = as_meant(character);
        if (alphabet.find(meant) == std::string_view::npos || code.size() == code_length) return std::nullopt;
        code += meant;
    }
    if (code.size() != code_length) return std::nullopt;
    return code;
}

}  // namespace klartext::crypto
