#include "protocol/entry_table.hpp"

#include <algorithm>

#include "protocol/gathering.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol {
namespace {

std::string_view what_key(const entry_row& row) {
    if (row.comment) return "csv.comment";
    return row.of->withdrawn ? "csv.withdrawn" : "csv.entry";
}

std::string text_in(const entry_row& row) {
    if (row.comment) return *row.comment;
    return row.of->withdrawn ? std::string() : row.of->text;
}

// Names may hold commas.
std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const auto& name : names) out += (out.empty() ? "" : "; ") + name;
    return out;
}

bool is_used(entry_column column, const activity& of) {
    switch (column) {
        case entry_column::canvas:
            return std::ranges::any_of(of.sections, [](const auto& each) { return !each.canvas.empty(); });
        case entry_column::kind: return !of.kinds.empty();
        case entry_column::up_votes: return has_counted_up_votes(of);
        case entry_column::answered: return std::ranges::any_of(of.entries, &entry::answered);
        case entry_column::tags: return !of.tags.empty();
        case entry_column::on_behalf: return std::ranges::any_of(of.entries, &entry::on_behalf);
        case entry_column::number:
        case entry_column::what:
        case entry_column::section:
        case entry_column::cluster:
        case entry_column::text: return true;
    }
    return true;
}

}  // namespace

const section* section_of(const activity& of, const entry& entry) {
    const auto found = std::ranges::find(of.sections, entry.section, &section::id);
    return found == of.sections.end() ? nullptr : &*found;
}

std::vector<entry_column> columns_of(const activity& of) {
    using enum entry_column;
    std::vector<entry_column> used{number, what,     canvas,   section, cluster,  kind,
                                   text,   up_votes, answered, tags,    on_behalf};
    std::erase_if(used, [&](entry_column each) { return !is_used(each, of); });
    return used;
}

std::string title_of(entry_column column, const activity& of, language in) {
    switch (column) {
        case entry_column::number: return text_of(in, "csv.number");
        case entry_column::what: return text_of(in, "csv.kind");
        case entry_column::canvas: return text_of(in, "csv.canvas");
        case entry_column::section: return text_of(in, of.brainwriting ? "sheet.column" : "csv.section");
        case entry_column::cluster: return text_of(in, "csv.cluster");
        case entry_column::kind: return text_of(in, "csv.card_kind");
        case entry_column::text: return text_of(in, "csv.text");
        case entry_column::up_votes: return text_of(in, "column.count");
        case entry_column::answered: return text_of(in, "answered.column");
        case entry_column::tags: return text_of(in, "tags");
        case entry_column::on_behalf: return text_of(in, "csv.on_behalf");
    }
    return {};
}

bool is_numeric(entry_column column, const activity& of) {
    if (column == entry_column::section) return of.brainwriting.has_value();
    return column == entry_column::number || column == entry_column::up_votes;
}

std::vector<entry_row> rows_of_entries(const activity& of) {
    std::vector<entry_row> rows;
    int number = 0;
    for (const auto& entry : of.entries) {
        rows.push_back({++number, &entry, nullptr});
        for (const auto& comment : entry.comments) rows.push_back({number, &entry, &comment});
    }
    return rows;
}

std::string cell_of(const entry_row& row, entry_column column, const activity& of, language in) {
    const auto* section = section_of(of, *row.of);
    switch (column) {
        case entry_column::number: return std::to_string(row.number);
        case entry_column::what: return text_of(in, what_key(row));
        case entry_column::canvas: return section ? section->canvas : "";
        case entry_column::section: return section ? section->title : row.of->section;
        case entry_column::cluster: return row.of->cluster.value_or("");
        case entry_column::kind: return row.of->kind;
        case entry_column::text: return text_in(row);
        case entry_column::up_votes: return row.comment || row.of->withdrawn ? "" : std::to_string(row.of->up_votes);
        case entry_column::answered: return !row.comment && row.of->answered ? text_of(in, "csv.yes") : "";
        case entry_column::tags: return joined(row.of->tags);
        case entry_column::on_behalf: return !row.comment && row.of->on_behalf ? text_of(in, "csv.yes") : "";
    }
    return {};
}

table code_book_of(const activity& of, language in) {
    const bool meant = std::ranges::any_of(of.tags, [](const tag& each) { return !each.meaning.empty(); });
    table book{.caption = text_of(in, "tags.caption"),
               .note = text_of(in, "tags.note"),
               .columns = {{text_of(in, "tag"), false}},
               .rows = {}};
    if (meant) book.columns.push_back({text_of(in, "tag.meaning"), false});
    book.columns.push_back({text_of(in, "tag.cards"), true});
    for (const auto& each : of.tags) {
        auto& row = book.rows.emplace_back(std::vector<std::string>{each.name});
        if (meant) row.push_back(each.meaning);
        row.push_back(number_of(in, each.cards));
    }
    return book;
}

}  // namespace klartext::protocol
