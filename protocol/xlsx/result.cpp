#include <algorithm>

#include "protocol/label.hpp"
#include "protocol/ranking.hpp"
#include "protocol/texts.hpp"
#include "protocol/xlsx/result_charts.hpp"
#include "protocol/xlsx/sheets.hpp"
#include "protocol/xlsx/table.hpp"

namespace klartext::protocol::xlsx {
namespace {

constexpr std::size_t short_columns = 40;
constexpr double item_width = 64, number_width = 16, word_width = 26;

std::string_view item_key(vote_method method) {
    switch (method) {
        case vote_method::single_choice: return "item.single_choice";
        case vote_method::dots: return "item.dots";
        case vote_method::agree_disagree: return "item.agree_disagree";
    }
    return {};
}

std::vector<std::string_view> number_keys(const activity& of) {
    if (!has_result(of)) return {"result"};
    switch (of.vote->method) {
        case vote_method::single_choice: return {"column.count", "column.share"};
        case vote_method::dots: return {"column.dots", "column.dot_ballots"};
        case vote_method::agree_disagree: return {"column.agree", "column.pass", "column.disagree"};
    }
    return {};
}

// The table ends with a hidden column of short labels, by which the charts name their bars.
std::vector<column> columns_of(const activity& of, language in) {
    std::vector<column> out{{text_of(in, item_key(of.vote->method)), item_width, false}};
    for (const auto key : number_keys(of))
        out.push_back({text_of(in, key), has_result(of) ? number_width : word_width, has_result(of)});
    if (has_result(of)) out.push_back({text_of(in, "xlsx.label"), 20, false, true});
    return out;
}

double all_choices(const vote& voted) {
    double all = 0;
    for (const auto& item : voted.items)
        if (const auto* got = std::get_if<chosen>(&item.result)) all += got->count;
    return all;
}

struct figures_into {
    workbook& book;
    lxw_worksheet* sheet;
    lxw_row_t row;
    double all;

    void number(lxw_col_t column, double value, lxw_format* format) const {
        expect(worksheet_write_number(sheet, row, column, value, format));
    }

    void operator()(const std::monostate&) const {}
    void operator()(const chosen& got) const {
        number(1, got.count, book.formats.number);
        number(2, all > 0 ? got.count / all : 0, book.formats.percent);
    }
    void operator()(const dotted& got) const {
        number(1, got.dots, book.formats.number);
        number(2, got.ballots, book.formats.number);
    }
    void operator()(const judged& got) const {
        number(1, got.agree, book.formats.number);
        number(2, got.pass, book.formats.number);
        number(3, got.disagree, book.formats.number);
    }
};

std::string_view missing_key(const activity& of) {
    if (of.vote->running) return "xlsx.running";
    return of.ballots == 0 ? "vote.no_ballots" : "withheld.cell";
}

lxw_row_t put_items(workbook& book, lxw_worksheet* sheet, const activity& of, lxw_row_t row) {
    const auto all = all_choices(*of.vote);
    const auto last_column = static_cast<lxw_col_t>(number_keys(of).size() + 1);
    for (const auto* item : ranked(*of.vote)) {
        book.write(sheet, row, 0, item->text, book.formats.text);
        if (has_result(of)) {
            std::visit(figures_into{book, sheet, row, all}, item->result);
            book.write(sheet, row, last_column, shortened(one_line(item->text), short_columns), book.formats.soft);
        } else {
            book.write(sheet, row, 1, text_of(book.in, missing_key(of)), book.formats.soft);
        }
        book.fit(sheet, row++, {{item->text, item_width}});
    }
    return row;
}

// What the minutes say about the vote, below its table: above it would stay in sight for ever.
lxw_row_t put_notes(workbook& book, lxw_worksheet* sheet, const blocks& said, lxw_row_t row) {
    const auto put = [&](const std::string& text) {
        book.write(sheet, row, 0, text, book.formats.value);
        book.fit(sheet, row++, {{text, item_width}});
    };
    ++row;
    for (std::size_t at = 0; at < said.size(); ++at) {
        const bool leads_to_items = at + 1 < said.size() && std::holds_alternative<bullets>(said[at + 1]);
        const auto* one = std::get_if<paragraph>(&said[at]);
        if (one && !leads_to_items) put(one->text);
        if (const auto* sorted = std::get_if<table>(&said[at])) put(sorted->note);
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
    const auto last = put_notes(book, sheet, said, end) - 1;
    const chart_place place{sheet, plan.name, head + 1, static_cast<lxw_col_t>(columns.size())};
    const auto below = has_result(of) ? put_charts(book, place, *of.vote, said) : last;
    const auto right = static_cast<lxw_col_t>(has_result(of) ? columns.size() + chart_columns : columns.size() - 1);
    expect(worksheet_print_area(sheet, 0, 0, std::max(last, below), right));
}

}  // namespace klartext::protocol::xlsx
