#pragma once
#include <span>
#include <vector>

#include "suggestions/vectors.hpp"

namespace klartext::suggestions {

/// The table of how alike any two texts are, made row by row through an inverted index, so that texts without a common
/// term cost nothing.
class rows {
public:
    explicit rows(const vectors&);

    [[nodiscard]] std::size_t size() const { return vectors_.of.size(); }

    /// How alike this text and each text are; with itself it is 0. Holds until the next call.
    [[nodiscard]] std::span<const double> of(std::size_t text);

private:
    struct posting {
        std::uint32_t text = 0;
        float value = 0;
    };
    const vectors& vectors_;
    std::vector<std::size_t> first_;  ///< posting of each term; one more at the end
    std::vector<posting> postings_;
    std::vector<double> row_;
};

}  // namespace klartext::suggestions
