#include "domain/deciding.hpp"
#include "domain/limits.hpp"
#include "domain/text.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

bool has_cluster(const activity& activity, const cluster_id& id) {
    return std::ranges::find(activity.clusters, id, &cluster::id) != activity.clusters.end();
}

result<std::string> checked_name(const std::string& name) {
    return checked_text(name, limits::title, emptiness::refused);
}

std::vector<entry_id> entries_in(const activity& activity, const cluster_id& cluster) {
    std::vector<entry_id> ids;
    for (const auto& [id, entry] : activity.entries)
        if (entry.cluster == cluster) ids.push_back(id);
    return ids;
}

/// What the facilitator cannot see, she cannot move or remove either.
result<const entry*> seen(const activity& activity, const entry_id& id) {
    const auto found = activity.entries.find(id);
    if (found == activity.entries.end() || !found->second.shown) return refusal::unknown_entry;
    return &found->second;
}

}  // namespace

decision deciding::operator()(const add_cluster& wanted) const {
    const auto target = collecting(wanted.activity);
    if (!target) return target.error();
    if (has_cluster(**target, wanted.cluster)) return refusal::duplicate_cluster;
    if ((*target)->clusters.size() >= limits::clusters) return refusal::too_many_clusters;
    auto name = checked_name(wanted.name);
    if (!name) return name.error();
    return std::vector<change>{cluster_added{wanted.activity, wanted.cluster, std::move(*name)}};
}

decision deciding::operator()(const rename_cluster& wanted) const {
    const auto target = collecting(wanted.activity);
    if (!target) return target.error();
    if (!has_cluster(**target, wanted.cluster)) return refusal::unknown_cluster;
    auto name = checked_name(wanted.name);
    if (!name) return name.error();
    return std::vector<change>{cluster_renamed{wanted.activity, wanted.cluster, std::move(*name)}};
}

decision deciding::operator()(const remove_cluster& wanted) const {
    const auto target = collecting(wanted.activity);
    if (!target) return target.error();
    if (!has_cluster(**target, wanted.cluster)) return refusal::unknown_cluster;
    std::vector<change> changes;
    if (auto members = entries_in(**target, wanted.cluster); !members.empty())
        changes.push_back(entries_arranged{wanted.activity, std::move(members), std::nullopt});
    changes.push_back(cluster_removed{wanted.activity, wanted.cluster});
    return changes;
}

decision deciding::operator()(const merge_clusters& wanted) const {
    const auto target = collecting(wanted.activity);
    if (!target) return target.error();
    if (!has_cluster(**target, wanted.cluster) || !has_cluster(**target, wanted.into)) return refusal::unknown_cluster;
    if (wanted.cluster == wanted.into) return std::vector<change>{};
    std::vector<change> changes;
    if (auto members = entries_in(**target, wanted.cluster); !members.empty())
        changes.push_back(entries_arranged{wanted.activity, std::move(members), wanted.into});
    changes.push_back(cluster_removed{wanted.activity, wanted.cluster});
    return changes;
}

decision deciding::operator()(const arrange_entries& wanted) const {
    const auto target = collecting(wanted.activity);
    if (!target) return target.error();
    if (wanted.cluster && !has_cluster(**target, *wanted.cluster)) return refusal::unknown_cluster;
    std::vector<entry_id> moved;
    for (const auto& id : wanted.entries) {
        const auto entry = seen(**target, id);
        if (!entry) return entry.error();
        if ((*entry)->on) return refusal::unknown_entry;
        if ((*entry)->standing == standing::removed) return refusal::entry_gone;
        if ((*entry)->cluster != wanted.cluster) moved.push_back(id);
    }
    if (moved.empty()) return std::vector<change>{};
    return std::vector<change>{entries_arranged{wanted.activity, std::move(moved), wanted.cluster}};
}

decision deciding::operator()(const remove_entry& wanted) const {
    if (const auto ok = running(); !ok) return ok.error();
    const auto target = known(wanted.activity);
    if (!target) return target.error();
    const auto entry = seen(**target, wanted.entry);
    if (!entry) return entry.error();
    if ((*entry)->standing == standing::removed) return std::vector<change>{};
    if ((*entry)->standing == standing::withdrawn) return refusal::entry_gone;
    return std::vector<change>{entry_removed{wanted.activity, wanted.entry}};
}

decision deciding::operator()(const restore_entry& wanted) const {
    if (const auto ok = running(); !ok) return ok.error();
    const auto target = known(wanted.activity);
    if (!target) return target.error();
    const auto entry = seen(**target, wanted.entry);
    if (!entry) return entry.error();
    if ((*entry)->standing == standing::present) return std::vector<change>{};
    if ((*entry)->standing == standing::withdrawn) return refusal::entry_gone;
    return std::vector<change>{entry_restored{wanted.activity, wanted.entry}};
}

}  // namespace klartext::domain
