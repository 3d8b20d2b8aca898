#pragma once
#include "domain/ids.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <string>

namespace klartext::net {

/// One-time rights to open the desk's feed of one session: in memory, 60 seconds, one use. The feed takes no cookie, so
/// that what opens it never travels with requests of other pages. I/O thread only.
class desk_tickets {
public:
    static constexpr std::chrono::seconds lasts{60};

    [[nodiscard]] std::string issue(const domain::session_id&, std::chrono::sys_seconds now);
    /// True once per ticket, within its time, for its session. Any attempt uses it up.
    [[nodiscard]] bool redeem(const std::string& ticket, const domain::session_id&, std::chrono::sys_seconds now);
    /// Those of this session are worth nothing any more.
    void void_all_of(const domain::session_id&);

private:
    struct right {
        domain::session_id session;
        std::chrono::sys_seconds until;
    };
    static constexpr std::size_t most = 10'000;

    std::map<std::string, right> rights_;
};

}  // namespace klartext::net
