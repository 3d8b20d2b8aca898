#pragma once
#include "wire/values.hpp"
#include "wire/wire_error.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What goes out on the feed. Fields that only one kind of activity has are absent on the others.
namespace klartext::wire {

/// One entry or comment that everybody may see. A withdrawn one that has comments is only its id and `withdrawn`.
struct entry_view {
    domain::entry_id id;
    std::optional<std::string> text;     ///< absent where withdrawn
    std::optional<std::string> section;  ///< absent where the activity has none
    std::optional<domain::entry_id> on;
    std::optional<domain::cluster_id> cluster;
    std::optional<bool> withdrawn;                    ///< true or absent
    std::optional<std::string> kind;                  ///< absent where the activity has none
    std::optional<std::vector<domain::tag_id>> tags;  ///< absent where there is none
    std::optional<bool> on_behalf;                    ///< true or absent: the facilitator wrote it for somebody
    std::optional<int> up_votes;                      ///< as last published; absent: none
    std::optional<bool> answered;                     ///< true or absent
    bool operator==(const entry_view&) const = default;
};
BOOST_DESCRIBE_STRUCT(entry_view, (),
                      (id, text, section, on, cluster, withdrawn, kind, tags, on_behalf, up_votes, answered))

struct section_view {
    std::string id, title;
    std::optional<std::string> canvas;  ///< title of the canvas that it is a field of
    bool operator==(const section_view&) const = default;
};
BOOST_DESCRIBE_STRUCT(section_view, (), (id, title, canvas))

/// What a card may be: an idea, a concern.
struct card_kind {
    std::string id, title;
    domain::tone tone = domain::tone::yellow;
    bool operator==(const card_kind&) const = default;
};
BOOST_DESCRIBE_STRUCT(card_kind, (), (id, title, tone))

/// Sheets go round. A number that is absent is free.
struct brainwriting_rules {
    std::optional<int> per_turn;      ///< cards of each seat in each turn
    std::optional<int> turn_minutes;  ///< countdown of each turn
    std::optional<int> turns;         ///< planned
    bool operator==(const brainwriting_rules&) const = default;
};
BOOST_DESCRIBE_STRUCT(brainwriting_rules, (), (per_turn, turn_minutes, turns))

/// How many support a card.
struct up_vote_count {
    domain::entry_id entry;
    int up_votes = 0;
    bool operator==(const up_vote_count&) const = default;
};
BOOST_DESCRIBE_STRUCT(up_vote_count, (), (entry, up_votes))

struct tag_view {
    domain::tag_id id;
    std::string name, meaning;
    bool operator==(const tag_view&) const = default;
};
BOOST_DESCRIBE_STRUCT(tag_view, (), (id, name, meaning))

struct measure_view {
    domain::measure_id id;
    std::string what, who;
    std::optional<std::string> due;  ///< "2026-12-21"
    domain::measure_status status = domain::measure_status::planned;
    std::optional<domain::item_number> about;  ///< the item that it follows from
    bool operator==(const measure_view&) const = default;
};
BOOST_DESCRIBE_STRUCT(measure_view, (), (id, what, who, due, status, about))

struct cluster_view {
    domain::cluster_id id;
    std::string name;
    bool operator==(const cluster_view&) const = default;
};
BOOST_DESCRIBE_STRUCT(cluster_view, (), (id, name))

struct item_view {
    domain::item_number id = 0;  ///< number of the item in its vote, as ballots and results name it
    std::string text;
    bool operator==(const item_view&) const = default;
};
BOOST_DESCRIBE_STRUCT(item_view, (), (id, text))

struct vote_result {
    int ballots = 0;
    bool withheld = false;                      ///< too few ballots to publish a result without exposing people
    std::optional<domain::tally_result> tally;  ///< absent where withheld
    std::optional<int> removed_texts;           ///< absent: none; the tally is without them
    bool operator==(const vote_result&) const = default;
};
BOOST_DESCRIBE_STRUCT(vote_result, (), (ballots, withheld, tally, removed_texts))

/// Items that come from an earlier activity.
enum class taken {
    entries,
    clusters,
    items,  ///< of an earlier vote: this one is its second round
    tags,
    top,       ///< by the result of an earlier vote: the first `count`
    above,     ///< not worse than `line`
    disputed,  ///< flagged for dissent
    quadrant,  ///< better than the middle by the first two criteria
};
BOOST_DESCRIBE_ENUM(taken, entries, clusters, items, tags, top, above, disputed, quadrant)

struct item_source {
    domain::activity_id from;
    taken take = taken::entries;
    std::optional<int> count;    ///< of `top`; absent: 0
    std::optional<double> line;  ///< of `above`; absent: 0
    bool operator==(const item_source&) const = default;
};
BOOST_DESCRIBE_STRUCT(item_source, (), (from, take, count, line))

using planned_items = std::variant<std::vector<std::string>, item_source>;

struct activity_view {
    domain::activity_id id;
    activity_kind kind = activity_kind::present;
    std::string title;
    domain::phase phase = domain::phase::planned;
    std::optional<int> minutes;
    std::optional<std::int64_t> timer_ends;  ///< milliseconds since 1970, by the server's clock

    // Once opened; at the desk always.
    std::optional<std::string> prompt;       ///< Markdown
    std::optional<std::string> prompt_html;  ///< the same, safe to show

    // Collecting and feedback.
    std::optional<std::vector<section_view>> sections;
    std::optional<bool> comments;
    std::optional<domain::release> release;
    std::optional<bool> uncovered;
    std::optional<std::vector<cluster_view>> clusters;
    std::optional<std::vector<entry_view>> entries;  ///< by id; absent in agendaChanged
    std::optional<int> waiting;                      ///< in steps of 5, rounded down
    std::optional<int> stamp_batch;                  ///< newest batch that may be drawn; open activities only
    std::optional<std::vector<card_kind>> kinds;
    std::optional<int> per_person;  ///< cards of each seat; absent: no limit
    std::optional<bool> beside;     ///< true or absent: open all the time, beside the stage
    std::optional<domain::canvas_layout> layout;
    std::optional<std::vector<tag_view>> tags;
    std::optional<bool> up_votes;                    ///< true or absent: everybody may support cards
    std::optional<int> up_voters;                    ///< who did, as last published; absent: nothing is published
    std::optional<brainwriting_rules> brainwriting;  ///< the sections are sheets then, named "1" and so on
    std::optional<int> turn;                         ///< of brainwriting, from 1, once opened

    // Measures.
    std::optional<std::vector<measure_view>> measures;

    // Votes; `items` and `plannedItems` of measures and sign-ups, too.
    std::optional<domain::method_rules> rules;
    std::optional<std::vector<item_view>> items;
    std::optional<int> slot;                             ///< which round stamp to use; once the session runs
    std::optional<domain::activity_id> second_round_of;  ///< then a stamp of `secondRounds` is to be used
    std::optional<int> ballots;  ///< in steps of 5, or exact once as many are in as seats are connected
    std::optional<bool> few_people;
    std::optional<vote_result> result;                 ///< closed votes
    std::optional<wire::planned_items> planned_items;  ///< at the desk, before the opening
    bool operator==(const activity_view&) const = default;
};
BOOST_DESCRIBE_STRUCT(activity_view, (),
                      (id, kind, title, phase, minutes, timer_ends, prompt, prompt_html, sections, comments, release,
                       uncovered, clusters, entries, waiting, stamp_batch, rules, items, slot, second_round_of, ballots,
                       few_people, result, planned_items, kinds, per_person, beside, layout, tags, measures, up_votes,
                       up_voters, brainwriting, turn))

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
