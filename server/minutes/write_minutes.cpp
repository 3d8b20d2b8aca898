#include "minutes/write_minutes.hpp"

#include "domain/anonymity/steps.hpp"
#include "minutes/write_vote.hpp"

#include <algorithm>
#include <map>

namespace klartext::minutes {
namespace {

using domain::standing;

protocol::activity_kind kind_of(const domain::activity_plan& plan) {
    struct {
        protocol::activity_kind operator()(const domain::present_plan&) const {
            return protocol::activity_kind::present;
        }
        protocol::activity_kind operator()(const domain::collect_plan&) const {
            return protocol::activity_kind::collect;
        }
        protocol::activity_kind operator()(const domain::vote_plan&) const { return protocol::activity_kind::vote; }
        protocol::activity_kind operator()(const domain::feedback_plan&) const {
            return protocol::activity_kind::feedback;
        }
    } constexpr kind;
    return std::visit(kind, plan);
}

std::optional<int> actual_minutes(const domain::activity& activity) {
    if (!activity.opened || activity.phase != domain::phase::closed) return std::nullopt;
    return std::max(0, static_cast<int>((*activity.closed - *activity.opened).count()));  // clocks are set back
}

/// Comments that can be read, by the card on which they stand.
std::map<domain::entry_id, std::vector<std::string>> comments_of(const domain::activity& activity) {
    std::map<domain::entry_id, std::vector<std::string>> comments;
    for (const auto& [id, entry] : activity.entries)
        if (entry.on && entry.shown && entry.standing == standing::present) comments[*entry.on].push_back(entry.text);
    return comments;
}

/// A card that was removed takes its comments with it; they count, too.
int count_removed(const domain::activity& activity) {
    const auto is_removed = [&](const domain::entry& entry) {
        if (entry.standing == standing::removed) return true;
        return entry.on && entry.standing == standing::present &&
               activity.entries.at(*entry.on).standing == standing::removed;
    };
    return static_cast<int>(
        std::ranges::count_if(activity.entries, [&](const auto& pair) { return is_removed(pair.second); }));
}

/// Place in reading order: cards of the clusters first, in their order, then the others by section.
std::pair<std::size_t, std::size_t> place_of(const domain::activity& activity, const domain::entry& entry) {
    const auto cluster = entry.cluster ? std::ranges::find(activity.clusters, *entry.cluster, &domain::cluster::id)
                                       : activity.clusters.end();
    std::size_t section = 0;
    if (const auto* collect = std::get_if<domain::collect_plan>(&activity.planned.plan))
        section = static_cast<std::size_t>(std::ranges::find(collect->sections, entry.section, &domain::section::id) -
                                           collect->sections.begin());
    return {static_cast<std::size_t>(cluster - activity.clusters.begin()), section};
}

std::optional<std::string> cluster_name(const domain::activity& activity, const domain::entry& entry) {
    if (!entry.cluster) return std::nullopt;
    return std::ranges::find(activity.clusters, *entry.cluster, &domain::cluster::id)->name;
}

std::vector<protocol::entry> entries_of(const domain::activity& activity) {
    auto comments = comments_of(activity);
    std::vector<const std::pair<const domain::entry_id, domain::entry>*> cards;
    for (const auto& pair : activity.entries) {
        const auto& entry = pair.second;
        const bool readable = entry.standing == standing::present ||
                              (entry.standing == standing::withdrawn && comments.contains(pair.first));
        if (!entry.on && entry.shown && readable) cards.push_back(&pair);
    }
    std::ranges::stable_sort(cards, {}, [&](const auto* card) { return place_of(activity, card->second); });

    std::vector<protocol::entry> written;
    for (const auto* card : cards) {
        const auto& entry = card->second;
        written.push_back({.text = entry.text,
                           .section = entry.section,
                           .cluster = cluster_name(activity, entry),
                           .comments = std::move(comments[card->first]),
                           .withdrawn = entry.standing == standing::withdrawn});
    }
    return written;
}

void add_sections(protocol::activity& written, const domain::activity& activity) {
    const auto* collect = std::get_if<domain::collect_plan>(&activity.planned.plan);
    if (!collect) return;
    for (const auto& section : collect->sections) written.sections.push_back({section.id, section.title});
}

/// Exact once the round is closed, as everybody saw it before.
int told_ballots(const domain::activity& activity) {
    const int ballots = static_cast<int>(activity.ballots.size());
    return activity.phase == domain::phase::closed ? ballots : ballots / domain::step * domain::step;
}

protocol::activity write(const domain::session_state& state, const domain::activity& activity) {
    protocol::activity written;
    written.id = activity.planned.id.text;
    written.kind = kind_of(activity.planned.plan);
    written.title = activity.planned.title;
    written.planned_minutes = activity.planned.minutes;
    written.actual_minutes = actual_minutes(activity);
    written.left_out = std::ranges::count(state.head.minutes.left_out, activity.planned.id) > 0;
    if (written.left_out) return written;
    written.prompt = activity.planned.prompt;
    add_sections(written, activity);
    for (const auto& cluster : activity.clusters) written.clusters.push_back(cluster.name);
    written.entries = entries_of(activity);
    written.removed = count_removed(activity);
    written.ballots = told_ballots(activity);
    written.vote = write_vote(state, activity);
    return written;
}

}  // namespace

protocol::minutes write_minutes(const live::stored_session& stored) {
    const auto& head = stored.state.head;
    protocol::minutes written;
    written.title = head.settings.title;
    written.date = head.day.value_or(std::chrono::year_month_day{});
    written.language = head.settings.language == domain::language::de ? protocol::language::de : protocol::language::en;
    written.preview = head.phase != domain::session_phase::closed;
    written.participants =
        head.phase == domain::session_phase::closed ? head.participants : static_cast<int>(stored.seats.size());
    written.notice = head.frozen_notice;
    written.open_small_group = head.settings.open_small_group;
    written.cover = {head.minutes.about, head.minutes.outcome, head.minutes.next};
    for (const auto& activity : stored.state.agenda) written.activities.push_back(write(stored.state, activity));
    return written;
}

}  // namespace klartext::minutes
