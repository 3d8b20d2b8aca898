#include "replay/samples.hpp"

#include <algorithm>
#include <cmath>

namespace klartext::replay {

double samples::percentile(double percent) const {
    if (values_.empty()) return 0;
    const auto count = static_cast<double>(values_.size());
    const auto rank = static_cast<std::ptrdiff_t>(std::clamp(std::ceil(percent / 100 * count), 1.0, count));
    auto sorted = values_;
    std::nth_element(sorted.begin(), sorted.begin() + (rank - 1), sorted.end());
    return sorted[static_cast<std::size_t>(rank - 1)];
}

}  // namespace klartext::replay
