#include "protocol/writing.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace klartext::protocol {
namespace {

template <class Visit>
void each_character(std::string_view utf8, Visit goes_on) {
    const auto size = static_cast<int32_t>(utf8.size());
    for (int32_t at = 0; at < size;) {
        UChar32 code = 0;
        U8_NEXT(utf8.data(), at, size, code);
        if (code >= 0 && !goes_on(code)) return;
    }
}

// Most texts hold none; asking for the script of each character would be slow.
constexpr UChar32 first_hebrew = 0x590;

UScriptCode script_of(UChar32 code) {
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript(code, &error);
}

bool runs_to_the_left(UChar32 code) {
    const auto direction = u_charDirection(code);
    return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

}  // namespace

bool reads_right_to_left(std::string_view utf8) {
    bool leftwards = false;
    each_character(utf8, [&](UChar32 code) {
        leftwards = runs_to_the_left(code);
        return !leftwards && u_charDirection(code) != U_LEFT_TO_RIGHT;
    });
    return leftwards;
}

bool holds_right_to_left(std::string_view utf8) {
    bool found = false;
    each_character(utf8, [&](UChar32 code) {
        found = code >= first_hebrew && runs_to_the_left(code);
        return !found;
    });
    return found;
}

std::string set_apart(std::string text) {
    constexpr std::string_view left_to_right = "\xE2\x80\x8E", isolate = "\xE2\x81\xA8", end = "\xE2\x81\xA9";
    if (!holds_right_to_left(text)) return text;
    return std::string(left_to_right).append(isolate).append(text).append(end);
}

script_language complex_language_of(std::string_view utf8) {
    auto found = USCRIPT_HEBREW;
    each_character(utf8, [&](UChar32 code) {
        if (code < first_hebrew) return true;
        const auto script = script_of(code);
        if (script == USCRIPT_ARABIC) found = USCRIPT_ARABIC;
        return script != USCRIPT_ARABIC && script != USCRIPT_HEBREW;
    });
    // It has both scripts and digits, which LibreOffice 7.4 otherwise takes from the emoji font, where they are blank.
    constexpr auto font = "DejaVu Sans";
    if (found == USCRIPT_ARABIC) return {"ar", "SA", font};
    return {"he", "IL", font};
}

script_language asian_language_of(std::string_view utf8) {
    script_language found{"zh", "CN", "Noto Sans CJK SC"};
    each_character(utf8, [&](UChar32 code) {
        if (code < first_hebrew) return true;
        const auto script = script_of(code);
        if (script == USCRIPT_HANGUL) found = {"ko", "KR", "Noto Sans CJK KR"};
        if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) found = {"ja", "JP", "Noto Sans CJK JP"};
        return found.language == "zh";
    });
    return found;
}

std::string_view language_by_script(std::string_view utf8) {
    std::string_view found;
    each_character(utf8, [&](UChar32 code) {
        if (!u_isalpha(code)) return true;
        switch (code < first_hebrew ? USCRIPT_LATIN : script_of(code)) {
            case USCRIPT_HEBREW:
            case USCRIPT_ARABIC: found = complex_language_of(utf8).language; break;
            case USCRIPT_HAN:
            case USCRIPT_HIRAGANA:
            case USCRIPT_KATAKANA:
            case USCRIPT_HANGUL: found = asian_language_of(utf8).language; break;
            default: break;
        }
        return false;
    });
    return found;
}

}  // namespace klartext::protocol
