#pragma once
#include <cmark.h>

#include <memory>
#include <string>
#include <string_view>

/// The facilitator's Markdown as cmark's tree, for those who write it out: what is not safe is not in it any more
/// (markdown.hpp says what), so that all documents agree about it.
namespace klartext::protocol {

struct markdown_freed {
    void operator()(cmark_node*) const;
};
using markdown_tree = std::unique_ptr<cmark_node, markdown_freed>;

/// Headings start at `under_level` + 1 and never skip a level.
[[nodiscard]] markdown_tree safe_markdown(std::string_view source, int under_level = 2);

/// "3." in an ordered list, else `bullet`.
[[nodiscard]] std::string label_of_item(cmark_node* item, std::string_view bullet);

template <class Visit>
void walk_markdown(cmark_node* root, Visit visit) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> steps(cmark_iter_new(root), &cmark_iter_free);
    for (auto event = cmark_iter_next(steps.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(steps.get()))
        visit(cmark_iter_get_node(steps.get()), event == CMARK_EVENT_ENTER);
}

}  // namespace klartext::protocol
