#include "access/password_rules.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <vector>

#include "domain/text.hpp"

namespace klartext::access {
namespace {

constexpr int shortest_password = 10;
constexpr int longest_password = 200;
constexpr int longest_name = 100;
constexpr std::size_t more_bytes_than_anything_allowed = 10'000;

std::optional<icu::UnicodeString> from_utf8(std::string_view text) {
    if (text.size() > more_bytes_than_anything_allowed) return std::nullopt;
    std::vector<char16_t> units(text.size() + 1);
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(units.data(), static_cast<std::int32_t>(units.size()), &length, text.data(),
                  static_cast<std::int32_t>(text.size()), &status);
    if (U_FAILURE(status)) return std::nullopt;
    return icu::UnicodeString(units.data(), length);
}

icu::UnicodeString composed(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("the Unicode data for NFC are missing");
    auto normal = nfc->normalize(text, status);
    if (U_FAILURE(status)) throw std::runtime_error("NFC failed");
    return normal;
}

std::string to_utf8(const icu::UnicodeString& text) {
    std::string bytes;
    return text.toUTF8String(bytes);
}

bool has_control_character(const icu::UnicodeString& text) {
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const auto type = u_charType(text.char32At(at));
        // Format characters turn the direction of a line or are not seen at all: two names would look like one.
        if (type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR ||
            type == U_PARAGRAPH_SEPARATOR)
            return true;
    }
    return false;
}

bool same_but_for_case(std::string_view left, std::string_view right) {
    const auto a = from_utf8(left);
    const auto b = from_utf8(right);
    return a && b && a->caseCompare(*b, U_FOLD_CASE_DEFAULT) == 0;
}

}  // namespace

result<std::string> as_account_name(std::string_view typed) {
    const auto text = from_utf8(typed);
    if (!text) return access_refusal::name_invalid;
    auto name = composed(*text);
    name.trim();
    const auto length = name.countChar32();
    if (length == 0 || length > longest_name || has_control_character(name)) return access_refusal::name_invalid;
    return to_utf8(name);
}

std::string as_password(std::string_view typed) {
    const auto text = from_utf8(typed);
    return text ? to_utf8(composed(*text)) : std::string(typed);
}

std::optional<access_refusal> fault_of_password(std::string_view password, std::string_view name) {
    const auto length = domain::code_points(password);
    if (length < shortest_password) return access_refusal::password_too_short;
    if (length > longest_password || password.size() > more_bytes_than_anything_allowed)
        return access_refusal::password_too_long;
    if (same_but_for_case(password, name)) return access_refusal::password_is_name;
    return std::nullopt;
}

}  // namespace klartext::access
