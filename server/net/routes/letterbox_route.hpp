#pragma once
#include "letterbox/letterbox.hpp"
#include "net/routes/router.hpp"

namespace klartext::net {

/// The anonymous door. It turns away whoever brings a cookie or an authorization, takes the body out of the request,
/// and hands on what the envelope says; nothing else of the request goes further.
void add_letterbox_route(router&, letterbox::letterbox&);

}  // namespace klartext::net
