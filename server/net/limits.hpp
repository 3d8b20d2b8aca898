#pragma once
#include <chrono>
#include <cstddef>

namespace klartext::net {

/// What one connection may cost. Tests shorten the times.
struct http_limits {
    std::size_t header_bytes = 16 * 1024;
    std::chrono::milliseconds header{10'000};  ///< from the first byte of a request to the end of its header
    std::chrono::milliseconds body{30'000};
    std::chrono::milliseconds idle{75'000};    ///< between two requests of a connection
    std::chrono::milliseconds answer{60'000};  ///< how long a handler may think
    std::chrono::milliseconds write{120'000};
    std::chrono::milliseconds linger{2'000};  ///< after an early refusal: so that the client can read it
};

struct feed_limits {
    std::size_t message_bytes = 4 * 1024;        ///< inbound, all fragments together
    std::size_t queue_bytes = 256 * 1024;        ///< outbound; over it the reader is cut off
    std::size_t bytes_between_beats = 4 * 1024;  ///< inbound after the hello: pongs, nothing else
    std::chrono::milliseconds hello{10'000};
    std::chrono::milliseconds beat{20'000};         ///< a ping this often; three unanswered ones end the feed
    std::chrono::milliseconds close_grace{10'000};  ///< for the close handshake, a blocked write before it included
};

inline constexpr std::size_t small_body = 64 * 1024;
inline constexpr std::size_t desk_body = 4 * 1024 * 1024;
inline constexpr std::size_t most_connections = 20'000;

}  // namespace klartext::net
