#pragma once
#include "net/routes/router.hpp"
#include "net/routes/services.hpp"

namespace klartext::net {

/// Looking at a session by its code, taking a seat, drawing stamps. Wrong codes are counted per address and then
/// refused for a while; right ones never are. The services must outlive the router.
void add_join_routes(router&, const services&);

}  // namespace klartext::net
