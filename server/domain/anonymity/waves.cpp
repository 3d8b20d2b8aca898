#include "domain/anonymity/waves.hpp"

#include "domain/anonymity/steps.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

/// One that will be seen under the card.
bool has_comment(const activity& activity, const entry_id& id) {
    return std::ranges::any_of(activity.entries, [&](const auto& pair) {
        return pair.second.on == id && pair.second.standing == standing::present;
    });
}

bool waits(const activity& activity, const entry_id& id, const entry& entry) {
    if (entry.on) return false;
    if (entry.shown) return entry.pending.has_value();
    if (entry.standing == standing::present) return true;
    return entry.standing == standing::withdrawn && has_comment(activity, id);
}

bool is_of(const entry& entry, written where) {
    return where == written::anywhere || entry.on_behalf == (where == written::at_the_desk);
}

bool comment_appears(const entry& comment) {
    return (!comment.shown && comment.standing == standing::present) || comment.pending;
}

}  // namespace

release effective_release(const activity& activity) {
    const auto* collect = std::get_if<collect_plan>(&activity.planned.plan);
    if (!collect || collect->sheets) return release::covered;
    if (collect->release == release::covered && activity.uncovered) return release::waves;
    return collect->release;
}

std::vector<entry_id> waiting(const activity& activity, written where) {
    std::vector<entry_id> ids;
    for (const auto& [id, entry] : activity.entries)
        if (is_of(entry, where) && waits(activity, id, entry)) ids.push_back(id);
    return ids;
}

int waiting_in_steps(const activity& activity) {
    const auto announced = [&](written where) {
        return announced_waiting(static_cast<int>(waiting(activity, where).size()));
    };
    return announced(written::on_a_seat) + announced(written::at_the_desk);
}

std::vector<entry_id> with_comments(const activity& activity, std::vector<entry_id> cards) {
    std::vector<entry_id> comments;
    for (const auto& [id, entry] : activity.entries)
        if (entry.on && comment_appears(entry) && std::ranges::binary_search(cards, *entry.on)) comments.push_back(id);
    cards.insert(cards.end(), comments.begin(), comments.end());
    std::ranges::sort(cards);
    return cards;
}

bool leaves_now(const activity& activity, std::size_t waiting_cards) {
    switch (effective_release(activity)) {
        case release::waves: return waiting_cards >= wave_size;
        case release::covered: return false;
        case release::live: return waiting_cards > 0;
    }
    return false;
}

}  // namespace klartext::domain
