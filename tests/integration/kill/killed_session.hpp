#pragma once
#include <filesystem>
#include <random>

#include "replay/played.hpp"
#include "replay/reckoning.hpp"
#include "replay/recording.hpp"

namespace klartext::killing {

/// Twelve people at once: cards, comments, edits and withdrawals, and changes of ballots in two votes, all open at the
/// same time. Every text is a different one, so that nothing lost can hide behind something else.
[[nodiscard]] replay::recording busy_recording(std::mt19937& chance, std::size_t acts);

struct outcome {
    int kills = 0;
    replay::played played;
    replay::reckoning difference;
    std::vector<std::string> amiss;  ///< entries and comments that are not in the minutes as confirmed, in words
};

/// Plays the recording while the server is killed with SIGKILL at random moments and started again on the same data,
/// from the first act until the minutes have been read. Each of the servers has answered something before it is killed,
/// however slow the machine is.
[[nodiscard]] outcome play_under_fire(const std::filesystem::path& program, const replay::recording&,
                                      std::mt19937& chance);

}  // namespace klartext::killing
