#include "worker_pool.hpp"

#include <boost/asio/post.hpp>
#include <utility>

namespace klartext {

worker_pool::worker_pool(std::size_t threads, std::size_t most_waiting)
    : most_waiting_(most_waiting), threads_(threads) {}

bool worker_pool::run(std::function<void()> job) {
    if (waiting_.fetch_add(1) >= most_waiting_) {
        --waiting_;
        return false;
    }
    boost::asio::post(threads_, [this, job = std::move(job)] {
        --waiting_;
        job();
    });
    return true;
}

void worker_pool::join() { threads_.join(); }

}  // namespace klartext
