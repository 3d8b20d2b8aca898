#include "domain/methods/pairwise.hpp"

#include "domain/methods/item_numbers.hpp"

#include <algorithm>
#include <numeric>

namespace klartext::domain {
namespace {

bool beats(const pair_table& pairs, item_number one, item_number other) {
    return row_of(row_of(pairs, one), other) > row_of(row_of(pairs, other), one);
}

/// A. Copeland 1951, in halves: two for each item that is beaten, one for each tie.
int copeland(const pair_table& pairs, item_number item) {
    int points = 0;
    for (item_number other = 0; other < static_cast<int>(pairs.size()); ++other)
        points += 1 + beats(pairs, item, other) - beats(pairs, other, item);
    return points;
}

void count(pair_table& pairs, const ranking_pile& pile) {
    std::vector<char> passed(pairs.size());
    for (const auto item : pile.ranking) {
        row_of(passed, item) = true;
        auto& row = row_of(pairs, item);
        for (std::size_t other = 0; other < row.size(); ++other)
            if (!passed[other]) row[other] += pile.ballots;
    }
}

}  // namespace

pair_table pairs_of(std::span<const ranking_pile> piles, int items) {
    pair_table pairs(static_cast<std::size_t>(items), std::vector<int>(static_cast<std::size_t>(items)));
    for (const auto& pile : piles) count(pairs, pile);
    return pairs;
}

std::optional<item_number> condorcet_winner(const pair_table& pairs) {
    const auto set = smith_set(pairs);
    return set.size() == 1 ? std::optional(set.front()) : std::nullopt;
}

std::vector<item_number> smith_set(const pair_table& pairs) {
    std::vector<item_number> order(pairs.size());
    std::iota(order.begin(), order.end(), 0);
    std::vector<int> points;
    for (const auto item : order) points.push_back(copeland(pairs, item));
    // Whoever is in the set beats all outside and so has more points than any of them: the set is a beginning of this
    // order.
    std::ranges::stable_sort(order, std::greater(), [&](item_number item) { return row_of(points, item); });
    std::size_t inside = std::min<std::size_t>(1, order.size());
    for (std::size_t seen = 0; seen < inside; ++seen)
        for (std::size_t other = inside; other < order.size(); ++other)
            if (!beats(pairs, order[seen], order[other])) inside = other + 1;
    order.resize(inside);
    std::ranges::sort(order);
    return order;
}

}  // namespace klartext::domain
