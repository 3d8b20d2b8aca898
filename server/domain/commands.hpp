#pragma once
#include "domain/agenda.hpp"
#include "domain/ids.hpp"
#include "domain/measure.hpp"
#include "domain/minutes_choices.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What somebody asks for. Imperative; no command says who asks.
namespace klartext::domain {

enum class language { de, en };

struct session_settings {
    std::string title;
    domain::language language = language::de;
    std::string notice;  ///< Markdown: purpose, retention, what becomes of the results; a standard one if empty
    bool open_small_group = false;  ///< results from one ballot on; chosen before the start only
    bool operator==(const session_settings&) const = default;
};

// From the letterbox.

struct drop_entry {
    activity_id activity;
    entry_id entry;                   ///< made by the browser, so that a resend is recognised
    std::optional<stamp_hash> stamp;  ///< none: from the desk, on behalf of somebody in the room or on the phone
    domain::edit_hash edit_hash;
    std::string text;
    std::string section;
    std::optional<entry_id> on;  ///< set: a comment
    std::string kind;
};

struct edit_entry {
    activity_id activity;
    entry_id entry;
    domain::edit_hash proof;
    std::uint32_t counter = 0;  ///< from 1 up
    std::string text;
};

struct withdraw_entry {
    activity_id activity;
    entry_id entry;
    domain::edit_hash proof;
    std::uint32_t counter = 0;
};

struct cast_ballot {
    activity_id activity;
    stamp_hash stamp;
    std::uint32_t counter = 0;
    domain::ballot ballot;  ///< the whole ballot; replaces the earlier one
};

/// Which cards a seat supports: all of them, in place of what it said before.
struct cast_up_votes {
    activity_id activity;
    stamp_hash stamp;
    std::uint32_t counter = 0;
    std::vector<entry_id> entries;
};

// From the desk.

struct edit_session {
    session_settings settings;
};

struct start_session {
    std::string frozen_notice;  ///< complete, as everybody will see it
};

struct close_session {};

struct set_door {
    bool open = true;
};

/// In every phase: minutes can still be put right when the session is over.
struct edit_minutes {
    minutes_choices choices;
};

/// Of a closed session: its minutes get another link, or none; the one before leads nowhere from then on.
struct set_minutes_link {
    std::string token;  ///< the part of the link that cannot be guessed; empty: no link
};

struct add_activity {
    planned_activity activity;
    std::optional<int> position;  ///< at the end if absent
};

struct edit_activity {
    activity_id activity;  ///< the id it has now
    planned_activity changed;
};

struct remove_activity {
    activity_id activity;
};

struct reorder_agenda {
    std::vector<activity_id> order;  ///< each activity once
};

struct open_activity {
    activity_id activity;
};

struct close_activity {
    activity_id activity;
};

/// What everybody looks at; opening an activity puts it on the stage as well.
struct set_stage {
    std::optional<activity_id> activity;  ///< none: everybody waits
};

struct set_timer {
    activity_id activity;
    std::optional<std::chrono::sys_seconds> ends;  ///< none: no countdown
};

struct uncover {
    activity_id activity;
};

/// Publishes the up-votes that came in since the last time.
struct count_up_votes {
    activity_id activity;
};

struct mark_answered {
    activity_id activity;
    entry_id entry;
    bool answered = true;
};

/// Of brainwriting: the cards of the turn before appear, and everybody gets another sheet. The turn that runs is
/// started already: a resend changes nothing.
struct start_turn {
    activity_id activity;
    int turn = 0;
};

struct add_cluster {
    activity_id activity;
    cluster_id cluster;
    std::string name;
};

struct rename_cluster {
    activity_id activity;
    cluster_id cluster;
    std::string name;
};

/// Its entries stand alone again.
struct remove_cluster {
    activity_id activity;
    cluster_id cluster;
};

struct merge_clusters {
    activity_id activity;
    cluster_id cluster;  ///< goes
    cluster_id into;
};

struct arrange_entries {
    activity_id activity;
    std::vector<entry_id> entries;
    std::optional<cluster_id> cluster;  ///< none: they stand alone again
};

struct remove_entry {
    activity_id activity;
    entry_id entry;
};

struct restore_entry {
    activity_id activity;
    entry_id entry;
};

/// Of a closed vote; takes out one copy for good. The text itself says which.
struct remove_text {
    activity_id activity;
    text_apart text;
};

struct add_tag {
    activity_id activity;
    tag_id tag;
    std::string name;
    std::string meaning;
};

struct edit_tag {
    activity_id activity;
    tag_id tag;
    std::string name;
    std::string meaning;
};

struct remove_tag {
    activity_id activity;
    tag_id tag;
};

struct merge_tags {
    activity_id activity;
    tag_id tag;  ///< goes
    tag_id into;
};

struct tag_entries {
    activity_id activity;
    std::vector<entry_id> entries;
    tag_id tag;
    bool on = true;  ///< false: takes it off
};

/// Adds a measure, or replaces the one of its id.
struct put_measure {
    activity_id activity;
    domain::measure measure;
};

struct remove_measure {
    activity_id activity;
    measure_id measure;
};

using command =
    std::variant<drop_entry, edit_entry, withdraw_entry, cast_ballot, edit_session, start_session, close_session,
                 set_door, edit_minutes, set_minutes_link, add_activity, edit_activity, remove_activity, reorder_agenda,
                 open_activity, close_activity, set_stage, set_timer, uncover, add_cluster, rename_cluster,
                 remove_cluster, merge_clusters, arrange_entries, remove_entry, restore_entry, add_tag, edit_tag,
                 remove_tag, merge_tags, tag_entries, put_measure, remove_measure, remove_text, cast_up_votes,
                 count_up_votes, mark_answered, start_turn>;

}  // namespace klartext::domain
