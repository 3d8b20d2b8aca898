#pragma once
#include "domain/ids.hpp"
#include "domain/session_state.hpp"

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// The small interface that live sessions need from a store.
namespace klartext::live {

/// Keys from which a running session's stamps are made. Destroyed when the session closes.
struct session_keys {
    std::array<std::uint8_t, 32> stamps{};     ///< of rounds and entries
    std::array<std::uint8_t, 32> addresses{};  ///< of the one address stamp per seat
    bool operator==(const session_keys&) const = default;
};

/// All that is stored of one session.
struct stored_session {
    domain::session_state state;
    std::set<domain::seat_hash> seats;  ///< empty once closed
    std::optional<session_keys> keys;   ///< none once closed
    bool operator==(const stored_session&) const = default;
};

/// What a batch of changes comes to: the final row per key, whole. Order means nothing; the store writes at random.
struct session_rows {
    struct activity_row {
        int position = 0;
        domain::activity activity;  ///< what has rows of its own is not in it
    };
    struct entry_row {
        domain::activity_id activity;
        domain::entry_id id;
        domain::entry entry;
    };
    struct ballot_row {
        domain::activity_id activity;
        domain::stamp_hash stamp;
        domain::counted_ballot ballot;
    };
    struct spent_row {
        domain::activity_id activity;
        domain::stamp_hash stamp;
    };
    struct up_votes_row {
        domain::activity_id activity;
        domain::stamp_hash stamp;
        domain::kept_up_votes kept;
    };

    std::optional<domain::session_head> head;
    std::vector<activity_row> activities;
    std::vector<domain::activity_id> removed_activities;
    std::vector<entry_row> entries;
    std::vector<ballot_row> ballots;
    bool rewrite_ballots = false;  ///< a round was closed: gaps where texts were must not tell whose they were
    std::vector<spent_row> spent;
    std::vector<up_votes_row> up_votes;
    std::vector<domain::seat_hash> seats;  ///< into the seats file, before the session's own file
    bool forget_seats = false;  ///< the session was closed: seats, keys, spent stamps and single up-votes are destroyed

    [[nodiscard]] bool empty() const {
        return !head && activities.empty() && removed_activities.empty() && entries.empty() && ballots.empty() &&
               spent.empty() && up_votes.empty() && seats.empty() && !forget_seats;
    }
};

/// Implementations may be called from any thread. `done` and `loaded` are called on a thread of the store.
class session_store {
public:
    using committed = std::function<void(bool stored)>;
    using loaded = std::function<void(std::optional<stored_session>)>;

    virtual ~session_store() = default;

    /// `done(true)` once everything is on disk. Batches of one session are committed in the order of the calls.
    virtual void commit(const domain::session_id&, session_rows, committed done) = 0;

    /// What is on disk after every batch handed over before; nothing if the session is unknown or cannot be read.
    virtual void load(const domain::session_id&, loaded) = 0;
};

}  // namespace klartext::live
