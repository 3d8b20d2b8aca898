#include <algorithm>

#include "suggestions/average_link.hpp"
#include "suggestions/rows.hpp"
#include "suggestions/suggestions.hpp"
#include "suggestions/theme_names.hpp"

namespace klartext::suggestions {
namespace {

alike_table whole_table(const vectors& weighed) {
    rows table(weighed);
    alike_table all(table.size());
    for (std::size_t text = 0; text < table.size(); ++text) {
        const auto row = table.of(text);
        for (std::size_t before = 0; before < text; ++before)
            all.between(text, before) = static_cast<float>(row[before]);
    }
    return all;
}

/// The groups that are large enough, largest first, no more than wanted.
std::vector<linked> kept(std::vector<linked> groups, const theme_options& options) {
    const auto fewest = std::max<std::size_t>(options.fewest_texts, 2);
    std::erase_if(groups, [&](const linked& group) { return group.things.size() < fewest; });
    std::ranges::stable_sort(groups, std::ranges::greater{}, [](const linked& group) { return group.things.size(); });
    groups.resize(std::min(groups.size(), options.most_themes));
    return groups;
}

std::vector<std::vector<std::size_t>> places_of(const std::vector<linked>& groups, const collection& all) {
    std::vector<std::vector<std::size_t>> places;
    for (const auto& group : groups) {
        auto& texts = places.emplace_back();
        for (const auto thing : group.things) texts.push_back(all.place[thing]);
        std::ranges::sort(texts);
    }
    return places;
}

std::vector<linked> linked_texts(const collection& all, const theme_options& options) {
    auto table = whole_table(weigh(all.texts));
    return kept(average_link(table, all.texts.size(), options.least_alike), options);
}

}  // namespace

std::vector<theme> themes(std::span<const std::string> texts, language of, const theme_options& options) {
    const auto all = read_all(texts, of);
    const auto groups = linked_texts(all, options);
    auto places = places_of(groups, all);
    auto names = names_of(places, texts, all, of);
    std::vector<theme> found;
    for (std::size_t group = 0; group < groups.size(); ++group)
        found.push_back(
            {.texts = std::move(places[group]), .words = std::move(names[group]), .alike = groups[group].alike});
    return found;
}

}  // namespace klartext::suggestions
