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
    using runner = std::function<bool(job)>;
    using poster = std::function<void(job)>;

    /// `run` does a job on some worker thread, or says false if too many wait; `post` does it on the I/O thread.
    workers(runner run, poster post) : run_(std::move(run)), post_(std::move(post)) {}

    /// `work` makes the answer. If it throws, or too many wait for a worker, the answer is `unavailable`.
    void answer(responder, std::function<http_response()> work) const;

    /// `then` gets what `work` returned, or nothing if it threw or too many wait for a worker.
    template <class Result>
    void run(std::function<Result()> work, std::function<void(std::optional<Result>)> then) const {
        const bool taken = run_([work = std::move(work), then, post = post_] {
            auto result = std::make_shared<std::optional<Result>>();
            guarded([&] { result->emplace(work()); });
            post([result, then] { then(std::move(*result)); });
        });
        if (!taken) post_([then = std::move(then)] { then(std::nullopt); });
    }

private:
    static void guarded(const job&);

    runner run_;
    poster post_;
};

}  // namespace klartext::net
