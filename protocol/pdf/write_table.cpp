#include <algorithm>
#include <cmath>
#include <numeric>

#include "protocol/pdf/write_blocks.hpp"

namespace klartext::protocol::pdf {
namespace {

// A longer table may break between two pages.
constexpr std::size_t rows_kept_together = 12;
constexpr double between = 12, row_padding = 3.6, narrowest_text = 96, widest_title = 84;
// Charts are drawn for screens; so many points of the page to one of their pixels.
constexpr double chart_scale = 0.64;

using widths = std::vector<double>;

// Columns of numbers take what they need, the rest is for words, in proportion to how long they are.
struct measuring {
    const table& data;
    const composer& to;

    // So that most titles need two lines at most.
    double least(std::size_t column) const {
        const auto& head = data.columns[column];
        const auto& type = to.letters_of;
        const auto natural = std::ceil(type.natural_width(head.title, column_letters) + 1);
        if (!head.numeric) return std::max(std::min(natural, narrowest_text), column == 0 ? narrowest_text : 40.0);
        auto width = std::max(type.least_width(head.title, column_letters), std::min(0.62 * natural, widest_title));
        for (const auto& row : data.rows) width = std::max(width, type.natural_width(row[column], number_letters));
        return std::ceil(width + 1);
    }

    double wish(std::size_t column) const {
        auto width = to.letters_of.natural_width(data.columns[column].title, column_letters);
        for (const auto& row : data.rows)
            width = std::max(width, to.letters_of.natural_width(row[column], cell_letters));
        return width;
    }

    widths decide() const {
        const auto count = data.columns.size();
        widths found;
        for (std::size_t column = 0; column < count; ++column) found.push_back(least(column));
        const auto room = to.room() - between * static_cast<double>(count - 1);
        const auto used = std::accumulate(found.begin(), found.end(), 0.0);
        if (used > room) {
            for (auto& width : found) width *= room / used;
        } else {
            share_out(room - used, found);
        }
        return found;
    }

    void share_out(double rest, widths& found) const {
        const auto of_words = std::ranges::count(data.columns, false, &table::column::numeric);
        if (of_words == 1) {
            found[static_cast<std::size_t>(std::ranges::find(data.columns, false, &table::column::numeric) -
                                           data.columns.begin())] += rest;
            return;
        }
        widths wishes(found.size());
        for (std::size_t column = 0; column < found.size(); ++column)
            if (!data.columns[column].numeric) wishes[column] = std::max(1.0, wish(column));
        const auto all = std::accumulate(wishes.begin(), wishes.end(), 0.0);
        for (std::size_t column = 0; column < found.size(); ++column)
            found[column] += all > 0 ? rest * wishes[column] / all : rest / static_cast<double>(found.size());
    }
};

struct table_writer {
    const table& data;
    composer& to;
    widths columns;
    element_id id;

    // Numbers stand at the right of their column.
    std::vector<column_text> cells(const std::vector<std::string>& texts, element_id row, bool head) {
        std::vector<column_text> made;
        double left = 0;
        for (std::size_t at = 0; at < columns.size(); ++at) {
            const bool number = data.columns[at].numeric;
            const auto element = row == artifact ? artifact : cell_of(row, head, at == 0);
            const auto with = head ? column_letters : number ? number_letters : cell_letters;
            const text_form form{with, columns[at], number ? side::end : side::start, !number || head};
            made.push_back({to.told({{texts[at]}}, form, element), left});
            left += columns[at] + between;
        }
        return made;
    }

    element_id cell_of(element_id row, bool head, bool first) {
        auto& tree = to.out.tree;
        const auto cell = tree.add(row, head || first ? "TH" : "TD");
        if (head || first) tree.at(cell).scope = head ? "Column" : "Row";
        return cell;
    }

    // Titles of columns stand on the line above the numbers, however many lines they have.
    static void align_below(std::vector<column_text>& titles) {
        std::size_t most = 0;
        for (const auto& each : titles) most = std::max(most, each.text->laid.lines.size());
        for (auto& each : titles) each.lines_above = most - each.text->laid.lines.size();
    }

    void rule(double thickness, colour of) {
        auto& last = to.out.strips.back();
        last.marks.push_back(rule_mark{to.inset.left, last.size.height - thickness, to.room(), thickness, of});
    }

    std::size_t put_head(element_id row) {
        std::vector<std::string> titles;
        for (const auto& column : data.columns) titles.push_back(column.title);
        auto texts = cells(titles, row, true);
        align_below(texts);
        const auto first = to.put_beside(texts, 2, 5);
        rule(1.4, to.accent);
        to.hold_together(first, bond::firm);
        to.hold_to_next();
        return first;
    }

    // Said again on every page: laid out once more without a place in the tree.
    void keep_head() {
        composer again(to.letters_of, to.accent);
        std::swap(again.inset, to.inset);
        table_writer{data, again, columns, artifact}.put_head(artifact);
        std::swap(again.inset, to.inset);
        to.out.heads.push_back(std::move(again.out.strips));
    }

    void put_rows() {
        const auto head = static_cast<int>(to.out.heads.size()) - 1;
        double height = 0;
        for (const auto& each : to.out.heads.back()) height += each.size.height;
        const auto first = to.next();
        std::size_t row = 0;
        for (const auto& texts : data.rows) {
            const auto begun = to.put_beside(cells(texts, to.out.tree.add(id, "TR"), false), row_padding, row_padding);
            rule(0.5, hairline);
            if (to.next() - begun <= 4) to.hold_together(begun, bond::firm);
            if (++row == 1 || row + 1 == data.rows.size()) to.hold_to_next();
        }
        if (data.rows.size() <= rows_kept_together) to.hold_together(first, bond::weak);
        to.out.strips.back().size.with_next = bond::none;
        for (auto at = first; at < to.next(); ++at) {
            to.out.strips[at].head = head;
            to.out.strips[at].size.repeated = height;
        }
    }
};

}  // namespace

void write_table(const table& data, composer& to) {
    auto& tree = to.out.tree;
    const auto id = tree.add(structure::document, "Table");
    const auto caption = tree.add(id, "Caption");
    to.leave(14);
    to.put(to.told({{data.caption, true}}, {.width = to.room()}, tree.add(caption, "P")));
    to.hold_to_next();
    if (!data.note.empty()) {
        to.put(to.told({{data.note}}, {.with = small_letters, .width = to.room()}, tree.add(caption, "P")));
        to.hold_to_next();
    }
    table_writer write{data, to, measuring{data, to}.decide(), id};
    to.leave(5);
    write.put_head(tree.add(id, "TR"));
    write.keep_head();
    write.put_rows();
    to.leave(16);
}

void write_chart(const chart& data, const std::string& id, composer& to) {
    auto& tree = to.out.tree;
    const auto together = tree.add(structure::document, "Div");
    const auto figure = tree.add(together, "Figure");
    tree.at(figure).instead = printable(data.description);
    auto drawn = draw_at_width(data, id, static_cast<int>(to.room() / chart_scale));
    const auto scale = std::min(to.room() / drawn.width, (a4::text_height - 60) / std::max(drawn.height, 1));
    to.leave(14);
    const auto height = drawn.height * scale;
    to.put_strip(height).marks.push_back(chart_mark{std::move(drawn), to.inset.left, 0, scale, figure});
    to.hold_to_next();
    const auto caption = tree.add(together, "Caption");
    to.leave(2);
    const auto first =
        to.put(to.told({{data.title, true}}, {.with = small_letters, .width = to.room()}, tree.add(caption, "P")));
    if (!data.note.empty()) {
        to.hold_to_next();
        to.put(to.told({{data.note}}, {.with = small_letters, .width = to.room()}, tree.add(caption, "P")));
    }
    to.hold_together(first, bond::firm);
    to.leave(16);
}

}  // namespace klartext::protocol::pdf
