#pragma once
#include "net/routes/desk_caller.hpp"
#include "net/routes/router.hpp"
#include "net/routes/services.hpp"

namespace klartext::net {

/// How mail does, a test mail, and trying held mails again. The arguments must outlive the router.
void add_mail_routes(router&, const services&, const desk_caller&);

}  // namespace klartext::net
