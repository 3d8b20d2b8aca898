#include "wire/feed_writer.hpp"

#include "domain/agenda_rules.hpp"
#include "protocol/markdown.hpp"
#include "wire/views.hpp"

#include <algorithm>

namespace klartext::wire {
namespace {

using domain::activity_id;
using domain::entry_id;

/// Gathers what one audience is told of a batch of changes, in the state they led to.
class telling {
public:
    telling(const domain::session_state& state, const feed_numbers& numbers, domain::audience to)
        : state_(state), numbers_(numbers), to_(to) {}

    void operator()(const domain::entry_dropped&) {}
    void operator()(const domain::entry_edited&) {}
    void operator()(const domain::ballot_cast&) {}
    void operator()(const domain::up_votes_cast&) {}
    void operator()(const domain::up_votes_counted& happened);
    void operator()(const domain::entry_answered& happened);
    void operator()(const domain::turn_started& happened) {
        told_.push_back(turn_started{happened.activity, happened.turn});
    }
    void operator()(const domain::session_edited&) { session_ = true; }
    void operator()(const domain::session_started&) {
        session_ = true;
        agenda_ = true;  // votes have their slots now
    }
    void operator()(const domain::session_closed&) { session_ = true; }
    void operator()(const domain::door_set&) { session_ = true; }
    void operator()(const domain::minutes_edited&) {}
    void operator()(const domain::minutes_link_set&) {}
    void operator()(const domain::activity_added&) { agenda_ = true; }
    void operator()(const domain::activity_edited&) { agenda_ = true; }
    void operator()(const domain::activity_removed&) { agenda_ = true; }
    void operator()(const domain::agenda_reordered&) { agenda_ = true; }
    void operator()(const domain::activity_opened& happened) {
        const auto* activity = state_.find(happened.activity);
        if (!activity) return;
        told_.push_back(activity_opened{view_of(state_, *activity, numbers_, to_, with_entries::yes)});
        if (!domain::is_beside(activity->planned)) told_.push_back(stage_set{happened.activity});
    }
    void operator()(const domain::activity_closed& happened) {
        const auto* activity = state_.find(happened.activity);
        if (activity) told_.push_back(activity_closed{happened.activity, result_of(state_, *activity)});
    }
    void operator()(const domain::text_removed& happened) {
        const auto* activity = state_.find(happened.activity);
        if (!activity) return;
        if (auto result = result_of(state_, *activity))
            told_.push_back(result_changed{happened.activity, std::move(*result)});
    }
    void operator()(const domain::stage_set& happened) { told_.push_back(stage_set{happened.activity}); }
    void operator()(const domain::timer_set& happened) {
        told_.push_back(timer_set{happened.activity, milliseconds_of(happened.ends)});
    }
    void operator()(const domain::activity_uncovered& happened) { told_.push_back(uncovered{happened.activity}); }
    void operator()(const domain::entries_shown& happened) { tell_entries(happened.activity, happened.entries); }
    void operator()(const domain::entry_removed& happened) { tell_entries(happened.activity, {happened.entry}); }
    void operator()(const domain::entry_restored& happened) { tell_entries(happened.activity, {happened.entry}); }
    void operator()(const domain::entries_arranged& happened);
    void operator()(const domain::cluster_added& happened) { tell_clusters(happened.activity); }
    void operator()(const domain::cluster_renamed& happened) { tell_clusters(happened.activity); }
    void operator()(const domain::cluster_removed& happened) { tell_clusters(happened.activity); }
    void operator()(const domain::tag_added& happened) { tell_tags(happened.activity); }
    void operator()(const domain::tag_edited& happened) { tell_tags(happened.activity); }
    void operator()(const domain::tag_removed& happened) { tell_tags(happened.activity); }
    void operator()(const domain::entries_tagged& happened);
    void operator()(const domain::measure_put& happened) { tell_measures(happened.activity); }
    void operator()(const domain::measure_removed& happened) { tell_measures(happened.activity); }

    /// The agenda before what happened in it, so that every activity is known by then.
    [[nodiscard]] std::vector<feed_change> all() {
        std::vector<feed_change> changes;
        if (session_) changes.push_back(session_now());
        if (agenda_) changes.push_back(agenda_changed{agenda_of(state_, numbers_, to_, with_entries::no)});
        std::ranges::move(told_, std::back_inserter(changes));
        return changes;
    }

private:
    [[nodiscard]] session_changed session_now() const;
    void tell_entries(const activity_id&, const std::vector<entry_id>&);
    void tell_clusters(const activity_id& id) {
        if (const auto* activity = state_.find(id)) told_.push_back(clusters_changed{id, clusters_of(*activity)});
    }
    void tell_tags(const activity_id& id) {
        if (const auto* activity = state_.find(id)) told_.push_back(tags_changed{id, tags_of(*activity)});
    }
    void tell_measures(const activity_id& id) {
        if (const auto* activity = state_.find(id)) told_.push_back(measures_changed{id, measures_of(*activity)});
    }
    [[nodiscard]] static std::vector<entry_id> seen(const domain::activity&, const std::vector<entry_id>&);

    const domain::session_state& state_;
    const feed_numbers& numbers_;
    domain::audience to_;
    bool session_ = false;
    bool agenda_ = false;
    std::vector<feed_change> told_;
};

session_changed telling::session_now() const {
    const auto& head = state_.head;
    const auto notice = notice_of(head);
    return {head.settings.title,
            head.settings.language,
            head.phase,
            head.door_open,
            notice,
            protocol::markdown_to_safe_html(notice),
            head.settings.open_small_group};
}

/// With those whose sight depends on these: comments come and go with their card, and a withdrawn card with the last
/// of its comments.
std::set<entry_id> with_neighbours(const domain::activity& activity, const std::vector<entry_id>& ids) {
    std::set<entry_id> all(ids.begin(), ids.end());
    for (const auto& id : ids) {
        const auto& entry = activity.entries.at(id);
        if (entry.on && activity.entries.at(*entry.on).standing == domain::standing::withdrawn) all.insert(*entry.on);
    }
    const bool cards_move = std::ranges::any_of(
        ids, [&](const entry_id& id) { return activity.entries.at(id).standing != domain::standing::withdrawn; });
    if (!cards_move) return all;
    for (const auto& [id, entry] : activity.entries)
        if (entry.on && std::ranges::binary_search(ids, *entry.on)) all.insert(id);
    return all;
}

void telling::tell_entries(const activity_id& id, const std::vector<entry_id>& ids) {
    const auto* activity = state_.find(id);
    if (!activity) return;
    const visible_entries visible(*activity);
    entries_shown shown{id, {}};
    entries_gone gone{id, {}};
    for (const auto& each : with_neighbours(*activity, ids)) {
        if (auto view = visible.view(each)) {
            shown.entries.push_back(std::move(*view));
        } else if (activity->entries.at(each).shown) {  // nobody is told of what nobody has seen
            gone.entries.push_back(each);
        }
    }
    if (!shown.entries.empty()) told_.push_back(std::move(shown));
    if (!gone.entries.empty()) told_.push_back(std::move(gone));
}

void telling::operator()(const domain::entries_arranged& happened) {
    const auto* activity = state_.find(happened.activity);
    if (!activity) return;
    entries_arranged arranged{happened.activity, seen(*activity, happened.entries), happened.cluster};
    if (!arranged.entries.empty()) told_.push_back(std::move(arranged));
}

void telling::operator()(const domain::entries_tagged& happened) {
    const auto* activity = state_.find(happened.activity);
    if (!activity) return;
    entries_tagged tagged{happened.activity, seen(*activity, happened.entries), happened.tag, happened.on};
    if (!tagged.entries.empty()) told_.push_back(std::move(tagged));
}

/// In the state they led to: what was counted twice in a batch is told as it is now.
void telling::operator()(const domain::up_votes_counted& happened) {
    const auto* activity = state_.find(happened.activity);
    if (!activity) return;
    up_votes_counted counted{happened.activity, activity->up_voters.value_or(0), {}};
    for (const auto& entry : visible_entries(*activity).all())
        if (entry.up_votes) counted.counts.push_back({entry.id, *entry.up_votes});
    told_.push_back(std::move(counted));
}

void telling::operator()(const domain::entry_answered& happened) {
    const auto* activity = state_.find(happened.activity);
    if (activity && !seen(*activity, {happened.entry}).empty())
        told_.push_back(entry_answered{happened.activity, happened.entry, happened.answered});
}

/// By id, whatever the order in which the facilitator named them.
std::vector<entry_id> telling::seen(const domain::activity& activity, const std::vector<entry_id>& named) {
    const visible_entries visible(activity);
    std::vector<entry_id> ids;
    for (const auto& id : named)
        if (visible.view(id)) ids.push_back(id);
    std::ranges::sort(ids);
    return ids;
}

std::optional<std::string> message_of(const feed_position& position, std::vector<feed_change> changes) {
    if (changes.empty()) return std::nullopt;
    return write(feed_message{update{position.epoch, position.revision, std::move(changes)}});
}

std::vector<activity_id> described_in(const std::vector<feed_change>& changes) {
    std::vector<activity_id> described;
    for (const auto& change : changes) {
        if (const auto* opened = std::get_if<activity_opened>(&change)) described.push_back(opened->activity.id);
        if (const auto* changed = std::get_if<agenda_changed>(&change))
            for (const auto& activity : changed->agenda) described.push_back(activity.id);
    }
    return described;
}

}  // namespace

std::string write_snapshot(const domain::session_id& id, const std::string& code, const domain::session_state& state,
                           const feed_numbers& numbers, domain::audience to, const feed_position& position,
                           std::chrono::sys_time<std::chrono::milliseconds> now) {
    const auto& head = state.head;
    session_view session{.id = id,
                         .code = code,
                         .title = head.settings.title,
                         .language = head.settings.language,
                         .phase = head.phase,
                         .notice = notice_of(head),
                         .notice_html = protocol::markdown_to_safe_html(notice_of(head)),
                         .open_small_group = head.settings.open_small_group,
                         .door_open = head.door_open,
                         .stage = head.stage,
                         .connected = numbers.connected,
                         .round_stamps = numbers.round_stamps,
                         .agenda = agenda_of(state, numbers, to, with_entries::yes)};
    return write(
        feed_message{snapshot{position.epoch, position.revision, now.time_since_epoch().count(), std::move(session)}});
}

std::optional<written_update> write_update(const domain::session_state& state, std::span<const domain::change> changes,
                                           const feed_numbers& numbers, domain::audience to,
                                           const feed_position& position) {
    telling told(state, numbers, to);
    for (const auto& change : changes)
        if (std::visit(domain::may_be_told{to}, change)) std::visit(told, change);
    auto all = told.all();
    auto described = described_in(all);
    auto text = message_of(position, std::move(all));
    if (!text) return std::nullopt;
    return written_update{std::move(*text), std::move(described)};
}

std::optional<std::string> write_numbers(const feed_numbers& before, const feed_numbers& now, domain::audience,
                                         const feed_position& position) {
    std::vector<feed_change> changes;
    if (now.connected != before.connected) changes.push_back(presence{now.connected});
    const bool more_rounds = now.round_stamps != before.round_stamps && now.round_stamps > 0;
    if (more_rounds) changes.push_back(round_stamps_due{now.round_stamps});
    for (const auto& [id, batch] : now.stamp_batches) {
        const auto old = before.stamp_batches.find(id);
        if (old == before.stamp_batches.end() || old->second != batch) changes.push_back(stamps_due{id, batch});
    }
    for (const auto& [id, seen] : now.progress) {
        const auto old = before.progress.find(id);
        const auto known = old == before.progress.end() ? activity_progress{} : old->second;
        if (known != seen) changes.push_back(progress{id, seen.waiting, seen.ballots});
    }
    return message_of(position, std::move(changes));
}

}  // namespace klartext::wire
