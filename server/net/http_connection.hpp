#pragma once
#include "net/connection_places.hpp"
#include "net/feed_connection.hpp"
#include "net/http_message.hpp"
#include "net/limits.hpp"
#include "net/tcp.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace klartext::net {

/// What all connections of a server share.
struct http_settings {
    http_handler handle;
    /// Most bytes of body for a request of which everything but the body is there.
    std::function<std::size_t(const http_request&)> body_limit;
    /// What to say to a request that nobody has answered in time, and of which nobody knows what becomes.
    std::function<http_response(const std::string& path)> too_late;
    std::string feed_path = "/api/v1/feed";
    std::shared_ptr<const feed_settings> feeds;
    std::string proxy;  ///< address of the only peer whose X-Forwarded-For and -Proto are believed; empty: nobody's
    http_limits limits;
    std::size_t most_large_bodies = 32;  ///< being read or worked on at the same time, over all connections
    std::shared_ptr<std::size_t> large_bodies = std::make_shared<std::size_t>(0);  ///< how many there are
};

/// Serves one connection, keeping itself alive until it ends: its requests one after the other, or one feed.
/// I/O thread only.
void serve_http(tcp_socket, std::unique_ptr<connection_places::place>, std::shared_ptr<const http_settings>);

}  // namespace klartext::net
