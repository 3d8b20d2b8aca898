#pragma once
#include "domain/methods/ranking.hpp"

/// Equal rankings are counted once, whatever is done with them.
namespace klartext::domain {

/// Lives no longer than the ballots that it looks at.
struct ranking_pile {
    std::span<const item_number> ranking;  ///< not empty
    int ballots = 0;
};

/// In an order that the ballots' own has no part in. Ballots that rank nothing are left out.
[[nodiscard]] std::vector<ranking_pile> piles_of(std::span<const ranking_ballot>);

}  // namespace klartext::domain
