#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "suggestions/terms.hpp"

namespace klartext::suggestions {

struct weight {
    std::uint32_t term = 0;  ///< its number, see `vectors`
    float value = 0;
};

/// Texts as sparse vectors of length 1, or 0 where nothing counts: stems and pieces with half of the squared length
/// each.
struct vectors {
    std::vector<std::vector<weight>> of;  ///< ascending by term
    std::size_t terms = 0;                ///< numbers are below this
};

/// (1 + ln tf) · ln(1 + n/df), tf how often the text has the term, df how many of the n texts have it (after Salton and
/// Buckley 1988; the 1 in the logarithm keeps what all texts share, which is all there is when there are two). Terms
/// are left out, those in most texts first, until no more than `most_products` (the sum of df²) have to be added up for
/// all pairs.
[[nodiscard]] vectors weigh(std::span<const text_terms>, double most_products = 4e8);

}  // namespace klartext::suggestions
