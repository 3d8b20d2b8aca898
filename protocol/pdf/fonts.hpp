#pragma once
typedef struct _PangoFontMap PangoFontMap;

namespace klartext::protocol::pdf {

/// What letters are taken from: the Noto families named in fonts.cpp and no other, whatever is installed besides, so
/// that the same text looks the same everywhere. Belongs to the calling thread and lives as long as it; from the first
/// call on it is also what librsvg takes its letters from in this thread. Throws missing_file.
[[nodiscard]] PangoFontMap* letters_of_this_thread();

/// For all scripts, in the form that Pango takes. Emoji are not in it: Pango finds them by itself, and their font would
/// lend its wide digits to everything.
inline constexpr const char* text_families =
    "Noto Sans,Noto Sans Arabic,Noto Sans Hebrew,Noto Sans CJK SC,Noto Sans Symbols,Noto Sans Symbols2,Noto Sans Math";
inline constexpr const char* code_families = "Noto Sans Mono,Noto Sans,Noto Sans CJK SC";

}  // namespace klartext::protocol::pdf
