#include "protocol/handed_over.hpp"
#include "protocol/texts.hpp"
#include "protocol/xlsx/sheets.hpp"
#include "protocol/xlsx/table.hpp"

namespace klartext::protocol::xlsx {
namespace {

constexpr double text_width = 60, who_width = 24, date_width = 16, word_width = 14;

std::vector<column> columns_of(const measures& of, language in) {
    std::vector<column> columns{{text_of(in, "measures.what"), text_width, false},
                                {text_of(in, "measures.who"), who_width, false},
                                {text_of(in, "measures.due"), date_width, false},
                                {text_of(in, "measures.status"), word_width, false}};
    if (!of.items.empty()) columns.push_back({text_of(in, "measures.about"), text_width, false});
    return columns;
}

// A day that can be sorted, as people write it in the language.
void put_day(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::chrono::year_month_day& day,
             lxw_format* format) {
    lxw_datetime written{};
    written.year = static_cast<int>(day.year());
    written.month = static_cast<int>(static_cast<unsigned>(day.month()));
    written.day = static_cast<int>(static_cast<unsigned>(day.day()));
    expect(worksheet_write_datetime(sheet, row, column, &written, format));
}

// Workbooks count days from 1900 on.
bool can_be_counted(const std::chrono::year_month_day& day) {
    return day.year() >= std::chrono::year{1900} && day.year() <= std::chrono::year{9999};
}

void put_measure(workbook& book, lxw_worksheet* sheet, lxw_row_t row, const measure& of) {
    book.write(sheet, row, 0, of.what, book.formats.text);
    book.write(sheet, row, 1, of.who, book.formats.text);
    if (of.due && can_be_counted(*of.due))
        put_day(sheet, row, 2, *of.due, book.formats.day);
    else
        book.write(sheet, row, 2, of.due ? iso_date(*of.due) : "", book.formats.text);
    book.write(sheet, row, 3, in_words(of.status, book.in), book.formats.text);
}

}  // namespace

void add_measures(workbook& book, const planned_sheet& plan) {
    const auto& of = *plan.of->measures;
    auto* sheet = book.add_sheet(plan.name);
    const auto columns = columns_of(of, book.in);
    const auto head = put_head(book, sheet, plan);
    auto row = head + 1;
    for (const auto& [measure, item] : rows_of_measures(of)) {
        const auto none = text_of(book.in, "measures.none_yet");
        if (measure)
            put_measure(book, sheet, row, *measure);
        else
            book.write(sheet, row, 0, none, book.formats.soft);
        const auto about = item ? *item : std::string();
        if (!of.items.empty()) book.write(sheet, row, 4, about, book.formats.text);
        book.fit(sheet, row++,
                 {{measure ? measure->what : none, text_width},
                  {measure ? measure->who : none, who_width},
                  {about, text_width}});
    }
    frame_table(book, sheet, columns, head, row - 1);
    expect(worksheet_print_area(sheet, 0, 0, row - 1, static_cast<lxw_col_t>(columns.size() - 1)));
}

}  // namespace klartext::protocol::xlsx
