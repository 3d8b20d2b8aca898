#pragma once
#include "domain/session_state.hpp"
#include "protocol/minutes.hpp"

#include <optional>

namespace klartext::minutes {

/// The vote section of the minutes; nothing for an activity of another kind. Results only once they are published.
[[nodiscard]] std::optional<protocol::vote> write_vote(const domain::session_state&, const domain::activity&);

}  // namespace klartext::minutes
