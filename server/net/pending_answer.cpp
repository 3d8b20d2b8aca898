#include "net/pending_answer.hpp"

#include "net/answers.hpp"

#include <boost/asio/redirect_error.hpp>

#include <utility>

namespace klartext::net {

class pending_answer::promise {
public:
    explicit promise(std::weak_ptr<pending_answer> pending) : pending_(std::move(pending)) {}
    promise(const promise&) = delete;
    promise& operator=(const promise&) = delete;
    ~promise() { keep(no(wire::problem::unavailable)); }

    void keep(http_response response) {
        const auto pending = std::exchange(pending_, {}).lock();
        if (!pending) return;
        pending->answer_ = std::move(response);
        pending->bell_.cancel();
    }

private:
    std::weak_ptr<pending_answer> pending_;
};

responder pending_answer::make_responder() {
    return [promise = std::make_shared<promise>(weak_from_this())](http_response response) {
        promise->keep(std::move(response));
    };
}

awaitable<std::optional<http_response>> pending_answer::wait(std::chrono::milliseconds time) {
    if (!answer_) {
        boost::system::error_code cancelled_or_late;
        bell_.expires_after(time);
        co_await bell_.async_wait(boost::asio::redirect_error(use_awaitable, cancelled_or_late));
    }
    co_return std::move(answer_);
}

}  // namespace klartext::net
