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

std::optional<markdown_kind> kind_of(cmark_node_type type) {
    switch (type) {
        case CMARK_NODE_PARAGRAPH: return markdown_kind::paragraph;
        case CMARK_NODE_HEADING: return markdown_kind::heading;
        case CMARK_NODE_LIST: return markdown_kind::list;
        case CMARK_NODE_ITEM: return markdown_kind::item;
        case CMARK_NODE_BLOCK_QUOTE: return markdown_kind::quote;
        case CMARK_NODE_EMPH: return markdown_kind::emphasis;
        case CMARK_NODE_STRONG: return markdown_kind::strong;
        case CMARK_NODE_LINK: return markdown_kind::link;
        case CMARK_NODE_CODE_BLOCK: return markdown_kind::code_block;
        case CMARK_NODE_THEMATIC_BREAK: return markdown_kind::rule;
        case CMARK_NODE_TEXT:
        case CMARK_NODE_SOFTBREAK: return markdown_kind::text;
        case CMARK_NODE_CODE: return markdown_kind::code;
        case CMARK_NODE_LINEBREAK: return markdown_kind::line_break;
        default: return std::nullopt;
    }
}

markdown_event part_of(cmark_node* node, markdown_kind kind, bool begins) {
    markdown_event part{.kind = kind, .begins = begins};
    const auto* literal = kind == markdown_kind::link ? cmark_node_get_url(node) : cmark_node_get_literal(node);
    if (literal) part.text = literal;
    if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK) part.text = " ";
    if (kind == markdown_kind::heading) part.level = cmark_node_get_heading_level(node);
    if (kind == markdown_kind::list && cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
        part.first_number = cmark_node_get_list_start(node);
    return part;
}

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

std::string markdown_to_safe_markdown(std::string_view source, int under_level) {
    const auto root = safe_markdown(source, under_level);
    const c_text markdown(cmark_render_commonmark(root.get(), CMARK_OPT_DEFAULT, 0));
    return markdown.get();
}

void read_markdown(std::string_view source, int under_level, const std::function<void(const markdown_event&)>& tell) {
    const auto root = safe_markdown(source, under_level);
    walk_markdown(root.get(), [&](cmark_node* node, bool entering) {
        if (const auto kind = kind_of(cmark_node_get_type(node))) tell(part_of(node, *kind, entering));
    });
}

}  // namespace klartext::protocol
