#pragma once
#include "domain/session_state.hpp"
#include "protocol/minutes.hpp"

namespace klartext::minutes {

/// What people wrote in an activity as everybody can see it, and what the facilitator made of it: sections and
/// canvases or sheets, kinds, clusters, tags, and how many of each; and which cards they support.
void write_entries(const domain::session_state&, const domain::activity&, protocol::activity& into);

}  // namespace klartext::minutes
