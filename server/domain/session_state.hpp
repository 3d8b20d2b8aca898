#pragma once
#include "domain/agenda.hpp"
#include "domain/changes.hpp"
#include "domain/commands.hpp"
#include "domain/entry.hpp"
#include "domain/refusal.hpp"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

/// The workshop itself: what it is now, what may be done to it, and what follows.
namespace klartext::domain {

/// The finest time that is ever kept, and of activities only.
using minute = std::chrono::sys_time<std::chrono::minutes>;

enum class phase { planned, open, closed };

struct cluster {
    cluster_id id;
    std::string name;
    bool operator==(const cluster&) const = default;
};

/// A word of the code book: what a tag is called, and what it is meant for.
struct tag {
    tag_id id;
    std::string name;
    std::string meaning;  ///< may be empty
    bool operator==(const tag&) const = default;
};

/// Which cards a seat supports, as it is kept until the session closes.
struct kept_up_votes {
    std::uint32_t counter = 0;  ///< from 1 up; a late resend never overwrites
    std::set<entry_id> entries;
    std::set<entry_id> published;  ///< what of it the last count held
    bool operator==(const kept_up_votes&) const = default;
};

/// The tally of a closed vote, so that it is made once and not for everybody who looks. It follows from the ballots: it
/// is not stored, and says nothing of what is equal.
struct kept_tally {
    std::shared_ptr<const tally_result> result;
    bool operator==(const kept_tally&) const { return true; }
};

struct activity {
    planned_activity planned;
    domain::phase phase = phase::planned;
    std::optional<minute> opened;
    std::optional<minute> closed;  ///< the last time; stays when it is opened again

    bool uncovered = false;                        ///< the facilitator has uncovered; from then on cards leave in waves
    std::map<entry_id, entry> entries;             ///< by random id, so that no order of arrival exists even here
    std::vector<cluster> clusters;                 ///< in the facilitator's order
    std::vector<tag> tags;                         ///< as they were added
    std::set<stamp_hash> spent;                    ///< entry stamps that were used here
    std::map<stamp_hash, kept_up_votes> up_votes;  ///< gone when the session closes; what was published stays
    std::optional<int> up_voters;                  ///< as last published; none: nothing was yet
    int turn = 0;                                  ///< of brainwriting, from 1; 0: not opened yet

    std::optional<int> slot;         ///< round slot, set when the session starts or the vote is added; shared by both
                                     ///< rounds of a vote
    std::vector<std::string> items;  ///< of a vote, or what measures follow from; frozen when it opens
    std::vector<measure> measures;   ///< as they were added
    std::map<stamp_hash, counted_ballot> ballots;
    texts_apart texts;  ///< of the ballots, which hold none any more once their round is closed
    kept_tally tallied;

    std::optional<std::chrono::seconds> last_release;    ///< steady clock; not stored
    std::optional<std::chrono::seconds> last_count;      ///< of up-votes; steady clock; not stored
    std::optional<std::chrono::sys_seconds> timer_ends;  ///< of the countdown that everybody sees; not stored
    bool operator==(const activity&) const = default;

    [[nodiscard]] bool was_closed() const { return closed.has_value(); }  ///< and perhaps opened again
};

enum class session_phase { draft, running, closed };

struct session_head {
    domain::session_settings settings;
    minutes_choices minutes = usual_minutes();
    std::string minutes_token;  ///< the part of the minutes' link that cannot be guessed; empty: it was withdrawn
    session_phase phase = session_phase::draft;
    std::optional<std::chrono::year_month_day> day;  ///< on which it started
    std::string frozen_notice;                       ///< Markdown, as everybody sees it; empty in a draft
    bool door_open = true;                           ///< new seats are admitted
    int slots = 0;                                   ///< round slots taken so far
    std::optional<activity_id> stage;                ///< what everybody looks at; an activity that was opened
    int participants = 0;                            ///< seats, counted when the session closes; 0 before
    bool operator==(const session_head&) const = default;
};

struct session_state {
    session_head head;
    std::vector<activity> agenda;
    bool operator==(const session_state&) const = default;

    [[nodiscard]] const activity* find(const activity_id&) const;
    [[nodiscard]] activity* find(const activity_id&);
};

/// What the deciding needs to know of the world at the moment of the command.
struct circumstances {
    minute now;                     ///< wall clock, cut to the minute
    std::chrono::seconds steady{};  ///< any steady clock
    int seats = 0;                  ///< admitted so far
};

/// What follows from a command, or why nothing does. Reads, never writes. No change: it was so already ("received").
[[nodiscard]] result<std::vector<change>> decide(const session_state&, const command&, const circumstances&);

/// Cannot fail: what was decided is possible.
void apply(session_state&, const change&);

/// Result of a closed vote; none while it runs, and none when the small-group guard withholds it.
[[nodiscard]] std::optional<tally_result> published_result(const session_state&, const activity&);

/// Makes the tally of a closed vote once; what is no closed vote is left alone. Without it each `published_result`
/// makes its own.
void keep_tally(activity&);

/// A closed vote with ballots whose result stays inside because there are too few of them.
[[nodiscard]] bool withheld(const session_state&, const activity&);

}  // namespace klartext::domain
