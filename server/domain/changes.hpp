#pragma once
#include "domain/commands.hpp"

#include <chrono>
#include <map>
#include <variant>
#include <vector>

/// What happened. Past tense; applied in memory, written by the store, told to the audiences that may know.
namespace klartext::domain {

struct entry_dropped {
    drop_entry what;
};

struct entry_edited {
    activity_id activity;
    entry_id entry;
    std::uint32_t counter = 0;
    std::optional<std::string> text;  ///< none: withdrawn
};

/// New cards appear, edited ones change, withdrawn ones go: all of one wave together.
struct entries_shown {
    activity_id activity;
    std::vector<entry_id> entries;  ///< sorted by id: random, and the same for everybody
    std::chrono::seconds steady{};
};

struct ballot_cast {
    cast_ballot what;
};

struct up_votes_cast {
    cast_up_votes what;
};

/// What is published from now on.
struct up_votes_counted {
    activity_id activity;
    int voters = 0;                  ///< seats that support at least one card
    std::map<entry_id, int> counts;  ///< of the cards that anybody supports
    std::chrono::seconds steady{};
};

struct entry_answered {
    activity_id activity;
    entry_id entry;
    bool answered = true;
};

struct turn_started {
    activity_id activity;
    int turn = 0;  ///< from 1
};

struct session_edited {
    session_settings settings;
};

struct session_started {
    std::chrono::year_month_day day;
    std::string frozen_notice;
};

struct session_closed {
    int participants = 0;
};

struct door_set {
    bool open = true;
};

struct minutes_edited {
    minutes_choices choices;
};

struct minutes_link_set {
    std::string token;  ///< empty: withdrawn
};

struct activity_added {
    planned_activity activity;
    int position = 0;
};

struct activity_edited {
    activity_id activity;
    planned_activity changed;
};

struct activity_removed {
    activity_id activity;
};

struct agenda_reordered {
    std::vector<activity_id> order;
};

struct activity_opened {
    activity_id activity;
    std::chrono::sys_time<std::chrono::minutes> minute;
    std::vector<std::string> items;  ///< of a vote or of measures, frozen now
    std::chrono::seconds steady{};
};

struct activity_closed {
    activity_id activity;
    std::chrono::sys_time<std::chrono::minutes> minute;
};

struct stage_set {
    std::optional<activity_id> activity;
};

struct timer_set {
    activity_id activity;
    std::optional<std::chrono::sys_seconds> ends;
};

struct activity_uncovered {
    activity_id activity;
};

struct cluster_added {
    activity_id activity;
    cluster_id cluster;
    std::string name;
};

struct cluster_renamed {
    activity_id activity;
    cluster_id cluster;
    std::string name;
};

struct cluster_removed {
    activity_id activity;
    cluster_id cluster;
};

struct entries_arranged {
    activity_id activity;
    std::vector<entry_id> entries;
    std::optional<cluster_id> cluster;
};

struct entry_removed {
    activity_id activity;
    entry_id entry;
};

/// One copy of a text that stands apart from the ballots of its closed vote.
struct text_removed {
    activity_id activity;
    text_apart text;
};

struct entry_restored {
    activity_id activity;
    entry_id entry;
};

struct tag_added {
    activity_id activity;
    tag_id tag;
    std::string name;
    std::string meaning;
};

struct tag_edited {
    activity_id activity;
    tag_id tag;
    std::string name;
    std::string meaning;
};

/// No entry has it any more.
struct tag_removed {
    activity_id activity;
    tag_id tag;
};

struct entries_tagged {
    activity_id activity;
    std::vector<entry_id> entries;
    tag_id tag;
    bool on = true;
};

struct measure_put {
    activity_id activity;
    domain::measure measure;
};

struct measure_removed {
    activity_id activity;
    measure_id measure;
};

using change =
    std::variant<entry_dropped, entry_edited, entries_shown, ballot_cast, session_edited, session_started,
                 session_closed, door_set, minutes_edited, minutes_link_set, activity_added, activity_edited,
                 activity_removed, agenda_reordered, activity_opened, activity_closed, stage_set, timer_set,
                 activity_uncovered, cluster_added, cluster_renamed, cluster_removed, entries_arranged, entry_removed,
                 entry_restored, tag_added, tag_edited, tag_removed, entries_tagged, measure_put, measure_removed,
                 text_removed, up_votes_cast, up_votes_counted, entry_answered, turn_started>;

}  // namespace klartext::domain
