#pragma once
#include "net/routes/desk_caller.hpp"

namespace klartext::net {

/// Who wants to go on with which theme: for the owner of the session alone. The services must outlive the router.
void add_sign_up_routes(router&, const services&, const desk_caller&);

}  // namespace klartext::net
