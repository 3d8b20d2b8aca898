#pragma once
#include "live/live_session.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace klartext::live {

/// What the list of sessions knows: no content.
struct listed_session {
    domain::session_id id;
    std::string code;  ///< 8 characters, normalised
    domain::account_id owner;
};

/// All sessions by id and code; loads one into memory when somebody wants it and lets it go when nobody does.
/// Everything is called on one thread.
class registry {
public:
    using found = std::function<void(std::shared_ptr<live_session>)>;

    explicit registry(surroundings);

    void list(listed_session);
    void forget(const domain::session_id&);
    [[nodiscard]] const listed_session* find(const domain::session_id&) const;
    [[nodiscard]] const listed_session* find_code(const std::string& code) const;
    [[nodiscard]] std::vector<listed_session> owned_by(const domain::account_id&) const;

    /// Calls `then` with the session, now or once it is read from disk; with nullptr if there is none.
    void with_session(const domain::session_id&, found then);

    /// Once a second.
    void tick();
    /// No feed stays open.
    void end_all_feeds(feed_end);

private:
    void loaded(const domain::session_id&, std::optional<stored_session>);

    surroundings around_;
    std::map<domain::session_id, listed_session> listed_;
    std::map<std::string, domain::session_id> by_code_;
    std::map<domain::session_id, std::shared_ptr<live_session>> live_;
    std::map<domain::session_id, std::vector<found>> loading_;
};

}  // namespace klartext::live
