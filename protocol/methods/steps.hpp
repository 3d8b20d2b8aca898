#pragma once
#include "protocol/methods/method.hpp"

/// Columns that say how often each step of a scale was chosen.
namespace klartext::protocol {

struct scale_steps {
    int lowest = 0;  ///< its number
    std::size_t count = 0;
};

/// A column for each step, headed by its number; together they are the list `name` in minutes.json.
void add_step_columns(scale_steps, const std::string& name, figure_group, std::vector<figure_column>&);

/// What stands in them. Where nothing was counted, as of an item that is new in the second round, all are 0.
void add_step_counts(scale_steps, std::vector<int> counts, std::vector<std::optional<double>>&);

}  // namespace klartext::protocol
