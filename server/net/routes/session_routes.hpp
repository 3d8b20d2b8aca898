#pragma once
#include "net/routes/desk_caller.hpp"
#include "net/routes/desk_tickets.hpp"
#include "net/routes/router.hpp"
#include "net/routes/services.hpp"

namespace klartext::net {

/// Sessions at the desk, each for its owner alone. The arguments must outlive the router.
void add_session_routes(router&, const services&, const desk_caller&, desk_tickets&);

}  // namespace klartext::net
