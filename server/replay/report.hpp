#pragma once
#include <optional>
#include <string>

#include "replay/child_process.hpp"
#include "replay/played.hpp"
#include "replay/reckoning.hpp"
#include "replay/recording.hpp"

namespace klartext::replay {

/// What a server of ours used: known only if it is our child.
struct server_figures {
    process_figures prepared, entered, acted;  ///< at the stages of playing
};

/// The figures of a replay as a table of plain text, one per line.
[[nodiscard]] std::string report(const recording&, const played&, const std::optional<reckoning>&,
                                 const std::optional<server_figures>&);

}  // namespace klartext::replay
