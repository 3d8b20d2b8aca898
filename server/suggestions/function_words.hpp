#pragma once
#include <string_view>

#include "suggestions/language.hpp"

namespace klartext::suggestions {

/// Whether a word, folded as `words_of` does, only joins others or says how much of them there shall be: articles,
/// pronouns, prepositions, auxiliaries, *mehr* and *nicht*. It says nothing of what a text is about.
[[nodiscard]] bool is_function_word(std::string_view folded, language);

/// A function word, folded, that turns a meaning round, by one spelling for all its forms; nothing if it is none.
[[nodiscard]] std::string_view turning_word(std::string_view folded, language);

}  // namespace klartext::suggestions
