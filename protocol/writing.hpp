#pragma once
#include <string>
#include <string_view>

/// How texts of people are written.
namespace klartext::protocol {

/// Whether the first letter with a direction runs from right to left, as `dir="auto"` of HTML has it.
[[nodiscard]] bool reads_right_to_left(std::string_view utf8);

/// Whether any letter does.
[[nodiscard]] bool holds_right_to_left(std::string_view utf8);

/// A person's text for a sentence of ours: letters that run to the left keep to themselves and leave the sentence its
/// direction, with the marks of Unicode for that (UAX 9). Other texts stay as they are.
[[nodiscard]] std::string set_apart(std::string text);

/// The language for a group of scripts, of which office documents know one each.
struct script_language {
    std::string_view language;  ///< "he"
    std::string_view country;   ///< "IL"
    std::string_view font;      ///< "DejaVu Sans"
};

/// Arabic if its letters come before Hebrew ones, else Hebrew.
[[nodiscard]] script_language complex_language_of(std::string_view utf8);

/// Japanese or Korean if there are kana or hangul, else Chinese.
[[nodiscard]] script_language asian_language_of(std::string_view utf8);

/// The language that the script of the first letter gives away, for reading aloud: "he", "ar", "zh", "ja", "ko"; empty
/// for other scripts, which many languages share.
[[nodiscard]] std::string_view language_by_script(std::string_view utf8);

}  // namespace klartext::protocol
