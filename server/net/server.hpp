#pragma once
#include "net/connection_places.hpp"
#include "net/http_connection.hpp"
#include "net/tcp.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace klartext::net {

struct server_settings {
    std::string listen = "127.0.0.1:8080";  ///< HOST:PORT, [IPv6]:PORT; port 0: any free one
    std::size_t most_connections = net::most_connections;
    http_settings http;  ///< `feeds` is filled in by the server
    feed_limits feeds;
    feed_greeting greeting;
    std::chrono::milliseconds stop_grace{3'000};
};

/// The listener with all its connections, on the one thread that runs the io_context, which must outlive it.
/// Throws boost::system::system_error if it cannot listen there, std::invalid_argument if `listen` is not HOST:PORT.
class server {
public:
    server(boost::asio::io_context&, server_settings);
    server(const server&) = delete;
    server& operator=(const server&) = delete;
    ~server();

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::size_t connections() const;

    /// Accepts nobody any more, lets answers on their way finish, ends feeds with `restart`; after stop_grace at the
    /// latest closes what is left. `done` is called on the I/O thread when the last connection is gone.
    void stop(std::function<void()> done);

private:
    class listener;
    std::shared_ptr<listener> listener_;
};

}  // namespace klartext::net
