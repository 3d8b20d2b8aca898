#pragma once
#include <cstddef>
#include <memory>
#include <string>

namespace klartext::live {

/// Why a feed ends; the code tells the client whether to come back (4000-4499) or not (4500-4999).
enum class feed_end {
    restart = 4000,
    slow_reader = 4001,
    protocol_error = 4500,
    not_admitted = 4501,
    session_gone = 4502,
};

/// One browser's feed as a live session sees it. Called on the session's thread; must not call back into the session.
class feed_sink {
public:
    virtual ~feed_sink() = default;
    /// The same bytes may be queued on many feeds. Cuts the connection off when its queue is over its bound.
    virtual void send(std::shared_ptr<const std::string> message) = 0;
    virtual void end(feed_end) = 0;
};

/// What a feed may have missed and still get message by message; beyond it a snapshot, which is one message, costs
/// less. All of it is sent in one go and must find room in the queue of one feed.
inline constexpr std::size_t most_missed_bytes = 128 * 1024;

}  // namespace klartext::live
