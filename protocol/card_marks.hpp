#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "protocol/blocks.hpp"

/// What stands below the text of a card.
namespace klartext::protocol {

/// Its kind, up-votes, that it is answered, its section, and that it was entered on behalf, as far as there is
/// something to say; the kind comes first.
[[nodiscard]] std::vector<std::string> marks_of(const card&);

/// The same in one line; empty if there is nothing to say.
[[nodiscard]] std::string line_of_marks(const card&);

/// "#rrggbb" for a small field beside the word: told apart from light and from dark paper (3:1 and more).
[[nodiscard]] std::string_view colour_of(card_tone);

/// "yellow", as in JSON and in names of styles.
[[nodiscard]] std::string_view name_of(card_tone);

[[nodiscard]] const std::vector<card_tone>& all_tones();

}  // namespace klartext::protocol
