#include "net/feed_connection.hpp"

#include "net/socket_options.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket.hpp>

#include <deque>
#include <optional>
#include <utility>

namespace klartext::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using boost::system::error_code;

// What a feed has missed is sent in one go: with room for what happens meanwhile.
static_assert(live::most_missed_bytes <= feed_limits{}.queue_bytes / 2);

constexpr int most_unanswered_pings = 3;

class feed_connection final : public feed,
                              public heartbeat::beating,
                              public std::enable_shared_from_this<feed_connection> {
public:
    feed_connection(tcp_socket socket, std::unique_ptr<connection_places::place> place,
                    std::shared_ptr<const feed_settings> settings)
        : stream_(std::move(socket)),
          timer_(stream_.get_executor()),
          place_(std::move(place)),
          settings_(std::move(settings)) {}

    static awaitable<void> run(std::shared_ptr<feed_connection> self, feed_upgrade upgrade);

    void send(std::shared_ptr<const std::string> message) override;
    void end(live::feed_end) override;
    void when_gone(std::function<void()> gone) override {
        gone_ = std::move(gone);
        if (ended_) say_gone();  // it left while its session was being found
    }
    void beat() override;

private:
    void set_up();
    awaitable<bool> shake_hands(feed_upgrade upgrade);
    awaitable<std::optional<std::string>> read_hello();
    awaitable<void> watch();
    void write_next();
    void close_socket();
    void close_after(std::chrono::milliseconds);
    void say_gone();

    websocket::stream<tcp_socket, false> stream_;
    timer timer_;
    std::unique_ptr<connection_places::place> place_;
    std::shared_ptr<const feed_settings> settings_;
    std::function<void()> gone_;
    std::deque<std::shared_ptr<const std::string>> queue_;
    std::size_t waiting_bytes_ = 0;
    std::uint64_t received_ = 0;
    int unanswered_ = 0;
    bool writing_ = false;
    bool pinging_ = false;
    bool ended_ = false;
};

void feed_connection::set_up() {
    websocket::stream_base::timeout times{settings_->limits.hello, websocket::stream_base::none(), false};
    stream_.set_option(times);
    stream_.read_message_max(settings_->limits.message_bytes);
    stream_.auto_fragment(false);
    stream_.text(true);
    stream_.control_callback([this](websocket::frame_type kind, beast::string_view) {
        if (kind == websocket::frame_type::pong) unanswered_ = 0;
    });
    place_->when_stopped = [weak = weak_from_this()](stop how) {
        const auto self = weak.lock();
        if (!self) return;
        if (how == stop::gently) {
            self->end(live::feed_end::restart);
        } else {
            self->close_socket();
        }
    };
}

awaitable<bool> feed_connection::shake_hands(feed_upgrade upgrade) {
    http::request<http::empty_body> request(http::verb::get, "/", 11);
    request.set(http::field::host, upgrade.host);
    request.set(http::field::connection, "upgrade");
    request.set(http::field::upgrade, "websocket");
    request.set(http::field::sec_websocket_key, upgrade.key);
    request.set(http::field::sec_websocket_version, upgrade.version);
    error_code ec;
    co_await stream_.async_accept(request, asio::redirect_error(use_awaitable, ec));
    co_return !ec;
}

awaitable<std::optional<std::string>> feed_connection::read_hello() {
    timer_.expires_after(settings_->limits.hello);
    timer_.async_wait([weak = weak_from_this()](const error_code& ec) {
        if (const auto self = weak.lock(); self && !ec) self->end(live::feed_end::protocol_error);
    });
    beast::flat_buffer inbox;
    error_code ec;
    co_await stream_.async_read(inbox, asio::redirect_error(use_awaitable, ec));
    if (ec || ended_) co_return std::nullopt;
    timer_.cancel();
    if (!stream_.got_text()) {
        end(live::feed_end::protocol_error);
        co_return std::nullopt;
    }
    co_return beast::buffers_to_string(inbox.data());
}

// Reads only to answer pings, to hear the good-bye, and to end a feed on which anything else comes in.
awaitable<void> feed_connection::watch() {
    beast::flat_buffer inbox;
    error_code ec;
    co_await stream_.async_read_some(inbox, 1, asio::redirect_error(use_awaitable, ec));
    if (!ec) end(live::feed_end::protocol_error);
}

awaitable<void> feed_connection::run(std::shared_ptr<feed_connection> self, feed_upgrade upgrade) {
    self->set_up();
    if (!co_await self->shake_hands(std::move(upgrade))) co_return;
    auto hello = co_await self->read_hello();
    if (hello) {
        self->received_ = bytes_received(self->stream_.next_layer().native_handle());
        self->settings_->beats->add(std::weak_ptr<heartbeat::beating>(self));
        self->settings_->greeting(self, std::move(*hello));
        co_await self->watch();
    }
    self->say_gone();
    if (!self->ended_) self->close_socket();
}

void feed_connection::send(std::shared_ptr<const std::string> message) {
    if (ended_ || !message) return;
    waiting_bytes_ += message->size();
    queue_.push_back(std::move(message));
    if (!writing_) return write_next();
    // A snapshot may be larger than the bound: it counts only what waits behind the next message.
    if (waiting_bytes_ - queue_.front()->size() > settings_->limits.queue_bytes) end(live::feed_end::slow_reader);
}

void feed_connection::write_next() {
    writing_ = true;
    auto message = std::move(queue_.front());
    queue_.pop_front();
    waiting_bytes_ -= message->size();
    const auto bytes = asio::buffer(*message);
    stream_.async_write(bytes, [self = shared_from_this(), message](const error_code& ec, std::size_t) {
        self->writing_ = false;
        if (ec) return self->close_socket();
        if (self->ended_) return;
        if (!self->queue_.empty()) self->write_next();
    });
}

void feed_connection::end(live::feed_end why) {
    if (std::exchange(ended_, true)) return;
    queue_.clear();
    say_gone();
    if (!stream_.is_open()) return close_socket();
    close_after(settings_->limits.close_grace);
    const websocket::close_reason reason(static_cast<std::uint16_t>(why));
    stream_.async_close(reason, [self = shared_from_this()](const error_code&) { self->close_socket(); });
}

void feed_connection::beat() {
    if (ended_ || !stream_.is_open()) return;
    const auto received = bytes_received(stream_.next_layer().native_handle());
    if (received - std::exchange(received_, received) > settings_->limits.bytes_between_beats) {
        return end(live::feed_end::protocol_error);
    }
    if (unanswered_ >= most_unanswered_pings) return close_socket();
    ++unanswered_;
    if (std::exchange(pinging_, true)) return;
    stream_.async_ping({}, [self = shared_from_this()](const error_code&) { self->pinging_ = false; });
}

void feed_connection::close_after(std::chrono::milliseconds grace) {
    timer_.expires_after(grace);
    timer_.async_wait([self = shared_from_this()](const error_code& ec) {
        if (!ec) self->close_socket();
    });
}

void feed_connection::close_socket() {
    ended_ = true;
    timer_.cancel();
    error_code ignored;
    stream_.next_layer().close(ignored);
    // Whoever sends to this feed may keep it longer; and a place must not go while it is being stopped.
    asio::post(stream_.get_executor(), [self = shared_from_this()] { self->place_.reset(); });
}

void feed_connection::say_gone() {
    if (!gone_) return;
    asio::post(stream_.get_executor(), std::exchange(gone_, nullptr));
}

void log_failure(const std::exception_ptr& failure) {
    try {
        if (failure) std::rethrow_exception(failure);
    } catch (const std::exception& e) {
        spdlog::error("feed ended by a failure: {}", typeid(e).name());
    }
}

}  // namespace

void open_feed(tcp_socket socket, const feed_upgrade& upgrade, std::unique_ptr<connection_places::place> place,
               std::shared_ptr<const feed_settings> settings) {
    const auto executor = socket.get_executor();
    auto connection = std::make_shared<feed_connection>(std::move(socket), std::move(place), std::move(settings));
    asio::co_spawn(executor, feed_connection::run(std::move(connection), upgrade), log_failure);
}

}  // namespace klartext::net
