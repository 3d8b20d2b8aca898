#pragma once
#include "net/routes/desk_caller.hpp"
#include "net/routes/router.hpp"
#include "net/routes/services.hpp"

namespace klartext::net {

/// The minutes of closed sessions for whoever has the link, and of any session for its owner. The arguments must
/// outlive the router.
void add_minutes_routes(router&, const services&, const desk_caller&);

}  // namespace klartext::net
