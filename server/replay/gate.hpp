#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace klartext::replay {

/// Coroutines of one thread wait here until somebody says that what they wait for may have come true:
/// `while (!ready()) co_await gate.passed();`
class gate {
public:
    explicit gate(boost::asio::any_io_executor executor)
        : timer_(std::move(executor), boost::asio::steady_timer::time_point::max()) {}

    boost::asio::awaitable<void> passed() {
        boost::system::error_code ignored;
        co_await timer_.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
    }

    void look_again() { timer_.cancel(); }

private:
    boost::asio::steady_timer timer_;
};

inline boost::asio::awaitable<void> pause(boost::asio::any_io_executor executor,
                                          std::chrono::steady_clock::duration length) {
    boost::asio::steady_timer timer(std::move(executor), length);
    co_await timer.async_wait(boost::asio::use_awaitable);
}

}  // namespace klartext::replay
