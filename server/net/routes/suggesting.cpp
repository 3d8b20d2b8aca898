#include "net/routes/suggesting.hpp"

#include "net/answers.hpp"
#include "suggestions/suggestions.hpp"
#include "wire/desk_messages.hpp"

#include <cmath>
#include <utility>

namespace klartext::net {
namespace {

using places = std::vector<std::size_t>;

std::vector<domain::entry_id> ids_of(const cards_to_compare& cards, const places& found) {
    std::vector<domain::entry_id> ids;
    for (const auto place : found) ids.push_back(cards.ids.at(place));
    return ids;
}

// As exact as a person would say it.
double in_hundredths(double alike) { return std::round(alike * 100) / 100; }

suggestions::language language_of(const cards_to_compare& cards) {
    return cards.language == domain::language::de ? suggestions::language::german : suggestions::language::english;
}

}  // namespace

domain::result<cards_to_compare> cards_of(const domain::session_state& state, const domain::activity_id& id) {
    const auto* activity = state.find(id);
    if (!activity) return domain::refusal::unknown_activity;
    if (!std::holds_alternative<domain::collect_plan>(activity->planned.plan)) return domain::refusal::wrong_kind;
    cards_to_compare cards{state.head.settings.language, {}, {}};
    for (const auto& [entry_id, entry] : activity->entries) {
        if (!entry.shown || entry.on || entry.standing != domain::standing::present) continue;
        cards.ids.push_back(entry_id);
        cards.texts.push_back(entry.text);
    }
    return cards;
}

bool too_many(const cards_to_compare& cards) { return cards.texts.size() > suggestions::most_texts; }

http_response suggested(const cards_to_compare& cards) {
    wire::suggestions told;
    for (const auto& group : suggestions::near_duplicates(cards.texts, language_of(cards)))
        told.duplicates.push_back({ids_of(cards, group.texts), in_hundredths(group.alike), group.same_words});
    for (auto& theme : suggestions::themes(cards.texts, language_of(cards)))
        told.themes.push_back({std::move(theme.words), ids_of(cards, theme.texts), in_hundredths(theme.alike)});
    return yes(told);
}

}  // namespace klartext::net
