#pragma once
#include <SQLiteCpp/Database.h>

#include "live/session_store.hpp"
#include "store/codec.hpp"

namespace klartext::store {

/// The session as its own file shows it at one moment; without seats and keys, which are not in it. Throws
/// unreadable_content, std::runtime_error or SQLite::Exception when the file does not hold a session of this format.
[[nodiscard]] live::stored_session read_session(SQLite::Database&, const codec&);

}  // namespace klartext::store
