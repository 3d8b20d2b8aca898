#pragma once
#include <string>
#include <vector>

#include "replay/played.hpp"
#include "replay/recording.hpp"

namespace klartext::killing {

/// A line for each entry and comment that does not stand in minutes.json as it was confirmed: what was confirmed of it
/// and what is there. The recording names all its entries and never uses a text twice.
[[nodiscard]] std::vector<std::string> amiss(const replay::recording&, const replay::expectation&,
                                             const std::string& minutes_json);

}  // namespace klartext::killing
