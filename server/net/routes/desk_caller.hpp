#pragma once
#include "net/routes/router.hpp"
#include "net/routes/services.hpp"

#include <functional>
#include <memory>
#include <variant>

namespace klartext::net {

inline constexpr const char* login_cookie = "klartext_login";

/// A command of the desk, or the answer to somebody who asked for none.
using asked = std::variant<domain::command, http_response>;

/// Lets a request through to its route only from who may use it. The services must outlive the routes made here.
class desk_caller {
public:
    explicit desk_caller(const services& services) : services_(services) {}

    using account_route = std::function<void(call, const access::account&)>;
    using listed_route = std::function<void(call, const domain::session_id&)>;
    using session_route = std::function<void(call, std::shared_ptr<live::live_session>)>;
    using command_maker = std::function<asked(const call&, const live::live_session&)>;

    /// Whoever is logged in.
    [[nodiscard]] route account(account_route) const;
    [[nodiscard]] route administrator(account_route) const;
    /// The owner of the session that the first part of the path names. For anybody else, administrators included, it
    /// does not exist.
    [[nodiscard]] route owner(session_route) const;
    /// The same by the list alone: the session itself may be damaged or gone.
    [[nodiscard]] route listed_owner(listed_route) const;
    /// An owner's command, answered with 204 once it is stored.
    [[nodiscard]] route command(command_maker) const;

    /// Submits, and answers with `done()` once stored.
    static void submit(live::live_session&, const domain::command&, responder, std::function<http_response()> done);

private:
    void recognise(call, account_route) const;

    const services& services_;
};

}  // namespace klartext::net
