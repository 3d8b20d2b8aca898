#pragma once
#include "net/server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <functional>
#include <future>
#include <memory>
#include <thread>
#include <utility>

namespace klartext::testing {

/// The listener on any free port of the loopback, with a thread of its own.
class running_server {
public:
    /// `last` runs when the thread has ended and before the io_context goes, without which feeds cannot exist.
    explicit running_server(
        net::server_settings settings, std::function<void()> last = [] {})
        : last_(std::move(last)) {
        settings.listen = "127.0.0.1:0";
        settings.most_connections = std::min<std::size_t>(settings.most_connections, 5'000);
        server_ = std::make_unique<net::server>(io_, std::move(settings));
        thread_ = std::thread([this] { io_.run(); });
    }
    running_server(const running_server&) = delete;
    running_server& operator=(const running_server&) = delete;
    ~running_server() {
        stop();
        io_.stop();
        thread_.join();
        last_();
    }

    /// Waits until the last connection is gone.
    void stop() {
        if (std::exchange(stopped_, true)) return;
        std::promise<void> done;
        boost::asio::post(io_, [&] { server_->stop([&] { done.set_value(); }); });
        done.get_future().wait();
    }

    /// Runs something on the I/O thread, later.
    void post(std::function<void()> job) { boost::asio::post(io_, std::move(job)); }
    /// Runs something on the I/O thread and gives its result.
    template <class Work>
    auto on_io(Work work) {
        std::packaged_task<decltype(work())()> task(std::move(work));
        auto result = task.get_future();
        boost::asio::post(io_, [&] { task(); });
        return result.get();
    }

    [[nodiscard]] std::uint16_t port() const { return server_->port(); }
    [[nodiscard]] std::size_t connections() {
        return on_io([this] { return server_->connections(); });
    }

private:
    std::function<void()> last_;
    boost::asio::io_context io_{1};
    std::unique_ptr<net::server> server_;
    std::thread thread_;
    bool stopped_ = false;
};

}  // namespace klartext::testing
