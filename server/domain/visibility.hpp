#pragma once
#include "domain/changes.hpp"

namespace klartext::domain {

enum class audience { participants, desk, presenter };

/// Who may be told. An allow-list without a default: a new change does not compile until somebody has decided.
struct may_be_told {
    audience to;

    bool operator()(const entry_dropped&) const { return false; }  // it waits for its wave, at the desk too
    bool operator()(const entry_edited&) const { return false; }   // leaves with the next release
    bool operator()(const entries_shown&) const { return true; }
    bool operator()(const ballot_cast&) const { return false; }  // only the number of ballots, in steps
    bool operator()(const session_edited&) const { return true; }
    bool operator()(const session_started&) const { return true; }
    bool operator()(const session_closed&) const { return true; }
    bool operator()(const door_set&) const { return true; }
    bool operator()(const minutes_edited&) const { return false; }    // until they are there to be read
    bool operator()(const minutes_link_set&) const { return false; }  // whoever has the link can read
    bool operator()(const activity_added&) const { return true; }
    bool operator()(const activity_edited&) const { return true; }
    bool operator()(const activity_removed&) const { return true; }
    bool operator()(const agenda_reordered&) const { return true; }
    bool operator()(const activity_opened&) const { return true; }
    bool operator()(const activity_closed&) const { return true; }
    bool operator()(const stage_set&) const { return true; }
    bool operator()(const timer_set&) const { return true; }
    bool operator()(const activity_uncovered&) const { return true; }
    bool operator()(const cluster_added&) const { return true; }
    bool operator()(const cluster_renamed&) const { return true; }
    bool operator()(const cluster_removed&) const { return true; }
    bool operator()(const entries_arranged&) const { return true; }
    bool operator()(const entry_removed&) const { return true; }
    bool operator()(const entry_restored&) const { return true; }
    bool operator()(const tag_added&) const { return true; }
    bool operator()(const tag_edited&) const { return true; }
    bool operator()(const tag_removed&) const { return true; }
    bool operator()(const entries_tagged&) const { return true; }
    bool operator()(const measure_put&) const { return true; }
    bool operator()(const measure_removed&) const { return true; }
    bool operator()(const text_removed&) const { return true; }
    bool operator()(const up_votes_cast&) const { return false; }  // it waits for its wave, at the desk too
    bool operator()(const up_votes_counted&) const { return true; }
    bool operator()(const entry_answered&) const { return true; }
    bool operator()(const turn_started&) const { return true; }
};

}  // namespace klartext::domain
