#pragma once
#include "live/feed_sink.hpp"
#include "net/connection_places.hpp"
#include "net/heartbeat.hpp"
#include "net/limits.hpp"
#include "net/tcp.hpp"

#include <functional>
#include <memory>
#include <string>

namespace klartext::net {

/// A browser's feed after its hello. I/O thread only.
class feed : public live::feed_sink {
public:
    /// `gone` is called once, when nothing can be sent any more; never from within send() or end().
    virtual void when_gone(std::function<void()> gone) = 0;
};

/// Gets the text of the first message, within feed_limits and known to be UTF-8. Answers through the feed: sends, or
/// ends it.
using feed_greeting = std::function<void(std::shared_ptr<feed>, std::string hello)>;

/// What feeds share.
struct feed_settings {
    feed_limits limits;
    feed_greeting greeting;
    std::shared_ptr<heartbeat> beats;
};

/// What a browser asked for with `Upgrade: websocket`.
struct feed_upgrade {
    std::string host;
    std::string key;
    std::string version;
};

/// Answers the upgrade and keeps itself alive until the connection ends. Whatever comes after the hello ends it with
/// `protocol_error`; so does a hello that is late, binary, or over its bound.
void open_feed(tcp_socket, const feed_upgrade&, std::unique_ptr<connection_places::place>,
               std::shared_ptr<const feed_settings>);

}  // namespace klartext::net
