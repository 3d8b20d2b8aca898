#include "replay/linked_tables.hpp"

#include <algorithm>

namespace klartext::replay {
namespace {

bool plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

bool names_a_table(std::string_view link) {
    constexpr std::string_view folder = "csv/", ending = ".csv";
    if (!link.starts_with(folder) || !link.ends_with(ending) || link.size() <= folder.size() + ending.size())
        return false;
    return std::ranges::all_of(link.substr(folder.size(), link.size() - folder.size() - ending.size()), plain);
}

}  // namespace

std::vector<std::string> linked_tables(std::string_view page) {
    constexpr std::string_view mark = "href=\"";
    std::vector<std::string> found;
    for (auto at = page.find(mark); at != std::string_view::npos; at = page.find(mark, at)) {
        at += mark.size();
        const auto end = page.find('"', at);
        if (end == std::string_view::npos) break;
        const auto link = page.substr(at, end - at);
        if (names_a_table(link)) found.emplace_back(link);
    }
    return found;
}

}  // namespace klartext::replay
