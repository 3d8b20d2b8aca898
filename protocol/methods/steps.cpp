#include "protocol/methods/steps.hpp"

namespace klartext::protocol {

void add_step_columns(scale_steps of, const std::string& name, figure_group group, std::vector<figure_column>& to) {
    for (std::size_t step = 0; step < of.count; ++step)
        to.push_back({std::to_string(of.lowest + static_cast<int>(step)), name, figure_kind::count, group});
}

void add_step_counts(scale_steps of, std::vector<int> counts, std::vector<std::optional<double>>& to) {
    counts.resize(of.count);
    to.insert(to.end(), counts.begin(), counts.end());
}

}  // namespace klartext::protocol
