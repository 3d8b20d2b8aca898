#pragma once
#include "net/tcp.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

namespace klartext::net {

/// One timer for all feeds: each is asked to beat once per period, spread evenly over it. I/O thread only.
class heartbeat : public std::enable_shared_from_this<heartbeat> {
public:
    class beating {
    public:
        virtual ~beating() = default;
        virtual void beat() = 0;
    };

    heartbeat(boost::asio::io_context&, std::chrono::milliseconds period);
    void start();
    void stop();
    void add(std::weak_ptr<beating>);

private:
    void tick();

    timer timer_;
    std::chrono::milliseconds step_;
    std::array<std::vector<std::weak_ptr<beating>>, 20> slots_;
    std::size_t now_ = 0;
    std::size_t next_ = 0;
    bool stopped_ = false;
};

}  // namespace klartext::net
