#include "protocol/csv.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>
#include <string_view>

#include "protocol/activity_kinds.hpp"
#include "protocol/entry_table.hpp"
#include "protocol/handed_over.hpp"
#include "protocol/label.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/sorted_items.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

// Spreadsheets look past these before they decide that a cell is a formula.
std::string_view without_disguise(std::string_view text) {
    constexpr std::string_view disguises[] = {" ", "\t",       "\r",           "\n",           "\"",
                                              "'", "\xC2\xA0", "\xEF\xBB\xBF", "\xE2\x80\x8B", "\xE3\x80\x80"};
    for (bool found = true; found;) {
        found = false;
        for (const auto disguise : disguises) {
            if (!text.starts_with(disguise)) continue;
            text.remove_prefix(disguise.size());
            found = true;
        }
    }
    return text;
}

bool would_be_a_formula(std::string_view text) {
    constexpr std::string_view starts[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    const auto bare = without_disguise(text);
    return text.starts_with('\t') || text.starts_with('\r') || text.starts_with('\n') ||
           std::ranges::any_of(starts, [&](auto start) { return bare.starts_with(start); });
}

// A number below zero is none.
bool is_number(std::string_view text) {
    return text.size() > 1 && text.front() == '-' &&
           text.find_first_not_of("0123456789.,", 1) == std::string_view::npos;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    return out + "\"";
}

struct sheet {
    char separator;
    std::string content = "\xEF\xBB\xBF";

    void row(const std::vector<std::string>& cells) {
        for (std::size_t at = 0; at < cells.size(); ++at) {
            if (at > 0) content += separator;
            cell(cells[at]);
        }
        content += "\r\n";
    }

    void cell(const std::string& text) {
        const auto safe = would_be_a_formula(text) && !is_number(text) ? "'" + text : text;
        const bool plain = safe.find_first_of("\"\r\n,;\t") == std::string::npos && !safe.starts_with(' ');
        content += plain ? safe : quoted(safe);
    }
};

sheet new_sheet(language in) { return {in == language::de ? ';' : ','}; }

std::string entries_csv(const activity& of, language in) {
    auto out = new_sheet(in);
    const auto columns = columns_of(of);
    std::vector<std::string> cells;
    for (const auto column : columns) cells.push_back(title_of(column, of, in));
    out.row(cells);
    for (const auto& row : rows_of_entries(of)) {
        cells.clear();
        for (const auto column : columns) cells.push_back(cell_of(row, column, of, in));
        out.row(cells);
    }
    return out.content;
}

// Without points between thousands, and with the comma of the spreadsheets that read the separator.
std::string plain(const std::optional<double>& figure, const figure_column& of, language in) {
    if (!figure) return {};
    if (of.kind == figure_kind::count) return std::to_string(std::llround(*figure));
    auto text =
        of.kind == figure_kind::number ? short_decimal_of(in, *figure, of.places) : decimal_of(in, *figure, of.places);
    std::erase(text, in == language::de ? '.' : ',');
    return text;
}

void add_figures(const vote& of, const vote_item& item, language in, std::vector<std::string>& cells) {
    const auto columns = method_of(of).columns(of, in);
    const auto figures = method_of(of).figures(of, item);
    for (std::size_t at = 0; at < columns.size(); ++at)
        if (!columns[at].name.empty()) cells.push_back(plain(figures.at(at), columns[at], in));
}

std::string items_csv(const vote& of, language in) {
    auto out = new_sheet(in);
    const auto& by = method_of(of);
    const bool counted = !of.withheld && !of.running;
    std::vector<figure_column> columns;
    if (counted) columns = by.columns(of, in);
    std::erase_if(columns, [](const auto& each) { return each.name.empty(); });
    std::vector<std::string> head{words_of(by, "item", in)};
    if (!counted) head.push_back(text_of(in, "result"));
    for (const auto& each : columns) head.push_back(full_title(each, in));
    out.row(head);
    for (const auto* item : ranked(of)) {
        std::vector<std::string> cells{marked(of, *item, in)};
        if (!counted) cells.push_back(text_of(in, of.running ? "vote.running" : "withheld.cell"));
        if (counted && has_figures(*item)) add_figures(of, *item, in, cells);
        cells.resize(head.size());
        out.row(cells);
    }
    return out.content;
}

std::string measures_csv(const measures& of, language in) {
    auto out = new_sheet(in);
    const bool follow = !of.items.empty();
    const auto put = [&](std::vector<std::string> cells, std::string about) {
        if (follow) cells.push_back(std::move(about));
        out.row(cells);
    };
    put({text_of(in, "measures.what"), text_of(in, "measures.who"), text_of(in, "measures.due"),
         text_of(in, "measures.status")},
        text_of(in, "measures.about"));
    for (const auto& [measure, item] : rows_of_measures(of)) {
        const auto about = item ? *item : std::string();
        if (measure)
            put({measure->what, measure->who, measure->due ? iso_date(*measure->due) : "",
                 in_words(measure->status, in)},
                about);
        else
            put({text_of(in, "measures.none_yet"), "", "", ""}, about);
    }
    return out.content;
}

std::string code_book_csv(const activity& of, language in) {
    auto out = new_sheet(in);
    auto book = code_book_of(of, in);
    std::vector<std::string> head;
    for (const auto& each : book.columns) head.push_back(each.title);
    out.row(head);
    for (std::size_t at = 0; at < book.rows.size(); ++at) {
        book.rows[at].back() = std::to_string(of.tags[at].cards);  // without points between thousands
        out.row(book.rows[at]);
    }
    return out.content;
}

std::vector<std::vector<std::string>> rows_of(const addition& told) {
    std::vector<std::vector<std::string>> rows;
    if (const auto* texts = std::get_if<bullets>(&told.listed)) {
        rows.push_back({told.title});
        for (const auto& each : texts->items) rows.push_back({each});
    } else if (const auto* listed = std::get_if<table>(&told.listed)) {
        auto& head = rows.emplace_back();
        for (const auto& each : listed->columns) head.push_back(each.title);
        rows.insert(rows.end(), listed->rows.begin(), listed->rows.end());
    }
    return rows;
}

std::vector<addition> additions_of(const activity& of, language in) {
    if (!has_result(of)) return {};
    auto all = method_of(*of.vote).additions(*of.vote, ranked(*of.vote), in);
    using enum addition::where;
    std::erase_if(all, [](const auto& each) {
        return each.shown == documents || each.shown == full_documents || each.listed.index() == 0;
    });
    return all;
}

std::string addition_csv(const addition& told, language in) {
    auto out = new_sheet(in);
    for (const auto& row : rows_of(told)) out.row(row);
    return out.content;
}

// The number makes it unique among activities.
std::string stem(std::size_t number, const activity& of, language in) {
    const auto digits = std::to_string(number);
    const auto title = slug(of.title);
    return (digits.size() < 2 ? "0" : "") + digits + "-" + (title.empty() ? slug(in_words(of.kind, in)) : title);
}

std::string title_of(const activity& of, language in) {
    const auto title = one_line(of.title);
    return title.empty() ? text_of(in, "untitled") : title;
}

}  // namespace

namespace {

void add_sheets_of_vote(const activity& of, language in, const std::string& name, const std::string& title,
                        std::vector<csv_sheet>& sheets) {
    const auto after = [&](const std::string& part) {
        return text_of(in, "colon", {{"label", title}, {"value", part}});
    };
    const bool gathered = !of.entries.empty();
    const auto suffix = gathered ? "-" + text_of(in, "csv.result") : std::string{};
    const auto holds = gathered ? after(text_of(in, "result")) : title;
    sheets.push_back({name + suffix + ".csv", holds, &of, true});
    const auto additions = additions_of(of, in);
    for (std::size_t at = 0; at < additions.size(); ++at)
        sheets.push_back({name + "-" + slug(additions[at].title) + ".csv", after(additions[at].title), &of, true, at});
}

csv_sheet code_book_sheet(const activity& of, language in, const std::string& name, const std::string& title) {
    const auto tags = text_of(in, "tags");
    return {.name = name + "-" + slug(tags) + ".csv",
            .holds = text_of(in, "colon", {{"label", title}, {"value", tags}}),
            .of = &of,
            .results = false,
            .code_book = true};
}

}  // namespace

std::vector<csv_sheet> csv_sheets(const minutes& of) {
    const auto in = of.language;
    std::vector<csv_sheet> sheets;
    std::size_t number = 0;
    for (const auto& activity : of.activities) {
        const auto name = stem(++number, activity, in), title = title_of(activity, in);
        const bool gathered = !activity.entries.empty();
        if (gathered || has_rows(activity)) sheets.push_back({name + ".csv", title, &activity, false});
        if (!activity.tags.empty()) sheets.push_back(code_book_sheet(activity, in, name, title));
        if (!activity.vote || activity.vote->items.empty()) continue;
        add_sheets_of_vote(activity, in, name, title, sheets);
    }
    return sheets;
}

std::string to_csv(const csv_sheet& sheet, language in) {
    if (sheet.code_book) return code_book_csv(*sheet.of, in);
    if (sheet.addition) return addition_csv(additions_of(*sheet.of, in).at(*sheet.addition), in);
    if (has_rows(*sheet.of)) return measures_csv(*sheet.of->measures, in);
    return sheet.results ? items_csv(*sheet.of->vote, in) : entries_csv(*sheet.of, in);
}

}  // namespace klartext::protocol
