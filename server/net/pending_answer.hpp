#pragma once
#include "net/http_message.hpp"
#include "net/tcp.hpp"

#include <chrono>
#include <memory>
#include <optional>

namespace klartext::net {

/// Where a connection waits for the answer of a handler. Kept alive by the connection alone, so that a late answer to
/// a connection that is gone goes nowhere.
class pending_answer : public std::enable_shared_from_this<pending_answer> {
public:
    explicit pending_answer(executor executor) : bell_(executor) {}

    /// To be given away once. When its last copy goes uncalled, the answer is `unavailable`.
    [[nodiscard]] responder make_responder();
    /// Nothing if no answer came in time.
    [[nodiscard]] awaitable<std::optional<http_response>> wait(std::chrono::milliseconds);

private:
    class promise;

    timer bell_;
    std::optional<http_response> answer_;
};

}  // namespace klartext::net
