#pragma once
#include "domain/session_state.hpp"
#include "protocol/minutes.hpp"

namespace klartext::minutes {

/// What people wrote in an activity as everybody can see it, and what the facilitator made of it: sections and
/// canvases, kinds, clusters, tags, and how many of each.
void write_entries(const domain::activity&, protocol::activity& into);

}  // namespace klartext::minutes
