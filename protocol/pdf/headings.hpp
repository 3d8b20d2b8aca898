#pragma once
#include "protocol/pdf/composer.hpp"

namespace klartext::protocol::pdf {

struct heading_look {
    letters with;
    double above = 0, below = 0;
};

/// Levels 1 to 6.
[[nodiscard]] heading_look heading_form(int level, const composer&);

}  // namespace klartext::protocol::pdf
