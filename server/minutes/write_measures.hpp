#pragma once
#include "domain/session_state.hpp"
#include "protocol/minutes.hpp"

#include <optional>

namespace klartext::minutes {

/// By what rule the items of a vote or of measures came from an earlier activity; nothing if they did not.
[[nodiscard]] std::optional<protocol::item_source> write_source(const domain::session_state&, const domain::activity&);

/// The measures; nothing for an activity of another kind.
[[nodiscard]] std::optional<protocol::measures> write_measures(const domain::session_state&, const domain::activity&);

}  // namespace klartext::minutes
