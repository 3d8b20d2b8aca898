#pragma once
#include <string>

#include "live/session_store.hpp"

namespace klartext::store {

/// A stored session for a person to read, as indented JSON: everything that is stored and nothing else. What would let
/// the reader act in the session (keys, seats, the minutes' link) is named but not shown.
[[nodiscard]] std::string dump(const live::stored_session&);

}  // namespace klartext::store
