#include <algorithm>
#include <string_view>
#include <utility>

#include "protocol/pdf/write_blocks.hpp"

namespace klartext::protocol::pdf {
namespace {

// A longer list may go on on the next page.
constexpr std::size_t items_kept_together = 12;

// Longer cards may go on on the next page.
constexpr std::size_t strips_never_parted = 9;
constexpr double card_padding = 5.5, card_side = 10, comment_indent = 11;

std::string trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\r\n"), to = text.find_last_not_of(" \t\r\n");
    return from == text.npos ? std::string() : std::string(text.substr(from, to - from + 1));
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == line.npos; }

struct card_writer {
    composer& to;
    element_id list;

    shared_text text_of(const std::string& text, const letters& with, element_id in, double width) const {
        return to.told({{text}}, {.with = with, .width = width}, in);
    }

    // A text that is all there is needs no P inside its LBody.
    void paragraphs(const std::string& text, element_id in, bool alone, double left, double width) const {
        bool first = true;
        const auto all = paragraphs_of(text);
        for (const auto& each : all) {
            if (!first) to.leave(4);
            const auto element = alone && all.size() == 1 ? in : to.out.tree.add(in, "P");
            to.put(text_of(each, body_letters, element, width), left);
            first = false;
        }
    }

    void comments(const card& item, element_id body) const {
        auto& tree = to.out.tree;
        to.leave(3.5);
        to.put(text_of(item.comments_label, small_letters, tree.add(body, "P"), to.room() - 2 * card_side), card_side);
        to.hold_to_next();
        const auto inner = tree.add(body, "L");
        tree.at(inner).list_numbering = "None";
        const auto first = to.next();
        for (const auto& comment : item.comments) {
            to.leave(2.5);
            paragraphs(comment, tree.add(tree.add(inner, "LI"), "LBody"), true, card_side + comment_indent,
                       to.room() - 2 * card_side - comment_indent);
        }
        to.out.grounds.push_back({first, to.next() - 1, card_side, 0, ground, to.accent, 2});
    }

    void put(const card& item) const {
        auto& tree = to.out.tree;
        const auto body = tree.add(tree.add(list, "LI"), "LBody");
        const auto width = to.room() - 2 * card_side;
        const auto first = to.next();
        const auto ground_at = to.out.grounds.size();
        to.out.grounds.emplace_back();
        to.leave(4.5);
        pad();
        if (!item.withdrawn.empty()) {
            to.put(text_of(item.withdrawn, note_letters, tree.add(body, "P"), width), card_side);
        } else {
            paragraphs(item.text, body, item.tag.empty() && item.comments.empty(), card_side, width);
        }
        if (!item.tag.empty()) to.put(text_of(item.tag, small_letters, tree.add(body, "P"), width), card_side);
        if (!item.comments.empty()) comments(item, body);
        to.hold_to_next();
        to.put_strip(card_padding);
        to.out.grounds[ground_at] = {first, to.next() - 1, 0, to.room(), ground, ground, 0};
        if (to.next() - first <= strips_never_parted) to.hold_together(first, bond::firm);
    }

    void pad() const { to.put_strip(card_padding).size.with_next = bond::firm; }
};

}  // namespace

std::vector<std::string> paragraphs_of(const std::string& text) {
    std::vector<std::string> found;
    std::string current;
    const auto whole = printable(text);
    for (std::size_t from = 0; from <= whole.size();) {
        const auto to = std::min(whole.find('\n', from), whole.size());
        const auto line = whole.substr(from, to - from);
        if (!is_blank(line)) current += (current.empty() ? "" : "\n") + trimmed(line);
        if (is_blank(line) && !current.empty()) found.push_back(std::exchange(current, {}));
        from = to + 1;
    }
    if (!current.empty() || found.empty()) found.push_back(current);
    return found;
}

void write_cards(const cards& list, composer& to) {
    const auto id = to.out.tree.add(structure::document, "L");
    to.out.tree.at(id).list_numbering = "None";
    to.leave(8);
    for (const auto& item : list.items) card_writer{to, id}.put(item);
    to.leave(8);
}

void write_bullets(const bullets& list, composer& to) {
    auto& tree = to.out.tree;
    const auto id = tree.add(structure::document, "L");
    tree.at(id).list_numbering = "Disc";
    to.leave(6);
    const auto first = to.next();
    for (const auto& text : list.items) {
        const auto item = tree.add(id, "LI");
        const auto label = to.told({{"•"}}, {.width = 12}, tree.add(item, "Lbl"));
        const auto body = to.told({{text}}, {.width = to.room() - 14}, tree.add(item, "LBody"));
        to.leave(3);
        to.put_beside({{label, 2}, {body, 14}}, 0, 0);
    }
    // With the last line of the words that lead to it.
    if (list.items.size() <= items_kept_together) to.hold_together(first > 0 ? first - 1 : first, bond::weak);
    to.leave(8);
}

void write_facts(const facts& known, composer& to) {
    struct fact {
        shared_text label, value;
        double width;
    };
    constexpr double between = 26;
    auto& tree = to.out.tree;
    const auto list = tree.add(structure::document, "L");
    tree.at(list).list_numbering = "None";
    std::vector<column_text> row;
    double left = 0;
    bool first_row = true;
    const auto end_row = [&] {
        if (row.empty()) return;
        if (!std::exchange(first_row, false)) to.hold_to_next();
        to.leave(5);
        to.hold_together(to.put_beside(row, 0, 0), bond::firm);
        row.clear();
        left = 0;
    };
    for (const auto& each : known.rows) {
        const auto item = tree.add(list, "LI");
        const fact made{to.told({{each.label}}, {.with = small_letters}, tree.add(item, "Lbl")),
                        to.told({{each.value}}, {.with = fact_letters, .aligned = side::left}, tree.add(item, "LBody")),
                        0};
        const auto width = std::max(made.label->laid.width, made.value->laid.width);
        if (left + width > to.room()) end_row();
        row.push_back({made.label, left});
        row.push_back({made.value, left, made.label->laid.lines.size()});
        left += width + between;
        if (made.value->laid.lines.size() > 1) end_row();
    }
    end_row();
    to.leave(9);
}

}  // namespace klartext::protocol::pdf
