#include "suggestions/rows.hpp"

#include <algorithm>
#include <numeric>

namespace klartext::suggestions {

rows::rows(const vectors& all) : vectors_(all), first_(all.terms + 1), row_(all.of.size()) {
    for (const auto& vector : all.of)
        for (const auto& [term, value] : vector) ++first_[term + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    postings_.resize(first_.back());
    auto next = first_;
    for (std::uint32_t text = 0; text < all.of.size(); ++text)
        for (const auto& [term, value] : all.of[text]) postings_[next[term]++] = {.text = text, .value = value};
}

std::span<const double> rows::of(std::size_t text) {
    std::ranges::fill(row_, 0.0);
    for (const auto& [term, value] : vectors_.of[text])
        for (auto at = first_[term]; at < first_[term + 1]; ++at)
            row_[postings_[at].text] += static_cast<double>(value) * postings_[at].value;
    // Equal vectors give a trace more or less than 1.
    for (auto& alike : row_) alike = std::min(alike, 1.0);
    row_[text] = 0;
    return row_;
}

}  // namespace klartext::suggestions
