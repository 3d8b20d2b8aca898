#pragma once
#include <cstdint>
#include <span>
#include <vector>

/// Whole numbers in classes that one can read.
namespace klartext::domain {

struct round_bin {
    std::int64_t from = 0, to = 0;  ///< `to` belongs to the next one
    int count = 0;
};

/// About as many classes as H. Sturges 1926 has them, 1 + log2 n, and twelve at most. Their width is 1, 2 or 5 times a
/// power of ten and they begin at multiples of it; empty ones in between are there. Of `sorted` values, one at least.
[[nodiscard]] std::vector<round_bin> bins_of(std::span<const std::int64_t> sorted);

}  // namespace klartext::domain
