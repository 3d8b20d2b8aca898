#pragma once
#include "replay/client_connection.hpp"
#include "replay/course.hpp"

namespace klartext::replay {

/// One participant's feed: counts what arrives, insists on revisions without a gap, comes back when it is cut off.
/// What is wrong becomes a fault in the result of the course, which must outlive this.
class feed_follower {
public:
    feed_follower(course&, server_address, std::string session, std::string seat);

    /// Until the first message is here.
    awaitable<void> begin();
    /// Until the course stops or the server says not to come back.
    awaitable<void> follow();
    void close();

private:
    [[nodiscard]] std::string hello() const;
    awaitable<bool> open_again();
    /// False: the connection is gone.
    awaitable<bool> read_one();
    void take(const feed_message&);

    course& course_;
    feed_client client_;
    std::string session_, seat_;
    std::string epoch_;
    std::uint64_t revision_ = 0;
    bool told_ = false;  ///< an epoch and a revision are known
    bool sent_away_ = false;
};

}  // namespace klartext::replay
