#pragma once
#include <string>
#include <vector>

#include "protocol/blocks.hpp"
#include "protocol/minutes.hpp"
#include "protocol/xlsx/workbook.hpp"

/// The sheets of the workbook. What the minutes say in words comes from their blocks, figures from the minutes.
namespace klartext::protocol::xlsx {

using blocks = std::vector<block>;

struct planned_sheet {
    enum class kind { text, entries, code_book, result, measures };

    kind holds = kind::text;
    std::string name;
    std::size_t number = 0;  ///< of the activity, from 1
    const activity* of = nullptr;
    blocks said;  ///< what the minutes say of this part of the activity
};

void add_overview(workbook&, const minutes&, const blocks& all, const std::vector<planned_sheet>&);
void add_text(workbook&, const planned_sheet&);
void add_entries(workbook&, const planned_sheet&);
void add_code_book(workbook&, const planned_sheet&);
void add_result(workbook&, const planned_sheet&);
void add_measures(workbook&, const planned_sheet&);

/// The first two lines of each sheet but the first: title and facts. Gives the row where the rest begins.
lxw_row_t put_head(workbook&, lxw_worksheet*, const planned_sheet&);

}  // namespace klartext::protocol::xlsx
