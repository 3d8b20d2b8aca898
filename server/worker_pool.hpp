#pragma once
#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <cstddef>
#include <functional>

namespace klartext {

/// Threads for what waits for a disk or computes, with a bound on what waits for them. Jobs must not throw.
class worker_pool {
public:
    worker_pool(std::size_t threads, std::size_t most_waiting);

    /// Any thread. False, and the job is dropped, if as many wait already.
    [[nodiscard]] bool run(std::function<void()> job);
    /// Returns when everything taken is done. Nothing may be given to it any more.
    void join();

private:
    const std::size_t most_waiting_;
    std::atomic<std::size_t> waiting_ = 0;  ///< taken and not begun
    boost::asio::thread_pool threads_;
};

}  // namespace klartext
