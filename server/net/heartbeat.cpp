#include "net/heartbeat.hpp"

#include <algorithm>

namespace klartext::net {

heartbeat::heartbeat(boost::asio::io_context& io, std::chrono::milliseconds period)
    : timer_(io.get_executor()), step_(std::max(period / 20, std::chrono::milliseconds(1))) {}

void heartbeat::start() {
    timer_.expires_after(step_);
    timer_.async_wait([self = shared_from_this()](const boost::system::error_code& ec) {
        if (!ec && !self->stopped_) self->tick();
    });
}

void heartbeat::stop() {
    stopped_ = true;
    timer_.cancel();
}

void heartbeat::add(std::weak_ptr<beating> one) {
    slots_[next_].push_back(std::move(one));
    next_ = (next_ + 1) % slots_.size();
}

void heartbeat::tick() {
    auto& slot = slots_[now_];
    std::erase_if(slot, [](const auto& one) { return one.expired(); });
    const auto present = slot;
    for (const auto& weak : present) {
        if (const auto one = weak.lock()) one->beat();
    }
    now_ = (now_ + 1) % slots_.size();
    start();
}

}  // namespace klartext::net
