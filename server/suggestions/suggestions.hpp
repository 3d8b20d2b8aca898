#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "suggestions/language.hpp"

/// What a facilitator may want to look at among many short texts: which say the same, and which belong together.
/// Nothing here changes anything; people decide.
///
/// Texts in, places in that list out. Pure functions: no clock, no chance, no network, no state; any thread. The same
/// texts give the same answer in whatever order they come (of texts that are equal byte for byte, the one that comes
/// first is taken first). A text is UTF-8 of any length and script; broken bytes are read as U+FFFD. `language` says
/// whose endings and function words are taken away; words of other languages are compared as they stand.
///
/// How alike two texts are is a number from 0 to 1: the cosine of two vectors, half of it from word stems (Snowball;
/// Porter 1980), half from pieces of words of four characters, which see the *Rad* in *Fahrradweg*. Both are weighted
/// by (1 + ln tf) · ln(1 + n/df) (after Salton and Buckley 1988), so the number depends on the other texts as well.
///
/// Memory and time are bounded: of very many or very long texts only the first words count (800 in each of up to 250
/// texts, 285 in each of 700, 40 in each of 5,000; 16 bytes each), and terms that nearly all texts share are left out
/// when there would be too many products to add up. Up to a second for a large workshop, some seconds and 300 MiB at
/// the worst: work for a worker.
namespace klartext::suggestions {

/// More texts than this are refused with std::length_error: ask before.
inline constexpr std::size_t most_texts = 5000;

struct neighbour {
    std::size_t text = 0;
    double alike = 0;  ///< more than 0
};

/// For each text the one most like it, if any has something in common with it. With `among`, only these texts are asked
/// and answered; the others say no more than how common a word is.
[[nodiscard]] std::vector<std::optional<neighbour>> nearest_neighbours(std::span<const std::string> texts, language,
                                                                       std::span<const std::size_t> among = {});

struct duplicate_group {
    std::vector<std::size_t> texts;  ///< two or more, ascending; each text is in one group at most
    double alike = 0;                ///< how alike the group's centre and the member farthest from it are
    bool same_words = false;         ///< the members differ in case, punctuation and spaces at most; `alike` is 1
};

inline constexpr double alike_as_duplicates = 0.8;

/// Groups of texts that have the same words in the same order (where a text is too long to be read, the same bytes in
/// the rest), or are at least as alike as `least`. Groups by leaders with the most neighbours first (Butina 1999): each
/// member is that alike to the group's centre, and no chain of small steps makes a group. *Keine Bänke* is no
/// near-duplicate of *Bänke*, nor *Mehr Bänke* of *Weniger Bänke*: the words that turn a meaning round are the same.
/// Closest groups first. A text without words or signs that count is in no group.
[[nodiscard]] std::vector<duplicate_group> near_duplicates(std::span<const std::string> texts, language,
                                                           double least = alike_as_duplicates);

struct theme_options {
    double least_alike = 0.10;  ///< on average between any two texts of a theme; higher gives smaller, closer themes
    std::size_t fewest_texts = 3;
    std::size_t most_themes = 12;  ///< the largest are kept
};

struct theme {
    std::vector<std::size_t> texts;  ///< ascending; each text is in one theme at most
    std::vector<std::string> words;  ///< one to three that stand out in these texts, in the spelling used most there
    double alike = 0;                ///< on average between any two of its texts
};

/// Groups of texts on the same matter by average-link clustering (Sokal and Michener 1958), largest first. What fits
/// nowhere stays out.
[[nodiscard]] std::vector<theme> themes(std::span<const std::string> texts, language, const theme_options& = {});

}  // namespace klartext::suggestions
