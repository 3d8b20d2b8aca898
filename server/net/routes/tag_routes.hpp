#pragma once
#include "net/routes/desk_caller.hpp"
#include "net/routes/router.hpp"
#include "net/routes/services.hpp"

namespace klartext::net {

/// The code book of a collecting activity, and what the facilitator may want to look at among its cards. All for the
/// owner of the session. The arguments must outlive the router.
void add_tag_routes(router&, const services&, const desk_caller&);

}  // namespace klartext::net
