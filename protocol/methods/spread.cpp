#include "protocol/methods/spread.hpp"

#include <cmath>

namespace klartext::protocol {
namespace {

// The step of the judgement that so many others are below or beside, the lowest step counting as 0.
int step_behind(const std::vector<int>& steps, long long others) {
    int at = 0;
    for (const auto count : steps) {
        others -= count;
        if (others < 0) return at;
        ++at;
    }
    return at;
}

}  // namespace

std::optional<spread> spread_of(const std::vector<int>& steps, int lowest) {
    spread made;
    long long squares = 0, step = 0;
    for (const auto count : steps) {
        made.judgements += count;
        made.sum += step * count;
        squares += step * step * count;
        ++step;
    }
    const auto n = made.judgements;
    if (n == 0) return std::nullopt;
    const auto widest = static_cast<long long>(steps.size()) - 1;
    const auto variance = n * squares - made.sum * made.sum;  // times n²
    made.mean = lowest + static_cast<double>(made.sum) / static_cast<double>(n);
    made.median = lowest + (step_behind(steps, (n - 1) / 2) + step_behind(steps, n / 2)) / 2.;
    made.deviation = std::sqrt(static_cast<double>(variance)) / static_cast<double>(n);
    made.dissent = dissent_of(made.deviation, 0, static_cast<double>(widest));
    // 2 √variance / (n widest) > 3 / 10, squared, so that no rounding decides
    made.talk = 400 * variance > 9 * n * n * widest * widest;
    return made;
}

double dissent_of(double deviation, double lowest, double highest) {
    return highest > lowest ? deviation / ((highest - lowest) / 2) : 0;
}

}  // namespace klartext::protocol
