#pragma once
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "suggestions/words.hpp"

namespace klartext::suggestions {

/// A stem or a piece of a word, by a hash of 64 bits: two of 10 million different ones are the same in one of 400,000
/// cases.
using term = std::uint64_t;

[[nodiscard]] term stem_term(std::string_view stem);

/// What of a text counts.
struct text_terms {
    std::string same;  ///< its words in their order, folded, and what was not read of it: the same for texts with the
                       ///< same words
    std::set<std::string_view> turns;  ///< the words that turn its meaning round
    std::vector<term> stems;           ///< of the first words, function words aside, with repetitions
    std::vector<term> pieces;          ///< the same words in overlapping pieces of four characters, with repetitions
};

/// All texts, smallest first, so that nothing depends on the order in which they came.
struct collection {
    std::vector<std::size_t> place;  ///< of each text among those that came in; of equal ones the first comes first
    std::vector<text_terms> texts;
};

/// How many words of each text count when there are so many texts; no more than 16 bytes for each of these are read.
[[nodiscard]] std::size_t words_that_count(std::size_t texts);

/// Throws std::length_error for more than `most_texts`.
[[nodiscard]] collection read_all(std::span<const std::string> texts, language);

}  // namespace klartext::suggestions
