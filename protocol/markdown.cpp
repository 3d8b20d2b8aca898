#include "protocol/markdown.hpp"

#include <cmark.h>

#include <cstdlib>
#include <memory>

#include "protocol/markdown_tree.hpp"

namespace klartext::protocol {
namespace {

using c_text = std::unique_ptr<char, decltype([](char* text) { std::free(text); })>;

struct text_writer {
    std::string out;

    void operator()(cmark_node* node, bool entering) {
        const auto* literal = cmark_node_get_literal(node);
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_TEXT:
            case CMARK_NODE_CODE: out += literal; break;
            case CMARK_NODE_CODE_BLOCK: (out += literal) += '\n'; break;
            case CMARK_NODE_SOFTBREAK: out += ' '; break;
            case CMARK_NODE_LINEBREAK: out += '\n'; break;
            case CMARK_NODE_THEMATIC_BREAK: out += "---\n\n"; break;
            case CMARK_NODE_ITEM:
                if (entering) out += label_of_item(node, "-") + " ";
                break;
            case CMARK_NODE_LINK:
                if (!entering) address(cmark_node_get_url(node));
                break;
            case CMARK_NODE_PARAGRAPH:
            case CMARK_NODE_HEADING:
                if (!entering) out += in_tight_list(node) ? "\n" : "\n\n";
                break;
            case CMARK_NODE_LIST:
                if (!entering) end_list(node);
                break;
            default: break;
        }
    }

    static cmark_node* list_around(cmark_node* node) {
        auto* item = cmark_node_parent(node);
        return item && cmark_node_get_type(item) == CMARK_NODE_ITEM ? cmark_node_parent(item) : nullptr;
    }

    static bool in_tight_list(cmark_node* node) {
        auto* list = list_around(node);
        return list && cmark_node_get_list_tight(list);
    }

    void address(std::string_view url) {
        if (!out.ends_with(url)) out.append(" (").append(url).append(")");
    }

    void end_list(cmark_node* list) {
        if (!list_around(list) && !out.ends_with("\n\n")) out += '\n';
    }
};

}  // namespace

std::string markdown_to_safe_html(std::string_view source, int under_level) {
    const auto root = safe_markdown(source, under_level);
    const c_text html(cmark_render_html(root.get(), CMARK_OPT_DEFAULT));
    return html.get();
}

std::string markdown_to_text(std::string_view source) {
    const auto root = safe_markdown(source);
    text_writer writer;
    walk_markdown(root.get(), [&](cmark_node* node, bool entering) { writer(node, entering); });
    while (writer.out.ends_with('\n')) writer.out.pop_back();
    return writer.out;
}

}  // namespace klartext::protocol
