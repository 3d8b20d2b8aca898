#pragma once
#include "wire/values.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// An activity as the feed shows it. Fields that only one kind of activity has are absent on the others.
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

}  // namespace klartext::wire
