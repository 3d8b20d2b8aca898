#include "protocol/pdf/composer.hpp"

#include <algorithm>
#include <utility>

#include "protocol/writing.hpp"

namespace klartext::protocol::pdf {

std::vector<page_run> pages_of(const flow& of) {
    std::vector<strip_size> sizes;
    for (const auto& each : of.strips) sizes.push_back(each.size);
    return break_into_pages(sizes, a4::text_height);
}

shared_text composer::told(const rich_text& text, const text_form& form, element_id element) {
    const auto language = text.empty() ? std::string_view() : language_by_script(text.front().text);
    if (element != artifact && !language.empty()) out.tree.at(element).language = language;
    auto made = std::make_shared<told_text>(told_text{letters_of.set(text, form), element});
    made->link_elements.assign(made->laid.links.size(), artifact);
    return made;
}

void composer::leave(double more) { gap = std::max(gap, more); }

strip& composer::put_strip(double height) {
    auto& made = out.strips.emplace_back();
    made.size.height = height;
    made.size.gap = std::exchange(gap, 0);
    return made;
}

std::size_t composer::put(const shared_text& text, double left_more) {
    const auto first = next();
    for (std::size_t line = 0; line < text->laid.lines.size(); ++line)
        put_strip(text->laid.line).marks.push_back(line_mark{text, line, inset.left + left_more, 0});
    hold_ends_together(first);
    return first;
}

std::size_t composer::put_beside(const std::vector<column_text>& columns, double above, double below) {
    const auto first = next();
    std::size_t lines = 0;
    for (const auto& each : columns) lines = std::max(lines, each.lines_above + each.text->laid.lines.size());
    for (std::size_t line = 0; line < lines; ++line) {
        const auto padding = line == 0 ? above : 0;
        auto& into = put_strip(0);
        for (const auto& each : columns) {
            if (line < each.lines_above || line - each.lines_above >= each.text->laid.lines.size()) continue;
            into.size.height = std::max(into.size.height, padding + each.text->laid.line);
            into.marks.push_back(line_mark{each.text, line - each.lines_above, inset.left + each.left, padding});
        }
    }
    if (lines > 0) pad_below(below);
    hold_ends_together(first);
    return first;
}

void composer::pad_below(double padding) { out.strips.back().size.height += padding; }

void composer::hold_ends_together(std::size_t first) {
    if (next() - first < 2) return;
    out.strips[first].size.with_next = bond::firm;
    out.strips[next() - 2].size.with_next = bond::firm;
}

void composer::hold_together(std::size_t first, bond how) {
    for (auto at = first; at + 1 < next(); ++at)
        out.strips[at].size.with_next = std::max(out.strips[at].size.with_next, how);
}

void composer::hold_to_next() {
    if (!out.strips.empty()) out.strips.back().size.with_next = bond::firm;
}

}  // namespace klartext::protocol::pdf
