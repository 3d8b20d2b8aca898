#pragma once
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "live/session_store.hpp"

/// What several batches of one session come to.
namespace klartext::store {

/// One row per key, sorted by key: no order of arrival is left.
struct final_rows {
    using rows = live::session_rows;
    using entry_key = std::pair<domain::activity_id, domain::entry_id>;
    using spent_key = std::pair<domain::activity_id, domain::stamp_hash>;

    std::optional<domain::session_head> head;
    std::set<domain::activity_id> removed;  ///< with all that belongs to them, before anything else is written
    std::map<domain::activity_id, rows::activity_row> activities;
    std::map<entry_key, rows::entry_row> entries;
    std::map<spent_key, rows::ballot_row> ballots;
    std::map<spent_key, rows::up_votes_row> up_votes;
    std::set<spent_key> spent;
    std::set<domain::seat_hash> seats;
    bool rewrite_ballots = false;  ///< every stored one, so that no page shows where one was longer before
    bool forget_seats = false;     ///< and every spent stamp and up-vote, stored ones included

    /// Takes in the batch that follows. An activity both removed and written in one batch is removed first.
    void absorb(live::session_rows);
    [[nodiscard]] bool empty() const;
};

using row_reference = std::variant<const domain::session_head*, const live::session_rows::activity_row*,
                                   const live::session_rows::entry_row*, const live::session_rows::ballot_row*,
                                   const live::session_rows::up_votes_row*, const final_rows::spent_key*>;

/// Every row of the session's own file, all tables mixed, in an order that nobody can foresee or repeat. The rows must
/// outlive the references.
[[nodiscard]] std::vector<row_reference> in_random_order(const final_rows&);
[[nodiscard]] std::vector<domain::seat_hash> seats_in_random_order(const final_rows&);

/// Bytes that a batch takes in memory, roughly: for bounding queues.
[[nodiscard]] std::size_t weight(const live::session_rows&);

}  // namespace klartext::store
