#include "suggestions/rows.hpp"
#include "suggestions/suggestions.hpp"

namespace klartext::suggestions {
namespace {

/// By place in the smallest-first order.
std::vector<bool> asked(const collection& all, std::span<const std::size_t> among) {
    std::vector<bool> came(all.place.size(), among.empty());
    for (const auto text : among) came.at(text) = true;
    std::vector<bool> in_order;
    for (const auto place : all.place) in_order.push_back(came[place]);
    return in_order;
}

std::optional<neighbour> nearest(std::span<const double> row, const std::vector<bool>& counts) {
    neighbour best;
    for (std::size_t text = 0; text < row.size(); ++text)
        if (counts[text] && row[text] > best.alike) best = {.text = text, .alike = row[text]};
    if (best.alike == 0) return std::nullopt;
    return best;
}

}  // namespace

std::vector<std::optional<neighbour>> nearest_neighbours(std::span<const std::string> texts, language of,
                                                         std::span<const std::size_t> among) {
    const auto all = read_all(texts, of);
    const auto counts = asked(all, among);
    const auto weighed = weigh(all.texts);
    rows table(weighed);
    std::vector<std::optional<neighbour>> found(texts.size());
    for (std::size_t text = 0; text < all.place.size(); ++text) {
        if (!counts[text]) continue;
        auto best = nearest(table.of(text), counts);
        if (best) best->text = all.place[best->text];
        found[all.place[text]] = best;
    }
    return found;
}

}  // namespace klartext::suggestions
