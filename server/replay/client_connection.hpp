#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "replay/server_address.hpp"

/// The two connections of a client. One thread; an object must outlive what it is asked.
/// A connection that fails throws boost::system::system_error and can be used again: it then connects anew.
namespace klartext::replay {

template <class T>
using awaitable = boost::asio::awaitable<T>;

struct http_question {
    std::string method;  ///< "GET", "POST", ...
    std::string target;  ///< path with query
    std::string body;    ///< JSON; sent for every method but GET
    std::string cookie;  ///< "name=value"; empty: none
};

struct http_answer {
    unsigned status = 0;
    std::string body;
    std::string cookie;   ///< "name=value" of Set-Cookie, if there was one
    int retry_after = 0;  ///< seconds; 0 where the server did not say
};

/// HTTP/1.1, kept alive between questions, one question at a time.
class http_client {
public:
    http_client(boost::asio::any_io_executor, server_address);
    http_client(http_client&&) noexcept;
    ~http_client();

    awaitable<http_answer> ask(const http_question&);
    /// Ends a question that is under way.
    void close();

private:
    struct connection;
    std::unique_ptr<connection> connection_;
};

/// What came in on a feed: a message, or the end.
struct feed_event {
    std::string_view message;  ///< valid until the next reading; empty at the end
    unsigned close_code = 0;   ///< 0: this is a message; 1006: the connection was lost
};

/// The WebSocket of /api/v1/feed; no Origin is sent, as from any client that is no browser.
class feed_client {
public:
    /// A server that keeps silent for longer, asked or not, is taken for lost.
    feed_client(boost::asio::any_io_executor, server_address,
                std::chrono::milliseconds longest_silence = std::chrono::seconds(90));
    feed_client(feed_client&&) noexcept;
    ~feed_client();

    /// Connects and says `hello`, the only message that goes inwards.
    awaitable<void> open(const std::string& hello);
    awaitable<feed_event> read();
    void close();

private:
    struct connection;
    std::unique_ptr<connection> connection_;
};

}  // namespace klartext::replay
