#include "net/routes/desk_tickets.hpp"

#include "crypto/codes.hpp"

namespace klartext::net {

std::string desk_tickets::issue(const domain::session_id& session, std::chrono::sys_seconds now) {
    std::erase_if(rights_, [&](const auto& each) { return each.second.until < now; });
    if (rights_.size() >= most) rights_.erase(rights_.begin());
    auto ticket = crypto::base64url_encode(crypto::random_bytes<32>());
    rights_.emplace(ticket, right{session, now + lasts});
    return ticket;
}

bool desk_tickets::redeem(const std::string& ticket, const domain::session_id& session, std::chrono::sys_seconds now) {
    const auto used = rights_.extract(ticket);
    return used && used.mapped().session == session && now <= used.mapped().until;
}

void desk_tickets::void_all_of(const domain::session_id& session) {
    std::erase_if(rights_, [&](const auto& each) { return each.second.session == session; });
}

}  // namespace klartext::net
