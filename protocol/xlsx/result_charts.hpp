#pragma once
#include <string>

#include "protocol/xlsx/sheets.hpp"

namespace klartext::protocol::xlsx {

/// How many columns of the usual width charts take up.
inline constexpr lxw_col_t chart_columns = 10;

struct chart_place {
    lxw_worksheet* sheet;
    std::string sheet_name;
    lxw_row_t first_item;   ///< row
    lxw_col_t after_table;  ///< the column before it holds the labels of the bars
};

/// The charts among the blocks, as charts of the workbook that follow its table, beside it, one below the other. Of
/// more than 24 items there is only the first, so that no chart is cut by the end of a page. Gives the last row that
/// they cover.
lxw_row_t put_charts(workbook&, const chart_place&, const vote&, const blocks&);

}  // namespace klartext::protocol::xlsx
