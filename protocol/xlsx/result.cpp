#include <algorithm>
#include <set>

#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/sorted_items.hpp"
#include "protocol/texts.hpp"
#include "protocol/xlsx/result_charts.hpp"
#include "protocol/xlsx/sheets.hpp"
#include "protocol/xlsx/table.hpp"

namespace klartext::protocol::xlsx {
namespace {

constexpr std::size_t short_columns = 40;
constexpr double item_width = 64, number_width = 16, step_width = 9, word_width = 26;

// Heads of a table are not empty, not alike and not long; criteria are named by people.
void tell_apart(std::vector<column>& columns) {
    constexpr std::size_t longest_head = 80;
    std::set<std::string> taken;
    for (auto& each : columns) {
        const auto title = each.title.empty() ? "–" : shortened(each.title, longest_head);
        each.title = title;
        for (int number = 2; !taken.insert(each.title).second; ++number)
            each.title = title + " (" + std::to_string(number) + ")";
    }
}

// The table ends with a hidden column of short labels, by which the charts name their bars.
std::vector<column> columns_of(const activity& of, language in) {
    const auto& by = method_of(*of.vote);
    std::vector<column> out{{words_of(by, "item", in), item_width, false}};
    if (!has_result(of)) {
        out.push_back({text_of(in, "result"), word_width, false});
        return out;
    }
    for (const auto& each : by.columns(*of.vote, in))
        out.push_back({full_title(each, in), each.group == figure_group::result ? number_width : step_width, true});
    out.push_back({text_of(in, "xlsx.label"), 20, false, true});
    tell_apart(out);
    return out;
}

lxw_format* format_of(const figure_column& of, const workbook& book) {
    switch (of.kind) {
        case figure_kind::count: return book.formats.number;
        case figure_kind::share: return book.formats.percent;
        case figure_kind::mean: return book.formats.means.at(static_cast<std::size_t>(of.places - 2));
        case figure_kind::number: return book.formats.figure;
    }
    return nullptr;
}

void put_figures(workbook& book, lxw_worksheet* sheet, const vote& of, const vote_item& item, lxw_row_t row) {
    const auto columns = method_of(of).columns(of, book.in);
    const auto figures = method_of(of).figures(of, item);
    for (std::size_t at = 0; at < columns.size(); ++at)
        if (figures.at(at))
            expect(worksheet_write_number(sheet, row, static_cast<lxw_col_t>(at + 1), *figures[at],
                                          format_of(columns[at], book)));
}

std::string_view missing_key(const activity& of) {
    if (of.vote->running) return "xlsx.running";
    return of.ballots == 0 ? "vote.no_ballots" : "withheld.cell";
}

lxw_row_t put_items(workbook& book, lxw_worksheet* sheet, const activity& of, lxw_row_t row) {
    const auto last_column = static_cast<lxw_col_t>(columns_of(of, book.in).size() - 1);
    for (const auto* item : ranked(*of.vote)) {
        const auto name = marked(*of.vote, *item, book.in);
        book.write(sheet, row, 0, name, book.formats.text);
        if (has_result(of)) {
            put_figures(book, sheet, *of.vote, *item, row);
            book.write(sheet, row, last_column, shortened(first_line(item->text), short_columns), book.formats.soft);
        } else {
            book.write(sheet, row, 1, text_of(book.in, missing_key(of)), book.formats.soft);
        }
        book.fit(sheet, row++, {{name, item_width}});
    }
    return row;
}

lxw_row_t put_text(workbook& book, lxw_worksheet* sheet, const std::string& text, lxw_row_t row) {
    book.write(sheet, row, 0, text, book.formats.value);
    book.fit(sheet, row, {{text, item_width}});
    return row + 1;
}

lxw_row_t put_rows(workbook& book, lxw_worksheet* sheet, const table& of, lxw_row_t row) {
    const auto put = [&](const std::vector<std::string>& cells, lxw_format* first, lxw_format* others) {
        for (std::size_t at = 0; at < cells.size(); ++at)
            book.write(sheet, row, static_cast<lxw_col_t>(at), cells[at], at == 0 ? first : others);
        book.fit(sheet, row++, {{cells.front(), item_width}});
    };
    std::vector<std::string> heads;
    for (const auto& each : of.columns) heads.push_back(each.title);
    put(heads, book.formats.label, book.formats.label);
    for (const auto& each : of.rows) put(each, book.formats.value, book.formats.value);
    return row;
}

// What the method adds to the result stands under headings after its chart.
lxw_row_t put_additions(workbook& book, lxw_worksheet* sheet, const blocks& said, lxw_row_t row) {
    for (const auto& each : said) {
        if (const auto* title = std::get_if<heading>(&each)) {
            book.write(sheet, ++row, 0, title->text, book.formats.label);
            ++row;
        }
        if (const auto* words = std::get_if<paragraph>(&each)) row = put_text(book, sheet, words->text, row);
        if (const auto* texts = std::get_if<bullets>(&each))
            for (const auto& text : texts->items) row = put_text(book, sheet, text, row);
        if (const auto* listed = std::get_if<table>(&each)) row = put_rows(book, sheet, *listed, row);
    }
    return row;
}

// What the minutes say about the vote, below its table: above it would stay in sight for ever.
lxw_row_t put_notes(workbook& book, lxw_worksheet* sheet, const blocks& said, lxw_row_t row) {
    const auto put = [&](const std::string& text) { row = put_text(book, sheet, text, row); };
    std::set<std::string> notes;
    ++row;
    for (std::size_t at = 0; at < said.size(); ++at) {
        const bool leads_to_items = at + 1 < said.size() && std::holds_alternative<bullets>(said[at + 1]);
        const auto* one = std::get_if<paragraph>(&said[at]);
        if (one && !leads_to_items) put(one->text);
        if (const auto* sorted = std::get_if<table>(&said[at]); sorted && notes.insert(sorted->note).second)
            put(sorted->note);
    }
    return row;
}

blocks result_alone(const planned_sheet& plan) {
    const auto anchor = "activity-" + std::to_string(plan.number) + "-result";
    const auto start = std::ranges::find_if(plan.said, [&](const block& block) {
        const auto* head = std::get_if<heading>(&block);
        return head && head->anchor == anchor;
    });
    return {start, plan.said.end()};
}

bool is_addition(const block& each) {
    const auto* head = std::get_if<heading>(&each);
    return head && head->anchor.find("-addition-") != std::string::npos;
}

}  // namespace

void add_result(workbook& book, const planned_sheet& plan) {
    const auto& of = *plan.of;
    auto* sheet = book.add_sheet(plan.name);
    const auto head = put_head(book, sheet, plan);
    const auto columns = columns_of(of, book.in);
    for (const auto& each : columns) book.fit(sheet, head, {{each.title, each.width}});
    const auto end = put_items(book, sheet, of, head + 1);
    frame_table(book, sheet, columns, head, end - 1);
    const auto said = result_alone(plan);
    const auto added = std::find_if(said.begin(), said.end(), is_addition);
    const auto notes = put_notes(book, sheet, {said.begin(), added}, end);
    const auto last = put_additions(book, sheet, {added, said.end()}, notes) - 1;
    const chart_place place{sheet, plan.name, head + 1, static_cast<lxw_col_t>(columns.size())};
    const auto below = has_result(of) ? put_charts(book, place, *of.vote, said) : last;
    const auto right = static_cast<lxw_col_t>(has_result(of) ? columns.size() + chart_columns : columns.size() - 1);
    expect(worksheet_print_area(sheet, 0, 0, std::max(last, below), right));
}

}  // namespace klartext::protocol::xlsx
