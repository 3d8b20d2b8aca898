#pragma once
typedef struct _PangoFontMap PangoFontMap;

namespace klartext::protocol::pdf {

/// What letters are taken from: the Noto families named in fonts.cpp and no other, whatever is installed besides, so
/// that the same text looks the same everywhere. Belongs to the calling thread and lives as long as it; from the first
/// call on it is also what librsvg takes its letters from in this thread. Throws missing_file.
[[nodiscard]] PangoFontMap* letters_of_this_thread();

/// The family that leads to those of other scripts. Emoji have none: Pango finds them by itself, and in a list their
/// font would lend its wide digits to everything.
inline constexpr const char* text_family = "Noto Sans";
inline constexpr const char* code_family = "Noto Sans Mono,Noto Sans";

}  // namespace klartext::protocol::pdf
