#include "domain/anonymity/up_votes.hpp"

#include "domain/anonymity/small_group.hpp"
#include "domain/anonymity/waves.hpp"

#include <algorithm>

namespace klartext::domain {

void keep(up_votes_by_stamp& votes, const cast_up_votes& said) {
    auto& kept = votes[said.stamp];
    std::set<entry_id> entries(said.entries.begin(), said.entries.end());
    kept.counted = kept.counted && kept.entries == entries;
    kept.counter = said.counter;
    kept.entries = std::move(entries);
}

int voters(const up_votes_by_stamp& votes) {
    return static_cast<int>(
        std::ranges::count_if(votes, [](const auto& pair) { return !pair.second.entries.empty(); }));
}

std::size_t uncounted(const up_votes_by_stamp& votes) {
    return static_cast<std::size_t>(
        std::ranges::count_if(votes, [](const auto& pair) { return !pair.second.counted; }));
}

bool has_uncounted(const up_votes_by_stamp& votes) { return uncounted(votes) > 0; }

bool may_be_published(const session_state& state, const up_votes_by_stamp& votes) {
    const auto fewest = state.head.settings.open_small_group ? std::size_t{1} : fewest_ballots;
    return static_cast<std::size_t>(voters(votes)) >= fewest;
}

bool counts_few_too_soon(const activity& activity, std::chrono::seconds steady) {
    const auto few = uncounted(activity.up_votes);
    return few > 0 && few < wave_size && activity.last_count && steady - *activity.last_count < shortest_gap;
}

up_votes_counted counting(const activity_id& activity, const up_votes_by_stamp& votes, std::chrono::seconds steady) {
    up_votes_counted counted{activity, voters(votes), {}, steady};
    for (const auto& [stamp, kept] : votes)
        for (const auto& entry : kept.entries) ++counted.counts[entry];
    return counted;
}

}  // namespace klartext::domain
