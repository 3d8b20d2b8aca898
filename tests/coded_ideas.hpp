#pragma once

/// 697 ideas that researchers have sorted into twelve categories (tests/data/README.md), and how well what a computer
/// takes for neighbours agrees with them.

#include <bitset>
#include <optional>
#include <string>
#include <vector>

namespace klartext::testing {

struct coded_ideas {
    std::vector<std::string> refs, titles, texts;  ///< a text is the whole card, title included
    std::vector<std::bitset<12>> categories;
    std::vector<std::size_t> categorised;  ///< those with a category
};

/// Throws std::runtime_error if the files cannot be read.
[[nodiscard]] coded_ideas read_coded_ideas(const std::string& folder);

/// Of each categorised text the nearest one among them, if it has any.
using neighbours = std::vector<std::optional<std::size_t>>;

/// Plain TF-IDF: runs of three letters or more in lower case, (1 + ln tf) · ln(n/df) with n and df of all texts,
/// cosine; who is like nobody, and who is equally like several, gets the first.
[[nodiscard]] neighbours plain_neighbours(const coded_ideas&, const std::vector<std::string>& texts);

/// The mean over all categorised ideas of |A ∩ B| / |A ∪ B|, the categories of the idea and of its neighbour (Jaccard
/// 1901); 0 for an idea without neighbour.
[[nodiscard]] double agreement(const coded_ideas&, const neighbours&);

}  // namespace klartext::testing
