#pragma once
#include <string>

#include "protocol/compose.hpp"
#include "protocol/house.hpp"
#include "protocol/minutes.hpp"
#include "protocol/pdf/errors.hpp"

namespace klartext::protocol {

/// The minutes as a tagged PDF on A4: with contents, bookmarks, running foot and embedded fonts, in the house's colour.
/// The same minutes and house give the same bytes, in any thread. May be called from several threads at once; they
/// share the fonts' configuration and the hyphenation, which are only read, and each keeps letters of its own as long
/// as it lives. The first call of a program takes some seconds longer, unless
/// prepare_pdf() was called. Throws pdf::missing_file if fonts or
/// hyphenation are not installed, and what check() throws.
[[nodiscard]] std::string to_pdf(const minutes&, const house& = {}, edition = edition::full);

/// Reads fonts and hyphenation, which takes up to some seconds once in a program: for a worker that expects minutes.
/// Throws pdf::missing_file.
void prepare_pdf();

/// Throws pdf::unusable_house, which says why and what to do, if the logo cannot be read or has no words for those who
/// do not see it, or if the accent is no "#rrggbb" that can be read on white (contrast of 4.5, WCAG 2.1, 1.4.3).
void check(const house&);

}  // namespace klartext::protocol
