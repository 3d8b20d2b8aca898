#pragma once
#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <optional>
#include <set>
#include <span>

#include "live/session_store.hpp"

/// `<id>.seats.db`: who may take part in a running session, and the keys of its stamps. Apart from the content, because
/// it is destroyed when the session closes.
namespace klartext::store {

struct stored_seats {
    std::set<domain::seat_hash> seats;
    live::session_keys keys;
};

void create_seats(const std::filesystem::path&, const live::session_keys&);
/// The file must exist.
[[nodiscard]] SQLite::Database open_seats(const std::filesystem::path&);
/// In one transaction, in the order given. A seat that is there already stays.
void add_seats(SQLite::Database&, std::span<const domain::seat_hash>);
/// Nothing when there is no such file (any more), or when it was emptied in order to be unlinked.
[[nodiscard]] std::optional<stored_seats> read_seats(const std::filesystem::path&);

/// Empties the file and its log, then unlinks both. What cannot be emptied is unlinked all the same. Does nothing when
/// there is no such file. Throws std::filesystem::filesystem_error when the file cannot be unlinked.
void destroy_seats(const std::filesystem::path&);

}  // namespace klartext::store
