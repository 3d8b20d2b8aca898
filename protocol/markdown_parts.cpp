#include "protocol/markdown_parts.hpp"

#include "protocol/markdown_tree.hpp"

namespace klartext::protocol {
namespace {

using kind = markdown_part::kind;

// What is nested deeper nobody means; its text is kept, its form is not.
constexpr int deepest = 8;

struct run_collector {
    std::vector<markdown_run> runs;
    int strong = 0, emphasis = 0;
    std::string link;

    void say(std::string_view text, bool code = false) {
        if (!text.empty()) runs.push_back({std::string(text), strong > 0, emphasis > 0, code, link});
    }

    void operator()(cmark_node* node, bool entering) {
        const int step = entering ? 1 : -1;
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_TEXT: say(cmark_node_get_literal(node)); break;
            case CMARK_NODE_CODE:
            case CMARK_NODE_CODE_BLOCK: say(cmark_node_get_literal(node), true); break;
            case CMARK_NODE_SOFTBREAK: say(" "); break;
            case CMARK_NODE_LINEBREAK: say("\n"); break;
            case CMARK_NODE_STRONG: strong += step; break;
            case CMARK_NODE_EMPH: emphasis += step; break;
            case CMARK_NODE_LINK: link = entering ? cmark_node_get_url(node) : ""; break;
            case CMARK_NODE_PARAGRAPH:
                if (!entering) say("\n");
                break;
            default: break;
        }
    }
};

// Not by recursion, like all of cmark: emphasis may be nested as deeply as somebody likes.
std::vector<markdown_run> runs_of(cmark_node* node) {
    run_collector collected;
    walk_markdown(node, [&](cmark_node* each, bool entering) { collected(each, entering); });
    auto& runs = collected.runs;
    while (!runs.empty() && runs.back().text == "\n") runs.pop_back();
    return std::move(runs);
}

std::vector<markdown_part> parts_of(cmark_node* node, int depth);

std::string without_last_break(std::string text) {
    if (text.ends_with('\n')) text.pop_back();
    return text;
}

markdown_part part_of(cmark_node* node, int depth) {
    if (depth > deepest) return {.runs = runs_of(node)};
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HEADING:
            return {.is = kind::heading, .level = cmark_node_get_heading_level(node), .runs = runs_of(node)};
        case CMARK_NODE_LIST:
            return {.is = kind::list,
                    .numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
                    .tight = cmark_node_get_list_tight(node) != 0,
                    .parts = parts_of(node, depth + 1)};
        case CMARK_NODE_ITEM:
            return {.is = kind::item, .label = label_of_item(node, "•"), .parts = parts_of(node, depth + 1)};
        case CMARK_NODE_BLOCK_QUOTE: return {.is = kind::quote, .parts = parts_of(node, depth + 1)};
        case CMARK_NODE_CODE_BLOCK:
            return {.is = kind::code,
                    .runs = {{.text = without_last_break(cmark_node_get_literal(node)), .code = true}}};
        case CMARK_NODE_THEMATIC_BREAK: return {.is = kind::rule};
        default: return {.runs = runs_of(node)};
    }
}

std::vector<markdown_part> parts_of(cmark_node* node, int depth) {
    std::vector<markdown_part> found;
    for (auto* child = cmark_node_first_child(node); child; child = cmark_node_next(child))
        found.push_back(part_of(child, depth));
    return found;
}

}  // namespace

std::vector<markdown_part> markdown_to_parts(std::string_view source, int under_level) {
    const auto root = safe_markdown(source, under_level);
    return parts_of(root.get(), 0);
}

}  // namespace klartext::protocol
