#include "domain/agenda_rules.hpp"
#include "domain/anonymity/up_votes.hpp"
#include "domain/session_state.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

/// A second round has the slot of the first, whose seats alone have stamps for it.
void take_slot(session_state& state, activity& activity) {
    const bool vote = std::holds_alternative<vote_plan>(activity.planned.plan);
    if (state.head.phase != session_phase::running || !vote) return;
    if (const auto* first = first_round_of(activity.planned))
        activity.slot = state.find(*first)->slot;
    else if (!activity.slot)
        activity.slot = state.head.slots++;
}

/// Neither its words stay nor what others said of them.
void empty(entry& entry) {
    entry.text.clear();
    entry.pending.reset();
    entry.up_votes = 0;
    entry.answered = false;
}

void show(entry& entry) {
    entry.shown = true;
    if (!entry.pending) return;
    if (entry.pending->text) {
        entry.text = *entry.pending->text;
    } else {  // what its writer took back is gone, also if the facilitator removed it meanwhile
        entry.standing = standing::withdrawn;
        empty(entry);
    }
    entry.pending.reset();
}

void edit(entry& entry, const entry_edited& happened) {
    entry.counter = happened.counter;
    if (entry.shown) {
        entry.pending = pending_edit{happened.text};
    } else if (happened.text) {
        entry.text = *happened.text;
    } else {
        entry.standing = standing::withdrawn;
        entry.text.clear();
    }
}

/// Kept sorted: the order in which tags were given is nobody's business.
void set_tag(std::vector<tag_id>& tags, const tag_id& tag, bool on) {
    std::erase(tags, tag);
    if (on) tags.insert(std::ranges::upper_bound(tags, tag), tag);
}

/// Nobody can put it back any more. A card takes its comments with it.
void forget_removed(activity& activity) {
    const auto removed = [](const entry& each) { return each.standing == standing::removed; };
    for (auto& [id, entry] : activity.entries) {
        if (entry.on && entry.standing == standing::present && removed(activity.entries.at(*entry.on)))
            entry.standing = standing::removed;
        if (removed(entry)) empty(entry);
    }
}

struct applier {
    session_state& state;

    activity& at(const activity_id& id) const { return *state.find(id); }
    entry& at(const activity_id& activity, const entry_id& id) const { return at(activity).entries.at(id); }

    void operator()(const entry_dropped& happened) const {
        const auto& what = happened.what;
        auto& activity = at(what.activity);
        if (what.stamp) activity.spent.insert(*what.stamp);
        activity.entries.emplace(what.entry, entry{.text = what.text,
                                                   .section = what.section,
                                                   .kind = what.kind,
                                                   .on = what.on,
                                                   .cluster = std::nullopt,
                                                   .tags = {},
                                                   .on_behalf = !what.stamp,
                                                   .pending = std::nullopt,
                                                   .edit_hash = what.edit_hash});
    }
    void operator()(const entry_edited& happened) const { edit(at(happened.activity, happened.entry), happened); }
    void operator()(const entries_shown& happened) const {
        auto& activity = at(happened.activity);
        for (const auto& id : happened.entries) {
            auto& entry = activity.entries.at(id);
            if (!entry.on) activity.last_release = happened.steady;  // comments keep no card waiting
            show(entry);
        }
    }
    void operator()(const ballot_cast& happened) const {
        const auto& what = happened.what;
        at(what.activity).ballots.insert_or_assign(what.stamp, counted_ballot{what.counter, what.ballot});
    }
    void operator()(const up_votes_cast& happened) const { keep(at(happened.what.activity), happened.what); }
    void operator()(const up_votes_counted& happened) const {
        auto& activity = at(happened.activity);
        activity.up_voters = happened.voters;
        activity.last_count = happened.steady;
        for (auto& [id, entry] : activity.entries) {
            const auto found = happened.counts.find(id);
            const bool none = found == happened.counts.end() || entry.standing == standing::withdrawn;
            entry.up_votes = none ? 0 : found->second;
        }
        for (auto& [stamp, kept] : activity.up_votes) kept.published = kept.entries;
    }
    void operator()(const entry_answered& happened) const {
        at(happened.activity, happened.entry).answered = happened.answered;
    }
    void operator()(const turn_started& happened) const {
        auto& activity = at(happened.activity);
        activity.turn = happened.turn;
        activity.timer_ends.reset();
    }
    void operator()(const session_edited& happened) const { state.head.settings = happened.settings; }
    void operator()(const session_started& happened) const {
        state.head.phase = session_phase::running;
        state.head.day = happened.day;
        state.head.frozen_notice = happened.frozen_notice;
        for (auto& activity : state.agenda) take_slot(state, activity);
    }
    void operator()(const session_closed& happened) const {
        state.head.phase = session_phase::closed;
        state.head.participants = happened.participants;
        for (auto& activity : state.agenda) {
            activity.spent.clear();
            activity.up_votes.clear();  // which cards one person supports would tell her from others
            forget_removed(activity);
        }
    }
    void operator()(const door_set& happened) const { state.head.door_open = happened.open; }
    void operator()(const minutes_edited& happened) const { state.head.minutes = happened.choices; }
    void operator()(const minutes_link_set& happened) const { state.head.minutes_token = happened.token; }
    void operator()(const activity_added& happened) const {
        activity added;
        added.planned = happened.activity;
        take_slot(state, added);
        state.agenda.insert(state.agenda.begin() + happened.position, std::move(added));
    }
    void operator()(const activity_edited& happened) const {
        auto& activity = at(happened.activity);
        if (first_round_of(activity.planned)) activity.slot.reset();
        activity.planned = happened.changed;
        take_slot(state, activity);
    }
    void operator()(const activity_removed& happened) const {
        std::erase_if(state.agenda, [&](const activity& each) { return each.planned.id == happened.activity; });
        std::erase(state.head.minutes.left_out, happened.activity);
    }
    void operator()(const agenda_reordered& happened) const {
        std::vector<activity> ordered;
        for (const auto& id : happened.order) ordered.push_back(std::move(at(id)));
        state.agenda = std::move(ordered);
    }
    void operator()(const activity_opened& happened) const {
        auto& activity = at(happened.activity);
        activity.phase = phase::open;
        if (!activity.opened) activity.opened = happened.minute;
        activity.items = happened.items;
        activity.last_release = activity.last_count = happened.steady;
        if (brainwriting_of(activity.planned) && activity.turn == 0) activity.turn = 1;
        if (!is_beside(activity.planned)) state.head.stage = happened.activity;
    }
    void operator()(const activity_closed& happened) const {
        auto& activity = at(happened.activity);
        activity.phase = phase::closed;
        activity.closed = happened.minute;
        activity.timer_ends.reset();
        // The rights to edit end here, also if the activity is opened again: no secret has this hash.
        for (auto& [id, entry] : activity.entries) entry.edit_hash = {};
        activity.texts = take_texts(activity.ballots);
        keep_tally(activity);
    }
    void operator()(const text_removed& happened) const {
        auto& activity = at(happened.activity);
        auto& texts = activity.texts.texts;
        texts.erase(std::ranges::find(texts, happened.text));
        ++activity.texts.removed;
        keep_tally(activity);
    }
    void operator()(const stage_set& happened) const { state.head.stage = happened.activity; }
    void operator()(const timer_set& happened) const { at(happened.activity).timer_ends = happened.ends; }
    void operator()(const activity_uncovered& happened) const { at(happened.activity).uncovered = true; }
    void operator()(const cluster_added& happened) const {
        at(happened.activity).clusters.push_back({happened.cluster, happened.name});
    }
    void operator()(const cluster_renamed& happened) const {
        std::ranges::find(at(happened.activity).clusters, happened.cluster, &cluster::id)->name = happened.name;
    }
    void operator()(const cluster_removed& happened) const {
        std::erase_if(at(happened.activity).clusters, [&](const cluster& each) { return each.id == happened.cluster; });
    }
    void operator()(const entries_arranged& happened) const {
        for (const auto& id : happened.entries) at(happened.activity, id).cluster = happened.cluster;
    }
    void operator()(const entry_removed& happened) const {
        at(happened.activity, happened.entry).standing = standing::removed;
    }
    void operator()(const entry_restored& happened) const {
        at(happened.activity, happened.entry).standing = standing::present;
    }
    void operator()(const tag_added& happened) const {
        at(happened.activity).tags.push_back({happened.tag, happened.name, happened.meaning});
    }
    void operator()(const tag_edited& happened) const {
        auto& tag = *std::ranges::find(at(happened.activity).tags, happened.tag, &tag::id);
        tag.name = happened.name;
        tag.meaning = happened.meaning;
    }
    void operator()(const tag_removed& happened) const {
        auto& activity = at(happened.activity);
        for (auto& [id, entry] : activity.entries) std::erase(entry.tags, happened.tag);
        std::erase_if(activity.tags, [&](const tag& each) { return each.id == happened.tag; });
    }
    void operator()(const entries_tagged& happened) const {
        for (const auto& id : happened.entries) set_tag(at(happened.activity, id).tags, happened.tag, happened.on);
    }
    void operator()(const measure_put& happened) const {
        auto& measures = at(happened.activity).measures;
        const auto known = std::ranges::find(measures, happened.measure.id, &measure::id);
        if (known == measures.end())
            measures.push_back(happened.measure);
        else
            *known = happened.measure;
    }
    void operator()(const measure_removed& happened) const {
        std::erase_if(at(happened.activity).measures, [&](const measure& each) { return each.id == happened.measure; });
    }
};

}  // namespace

void apply(session_state& state, const change& change) { std::visit(applier{state}, change); }

}  // namespace klartext::domain
