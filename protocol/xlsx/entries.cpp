#include <algorithm>

#include "protocol/entry_table.hpp"
#include "protocol/gathering.hpp"
#include "protocol/label.hpp"
#include "protocol/markdown.hpp"
#include "protocol/texts.hpp"
#include "protocol/xlsx/sheets.hpp"
#include "protocol/xlsx/table.hpp"

namespace klartext::protocol::xlsx {
namespace {

constexpr double page_width = 100, title_height = 24;

double width_of(entry_column column, const activity& of) {
    switch (column) {
        case entry_column::number: return 7;
        case entry_column::what: return 16;
        case entry_column::canvas: return 20;
        case entry_column::section: return of.brainwriting ? 9 : 20;
        case entry_column::cluster: return 24;
        case entry_column::kind: return 18;
        case entry_column::text: return 74;
        case entry_column::up_votes: return 10;
        case entry_column::answered: return 14;
        case entry_column::tags: return 24;
        case entry_column::on_behalf: return 16;
    }
    return {};
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : " · ") + part;
    return out;
}

bool is_number(const std::string& text) {
    return !text.empty() && text.size() < 9 && text.find_first_not_of("0123456789") == std::string::npos;
}

struct writer {
    workbook& book;
    lxw_worksheet* sheet;
    const activity& of;
    std::vector<entry_column> columns;
    lxw_row_t row;

    void number(lxw_col_t column, int value) {
        expect(worksheet_write_number(sheet, row, column, value, book.formats.number));
    }

    lxw_format* format_of(const entry_row& told, entry_column column) const {
        return column == entry_column::text && !told.comment ? book.formats.text : book.formats.soft;
    }

    // Comments are rows of their own under their entry, as in the CSV: sorting and filtering by number keeps them
    // together.
    void put(const entry_row& told) {
        lxw_col_t at = 0;
        std::vector<std::string> texts;
        for (const auto column : columns) texts.push_back(cell_of(told, column, of, book.in));
        std::vector<workbook::wrapped_text> widths;
        for (const auto column : columns) {
            const auto& text = texts[at];
            if (is_numeric(column, of) && is_number(text))
                number(at, std::stoi(text));
            else
                book.write(sheet, row, at, text, format_of(told, column));
            widths.push_back({text, width_of(column, of)});
            ++at;
        }
        if (told.comment)
            expect(worksheet_write_blank(sheet, row, at, book.formats.number));
        else
            number(at, static_cast<int>(told.of->comments.size()));
        book.fit(sheet, row++, widths);
    }
};

}  // namespace

lxw_row_t put_head(workbook& book, lxw_worksheet* sheet, const planned_sheet& plan) {
    const auto title = one_line(plan.of->title);
    book.write(sheet, 0, 0, title.empty() ? text_of(book.in, "untitled") : title, book.formats.title);
    expect(worksheet_set_row(sheet, 0, title_height, nullptr));
    std::vector<std::string> known;
    for (const auto& block : plan.said)
        if (const auto* rows = std::get_if<facts>(&block))
            for (const auto& row : rows->rows)
                known.push_back(text_of(book.in, "colon", {{"label", row.label}, {"value", row.value}}));
    if (!plan.of->entries.empty() && plan.holds == planned_sheet::kind::entries)
        known.push_back(counted(book.in, "entries.count", static_cast<int>(plan.of->entries.size())));
    if (plan.of->on_behalf > 0) known.push_back(counted(book.in, "on_behalf", plan.of->on_behalf));
    if (plan.of->removed > 0)
        known.push_back(counted(book.in, plan.of->vote ? "removed_texts" : "removed", plan.of->removed));
    book.write(sheet, 1, 0, joined(known), book.formats.line);
    return 3;
}

void add_text(workbook& book, const planned_sheet& plan) {
    auto* sheet = book.add_sheet(plan.name);
    expect(worksheet_set_column(sheet, 0, 0, page_width, nullptr));
    auto row = put_head(book, sheet, plan);
    const auto put = [&](const std::string& text) {
        book.write(sheet, row, 0, text, book.formats.value);
        book.fit(sheet, row++, {{text, page_width}});
    };
    for (const auto& block : plan.said) {
        if (const auto* text = std::get_if<markdown_text>(&block)) put(markdown_to_text(text->source));
        if (const auto* said = std::get_if<paragraph>(&block)) put(said->text);
        if (const auto* listed = std::get_if<bullets>(&block))
            for (const auto& text : listed->items) put(text);
    }
    expect(worksheet_print_area(sheet, 0, 0, row - 1, 0));
}

namespace {

// Below the table, across its columns: above it would stay in sight for ever.
void put_rules(workbook& book, lxw_worksheet* sheet, const activity& of, const std::vector<column>& columns,
               lxw_row_t& row) {
    const auto rules = rules_of_gathering(of, book.in);
    if (rules.empty()) return;
    double width = 0;
    for (const auto& each : columns) width += each.width;
    const auto last = static_cast<lxw_col_t>(columns.size() - 1);
    ++row;
    for (const auto& rule : rules) {
        expect(worksheet_merge_range(sheet, row, 0, row, last, "", book.formats.value));
        book.write(sheet, row, 0, rule, book.formats.value);
        book.fit(sheet, row++, {{rule, width}});
    }
}

}  // namespace

void add_entries(workbook& book, const planned_sheet& plan) {
    auto* sheet = book.add_sheet(plan.name);
    const auto used = columns_of(*plan.of);
    std::vector<column> columns;
    for (const auto each : used)
        columns.push_back({title_of(each, *plan.of, book.in), width_of(each, *plan.of), is_numeric(each, *plan.of)});
    columns.push_back({text_of(book.in, "csv.comments"), 15, true});
    const auto head = put_head(book, sheet, plan);
    writer write{book, sheet, *plan.of, used, head + 1};
    for (const auto& row : rows_of_entries(*plan.of)) write.put(row);
    frame_table(book, sheet, columns, head, write.row - 1);
    put_rules(book, sheet, *plan.of, columns, write.row);
    expect(worksheet_print_area(sheet, 0, 0, write.row - 1, static_cast<lxw_col_t>(columns.size() - 1)));
}

void add_code_book(workbook& book, const planned_sheet& plan) {
    constexpr double name_width = 30, meaning_width = 80, cards_width = 10;
    auto* sheet = book.add_sheet(plan.name);
    const auto data = code_book_of(*plan.of, book.in);
    std::vector<column> columns;
    for (const auto& each : data.columns)
        columns.push_back({each.title,
                           each.numeric      ? cards_width
                           : columns.empty() ? name_width
                                             : meaning_width,
                           each.numeric});
    const auto head = put_head(book, sheet, plan);
    auto row = head + 1;
    for (std::size_t at = 0; at < data.rows.size(); ++at, ++row) {
        std::vector<workbook::wrapped_text> widths;
        for (std::size_t column = 0; column + 1 < columns.size(); ++column) {
            const auto& text = data.rows[at][column];
            book.write(sheet, row, static_cast<lxw_col_t>(column), text, book.formats.text);
            widths.push_back({text, columns[column].width});
        }
        expect(worksheet_write_number(sheet, row, static_cast<lxw_col_t>(columns.size() - 1), plan.of->tags[at].cards,
                                      book.formats.number));
        book.fit(sheet, row, widths);
    }
    frame_table(book, sheet, columns, head, row - 1);
    expect(worksheet_print_area(sheet, 0, 0, row - 1, static_cast<lxw_col_t>(columns.size() - 1)));
}

}  // namespace klartext::protocol::xlsx
