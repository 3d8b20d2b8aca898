#pragma once
#include "protocol/blocks.hpp"
#include "protocol/pdf/composer.hpp"

namespace klartext::protocol::pdf {

struct heading_look {
    letters with;
    double above = 0, below = 0;
};

/// Levels 1 to 6.
[[nodiscard]] heading_look heading_form(int level, const composer&);

/// The words of a heading, and what stands behind them.
[[nodiscard]] rich_text titled(const heading&);
[[nodiscard]] std::string on_one_line(std::string);

}  // namespace klartext::protocol::pdf
