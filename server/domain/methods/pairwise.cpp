#include "domain/methods/pairwise.hpp"

#include "domain/methods/item_numbers.hpp"

#include <algorithm>
#include <numeric>

namespace klartext::domain {
namespace {

bool beats(const pair_table& pairs, item_number one, item_number other) {
    return row_of(row_of(pairs, one), other) > row_of(row_of(pairs, other), one);
}

int wins_of(const pair_table& pairs, item_number item) {
    int wins = 0;
    for (item_number other = 0; other < static_cast<int>(pairs.size()); ++other) wins += beats(pairs, item, other);
    return wins;
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
    std::vector<int> wins;
    for (const auto item : order) wins.push_back(wins_of(pairs, item));
    // Whoever is in the set beats all outside and so has more wins than any of them: the set is the beginning of this
    // order.
    std::ranges::sort(order, std::greater(), [&](item_number item) { return row_of(wins, item); });
    std::size_t inside = std::min<std::size_t>(1, order.size());
    for (std::size_t seen = 0; seen < inside; ++seen)
        for (std::size_t other = inside; other < order.size(); ++other)
            if (!beats(pairs, order[seen], order[other])) inside = other + 1;
    order.resize(inside);
    std::ranges::sort(order);
    return order;
}

}  // namespace klartext::domain
