#include "net/routes/workers.hpp"

#include "net/answers.hpp"

#include <spdlog/spdlog.h>

#include <exception>
#include <typeinfo>

namespace klartext::net {

void workers::guarded(const job& job) {
    try {
        job();
    } catch (const std::exception& e) {
        spdlog::error("a request failed on a worker: {}", typeid(e).name());
    }
}

void workers::answer(responder respond, std::function<http_response()> work) const {
    run<http_response>(std::move(work), [respond = std::move(respond)](std::optional<http_response> made) {
        respond(made ? std::move(*made) : no(wire::problem::unavailable));
    });
}

}  // namespace klartext::net
