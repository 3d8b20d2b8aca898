#include <algorithm>
#include <string_view>
#include <utility>

#include "protocol/card_marks.hpp"
#include "protocol/pdf/write_blocks.hpp"

namespace klartext::protocol::pdf {
namespace {

// A longer list may go on on the next page.
constexpr std::size_t items_kept_together = 12;

// Longer cards may go on on the next page.
constexpr std::size_t strips_never_parted = 9;
constexpr double card_padding = 5.5, card_side = 10, comment_indent = 11;
constexpr double field_of_kind = 7;  ///< side of the square

std::string trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\r\n"), to = text.find_last_not_of(" \t\r\n");
    return from == text.npos ? std::string() : std::string(text.substr(from, to - from + 1));
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == line.npos; }

colour colour_from(std::string_view hexadecimal) {
    const auto read = std::stoul(std::string(hexadecimal.substr(1)), nullptr, 16);
    const auto channel = [&](int shift) { return static_cast<std::uint8_t>(read >> shift); };
    return {channel(16), channel(8), channel(0)};
}

// The word beside it says the same: nothing to be read out.
void put_field(composer& to, std::size_t strip, double left, card_tone tone) {
    auto& into = to.out.strips.at(strip);
    const auto top = (small_letters.line - field_of_kind) / 2;
    into.marks.push_back(
        rule_mark{to.inset.left + left, top, field_of_kind, field_of_kind, colour_from(colour_of(tone))});
}

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

    // From the left margin whatever their letters, for the field of colour stands there.
    void marks(const card& item, element_id body, double width) const {
        const auto words = line_of_marks(item);
        if (words.empty()) return;
        const auto shift = item.kind.empty() ? 0 : field_of_kind + 5;
        const auto text = to.told(
            {{words}},
            {.with = small_letters, .width = width - shift, .aligned = item.kind.empty() ? side::start : side::left},
            to.out.tree.add(body, "P"));
        to.leave(1.5);
        to.hold_to_next();
        const auto first = to.put(text, card_side + shift);
        if (!item.kind.empty()) put_field(to, first, card_side, item.tone);
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
            paragraphs(item.text, body, marks_of(item).empty() && item.tags.empty() && item.comments.empty(), card_side,
                       width);
        }
        marks(item, body, width);
        if (!item.tags.empty()) {
            to.leave(1.5);
            to.hold_to_next();
            to.put(text_of(item.tags, small_letters, tree.add(body, "P"), width), card_side);
        }
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
    struct field {
        double left;
        card_tone tone;
    };
    constexpr double between = 26, beside = field_of_kind + 4;
    auto& tree = to.out.tree;
    const auto list = tree.add(structure::document, "L");
    tree.at(list).list_numbering = "None";
    std::vector<column_text> row;
    std::vector<field> fields;
    double left = 0;
    bool first_row = true;
    const auto end_row = [&] {
        if (row.empty()) return;
        if (!std::exchange(first_row, false)) to.hold_to_next();
        to.leave(5);
        const auto first = to.put_beside(row, 0, 0);
        to.hold_together(first, bond::firm);
        for (const auto& each : fields) put_field(to, first, each.left, each.tone);
        row.clear();
        fields.clear();
        left = 0;
    };
    for (const auto& each : known.rows) {
        const auto item = tree.add(list, "LI");
        const fact made{to.told({{each.label}}, {.with = small_letters}, tree.add(item, "Lbl")),
                        to.told({{each.value}}, {.with = fact_letters, .aligned = side::left}, tree.add(item, "LBody")),
                        0};
        const auto shift = each.tone ? beside : 0;
        const auto width = std::max(made.label->laid.width + shift, made.value->laid.width);
        if (left + width > to.room()) end_row();
        if (each.tone) fields.push_back({left, *each.tone});
        row.push_back({made.label, left + shift});
        row.push_back({made.value, left, made.label->laid.lines.size()});
        left += width + between;
        if (made.value->laid.lines.size() > 1) end_row();
    }
    end_row();
    to.leave(9);
}

}  // namespace klartext::protocol::pdf
