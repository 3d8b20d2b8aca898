#pragma once
#include <chrono>
#include <cstddef>

#include "replay/recording.hpp"

namespace klartext::replay {

/// How many entries and comments the busiest participant writes in one activity, refused ones included.
[[nodiscard]] std::size_t busiest_writing(const recording&);

/// How often the replay's own server should top up entry stamps; `speed` 0: nobody waits for recorded times.
[[nodiscard]] std::chrono::seconds top_up_for(double speed, const recording&);

}  // namespace klartext::replay
