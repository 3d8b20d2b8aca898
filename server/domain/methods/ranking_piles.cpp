#include "domain/methods/ranking_piles.hpp"

#include <algorithm>
#include <cstring>

namespace klartext::domain {
namespace {

using placed_items = std::span<const item_number>;

/// Any order does that brings equals together; this one is quick.
bool before(const placed_items& one, const placed_items& other) {
    if (one.size() != other.size()) return one.size() < other.size();
    return std::memcmp(one.data(), other.data(), one.size_bytes()) < 0;
}

}  // namespace

std::vector<ranking_pile> piles_of(std::span<const ranking_ballot> ballots) {
    std::vector<placed_items> sorted;
    sorted.reserve(ballots.size());
    for (const auto& ballot : ballots)
        if (!ballot.ranking.empty()) sorted.emplace_back(ballot.ranking);
    std::sort(sorted.begin(), sorted.end(), before);
    std::vector<ranking_pile> piles;
    for (const auto& ranking : sorted) {
        if (piles.empty() || before(piles.back().ranking, ranking)) piles.push_back({ranking, 0});
        ++piles.back().ballots;
    }
    return piles;
}

}  // namespace klartext::domain
