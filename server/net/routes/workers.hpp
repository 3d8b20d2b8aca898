#pragma once
#include "net/http_message.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace klartext::net {

/// For what waits for the disk or hashes passwords: done on a worker, answered on the I/O thread.
class workers {
public:
    using job = std::function<void()>;
    using runner = std::function<void(job)>;

    /// `run` does a job on some worker thread, `post` on the I/O thread. Jobs that never run drop their answers.
    workers(runner run, runner post) : run_(std::move(run)), post_(std::move(post)) {}

    /// `work` makes the answer. If it throws, the answer is `unavailable`.
    void answer(responder, std::function<http_response()> work) const;

    /// `then` gets what `work` returned, or nothing if it threw.
    template <class Result>
    void run(std::function<Result()> work, std::function<void(std::optional<Result>)> then) const {
        run_([work = std::move(work), then = std::move(then), post = post_] {
            auto result = std::make_shared<std::optional<Result>>();
            guarded([&] { result->emplace(work()); });
            post([result, then] { then(std::move(*result)); });
        });
    }

private:
    static void guarded(const job&);

    runner run_;
    runner post_;
};

}  // namespace klartext::net
