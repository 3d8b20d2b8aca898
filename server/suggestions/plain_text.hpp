#pragma once
#include <string>
#include <string_view>

namespace klartext::suggestions {

/// The text without what is not words: HTML entities become the character that they stand for (others than the usual
/// ones a space), addresses of pages a space, and the endings of *Bürger:innen*, *Radfahrer*in* and the like go.
[[nodiscard]] std::string plain_text(std::string_view utf8);

}  // namespace klartext::suggestions
