#include "domain/anonymity/up_votes.hpp"

#include "domain/anonymity/small_group.hpp"
#include "domain/anonymity/waves.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

bool is_changed(const kept_up_votes& kept) { return kept.entries != kept.published; }

bool stands(const activity& activity, const entry_id& id) {
    return activity.entries.at(id).standing != standing::withdrawn;
}

bool is_there(const activity& activity, const entry_id& id) {
    return activity.entries.at(id).standing == standing::present;
}

int seats_with_any(const activity& activity, auto wanted) {
    return static_cast<int>(std::ranges::count_if(activity.up_votes, [&](const auto& pair) {
        return std::ranges::any_of(pair.second.entries, [&](const entry_id& id) { return wanted(activity, id); });
    }));
}

}  // namespace

void keep(activity& activity, const cast_up_votes& said) {
    auto& kept = activity.up_votes[said.stamp];
    kept.counter = said.counter;
    kept.entries = {said.entries.begin(), said.entries.end()};
}

std::size_t uncounted(const activity& activity) {
    return static_cast<std::size_t>(
        std::ranges::count_if(activity.up_votes, [](const auto& pair) { return is_changed(pair.second); }));
}

std::size_t uncounted_with(const activity& activity, const cast_up_votes& said) {
    const auto earlier = activity.up_votes.find(said.stamp);
    const auto before = earlier == activity.up_votes.end() ? kept_up_votes{} : earlier->second;
    const std::set<entry_id> entries(said.entries.begin(), said.entries.end());
    return uncounted(activity) - (is_changed(before) ? 1 : 0) + (entries != before.published ? 1 : 0);
}

int voters(const activity& activity) { return seats_with_any(activity, stands); }

bool may_be_published(const session_state& state, const activity& activity) {
    const auto fewest = state.head.settings.open_small_group ? std::size_t{1} : fewest_ballots;
    return static_cast<std::size_t>(seats_with_any(activity, is_there)) >= fewest;
}

bool counts_few_too_soon(const activity& activity, std::chrono::seconds steady) {
    const auto few = uncounted(activity);
    return few > 0 && few < wave_size && activity.last_count && steady - *activity.last_count < shortest_gap;
}

up_votes_counted counting(const activity& activity, std::chrono::seconds steady) {
    up_votes_counted counted{activity.planned.id, voters(activity), {}, steady};
    for (const auto& [stamp, kept] : activity.up_votes)
        for (const auto& id : kept.entries)
            if (stands(activity, id)) ++counted.counts[id];
    return counted;
}

}  // namespace klartext::domain
