#pragma once
#include "domain/session_state.hpp"

/// The small-group guard: few ballots give their voters away.
namespace klartext::domain {

inline constexpr std::size_t fewest_ballots = 5;  ///< with a result; unless the session is an open small group
inline constexpr int few_seats = 10;              ///< below this a notice stands before the vote

}  // namespace klartext::domain
