#pragma once
#include "live/session_store.hpp"
#include "protocol/minutes.hpp"

namespace klartext::minutes {

/// What goes into the minutes of a stored session, and in which order. Of a running session only what everybody can
/// see goes in, so that a preview tells the facilitator nothing more. The same stored session gives the same minutes.
[[nodiscard]] protocol::minutes write_minutes(const live::stored_session&);

}  // namespace klartext::minutes
