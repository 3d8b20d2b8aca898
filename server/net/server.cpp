#include "net/server.hpp"

#include "net/socket_options.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/basic_socket_acceptor.hpp>

#include <stdexcept>
#include <utility>

namespace klartext::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using namespace std::chrono_literals;

constexpr std::size_t other_files = 1'000;  // databases, the client's files, what libraries open
constexpr auto retry_after = 50ms;

tcp::endpoint endpoint_of(asio::io_context& io, const std::string& listen) {
    const auto colon = listen.rfind(':');
    if (colon == std::string::npos || colon == 0) throw std::invalid_argument("listen: HOST:PORT is expected");
    auto host = listen.substr(0, colon);
    if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    tcp::resolver resolver(io);
    return resolver.resolve(host, listen.substr(colon + 1)).begin()->endpoint();
}

}  // namespace

class server::listener : public std::enable_shared_from_this<listener> {
public:
    listener(asio::io_context& io, server_settings settings)
        : acceptor_(io.get_executor(), endpoint_of(io, settings.listen)),
          pause_(io.get_executor()),
          grace_(io.get_executor()),
          places_(std::make_shared<connection_places>(settings.most_connections)),
          beats_(std::make_shared<heartbeat>(io, settings.feeds.beat)),
          stop_grace_(settings.stop_grace) {
        auto feeds = std::make_shared<feed_settings>();
        feeds->limits = settings.feeds;
        feeds->greeting = std::move(settings.greeting);
        feeds->beats = beats_;
        settings.http.feeds = std::move(feeds);
        http_ = std::make_shared<const http_settings>(std::move(settings.http));
    }

    void start() {
        beats_->start();
        accept();
    }

    void stop(std::function<void()> done);
    void accept();
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::size_t connections() const { return places_->taken(); }

private:
    void accepted(const error_code&, tcp_socket);
    void accept_later();
    void wait_for_the_last(std::function<void()> done, int polls);

    asio::basic_socket_acceptor<tcp, executor> acceptor_;
    timer pause_;
    timer grace_;
    std::shared_ptr<connection_places> places_;
    std::shared_ptr<heartbeat> beats_;
    std::shared_ptr<const http_settings> http_;
    std::chrono::milliseconds stop_grace_;
    std::uint16_t port_ = acceptor_.local_endpoint().port();
    bool stopped_ = false;
};

void server::listener::accept() {
    acceptor_.async_accept([self = shared_from_this()](const error_code& ec, tcp_socket socket) {
        self->accepted(ec, std::move(socket));
    });
}

void server::listener::accepted(const error_code& ec, tcp_socket socket) {
    if (stopped_) return;
    if (ec) return accept_later();
    auto place = places_->take();
    if (!place) return accept_later();  // this one is closed; the others wait in the kernel's queue
    tune_for_feeds(socket.native_handle());
    serve_http(std::move(socket), std::move(place), http_);
    accept();
}

void server::listener::accept_later() {
    pause_.expires_after(retry_after);
    pause_.async_wait([self = shared_from_this()](const error_code& ec) {
        if (!ec && !self->stopped_) self->accept();
    });
}

void server::listener::stop(std::function<void()> done) {
    stopped_ = true;
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    beats_->stop();
    places_->stop_all(net::stop::gently);
    wait_for_the_last(std::move(done), static_cast<int>(stop_grace_ / retry_after));
}

void server::listener::wait_for_the_last(std::function<void()> done, int polls) {
    if (places_->taken() == 0) {
        if (done) done();
        return;
    }
    if (polls == 0) places_->stop_all(net::stop::now);
    grace_.expires_after(retry_after);
    grace_.async_wait([self = shared_from_this(), done = std::move(done), polls](const error_code& ec) mutable {
        if (!ec) self->wait_for_the_last(std::move(done), polls - 1);
    });
}

server::server(asio::io_context& io, server_settings settings) {
    const auto wanted = settings.most_connections + other_files;
    const auto allowed = allow_open_files(wanted);
    if (allowed < wanted) spdlog::warn("only {} open files are allowed, {} were asked for", allowed, wanted);
    listener_ = std::make_shared<listener>(io, std::move(settings));
    listener_->start();
}

server::~server() = default;
std::uint16_t server::port() const { return listener_->port(); }
std::size_t server::connections() const { return listener_->connections(); }
void server::stop(std::function<void()> done) { listener_->stop(std::move(done)); }

}  // namespace klartext::net
