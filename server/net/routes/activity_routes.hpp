#pragma once
#include "net/routes/desk_caller.hpp"
#include "net/routes/router.hpp"

namespace klartext::net {

/// The agenda and what happens in its activities: opening, closing, uncovering, clusters, removed entries. All for the
/// owner of the session. `desk` must outlive the router.
void add_activity_routes(router&, const desk_caller& desk);

}  // namespace klartext::net
