#pragma once
#include <span>
#include <string>
#include <vector>

#include "suggestions/terms.hpp"

namespace klartext::suggestions {

/// For each group of texts (by their places in `texts`, all of which `all` was read from) the one to three words that
/// stand out in it (Manning, Raghavan and Schütze 2008, chapter 17.7): used in many of its texts and in few others,
/// best first. None if its texts have no words.
[[nodiscard]] std::vector<std::vector<std::string>> names_of(std::span<const std::vector<std::size_t>> groups,
                                                             std::span<const std::string> texts, const collection& all,
                                                             language);

}  // namespace klartext::suggestions
