#pragma once
#include <vector>

#include "protocol/minutes.hpp"

namespace klartext::protocol {

/// The items by result: most votes, most dots or the largest share of agreement first; items that nobody judged last.
/// Equal ones stay in the order in which they were shown, so that a tie does not look like a ranking.
/// A withheld vote and one without figures keep the order shown. The pointers live as long as `vote`.
[[nodiscard]] std::vector<const vote_item*> ranked(const vote&);

/// Whether neither of two items of one vote is before the other. Both have figures.
[[nodiscard]] bool tied(const vote&, const vote_item&, const vote_item&);

/// Whether there are numbers of it: not where they are withheld or the vote is running.
[[nodiscard]] bool has_figures(const vote_item&);

/// Whether there are numbers that may be shown.
[[nodiscard]] bool has_result(const activity&);

}  // namespace klartext::protocol
