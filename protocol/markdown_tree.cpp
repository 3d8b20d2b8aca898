#include "protocol/markdown_tree.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace klartext::protocol {
namespace {

markdown_tree parse(std::string_view source) {
    return markdown_tree(
        cmark_parse_document(source.empty() ? "" : source.data(), source.size(), CMARK_OPT_VALIDATE_UTF8));
}

// Collected first: the tree must not change under the walk.
std::vector<cmark_node*> all_of(cmark_node* root, std::initializer_list<cmark_node_type> types) {
    std::vector<cmark_node*> found;
    walk_markdown(root, [&](cmark_node* node, bool entering) {
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

}  // namespace

void markdown_freed::operator()(cmark_node* node) const { cmark_node_free(node); }

markdown_tree safe_markdown(std::string_view source, int under_level) {
    auto root = parse(source);
    make_safe(root.get());
    fit_headings(root.get(), under_level);
    return root;
}

std::string label_of_item(cmark_node* item, std::string_view bullet) {
    auto* list = cmark_node_parent(item);
    if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST) return std::string(bullet);
    int number = cmark_node_get_list_start(list);
    for (auto* other = cmark_node_previous(item); other; other = cmark_node_previous(other)) ++number;
    return std::to_string(number) + ".";
}

}  // namespace klartext::protocol
