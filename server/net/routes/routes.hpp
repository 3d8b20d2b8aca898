#pragma once
#include "net/feed_connection.hpp"
#include "net/http_message.hpp"
#include "net/routes/desk_caller.hpp"
#include "net/routes/desk_tickets.hpp"
#include "net/routes/feed_route.hpp"
#include "net/routes/router.hpp"
#include "net/routes/services.hpp"
#include "net/static_files.hpp"

#include <cstddef>

namespace klartext::net {

/// Every door of the server, put together. Knows requests and responses, but no sockets. I/O thread only; must outlive
/// the server that calls it.
class routes {
public:
    /// The references in the services outlive this.
    routes(services, static_files);
    routes(const routes&) = delete;
    routes& operator=(const routes&) = delete;

    void handle(http_request, responder) const;
    void greet(std::shared_ptr<feed>, const std::string& hello);

    /// Method and pattern of every door but the feed's.
    [[nodiscard]] std::vector<std::string> list() const { return router_.list(); }

    /// Most bytes of body that a request may have: the desk's are larger, for whoever looks logged in.
    [[nodiscard]] static std::size_t body_limit(const http_request&);
    /// What participants send may be sent again at any time and counts once: they keep it and do so. At the desk it
    /// could be done twice: a person has to look first.
    [[nodiscard]] static http_response too_late(const std::string& path);

private:
    void end_desk_feeds(const domain::account_id& owner);

    services services_;
    static_files files_;
    desk_tickets tickets_;
    desk_caller desk_;
    feed_route feeds_;
    router router_;
};

}  // namespace klartext::net
