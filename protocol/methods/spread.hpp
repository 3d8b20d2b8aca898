#pragma once
#include <optional>
#include <vector>

/// What many judgements on one scale come to.
namespace klartext::protocol {

struct spread {
    long long judgements = 0;
    long long sum = 0;  ///< of the steps, the lowest counting as 0
    double mean = 0;
    double median = 0;     ///< the middle value, or the mean of the middle two
    double deviation = 0;  ///< standard deviation of the population, not of a sample
    double dissent = 0;    ///< 0 to 1: the deviation in relation to the largest that the scale allows
    bool talk = false;     ///< dissent above 0.3, decided in whole numbers as the result on the pages decides it
};

/// `steps` counts the judgements of `lowest`, `lowest` + 1, and so on. None without a judgement.
[[nodiscard]] std::optional<spread> spread_of(const std::vector<int>& steps, int lowest);

/// The largest standard deviation between two limits is half of what lies between them (T. Popoviciu 1935).
[[nodiscard]] double dissent_of(double deviation, double lowest, double highest);

/// Of so much dissent one should talk before anything is decided. A spread says so itself; this is for estimates, which
/// have no steps.
[[nodiscard]] constexpr bool worth_talking(double dissent) { return dissent > 0.3; }

}  // namespace klartext::protocol
