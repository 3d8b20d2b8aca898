#include <algorithm>

#include "protocol/pdf/headings.hpp"
#include "protocol/pdf/write_blocks.hpp"
#include "protocol/texts.hpp"
#include "protocol/writing.hpp"

namespace klartext::protocol::pdf {
namespace {

struct block_writer {
    composer& to;
    const std::vector<block>& blocks;
    language in;
    int charts = 0;

    void operator()(const heading& head) {
        const auto form = heading_form(head.level, to);
        to.leave(form.above);
        auto text = titled(head);
        const auto first = to.next();
        const auto element = to.out.tree.add(structure::document, "H" + std::to_string(head.level));
        to.put(to.told(text, {form.with, to.room(), side::start, false}, element));
        auto& top = to.out.strips[first];
        if (head.level == 2) {
            constexpr double over = 9;
            top.size.height += over;
            for (auto& each : top.marks) std::get<line_mark>(each).top += over;
            top.marks.push_back(rule_mark{0, 0, to.room(), 1.5, to.accent});
        }
        top.anchor = head.anchor;
        to.out.outline.push_back({head.level, on_one_line(head.text)});
        to.hold_together(first, bond::firm);
        to.hold_to_next();
        to.leave(form.below);
    }

    void operator()(const paragraph& said) {
        const bool warns = said.tone == tone::warning;
        const auto with = said.tone == tone::note ? note_letters : body_letters;
        const auto element = to.out.tree.add(structure::document, "P");
        to.leave(warns ? 8 : 6);
        if (warns) to.put_strip(6).size.with_next = bond::firm;
        const auto first = to.next();
        to.put(to.told({{said.text}}, {.with = with, .width = to.room() - (warns ? 26 : 0)}, element), warns ? 14 : 0);
        if (warns) {
            to.hold_together(first, bond::firm);
            to.pad_below(6);
            to.out.grounds.push_back({first - 1, to.next() - 1, 0, to.room(), warning_ground, warning_edge, 3});
        }
        to.leave(warns ? 8 : 6);
    }

    void operator()(const markdown_text& text) { write_markdown(text, to); }
    void operator()(const facts& known) { write_facts(known, to); }
    void operator()(const bullets& list) { write_bullets(list, to); }
    void operator()(const cards& list) { write_cards(list, to); }
    void operator()(const table& data) { write_table(data, to); }
    void operator()(const chart& data) { write_chart(data, "chart-" + std::to_string(++charts), to); }
    void operator()(const contents&) { write_contents(blocks, in, to); }
    void operator()(const page_end&) {
        if (to.next() == 0) return;
        auto& last = to.out.strips.back().size;
        last.ends_page = true;
        last.with_next = bond::none;
    }

    // A sentence that leads to what comes next stands with it.
    static bool introduces(const block& one, const block& next) {
        if (std::holds_alternative<page_end>(next) || std::holds_alternative<contents>(next)) return false;
        if (const auto* head = std::get_if<heading>(&next))
            return std::holds_alternative<facts>(one) && head->level > 2;
        return std::holds_alternative<paragraph>(one) || std::holds_alternative<facts>(one);
    }
};

void write_masthead(language in, const house& whose, const logo* mark, composer& to) {
    constexpr double highest = 44, widest = 170;
    auto& tree = to.out.tree;
    if (mark) {
        const auto scale = std::min(highest / mark->height(), widest / mark->width());
        const auto width = mark->width() * scale, height = mark->height() * scale;
        const auto figure = tree.add(structure::document, "Figure");
        tree.at(figure).instead = printable(whose.logo_words.empty() ? whose.name : whose.logo_words);
        to.put_strip(height).marks.push_back(logo_mark{to.room() - width, 0, width, height, figure});
        to.hold_to_next();
        to.leave(14);
    }
    const auto kicker = text_of(in, "minutes") + (whose.name.empty() ? "" : " · " + whose.name);
    to.put(to.told({{kicker}}, {.with = {10.5, 14.7, to.accent, true}}, tree.add(structure::document, "P")));
    to.hold_to_next();
}

}  // namespace

std::string on_one_line(std::string text) {
    text = printable(text);
    std::ranges::replace(text, '\n', ' ');
    return text;
}

// What stands behind a title that runs to the left stays behind it.
rich_text titled(const heading& head) {
    const auto title = on_one_line(head.text);
    if (head.note.empty()) return {{title}};
    return {{set_apart(title)}, {"  " + head.note, false, false, false, true}};
}

heading_look heading_form(int level, const composer& to) {
    switch (level) {
        case 1: return {{23, 29, ink, true}, 2, 8};
        case 2: return {{16, 21, to.accent, true}, 26, 5};
        case 3: return {{12.5, 17, to.accent, true}, 17, 4};
        case 4: return {{11, 15.4, ink, true}, 12, 3};
        default: return {{10.5, 14.7, ink, true}, 10, 3};
    }
}

void write_document(const std::vector<block>& blocks, language in, const house& whose, const logo* mark, composer& to) {
    block_writer write{to, blocks, in};
    write_masthead(in, whose, mark, to);
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        std::visit(write, blocks[at]);
        if (at + 1 < blocks.size() && block_writer::introduces(blocks[at], blocks[at + 1])) to.hold_to_next();
    }
    to.out.strips.back().size.with_next = bond::none;
}

}  // namespace klartext::protocol::pdf
