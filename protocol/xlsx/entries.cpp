#include <algorithm>

#include "protocol/label.hpp"
#include "protocol/markdown.hpp"
#include "protocol/texts.hpp"
#include "protocol/xlsx/sheets.hpp"
#include "protocol/xlsx/table.hpp"

namespace klartext::protocol::xlsx {
namespace {

constexpr double section_width = 20, cluster_width = 24, text_width = 74, page_width = 100, title_height = 24;

std::string section_title(const activity& of, const entry& entry) {
    const auto found = std::ranges::find(of.sections, entry.section, &section::id);
    return found == of.sections.end() ? entry.section : found->title;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : " · ") + part;
    return out;
}

struct writer {
    workbook& book;
    lxw_worksheet* sheet;
    lxw_row_t row;

    void number(lxw_col_t column, int value) {
        expect(worksheet_write_number(sheet, row, column, value, book.formats.number));
    }

    void put(int number_of, std::string_view kind, const std::string& section, const std::string& cluster,
             const std::string& text, bool soft) {
        number(0, number_of);
        book.write(sheet, row, 1, text_of(book.in, kind), book.formats.soft);
        book.write(sheet, row, 2, section, book.formats.soft);
        book.write(sheet, row, 3, cluster, book.formats.soft);
        book.write(sheet, row, 4, text, soft ? book.formats.soft : book.formats.text);
        book.fit(sheet, row, {{section, section_width}, {cluster, cluster_width}, {text, text_width}});
    }

    // Comments are rows of their own under their entry, as in the CSV: sorting and filtering by number keeps them
    // together.
    void put(int number_of, const activity& of, const entry& entry) {
        const auto section = section_title(of, entry), cluster = entry.cluster.value_or("");
        put(number_of, entry.withdrawn ? "csv.withdrawn" : "csv.entry", section, cluster,
            entry.withdrawn ? "" : entry.text, false);
        number(5, static_cast<int>(entry.comments.size()));
        ++row;
        for (const auto& comment : entry.comments) {
            put(number_of, "csv.comment", section, cluster, comment, true);
            expect(worksheet_write_blank(sheet, row++, 5, book.formats.number));
        }
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
    if (plan.of->removed > 0) known.push_back(counted(book.in, "removed", plan.of->removed));
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
    }
    expect(worksheet_print_area(sheet, 0, 0, row - 1, 0));
}

void add_entries(workbook& book, const planned_sheet& plan) {
    auto* sheet = book.add_sheet(plan.name);
    const std::vector<column> columns{{text_of(book.in, "csv.number"), 7, true},
                                      {text_of(book.in, "csv.kind"), 16, false},
                                      {text_of(book.in, "csv.section"), section_width, false},
                                      {text_of(book.in, "csv.cluster"), cluster_width, false},
                                      {text_of(book.in, "csv.text"), text_width, false},
                                      {text_of(book.in, "csv.comments"), 15, true}};
    const auto head = put_head(book, sheet, plan);
    writer write{book, sheet, head + 1};
    int number = 0;
    for (const auto& entry : plan.of->entries) write.put(++number, *plan.of, entry);
    frame_table(book, sheet, columns, head, write.row - 1);
    expect(worksheet_print_area(sheet, 0, 0, write.row - 1, static_cast<lxw_col_t>(columns.size() - 1)));
}

}  // namespace klartext::protocol::xlsx
