#pragma once
#include "domain/methods/ranking_piles.hpp"

#include <cstdint>

/// In each round a ballot counts for the item that it likes best of those still in, and the item with the fewest
/// ballots is eliminated (W. Ware 1871). Rounds are counted down to the last two, also where one item has more than
/// half before: nothing can take that away from it, and the last round shows how the two compare.
///
/// Who is eliminated on a tie, without a lot: of those with the fewest ballots the ones that had the fewest in the
/// latest earlier round in which they differ; then the ones with the fewest Borda points; who cannot be told apart then
/// is eliminated together. If that were everybody, it is a tie without a winner. The same rule decides between the last
/// two.
namespace klartext::domain {

struct runoff_outcome {
    std::vector<ranking_result::runoff_round> rounds;  ///< none without a ballot
    std::optional<item_number> winner = {};
};

/// `borda`: points per item, on any scale.
[[nodiscard]] runoff_outcome instant_runoff(std::span<const ranking_pile>, std::span<const std::int64_t> borda);

}  // namespace klartext::domain
