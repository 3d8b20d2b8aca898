#include "replay/client_connection.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <charconv>
#include <optional>

namespace klartext::replay {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using asio::ip::tcp;

constexpr auto connecting = std::chrono::seconds(20);
constexpr auto answering = std::chrono::seconds(90);
constexpr std::size_t largest_answer = 512u << 20;
constexpr std::size_t largest_message = 128u << 20;

/// A server that was killed leaves no time to ask a name server again and again.
awaitable<void> connect(beast::tcp_stream& stream, const server_address& server) {
    beast::error_code not_an_address;
    const auto address = asio::ip::make_address(server.host, not_an_address);
    stream.expires_after(connecting);
    if (not_an_address) {
        tcp::resolver resolver(stream.get_executor());
        const auto found = co_await resolver.async_resolve(server.host, server.port, asio::use_awaitable);
        co_await stream.async_connect(found, asio::use_awaitable);
    } else {
        const auto port = static_cast<std::uint16_t>(std::stoi(server.port));
        const tcp::endpoint endpoint(address, port);
        co_await stream.async_connect(endpoint, asio::use_awaitable);
    }
    stream.socket().set_option(tcp::no_delay(true));
}

using request = http::request<http::string_body>;

request make_request(const http_question& question, const server_address& server) {
    request made(http::string_to_verb(question.method), question.target, 11);
    made.set(http::field::host, server.authority());
    if (!question.cookie.empty()) made.set(http::field::cookie, question.cookie);
    if (made.method() != http::verb::get) {
        made.set(http::field::content_type, "application/json");
        made.body() = question.body;
    }
    made.prepare_payload();
    return made;
}

int seconds_in(std::string_view text) {
    int seconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    return seconds;
}

http_answer made_of(http::response<http::string_body>&& response) {
    http_answer answer;
    answer.status = response.result_int();
    const auto cookie = response[http::field::set_cookie];
    answer.cookie = std::string(cookie.substr(0, cookie.find(';')));
    answer.retry_after = seconds_in(response[http::field::retry_after]);
    answer.body = std::move(response.body());
    return answer;
}

}  // namespace

struct http_client::connection {
    asio::any_io_executor executor;
    server_address server;
    std::optional<beast::tcp_stream> stream;
    beast::flat_buffer buffer;

    void drop() {
        beast::error_code ignored;
        if (stream) stream->socket().close(ignored);
        buffer.clear();
    }

    awaitable<http_answer> exchange(const http_question& question) {
        if (!stream || !stream->socket().is_open()) {
            stream.emplace(executor);
            co_await connect(*stream, server);
        }
        auto asked = make_request(question, server);
        stream->expires_after(answering);
        co_await http::async_write(*stream, asked, asio::use_awaitable);
        http::response_parser<http::string_body> parser;
        parser.body_limit(largest_answer);
        co_await http::async_read(*stream, buffer, parser, asio::use_awaitable);
        stream->expires_never();
        if (!parser.keep_alive()) drop();
        co_return made_of(parser.release());
    }
};

http_client::http_client(asio::any_io_executor executor, server_address server)
    : connection_(std::make_unique<connection>()) {
    connection_->executor = std::move(executor);
    connection_->server = std::move(server);
}
http_client::http_client(http_client&&) noexcept = default;
http_client::~http_client() = default;

awaitable<http_answer> http_client::ask(const http_question& question) {
    try {
        co_return co_await connection_->exchange(question);
    } catch (const boost::system::system_error&) {
        connection_->drop();
        throw;
    }
}

void http_client::close() { connection_->drop(); }

struct feed_client::connection {
    asio::any_io_executor executor;
    server_address server;
    std::chrono::milliseconds longest_silence{};
    std::optional<websocket::stream<beast::tcp_stream>> stream;
    beast::flat_buffer buffer;

    void drop() {
        beast::error_code ignored;
        if (stream) beast::get_lowest_layer(*stream).socket().close(ignored);
    }
};

feed_client::feed_client(asio::any_io_executor executor, server_address server,
                         std::chrono::milliseconds longest_silence)
    : connection_(std::make_unique<connection>()) {
    connection_->executor = std::move(executor);
    connection_->server = std::move(server);
    connection_->longest_silence = longest_silence;
}
feed_client::feed_client(feed_client&&) noexcept = default;
feed_client::~feed_client() = default;

awaitable<void> feed_client::open(const std::string& hello) {
    auto& stream = connection_->stream.emplace(connection_->executor);
    connection_->buffer.clear();
    co_await connect(beast::get_lowest_layer(stream), connection_->server);
    beast::get_lowest_layer(stream).expires_never();
    // Without pings of its own Beast would end every connection when its time is over, silent or not.
    websocket::stream_base::timeout times;
    times.handshake_timeout = answering;
    times.idle_timeout = connection_->longest_silence;
    times.keep_alive_pings = true;
    stream.set_option(times);
    stream.read_message_max(largest_message);
    const auto host = connection_->server.authority();
    co_await stream.async_handshake(host, "/api/v1/feed", asio::use_awaitable);
    stream.text(true);
    co_await stream.async_write(asio::buffer(hello), asio::use_awaitable);
}

awaitable<feed_event> feed_client::read() {
    auto& stream = *connection_->stream;
    auto& buffer = connection_->buffer;
    buffer.clear();
    beast::error_code failure;
    co_await stream.async_read(buffer, asio::redirect_error(asio::use_awaitable, failure));
    feed_event event;
    if (!failure) {
        event.message = std::string_view(static_cast<const char*>(buffer.data().data()), buffer.size());
        co_return event;
    }
    const unsigned told = failure == websocket::error::closed ? stream.reason().code : 0u;
    event.close_code = told == 0 ? static_cast<unsigned>(websocket::close_code::abnormal) : told;
    connection_->drop();
    co_return event;
}

void feed_client::close() { connection_->drop(); }

}  // namespace klartext::replay
