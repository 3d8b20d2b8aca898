#pragma once
#include "domain/changes.hpp"
#include "domain/session_state.hpp"
#include "domain/visibility.hpp"
#include "wire/feed_messages.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Puts into bytes what an audience may be told. Allow-lists: a field that is not named here does not leave.
/// Pure functions; any thread.
namespace klartext::wire {

/// Where a feed stands.
struct feed_position {
    std::string epoch;
    std::uint64_t revision = 0;
};

/// How far an activity has come, as everybody may know it: in steps, never by person.
struct activity_progress {
    int waiting = 0;  ///< cards that wait, in steps of 5, rounded down
    int ballots = 0;  ///< in steps of 5, rounded down; exact once there is one for each connected seat
    bool operator==(const activity_progress&) const = default;
};

/// Numbers that are announced at most once a second.
struct feed_numbers {
    int connected = 0;  ///< seats with at least one feed
    int round_stamps = 20;
    std::map<domain::activity_id, int> stamp_batches = {};           ///< of open activities
    std::map<domain::activity_id, activity_progress> progress = {};  ///< of open activities
    bool operator==(const feed_numbers&) const = default;
};

/// Everything that the audience may see.
[[nodiscard]] std::string write_snapshot(const domain::session_id&, const std::string& code,
                                         const domain::session_state&, const feed_numbers&, domain::audience,
                                         const feed_position&, std::chrono::sys_time<std::chrono::milliseconds> now);

struct written_update {
    std::string text;
    std::vector<domain::activity_id> described;  ///< activities whose numbers stand in it
};

/// What the audience may be told of the changes, seen in the state they led to; nothing if there is nothing to tell.
[[nodiscard]] std::optional<written_update> write_update(const domain::session_state&, std::span<const domain::change>,
                                                         const feed_numbers&, domain::audience, const feed_position&);

/// The numbers that differ from `before`; nothing if none does. Where there are no stamps any more, none are due.
[[nodiscard]] std::optional<std::string> write_numbers(const feed_numbers& before, const feed_numbers& now,
                                                       domain::audience, const feed_position&);

/// What a facilitator removed from an activity, to look at before restoring it. Nothing once the session is closed:
/// the texts are gone.
[[nodiscard]] std::string write_removed(const domain::activity&);

}  // namespace klartext::wire
