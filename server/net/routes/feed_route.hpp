#pragma once
#include "net/feed_connection.hpp"
#include "net/routes/desk_tickets.hpp"
#include "net/routes/services.hpp"
#include "wire/join_messages.hpp"

#include <map>
#include <memory>
#include <string>

namespace klartext::net {

/// Reads the hello of a feed and subscribes it to its session, if it may: a participant by an admitted seat, the desk
/// by a ticket, a presenter by the session's code. I/O thread only; the arguments outlive every feed.
class feed_route {
public:
    feed_route(const services& services, desk_tickets& tickets) : services_(services), tickets_(tickets) {}

    void greet(std::shared_ptr<feed>, const std::string& hello);
    /// The desk's feeds of this session, those of its owner, who is not to come back without logging in.
    void end_desk_feeds(const domain::session_id&);

private:
    void admit(const std::shared_ptr<feed>&, const wire::hello&, const std::shared_ptr<live::live_session>&);

    const services& services_;
    desk_tickets& tickets_;
    std::multimap<domain::session_id, std::weak_ptr<feed>> at_desks_;  ///< ended ones until the next one is let in
};

}  // namespace klartext::net
