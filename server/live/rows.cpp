#include "live/rows.hpp"

#include <algorithm>
#include <utility>

namespace klartext::live {
namespace {

using namespace domain;

struct touched {
    bool head = false;
    bool whole_agenda = false;  ///< positions moved
    std::set<activity_id> activities;
    std::set<activity_id> removed;
    std::set<std::pair<activity_id, entry_id>> entries;
    std::set<activity_id> all_entries;
    std::set<std::pair<activity_id, stamp_hash>> ballots;
    std::set<activity_id> all_ballots;
    std::set<std::pair<activity_id, stamp_hash>> spent;
    std::set<std::pair<activity_id, stamp_hash>> up_votes;
    std::set<activity_id> all_up_votes;
    bool closed = false;
};

struct toucher {
    touched& rows;
    const session_state& state;

    void entry(const activity_id& activity, const entry_id& id) const { rows.entries.emplace(activity, id); }

    void operator()(const entry_dropped& happened) const {
        entry(happened.what.activity, happened.what.entry);
        if (happened.what.stamp) rows.spent.emplace(happened.what.activity, *happened.what.stamp);
    }
    void operator()(const entry_edited& happened) const { entry(happened.activity, happened.entry); }
    void operator()(const entries_shown& happened) const {
        for (const auto& id : happened.entries) entry(happened.activity, id);
    }
    void operator()(const ballot_cast& happened) const {
        rows.ballots.emplace(happened.what.activity, happened.what.stamp);
    }
    void operator()(const up_votes_cast& happened) const {
        rows.up_votes.emplace(happened.what.activity, happened.what.stamp);
    }
    void operator()(const up_votes_counted& happened) const {
        rows.activities.insert(happened.activity);
        rows.all_entries.insert(happened.activity);   // which of them changed says what was supported just now
        rows.all_up_votes.insert(happened.activity);  // they are counted now
    }
    void operator()(const entry_answered& happened) const { entry(happened.activity, happened.entry); }
    void operator()(const turn_started& happened) const { rows.activities.insert(happened.activity); }
    void operator()(const session_edited&) const { rows.head = true; }
    void operator()(const session_started&) const { rows.head = rows.whole_agenda = true; }
    void operator()(const session_closed&) const {
        rows.head = rows.closed = true;
        for (const auto& activity : state.agenda) rows.all_entries.insert(activity.planned.id);
    }
    void operator()(const door_set&) const { rows.head = true; }
    void operator()(const minutes_edited&) const { rows.head = true; }
    void operator()(const minutes_link_set&) const { rows.head = true; }
    void operator()(const activity_added& happened) const {
        rows.head = rows.whole_agenda = true;
        rows.removed.erase(happened.activity.id);
    }
    void operator()(const activity_edited& happened) const {
        rows.head = true;
        rows.activities.insert(happened.activity);
    }
    void operator()(const activity_removed& happened) const {
        rows.head = rows.whole_agenda = true;
        rows.removed.insert(happened.activity);
    }
    void operator()(const agenda_reordered&) const { rows.whole_agenda = true; }
    void operator()(const activity_opened& happened) const {
        rows.head = true;  // the stage
        rows.activities.insert(happened.activity);
    }
    void operator()(const stage_set&) const { rows.head = true; }
    void operator()(const timer_set&) const {}  // lives as long as the server
    void operator()(const activity_closed& happened) const {
        rows.activities.insert(happened.activity);
        rows.all_entries.insert(happened.activity);  // their edit rights end
        rows.all_ballots.insert(happened.activity);  // their texts leave; which of them had one is not to be seen
    }
    void operator()(const activity_uncovered& happened) const { rows.activities.insert(happened.activity); }
    void operator()(const cluster_added& happened) const { rows.activities.insert(happened.activity); }
    void operator()(const cluster_renamed& happened) const { rows.activities.insert(happened.activity); }
    void operator()(const cluster_removed& happened) const { rows.activities.insert(happened.activity); }
    void operator()(const entries_arranged& happened) const {
        for (const auto& id : happened.entries) entry(happened.activity, id);
    }
    void operator()(const entry_removed& happened) const { entry(happened.activity, happened.entry); }
    void operator()(const entry_restored& happened) const { entry(happened.activity, happened.entry); }
    void operator()(const tag_added& happened) const { rows.activities.insert(happened.activity); }
    void operator()(const tag_edited& happened) const { rows.activities.insert(happened.activity); }
    void operator()(const tag_removed& happened) const {
        rows.activities.insert(happened.activity);
        rows.all_entries.insert(happened.activity);  // which of them had it is not known any more
    }
    void operator()(const entries_tagged& happened) const {
        for (const auto& id : happened.entries) entry(happened.activity, id);
    }
    void operator()(const measure_put& happened) const { rows.activities.insert(happened.activity); }
    void operator()(const measure_removed& happened) const { rows.activities.insert(happened.activity); }
    void operator()(const text_removed& happened) const { rows.activities.insert(happened.activity); }
};

/// The activity as its own row holds it.
activity without_content(const activity& whole) {
    activity row;
    row.planned = whole.planned;
    row.phase = whole.phase;
    row.opened = whole.opened;
    row.closed = whole.closed;
    row.uncovered = whole.uncovered;
    row.clusters = whole.clusters;
    row.slot = whole.slot;
    row.items = whole.items;
    row.tags = whole.tags;
    row.measures = whole.measures;
    row.texts = whole.texts;
    row.up_voters = whole.up_voters;
    row.turn = whole.turn;
    return row;
}

void add_activities(session_rows& rows, const session_state& state, const touched& keys) {
    for (std::size_t at = 0; at < state.agenda.size(); ++at) {
        const auto& activity = state.agenda[at];
        if (keys.whole_agenda || keys.activities.contains(activity.planned.id))
            rows.activities.push_back({static_cast<int>(at), without_content(activity)});
    }
    for (const auto& id : keys.removed)
        if (!state.find(id)) rows.removed_activities.push_back(id);
}

void add_entries(session_rows& rows, const session_state& state, const touched& keys) {
    for (const auto& [activity, id] : keys.entries)
        if (!keys.all_entries.contains(activity))
            rows.entries.push_back({activity, id, state.find(activity)->entries.at(id)});
    for (const auto& activity : keys.all_entries)
        if (const auto* found = state.find(activity))
            for (const auto& [id, entry] : found->entries) rows.entries.push_back({activity, id, entry});
}

void add_ballots(session_rows& rows, const session_state& state, const touched& keys) {
    for (const auto& [activity, stamp] : keys.ballots)
        if (!keys.all_ballots.contains(activity))
            rows.ballots.push_back({activity, stamp, state.find(activity)->ballots.at(stamp)});
    for (const auto& activity : keys.all_ballots)
        if (const auto* found = state.find(activity)) {
            for (const auto& [stamp, counted] : found->ballots) rows.ballots.push_back({activity, stamp, counted});
            rows.rewrite_ballots = rows.rewrite_ballots || !found->ballots.empty();
        }
}

void add_up_votes(session_rows& rows, const session_state& state, const touched& keys) {
    for (const auto& [activity, stamp] : keys.up_votes)
        if (!keys.all_up_votes.contains(activity))
            rows.up_votes.push_back({activity, stamp, state.find(activity)->up_votes.at(stamp)});
    for (const auto& activity : keys.all_up_votes)
        if (const auto* found = state.find(activity))
            for (const auto& [stamp, kept] : found->up_votes) rows.up_votes.push_back({activity, stamp, kept});
}

}  // namespace

session_rows rows_for(const session_state& state, std::span<const change> changes) {
    touched keys;
    for (const auto& each : changes) std::visit(toucher{keys, state}, each);

    session_rows rows;
    if (keys.head) rows.head = state.head;
    add_activities(rows, state, keys);
    add_entries(rows, state, keys);
    add_ballots(rows, state, keys);
    if (!keys.closed) add_up_votes(rows, state, keys);
    if (!keys.closed)  // spent stamps are forgotten with the keys
        for (const auto& [activity, stamp] : keys.spent) rows.spent.push_back({activity, stamp});
    rows.forget_seats = keys.closed;
    return rows;
}

}  // namespace klartext::live
