#include "protocol/markdown.hpp"

#include <cmark.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <set>
#include <vector>

namespace klartext::protocol {
namespace {

using tree = std::unique_ptr<cmark_node, decltype([](cmark_node* node) { cmark_node_free(node); })>;
using c_text = std::unique_ptr<char, decltype([](char* text) { std::free(text); })>;

tree parse(std::string_view source) {
    return tree(cmark_parse_document(source.empty() ? "" : source.data(), source.size(), CMARK_OPT_VALIDATE_UTF8));
}

template <class Visit>
void walk(cmark_node* root, Visit visit) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> steps(cmark_iter_new(root), &cmark_iter_free);
    for (auto event = cmark_iter_next(steps.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(steps.get()))
        visit(cmark_iter_get_node(steps.get()), event == CMARK_EVENT_ENTER);
}

// Collected first: the tree must not change under the walk.
std::vector<cmark_node*> all_of(cmark_node* root, std::initializer_list<cmark_node_type> types) {
    std::vector<cmark_node*> found;
    walk(root, [&](cmark_node* node, bool entering) {
        if (entering && std::ranges::find(types, cmark_node_get_type(node)) != types.end()) found.push_back(node);
    });
    return found;
}

bool leads_somewhere_known(const char* url) {
    std::string address(url ? url : "");
    std::ranges::transform(address, address.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    constexpr std::string_view known[] = {"http://", "https://", "mailto:", "tel:"};
    return std::ranges::any_of(known, [&](auto start) { return address.starts_with(start); });
}

void replace_by_children(cmark_node* node) {
    while (auto* child = cmark_node_first_child(node)) cmark_node_insert_before(node, child);
    cmark_node_unlink(node);
    cmark_node_free(node);
}

void make_safe(cmark_node* root) {
    for (auto* node : all_of(root, {CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE})) {
        cmark_node_unlink(node);
        cmark_node_free(node);
    }
    for (auto* image : all_of(root, {CMARK_NODE_IMAGE})) replace_by_children(image);
    for (auto* link : all_of(root, {CMARK_NODE_LINK}))
        if (!leads_somewhere_known(cmark_node_get_url(link))) replace_by_children(link);
}

// The levels used are taken as ranks, so that a text written with ### alone starts where it should.
void fit_headings(cmark_node* root, int under_level) {
    const auto headings = all_of(root, {CMARK_NODE_HEADING});
    std::set<int> used;
    for (auto* heading : headings) used.insert(cmark_node_get_heading_level(heading));
    int before = under_level;
    for (auto* heading : headings) {
        const auto rank = std::distance(used.begin(), used.find(cmark_node_get_heading_level(heading)));
        before = std::min({under_level + 1 + static_cast<int>(rank), before + 1, 6});
        cmark_node_set_heading_level(heading, before);
    }
}

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
                if (entering) out += bullet(node);
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

    static std::string bullet(cmark_node* item) {
        auto* list = cmark_node_parent(item);
        if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST) return "- ";
        int number = cmark_node_get_list_start(list);
        for (auto* other = cmark_node_previous(item); other; other = cmark_node_previous(other)) ++number;
        return std::to_string(number) + ". ";
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

markdown_part part_of(cmark_node* node, markdown_kind kind, bool begins) {
    markdown_part part{.kind = kind, .begins = begins};
    const auto* literal = kind == markdown_kind::link ? cmark_node_get_url(node) : cmark_node_get_literal(node);
    if (literal) part.text = literal;
    if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK) part.text = " ";
    if (kind == markdown_kind::heading) part.level = cmark_node_get_heading_level(node);
    if (kind == markdown_kind::list && cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
        part.first_number = cmark_node_get_list_start(node);
    return part;
}

tree made_safe(std::string_view source, int under_level) {
    auto root = parse(source);
    make_safe(root.get());
    fit_headings(root.get(), under_level);
    return root;
}

}  // namespace

std::string markdown_to_safe_html(std::string_view source, int under_level) {
    const auto root = made_safe(source, under_level);
    const c_text html(cmark_render_html(root.get(), CMARK_OPT_DEFAULT));
    return html.get();
}

std::string markdown_to_text(std::string_view source) {
    const auto root = parse(source);
    make_safe(root.get());
    text_writer writer;
    walk(root.get(), [&](cmark_node* node, bool entering) { writer(node, entering); });
    while (writer.out.ends_with('\n')) writer.out.pop_back();
    return writer.out;
}

std::string markdown_to_safe_markdown(std::string_view source, int under_level) {
    const auto root = made_safe(source, under_level);
    const c_text markdown(cmark_render_commonmark(root.get(), CMARK_OPT_DEFAULT, 0));
    return markdown.get();
}

void read_markdown(std::string_view source, int under_level, const std::function<void(const markdown_part&)>& tell) {
    const auto root = made_safe(source, under_level);
    walk(root.get(), [&](cmark_node* node, bool entering) {
        if (const auto kind = kind_of(cmark_node_get_type(node))) tell(part_of(node, *kind, entering));
    });
}

}  // namespace klartext::protocol
