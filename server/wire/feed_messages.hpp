#pragma once
#include "wire/activity_view.hpp"
#include "wire/wire_error.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What goes out on the feed.
namespace klartext::wire {

struct session_view {
    domain::session_id id;
    std::string code, title;
    domain::language language = domain::language::de;
    domain::session_phase phase = domain::session_phase::draft;
    std::string notice;       ///< Markdown
    std::string notice_html;  ///< the same, safe to show
    bool open_small_group = false;
    bool door_open = true;
    std::optional<domain::activity_id> stage;  ///< what everybody looks at
    int connected = 0;                         ///< seats
    int round_stamps = 0;                      ///< that a seat may draw now
    std::vector<activity_view> agenda;
    bool operator==(const session_view&) const = default;
};
BOOST_DESCRIBE_STRUCT(session_view, (),
                      (id, code, title, language, phase, notice, notice_html, open_small_group, door_open, stage,
                       connected, round_stamps, agenda))

struct session_changed {
    static constexpr const char* change = "sessionChanged";
    std::string title;
    domain::language language = domain::language::de;
    domain::session_phase phase = domain::session_phase::draft;
    bool door_open = true;
    std::string notice, notice_html;
    bool open_small_group = false;
    bool operator==(const session_changed&) const = default;
};
BOOST_DESCRIBE_STRUCT(session_changed, (), (title, language, phase, door_open, notice, notice_html, open_small_group))

/// Entries are not repeated: a client keeps those it has.
struct agenda_changed {
    static constexpr const char* change = "agendaChanged";
    std::vector<activity_view> agenda;
    bool operator==(const agenda_changed&) const = default;
};
BOOST_DESCRIBE_STRUCT(agenda_changed, (), (agenda))

struct activity_opened {
    static constexpr const char* change = "activityOpened";
    activity_view activity;
    bool operator==(const activity_opened&) const = default;
};
BOOST_DESCRIBE_STRUCT(activity_opened, (), (activity))

struct activity_closed {
    static constexpr const char* change = "activityClosed";
    domain::activity_id activity;
    std::optional<vote_result> result;
    bool operator==(const activity_closed&) const = default;
};
BOOST_DESCRIBE_STRUCT(activity_closed, (), (activity, result))

/// The result of a closed vote without a text that the facilitator has taken out.
struct result_changed {
    static constexpr const char* change = "resultChanged";
    domain::activity_id activity;
    vote_result result;
    bool operator==(const result_changed&) const = default;
};
BOOST_DESCRIBE_STRUCT(result_changed, (), (activity, result))

/// Everybody looks at another activity, or, without one, waits.
struct stage_set {
    static constexpr const char* change = "stageSet";
    std::optional<domain::activity_id> activity;
    bool operator==(const stage_set&) const = default;
};
BOOST_DESCRIBE_STRUCT(stage_set, (), (activity))

struct timer_set {
    static constexpr const char* change = "timerSet";
    domain::activity_id activity;
    std::optional<std::int64_t> timer_ends;  ///< milliseconds since 1970; none: no countdown
    bool operator==(const timer_set&) const = default;
};
BOOST_DESCRIBE_STRUCT(timer_set, (), (activity, timer_ends))

/// New or changed ones.
struct entries_shown {
    static constexpr const char* change = "entriesShown";
    domain::activity_id activity;
    std::vector<entry_view> entries;
    bool operator==(const entries_shown&) const = default;
};
BOOST_DESCRIBE_STRUCT(entries_shown, (), (activity, entries))

struct entries_gone {
    static constexpr const char* change = "entriesGone";
    domain::activity_id activity;
    std::vector<domain::entry_id> entries;
    bool operator==(const entries_gone&) const = default;
};
BOOST_DESCRIBE_STRUCT(entries_gone, (), (activity, entries))

struct entries_arranged {
    static constexpr const char* change = "entriesArranged";
    domain::activity_id activity;
    std::vector<domain::entry_id> entries;
    std::optional<domain::cluster_id> cluster;  ///< absent: they stand alone again
    bool operator==(const entries_arranged&) const = default;
};
BOOST_DESCRIBE_STRUCT(entries_arranged, (), (activity, entries, cluster))

struct clusters_changed {
    static constexpr const char* change = "clustersChanged";
    domain::activity_id activity;
    std::vector<cluster_view> clusters;
    bool operator==(const clusters_changed&) const = default;
};
BOOST_DESCRIBE_STRUCT(clusters_changed, (), (activity, clusters))

struct tags_changed {
    static constexpr const char* change = "tagsChanged";
    domain::activity_id activity;
    std::vector<tag_view> tags;  ///< those that are gone, entries have no more
    bool operator==(const tags_changed&) const = default;
};
BOOST_DESCRIBE_STRUCT(tags_changed, (), (activity, tags))

struct entries_tagged {
    static constexpr const char* change = "entriesTagged";
    domain::activity_id activity;
    std::vector<domain::entry_id> entries;
    domain::tag_id tag;
    bool on = true;  ///< false: taken off
    bool operator==(const entries_tagged&) const = default;
};
BOOST_DESCRIBE_STRUCT(entries_tagged, (), (activity, entries, tag, on))

struct measures_changed {
    static constexpr const char* change = "measuresChanged";
    domain::activity_id activity;
    std::vector<measure_view> measures;
    bool operator==(const measures_changed&) const = default;
};
BOOST_DESCRIBE_STRUCT(measures_changed, (), (activity, measures))

/// All numbers of the activity as they are published now; cards that are not named have none.
struct up_votes_counted {
    static constexpr const char* change = "upVotesCounted";
    domain::activity_id activity;
    int up_voters = 0;
    std::vector<up_vote_count> counts;
    bool operator==(const up_votes_counted&) const = default;
};
BOOST_DESCRIBE_STRUCT(up_votes_counted, (), (activity, up_voters, counts))

struct entry_answered {
    static constexpr const char* change = "entryAnswered";
    domain::activity_id activity;
    domain::entry_id entry;
    bool answered = true;  ///< false: it was marked by mistake
    bool operator==(const entry_answered&) const = default;
};
BOOST_DESCRIBE_STRUCT(entry_answered, (), (activity, entry, answered))

/// Sheets were passed on. Stamps for the new turn can be drawn, at a random moment within some seconds.
struct turn_started {
    static constexpr const char* change = "turnStarted";
    domain::activity_id activity;
    int turn = 0;
    bool operator==(const turn_started&) const = default;
};
BOOST_DESCRIBE_STRUCT(turn_started, (), (activity, turn))

struct uncovered {
    static constexpr const char* change = "uncovered";
    domain::activity_id activity;
    bool operator==(const uncovered&) const = default;
};
BOOST_DESCRIBE_STRUCT(uncovered, (), (activity))

struct progress {
    static constexpr const char* change = "progress";
    domain::activity_id activity;
    int waiting = 0;
    int ballots = 0;
    bool operator==(const progress&) const = default;
};
BOOST_DESCRIBE_STRUCT(progress, (), (activity, waiting, ballots))

struct presence {
    static constexpr const char* change = "presence";
    int connected = 0;
    bool operator==(const presence&) const = default;
};
BOOST_DESCRIBE_STRUCT(presence, (), (connected))

/// A new batch of entry stamps may be drawn, at a random moment within 20 s.
struct stamps_due {
    static constexpr const char* change = "stampsDue";
    domain::activity_id activity;
    int batch = 0;
    bool operator==(const stamps_due&) const = default;
};
BOOST_DESCRIBE_STRUCT(stamps_due, (), (activity, batch))

struct round_stamps_due {
    static constexpr const char* change = "roundStampsDue";
    int round_stamps = 0;
    bool operator==(const round_stamps_due&) const = default;
};
BOOST_DESCRIBE_STRUCT(round_stamps_due, (), (round_stamps))

using feed_change =
    std::variant<session_changed, agenda_changed, activity_opened, activity_closed, stage_set, timer_set, entries_shown,
                 entries_gone, entries_arranged, clusters_changed, tags_changed, entries_tagged, measures_changed,
                 uncovered, progress, presence, stamps_due, round_stamps_due, result_changed, up_votes_counted,
                 entry_answered, turn_started>;

struct snapshot {
    static constexpr const char* type = "snapshot";
    std::string epoch;
    std::uint64_t revision = 0;
    std::int64_t server_time = 0;  ///< milliseconds since 1970, UTC
    session_view session;
    bool operator==(const snapshot&) const = default;
};
BOOST_DESCRIBE_STRUCT(snapshot, (), (epoch, revision, server_time, session))

/// `revision` is the previous one + 1; on a gap or another epoch come back for a snapshot.
struct update {
    static constexpr const char* type = "update";
    std::string epoch;
    std::uint64_t revision = 0;
    std::vector<feed_change> changes;
    bool operator==(const update&) const = default;
};
BOOST_DESCRIBE_STRUCT(update, (), (epoch, revision, changes))

using feed_message = std::variant<snapshot, update>;

/// Entries that a facilitator removed; by REST, at the desk only.
struct removed_entries {
    std::vector<entry_view> entries;
    bool operator==(const removed_entries&) const = default;
};
BOOST_DESCRIBE_STRUCT(removed_entries, (), (entries))

[[nodiscard]] result<feed_message> read_feed_message(std::string_view json);
[[nodiscard]] std::string write(const feed_message&);

[[nodiscard]] result<removed_entries> read_removed_entries(std::string_view json);
[[nodiscard]] std::string write(const removed_entries&);

}  // namespace klartext::wire
