#include <algorithm>
#include <iterator>
#include <utility>

#include "protocol/activity_kinds.hpp"
#include "protocol/compose.hpp"
#include "protocol/label.hpp"
#include "protocol/markdown.hpp"
#include "protocol/texts.hpp"
#include "protocol/xlsx/cell_text.hpp"
#include "protocol/xlsx/sheets.hpp"

namespace klartext::protocol::xlsx {
namespace {

constexpr double widths[] = {18, 50, 14, 13, 13, 11, 13, 54};
constexpr lxw_col_t last_column = std::size(widths) - 1;
constexpr double title_height = 24;

struct writer {
    workbook& book;
    lxw_worksheet* sheet;
    lxw_row_t row = 0;

    void fact(std::string_view label, std::string_view value) {
        book.write(sheet, row, 0, label, book.formats.label);
        book.write(sheet, row, 1, value, book.formats.value);
        book.fit(sheet, row++, {{label, widths[0]}, {value, widths[1]}});
    }

    void rows_of(const facts& known) {
        for (const auto& row : known.rows) fact(row.label, row.value);
    }

    // The facts and paragraphs of a part, the first one beside its heading.
    void part(const blocks& all, std::string_view anchor) {
        bool inside = false;
        std::string label;
        for (const auto& block : all) {
            if (const auto* head = std::get_if<heading>(&block)) {
                inside = head->anchor == anchor;
                label = head->text;
            }
            if (!inside) continue;
            if (const auto* known = std::get_if<facts>(&block)) rows_of(*known);
            if (const auto* said = std::get_if<paragraph>(&block)) fact(std::exchange(label, {}), said->text);
            if (const auto* text = std::get_if<markdown_text>(&block))
                fact(std::exchange(label, {}), markdown_to_text(text->source));
        }
    }

    void head() {
        const std::string_view keys[] = {"csv.number",     "activity", "kind",    "planned.minutes",
                                         "actual.minutes", "entries",  "ballots", "prompt"};
        lxw_col_t column = 0;
        for (const auto key : keys) {
            const bool numeric = column == 0 || (column >= 3 && column <= 6);
            book.write(sheet, row, column++, text_of(book.in, key),
                       numeric ? book.formats.number_head : book.formats.head);
        }
        book.fit(sheet, row++, {{text_of(book.in, "actual.minutes"), widths[4]}});
    }

    void number(lxw_col_t column, std::optional<int> value) {
        if (value) return expect(worksheet_write_number(sheet, row, column, *value, book.formats.number));
        expect(worksheet_write_blank(sheet, row, column, book.formats.number));
    }

    void activity(std::size_t number_of, const protocol::activity& of, const std::string& sheet_name) {
        const bool gathers = of.kind == activity_kind::collect || of.kind == activity_kind::feedback;
        const auto title = cell_text(shortened(one_line(of.title), 200), book.in);
        number(0, static_cast<int>(number_of));
        expect(worksheet_write_url_opt(sheet, row, 1, ("internal:'" + sheet_name + "'!A1").c_str(), book.formats.link,
                                       (title.empty() ? text_of(book.in, "untitled") : title).c_str(), nullptr));
        book.write(sheet, row, 2, in_words(of.kind, book.in), book.formats.text);
        number(3, of.planned_minutes);
        number(4, of.actual_minutes);
        number(5, gathers || !of.entries.empty() ? std::optional(static_cast<int>(of.entries.size())) : std::nullopt);
        number(6, of.vote ? std::optional(of.ballots) : std::nullopt);
        const auto prompt = markdown_to_text(of.prompt);
        book.write(sheet, row, 7, prompt, book.formats.text);
        book.fit(sheet, row++, {{title, widths[1]}, {prompt, widths[7]}});
    }
};

void set_widths(lxw_worksheet* sheet) {
    lxw_col_t column = 0;
    for (const auto width : widths) {
        expect(worksheet_set_column(sheet, column, column, width, nullptr));
        ++column;
    }
}

}  // namespace

void add_overview(workbook& book, const minutes& of, const blocks& all, const std::vector<planned_sheet>& sheets) {
    const auto in = of.language;
    writer write{book, book.add_sheet(text_of(in, "overview"))};
    set_widths(write.sheet);
    book.write(write.sheet, write.row, 0, one_line(of.title).empty() ? text_of(in, "untitled") : one_line(of.title),
               book.formats.title);
    expect(worksheet_set_row(write.sheet, write.row, title_height, nullptr));
    write.row += 2;
    for (const auto& block : all) {
        if (std::holds_alternative<markdown_text>(block)) break;
        if (const auto* known = std::get_if<facts>(&block)) {
            write.rows_of(*known);
            break;
        }
    }
    if (of.preview) write.fact({}, text_of(in, "preview"));
    write.part(all, "notice");
    write.part(all, "anonymity");
    write.part(all, checking_anchor);
    ++write.row;
    const auto head = write.row;
    if (!sheets.empty()) write.head();
    std::size_t before = 0;
    for (const auto& sheet : sheets)
        if (std::exchange(before, sheet.number) != sheet.number) write.activity(sheet.number, *sheet.of, sheet.name);
    expect(worksheet_print_area(write.sheet, 0, 0, std::max(write.row, lxw_row_t{1}) - 1, last_column));
    if (!sheets.empty()) expect(worksheet_repeat_rows(write.sheet, head, head));
}

}  // namespace klartext::protocol::xlsx
