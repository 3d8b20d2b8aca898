#pragma once
#include <string>
#include <vector>

#include "protocol/xlsx/workbook.hpp"

namespace klartext::protocol::xlsx {

struct column {
    std::string title;
    double width = 10;  ///< in letters
    bool numeric = false;
    bool hidden = false;
};

/// Makes a table of what was written into these rows: its head in `head`, which stays in sight and is repeated on every
/// page, filters, widths.
void frame_table(workbook&, lxw_worksheet*, const std::vector<column>&, lxw_row_t head, lxw_row_t last);

}  // namespace klartext::protocol::xlsx
