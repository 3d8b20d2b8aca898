#pragma once
#include <cstddef>
#include <vector>

namespace klartext::replay {

/// Measured values, e.g. times in milliseconds.
class samples {
public:
    void add(double value) { values_.push_back(value); }
    [[nodiscard]] std::size_t count() const { return values_.size(); }
    /// Nearest rank: the smallest value that at least `percent` of all do not exceed. 0 where there is none.
    [[nodiscard]] double percentile(double percent) const;

private:
    std::vector<double> values_;
};

}  // namespace klartext::replay
