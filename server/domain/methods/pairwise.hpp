#pragma once
#include "domain/methods/ranking_piles.hpp"

/// Rankings read as a contest of each item against each other.
namespace klartext::domain {

/// `[a][b]`: ballots that prefer a to b.
using pair_table = std::vector<std::vector<int>>;

/// A ranked item is preferred to each one behind it and to all that are not ranked; two that are not ranked are not
/// compared.
[[nodiscard]] pair_table pairs_of(std::span<const ranking_pile>, int items);

/// The item that more ballots prefer to each other item than the other way round (Condorcet 1785), if there is one.
[[nodiscard]] std::optional<item_number> condorcet_winner(const pair_table&);

/// The smallest set of items each of which beats every item outside (J. Smith 1973), by number. One item: the Condorcet
/// winner. More: they run in a circle or tie.
[[nodiscard]] std::vector<item_number> smith_set(const pair_table&);

}  // namespace klartext::domain
