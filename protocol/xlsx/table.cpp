#include "protocol/xlsx/table.hpp"

namespace klartext::protocol::xlsx {

void frame_table(workbook& book, lxw_worksheet* sheet, const std::vector<column>& columns, lxw_row_t head,
                 lxw_row_t last) {
    std::vector<std::string> titles;
    for (const auto& each : columns) titles.push_back(each.title);
    std::vector<lxw_table_column> described(columns.size());
    std::vector<lxw_table_column*> list;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        described[at].header = titles[at].data();
        described[at].header_format = columns[at].numeric ? book.formats.number_head : book.formats.head;
        list.push_back(&described[at]);
        lxw_row_col_options options{};
        options.hidden = columns[at].hidden ? LXW_TRUE : LXW_FALSE;
        const auto place = static_cast<lxw_col_t>(at);
        expect(worksheet_set_column_opt(sheet, place, place, columns[at].width, nullptr, &options));
    }
    list.push_back(nullptr);
    lxw_table_options options{};
    options.columns = list.data();
    options.no_banded_rows = LXW_TRUE;
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 0;
    expect(worksheet_add_table(sheet, head, 0, last, static_cast<lxw_col_t>(columns.size() - 1), &options));
    worksheet_freeze_panes(sheet, head + 1, 0);
    expect(worksheet_repeat_rows(sheet, head, head));
}

}  // namespace klartext::protocol::xlsx
