#include "protocol/pdf/headings.hpp"
#include "protocol/pdf/write_blocks.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol::pdf {
namespace {

constexpr double number_room = 34, indent = 14;

// An entry of the contents; its page is filled in when pages are known.
void put_entry(const heading& head, element_id within, bool part, composer& to) {
    auto& tree = to.out.tree;
    const auto link = tree.add(tree.add(within, "Reference"), "Link");
    auto text = titled(head);
    const auto title = text.front().text;
    const auto left = part ? indent : 0;
    const letters with{part ? 9.5 : 10.5, part ? 14.2 : 16.4, part ? soft_ink : ink};
    to.leave(part ? 0 : 1.5);
    const auto first = to.put(to.told(text, {.with = with, .width = to.room() - number_room - left}, link), left);
    double height = 0;
    for (auto at = first; at < to.next(); ++at) height += to.out.strips[at].size.height;
    to.hold_together(first, bond::firm);
    auto& last = to.out.strips.back();
    last.marks.push_back(page_number_mark{
        head.anchor, title, last.size.height - height, height, {with.size, with.line, soft_ink}, link});
}

}  // namespace

// Activities, and in each of them the parts that say how much is in them.
void write_contents(const std::vector<block>& blocks, language in, composer& to) {
    auto& tree = to.out.tree;
    to.leave(20);
    const auto caption = tree.add(structure::document, "P");
    to.put(to.told({{text_of(in, "contents")}}, {.with = {12.5, 17, to.accent, true}}, caption));
    to.hold_to_next();
    to.leave(3);
    const auto list = tree.add(structure::document, "TOC");
    element_id entry = artifact, parts = artifact;
    for (const auto& block : blocks) {
        const auto* head = std::get_if<heading>(&block);
        if (head && head->level == 2) {
            entry = tree.add(list, "TOCI");
            parts = artifact;
            put_entry(*head, entry, false, to);
        } else if (head && head->level == 3 && !head->note.empty() && entry != artifact) {
            to.hold_to_next();
            if (parts == artifact) parts = tree.add(list, "TOC");
            put_entry(*head, tree.add(parts, "TOCI"), true, to);
        }
    }
    to.leave(14);
}

}  // namespace klartext::protocol::pdf
