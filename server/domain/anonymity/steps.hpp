#pragma once

/// Numbers that are told while something runs, coarse enough that nobody's click shows in them.
namespace klartext::domain {

inline constexpr int step = 5;

/// Cards that wait: rounded down to a step.
[[nodiscard]] constexpr int announced_waiting(int cards) { return cards / step * step; }

/// Ballots that are in: rounded down to a step, exact once everybody who is there has voted. Where nobody is there,
/// each ballot would be seen arriving.
[[nodiscard]] constexpr int announced_ballots(int ballots, int seats_connected) {
    return seats_connected > 0 && ballots >= seats_connected ? ballots : ballots / step * step;
}

}  // namespace klartext::domain
