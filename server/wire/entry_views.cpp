#include "wire/views.hpp"

namespace klartext::wire {

using domain::standing;

visible_entries::visible_entries(const domain::activity& of) : of_(of) {
    for (const auto& [id, entry] : of.entries)
        if (entry.on && comment_is_seen(entry)) commented_.insert(*entry.on);
}

bool visible_entries::comment_is_seen(const domain::entry& comment) const {
    if (!comment.shown || comment.standing != standing::present) return false;
    const auto card = of_.entries.find(*comment.on);
    return card != of_.entries.end() && card->second.shown && card->second.standing != standing::removed;
}

std::optional<entry_view> visible_entries::view(const domain::entry_id& id) const {
    const auto found = of_.entries.find(id);
    if (found == of_.entries.end() || !found->second.shown) return std::nullopt;
    const auto& entry = found->second;
    entry_view seen;
    seen.id = id;
    if (entry.standing == standing::withdrawn && commented_.contains(id)) {
        seen.withdrawn = true;
        return seen;
    }
    if (entry.standing != standing::present || (entry.on && !comment_is_seen(entry))) return std::nullopt;
    seen.text = entry.text;
    if (!entry.section.empty()) seen.section = entry.section;
    seen.on = entry.on;
    seen.cluster = entry.cluster;
    if (!entry.kind.empty()) seen.kind = entry.kind;
    if (!entry.tags.empty()) seen.tags = entry.tags;
    if (entry.on_behalf) seen.on_behalf = true;
    if (entry.up_votes > 0) seen.up_votes = entry.up_votes;
    if (entry.answered) seen.answered = true;
    return seen;
}

std::vector<entry_view> visible_entries::all() const {
    std::vector<entry_view> seen;
    for (const auto& [id, entry] : of_.entries)
        if (auto one = view(id)) seen.push_back(std::move(*one));
    return seen;
}

std::string write_removed(const domain::activity& activity) {
    removed_entries removed;
    for (const auto& [id, entry] : activity.entries) {
        if (!entry.shown || entry.standing != standing::removed) continue;
        if (entry.text.empty()) continue;  // the session is closed
        entry_view seen;
        seen.id = id;
        seen.text = entry.text;
        if (!entry.section.empty()) seen.section = entry.section;
        seen.on = entry.on;
        seen.cluster = entry.cluster;
        if (!entry.kind.empty()) seen.kind = entry.kind;
        if (!entry.tags.empty()) seen.tags = entry.tags;
        if (entry.on_behalf) seen.on_behalf = true;
        removed.entries.push_back(std::move(seen));
    }
    return write(removed);
}

}  // namespace klartext::wire
