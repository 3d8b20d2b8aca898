#pragma once
#include "net/routes/desk_caller.hpp"
#include "net/routes/router.hpp"
#include "net/routes/services.hpp"

#include <functional>

namespace klartext::net {

/// Logging in and out, setting a password by link, and the accounts for administrators. The arguments must outlive the
/// router. Everything that touches accounts runs on a worker. `logins_ended` is told, on the I/O thread and before the
/// answer, whose logins an administrator has ended.
void add_account_routes(router&, const services&, const desk_caller&,
                        std::function<void(const domain::account_id&)> logins_ended);

/// Path of the page where a one-time link sets its password. The token stands in the fragment, which no browser sends
/// to a server, so that it is in no log.
[[nodiscard]] std::string password_link(std::string_view token);
/// The same page, asking for a name as well.
[[nodiscard]] std::string first_account_link(std::string_view token);

}  // namespace klartext::net
