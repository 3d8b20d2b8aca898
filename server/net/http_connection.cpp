#include "net/http_connection.hpp"

#include "net/answers.hpp"
#include "net/origin.hpp"
#include "net/pending_answer.hpp"
#include "net/response_head.hpp"
#include "net/target.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/http/string_body.hpp>

#include <array>
#include <optional>
#include <utility>

namespace klartext::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using wire::problem;
using parser = http::request_parser<http::string_body>;
using fields = http::fields;

constexpr std::size_t read_buffer = 64 * 1024;  // the largest header, chunk header or trailer that is looked at
constexpr std::size_t drained_bytes = 16 * 1024 * 1024;

std::string text(beast::string_view view) { return {view.data(), view.size()}; }

std::optional<std::string> value_of(const fields& headers, http::field name) {
    const auto found = headers.find(name);
    if (found == headers.end()) return std::nullopt;
    return text(found->value());
}

/// Forwarding headers are lists to which each proxy appends: the last one is what our own proxy saw.
std::string last_of(std::string_view list) {
    const auto comma = list.rfind(',');
    if (comma != std::string_view::npos) list.remove_prefix(comma + 1);
    while (!list.empty() && list.front() == ' ') list.remove_prefix(1);
    while (!list.empty() && list.back() == ' ') list.remove_suffix(1);
    return std::string(list);
}

std::optional<http_request> plain(const http::request<http::string_body>& message) {
    auto where = read_target(std::string_view(message.target().data(), message.target().size()));
    if (!where) return std::nullopt;
    for (const auto once : {http::field::host, http::field::origin, http::field::content_type})
        if (message.count(once) > 1) return std::nullopt;
    http_request request;
    request.method = text(message.method_string());
    request.path = std::move(where->path);
    request.segments = std::move(where->segments);
    request.host = value_of(message, http::field::host).value_or("");
    request.origin = value_of(message, http::field::origin);
    request.content_type = value_of(message, http::field::content_type).value_or("");
    request.cookie = value_of(message, http::field::cookie);
    request.authorization = message.count(http::field::authorization) > 0;
    request.accept_encoding = value_of(message, http::field::accept_encoding).value_or("");
    request.if_none_match = value_of(message, http::field::if_none_match).value_or("");
    return request;
}

/// The answer to a request that could not be read; none where nobody waits for one.
std::optional<http_response> answer_to(const error_code& ec) {
    if (ec == http::error::body_limit || ec == http::error::header_limit || ec == http::error::buffer_overflow) {
        return no(problem::too_large);
    }
    if (ec == http::error::end_of_stream || ec == http::error::partial_message) return std::nullopt;
    if (ec.category() == http::make_error_code(http::error::bad_method).category()) return no(problem::malformed);
    return std::nullopt;
}

/// One of the few large bodies that are in memory at the same time.
class large_body {
public:
    large_body(const http_settings& settings, const parser& reader, std::size_t most)
        : count_(*settings.large_bodies),
          is_large_(!reader.is_done() && reader.content_length().value_or(most) > small_body),
          has_place_(!is_large_ || count_ < settings.most_large_bodies) {
        if (is_large_) ++count_;
    }
    large_body(const large_body&) = delete;
    large_body& operator=(const large_body&) = delete;
    ~large_body() {
        if (is_large_) --count_;
    }
    [[nodiscard]] bool has_place() const { return has_place_; }

private:
    std::size_t& count_;
    bool is_large_;
    bool has_place_;
};

class http_connection : public std::enable_shared_from_this<http_connection> {
public:
    http_connection(tcp_socket socket, std::unique_ptr<connection_places::place> place,
                    std::shared_ptr<const http_settings> settings)
        : stream_(std::move(socket)),
          buffer_(read_buffer),
          place_(std::move(place)),
          settings_(std::move(settings)),
          limits_(settings_->limits) {}

    static awaitable<void> run(std::shared_ptr<http_connection> self);

private:
    enum class next { request, farewell, nothing };

    void set_up();
    awaitable<bool> first_bytes();
    awaitable<next> one_request();
    awaitable<next> one_body(parser&, http_request);
    awaitable<bool> invite_body(const parser&);
    awaitable<next> upgrade(const parser&, const http_request&);
    awaitable<http_response> handled(http_request);
    awaitable<next> refuse(std::optional<http_response>);
    awaitable<bool> write(const http_response&, bool keep_alive, bool with_body);
    awaitable<void> say_farewell();
    void name_peer(http_request&, const fields&) const;

    beast::basic_stream<asio::ip::tcp, executor> stream_;
    beast::flat_buffer buffer_;
    std::unique_ptr<connection_places::place> place_;
    std::shared_ptr<const http_settings> settings_;
    const http_limits& limits_;
    std::string peer_;
    bool between_requests_ = false;
    bool stopping_ = false;
};

void http_connection::set_up() {
    error_code ec;
    const auto endpoint = stream_.socket().remote_endpoint(ec);
    if (!ec) peer_ = endpoint.address().to_string();
    place_->when_stopped = [weak = weak_from_this()](stop how) {
        const auto self = weak.lock();
        if (!self) return;
        self->stopping_ = true;
        if (how == stop::now || self->between_requests_) self->stream_.close();
    };
}

awaitable<void> http_connection::run(std::shared_ptr<http_connection> self) {
    self->set_up();
    auto then = next::request;
    while (then == next::request && !self->stopping_) then = co_await self->one_request();
    if (then == next::farewell) co_await self->say_farewell();
}

/// Between two requests: as long as the client likes, within the idle time.
awaitable<bool> http_connection::first_bytes() {
    if (buffer_.size() > 0) co_return true;
    buffer_.shrink_to_fit();
    between_requests_ = true;
    error_code ec;
    stream_.expires_after(limits_.idle);
    const auto space = buffer_.prepare(1024);
    const auto count = co_await stream_.async_read_some(space, asio::redirect_error(use_awaitable, ec));
    between_requests_ = false;
    buffer_.commit(count);
    co_return !ec;
}

awaitable<http_connection::next> http_connection::one_request() {
    if (!co_await first_bytes()) co_return next::nothing;
    parser reader;
    reader.header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
    reader.body_limit(boost::none);
    error_code ec;
    stream_.expires_after(limits_.header);
    co_await http::async_read_header(stream_, buffer_, reader, asio::redirect_error(use_awaitable, ec));
    if (ec) co_return co_await refuse(answer_to(ec));
    auto request = plain(reader.get());
    if (!request) co_return co_await refuse(no(problem::malformed));
    name_peer(*request, reader.get());
    if (request->path == settings_->feed_path && reader.upgrade()) co_return co_await upgrade(reader, *request);
    co_return co_await one_body(reader, std::move(*request));
}

awaitable<http_connection::next> http_connection::one_body(parser& reader, http_request request) {
    const auto most = settings_->body_limit(request);
    if (reader.content_length().value_or(0) > most) co_return co_await refuse(no(problem::too_large));
    const large_body large(*settings_, reader, most);
    if (!large.has_place()) co_return co_await refuse(no(problem::unavailable));
    reader.body_limit(most);
    if (!co_await invite_body(reader)) co_return next::nothing;
    error_code ec;
    stream_.expires_after(limits_.body);
    co_await http::async_read(stream_, buffer_, reader, asio::redirect_error(use_awaitable, ec));
    if (ec) co_return co_await refuse(answer_to(ec));
    request.body = std::move(reader.get().body());

    const bool with_body = request.method != "HEAD";
    const bool keep_alive = reader.keep_alive();
    const auto response = co_await handled(std::move(request));
    const bool goes_on = keep_alive && !stopping_;
    const bool written = co_await write(response, goes_on, with_body);
    if (!written) co_return next::nothing;
    co_return goes_on ? next::request : next::farewell;
}

/// Clients with a large body may wait to be asked for it.
awaitable<bool> http_connection::invite_body(const parser& reader) {
    const auto expect = value_of(reader.get(), http::field::expect);
    if (!expect || !same_word(*expect, "100-continue") || reader.is_done()) co_return true;
    static constexpr std::string_view invitation = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto bytes = asio::buffer(invitation);
    error_code ec;
    stream_.expires_after(limits_.write);
    co_await asio::async_write(stream_, bytes, asio::redirect_error(use_awaitable, ec));
    co_return !ec;
}

awaitable<http_connection::next> http_connection::upgrade(const parser& reader, const http_request& request) {
    const auto& headers = reader.get();
    if (!own_origin(request.origin, request.host)) co_return co_await refuse(no(problem::foreign_origin));
    const bool plain_upgrade = request.method == "GET" && buffer_.size() == 0 && reader.is_done() &&
                               same_word(value_of(headers, http::field::upgrade).value_or(""), "websocket");
    if (!plain_upgrade) co_return co_await refuse(no(problem::malformed));
    feed_upgrade asked;
    asked.host = request.host;
    asked.key = value_of(headers, http::field::sec_websocket_key).value_or("");
    asked.version = value_of(headers, http::field::sec_websocket_version).value_or("");
    place_->when_stopped = nullptr;
    stream_.expires_never();
    open_feed(stream_.release_socket(), asked, std::move(place_), settings_->feeds);
    co_return next::nothing;
}

awaitable<http_response> http_connection::handled(http_request request) {
    const auto pending = std::make_shared<pending_answer>(stream_.get_executor());
    const auto path = request.path;
    try {
        settings_->handle(std::move(request), pending->make_responder());
    } catch (const std::exception& e) {
        spdlog::error("a request failed: {}", typeid(e).name());
        co_return no(problem::unavailable);
    }
    auto response = co_await pending->wait(limits_.answer);
    if (!response) co_return settings_->too_late(path);
    co_return std::move(*response);
}

/// After this the rest of what the client sends means nothing any more.
awaitable<http_connection::next> http_connection::refuse(std::optional<http_response> response) {
    if (!response) co_return next::nothing;
    const bool written = co_await write(*response, false, true);
    co_return written ? next::farewell : next::nothing;
}

awaitable<bool> http_connection::write(const http_response& response, bool keep_alive, bool with_body) {
    const auto head = response_head(response, keep_alive, std::chrono::system_clock::now());
    const bool has_body = with_body && response.body;
    const std::array<asio::const_buffer, 2> bytes{asio::buffer(head),
                                                  has_body ? asio::buffer(*response.body) : asio::const_buffer()};
    error_code ec;
    stream_.expires_after(limits_.write);
    co_await asio::async_write(stream_, bytes, asio::redirect_error(use_awaitable, ec));
    co_return !ec;
}

/// Closing with unread bytes would reset the connection, and the client might never read the answer.
awaitable<void> http_connection::say_farewell() {
    error_code ec;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ec);
    stream_.expires_after(limits_.linger);
    std::size_t drained = 0;
    while (!ec && !stopping_ && drained < drained_bytes) {
        buffer_.clear();
        const auto space = buffer_.prepare(read_buffer);
        drained += co_await stream_.async_read_some(space, asio::redirect_error(use_awaitable, ec));
    }
}

void http_connection::name_peer(http_request& request, const fields& headers) const {
    request.address = peer_;
    if (settings_->proxy.empty() || peer_ != settings_->proxy) return;
    const auto forwarded = headers.find("X-Forwarded-For");
    if (forwarded != headers.end()) request.address = last_of(text(forwarded->value()));
    const auto scheme = headers.find("X-Forwarded-Proto");
    request.secure = scheme != headers.end() && same_word(last_of(text(scheme->value())), "https");
}

void log_failure(const std::exception_ptr& failure) {
    try {
        if (failure) std::rethrow_exception(failure);
    } catch (const std::exception& e) {
        spdlog::error("connection ended by a failure: {}", typeid(e).name());
    }
}

}  // namespace

void serve_http(tcp_socket socket, std::unique_ptr<connection_places::place> place,
                std::shared_ptr<const http_settings> settings) {
    const auto executor = socket.get_executor();
    auto connection = std::make_shared<http_connection>(std::move(socket), std::move(place), std::move(settings));
    asio::co_spawn(executor, http_connection::run(std::move(connection)), log_failure);
}

}  // namespace klartext::net
