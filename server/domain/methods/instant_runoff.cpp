#include "domain/methods/instant_runoff.hpp"

#include "domain/methods/item_numbers.hpp"

#include <algorithm>
#include <numeric>

namespace klartext::domain {
namespace {

using round = ranking_result::runoff_round;

class count {
public:
    count(std::span<const ranking_pile> piles, std::span<const std::int64_t> borda)
        : piles_(piles), borda_(borda.begin(), borda.end()), in_(borda.size()), reached_(piles.size()) {
        std::iota(in_.begin(), in_.end(), 0);
    }

    runoff_outcome to_the_last_two();

private:
    [[nodiscard]] bool still_in(item_number item) const { return std::ranges::binary_search(in_, item); }
    round next_round();
    [[nodiscard]] std::vector<item_number> weakest() const;
    void eliminate(const std::vector<item_number>& gone);

    std::span<const ranking_pile> piles_;
    std::vector<std::int64_t> borda_;
    std::vector<item_number> in_;                  // sorted
    std::vector<std::size_t> reached_;             // per pile: the place in its ranking that counts
    std::vector<std::vector<std::int64_t>> past_;  // per round, per item
};

/// Only those with the fewest stay.
void keep_fewest(std::vector<item_number>& items, const std::vector<std::int64_t>& counts) {
    const auto of = [&](item_number item) { return row_of(counts, item); };
    const auto fewest = of(std::ranges::min(items, {}, of));
    std::erase_if(items, [&](item_number item) { return of(item) > fewest; });
}

round count::next_round() {
    round round{.counts = {}, .eliminated = {}};
    std::vector<std::int64_t> votes(borda_.size());
    for (std::size_t pile = 0; pile < piles_.size(); ++pile) {
        const auto& [ranking, ballots] = piles_[pile];
        auto& place = reached_[pile];
        while (place < ranking.size() && !still_in(ranking[place])) ++place;
        if (place < ranking.size())
            row_of(votes, ranking[place]) += ballots;
        else
            round.exhausted += ballots;
    }
    for (const auto item : in_) round.counts.push_back({item, static_cast<int>(row_of(votes, item))});
    past_.push_back(std::move(votes));
    auto last = in_;
    keep_fewest(last, past_.back());
    round.tied = last.size() > 1;
    return round;
}

std::vector<item_number> count::weakest() const {
    auto weakest = in_;
    for (auto round = past_.rbegin(); round != past_.rend(); ++round) keep_fewest(weakest, *round);
    keep_fewest(weakest, borda_);
    return weakest;
}

void count::eliminate(const std::vector<item_number>& gone) {
    std::erase_if(in_, [&](item_number item) { return std::ranges::binary_search(gone, item); });
}

runoff_outcome count::to_the_last_two() {
    runoff_outcome outcome;
    while (true) {
        outcome.rounds.push_back(next_round());
        const bool last = in_.size() <= 2;
        const auto weakest = in_.size() > 1 ? this->weakest() : std::vector<item_number>();
        if (weakest.size() == in_.size()) return outcome;
        eliminate(weakest);
        if (last) break;
        outcome.rounds.back().eliminated = weakest;
    }
    outcome.winner = in_.front();
    return outcome;
}

}  // namespace

runoff_outcome instant_runoff(std::span<const ranking_pile> piles, std::span<const std::int64_t> borda) {
    if (piles.empty()) return {};
    return count(piles, borda).to_the_last_two();
}

}  // namespace klartext::domain
