#include "replay/linked_files.hpp"

#include <algorithm>

namespace klartext::replay {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool plain(char c) { return letter(c) || c == '-' || c == '.'; }

/// No part of it leads anywhere else: it begins with a letter, and holds no slash but that of the one folder.
bool names_a_file(std::string_view link) {
    constexpr std::string_view folder = "csv/";
    if (link.starts_with(folder)) link.remove_prefix(folder.size());
    return !link.empty() && letter(link.front()) && std::ranges::all_of(link, plain);
}

}  // namespace

std::vector<std::string> linked_files(std::string_view page) {
    constexpr std::string_view mark = "class=\"file\" href=\"";
    std::vector<std::string> found;
    for (auto at = page.find(mark); at != std::string_view::npos; at = page.find(mark, at)) {
        at += mark.size();
        const auto end = page.find('"', at);
        if (end == std::string_view::npos) break;
        const auto link = page.substr(at, end - at);
        if (names_a_file(link)) found.emplace_back(link);
    }
    return found;
}

}  // namespace klartext::replay
