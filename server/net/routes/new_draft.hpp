#pragma once
#include "domain/session_state.hpp"
#include "wire/desk_messages.hpp"

namespace klartext::net {

/// A session as it starts: what was planned, checked by the same rules as later changes.
[[nodiscard]] domain::result<domain::session_state> new_draft(const wire::new_session&);

}  // namespace klartext::net
