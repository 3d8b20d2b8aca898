#pragma once
#include <string>

#include "protocol/house.hpp"

namespace klartext::protocol {

/// The house's colour if it is one, "#rrggbb", else ours.
[[nodiscard]] inline std::string accent_of(const house& of) {
    const bool sound = of.accent.size() == 7 && of.accent[0] == '#' &&
                       of.accent.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
    return sound ? of.accent : "#005b71";
}

}  // namespace klartext::protocol
