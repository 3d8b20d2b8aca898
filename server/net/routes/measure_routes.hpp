#pragma once
#include "net/routes/desk_caller.hpp"
#include "net/routes/router.hpp"

namespace klartext::net {

/// What goes on from one activity to the next: the items that would be handed over now, and measures. All for the owner
/// of the session. `desk` must outlive the router.
void add_measure_routes(router&, const desk_caller& desk);

}  // namespace klartext::net
