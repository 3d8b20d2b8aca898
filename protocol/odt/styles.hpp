#pragma once
#include <string>

#include "protocol/minutes.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol::odt {

struct look {
    std::string accent;  ///< "#rrggbb"
    protocol::language language = protocol::language::de;
    script_language complex, asian;
    std::string foot;  ///< what stands at the foot of every page, beside its number
};

/// The file styles.xml: page, foot, and all named styles.
[[nodiscard]] std::string styles_of(const look&);

}  // namespace klartext::protocol::odt
