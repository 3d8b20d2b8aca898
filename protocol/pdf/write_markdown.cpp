#include <utility>

#include "protocol/markdown_parts.hpp"
#include "protocol/pdf/headings.hpp"
#include "protocol/pdf/write_blocks.hpp"

namespace klartext::protocol::pdf {
namespace {

using kind = markdown_part::kind;

constexpr double frame_padding = 10, quote_indent = 12, item_indent = 16;

rich_text runs_of(const markdown_part& part) {
    rich_text made;
    for (const auto& run : part.runs) made.push_back({run.text, run.strong, run.emphasis, run.code, false, run.link});
    return made;
}

struct markdown_writer {
    composer& to;

    void put(const std::vector<markdown_part>& parts, element_id in) const {
        for (const auto& part : parts) put(part, in);
    }

    void put(const markdown_part& part, element_id in) const {
        auto& tree = to.out.tree;
        switch (part.is) {
            case kind::paragraph:
                to.leave(5);
                to.put(to.told(runs_of(part), {.width = to.room()}, tree.add(in, "P")));
                to.leave(5);
                break;
            case kind::heading: heading(part, in); break;
            case kind::list: list(part, in); break;
            case kind::item: put(part.parts, in); break;
            case kind::quote: quote(part, in); break;
            case kind::code: code(part, in); break;
            case kind::rule: rule(); break;
        }
    }

    void heading(const markdown_part& part, element_id in) const {
        const auto form = heading_form(part.level, to);
        to.leave(form.above);
        to.put(to.told(runs_of(part), {form.with, to.room(), side::start, false},
                       to.out.tree.add(in, "H" + std::to_string(part.level))));
        to.hold_to_next();
        to.leave(form.below);
    }

    // Label and first line side by side, the rest of the item below its first line.
    void list(const markdown_part& part, element_id in) const {
        auto& tree = to.out.tree;
        const auto id = tree.add(in, "L");
        tree.at(id).list_numbering = part.numbered ? "Decimal" : "Disc";
        for (const auto& each : part.parts) {
            const auto entry = tree.add(id, "LI");
            const auto label = to.told({{each.label}}, {.width = item_indent}, tree.add(entry, "Lbl"));
            const auto body = tree.add(entry, "LBody");
            const auto first = to.next();
            to.inset.left += item_indent;
            to.leave(part.tight ? 2 : 5);
            put_tightly(each.parts, body);
            to.inset.left -= item_indent;
            if (to.next() == first) to.put_strip(label->laid.line);
            auto& marks = to.out.strips[first].marks;
            marks.insert(marks.begin(), line_mark{label, 0, to.inset.left + 2, 0});
        }
        to.leave(5);
    }

    void put_tightly(const std::vector<markdown_part>& parts, element_id body) const {
        bool first = true;
        for (const auto& part : parts) {
            if (part.is == kind::paragraph && std::exchange(first, false)) {
                to.put(to.told(runs_of(part), {.width = to.room()}, to.out.tree.add(body, "P")));
            } else {
                put(part, body);
            }
        }
    }

    void quote(const markdown_part& part, element_id in) const {
        const auto first = to.next();
        to.leave(5);
        to.inset.left += quote_indent;
        put(part.parts, to.out.tree.add(in, "BlockQuote"));
        to.inset.left -= quote_indent;
        if (to.next() > first)
            to.out.grounds.push_back({first, to.next() - 1, to.inset.left, 0, ground, hairline, 2.5});
        to.leave(5);
    }

    void code(const markdown_part& part, element_id in) const {
        auto& tree = to.out.tree;
        const auto first = to.next();
        to.leave(6);
        to.put(to.told(runs_of(part), {code_letters, to.room() - 16, side::start, false},
                       tree.add(tree.add(in, "P"), "Code")),
               8);
        to.out.grounds.push_back({first, to.next() - 1, to.inset.left, to.room(), ground, ground, 0});
        to.leave(8);
    }

    void rule() const {
        to.leave(7);
        to.put_strip(0.75).marks.push_back(rule_mark{to.inset.left, 0, to.room(), 0.75, hairline});
        to.leave(7);
    }
};

}  // namespace

void write_markdown(const markdown_text& text, composer& to) {
    const auto parts = markdown_to_parts(text.source, text.under_level);
    if (parts.empty()) return;
    auto& tree = to.out.tree;
    if (!text.framed) {
        markdown_writer{to}.put(parts, structure::document);
        to.leave(7);
        return;
    }
    const auto first = to.next(), ground_at = to.out.grounds.size();
    to.out.grounds.emplace_back();
    to.leave(8);
    to.put_strip(frame_padding - 5).size.with_next = bond::firm;
    to.inset = {frame_padding + 4, frame_padding + 4};
    markdown_writer{to}.put(parts, tree.add(structure::document, "Div"));
    to.inset = {};
    to.leave(0);
    to.hold_to_next();
    to.put_strip(frame_padding - 5);
    to.out.grounds[ground_at] = {first, to.next() - 1, 0, to.room(), ground, to.accent, 2.5};
    to.leave(10);
}

}  // namespace klartext::protocol::pdf
