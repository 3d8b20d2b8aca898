#pragma once
#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

#include "live/session_store.hpp"
#include "store/session_files.hpp"

namespace klartext::store {

class commit_thread;

struct commit_options {
    int threads = 2;
    std::chrono::milliseconds gap{4};                ///< least time between two commits of one session
    std::size_t most_waiting = 64U * 1024U * 1024U;  ///< bytes of rows waiting, over all sessions
    std::size_t most_open = 128;                     ///< sessions whose files are held open, over all threads
};

/// Writes sessions on a small pool of threads, each session on one of them. What has queued up for a session is reduced
/// to one final row per key and committed in one transaction, in random order; then each batch is answered, in order.
///
/// A batch whose transaction fails (disk full, for one) is answered `false`, and so is one that comes while too much is
/// waiting; later batches are tried again on files opened anew. Answers come on the session's commit thread; after
/// stop(), on the caller's. They should be short and must not call stop().
class commit_threads final : public live::session_store {
public:
    /// The files must outlive this.
    explicit commit_threads(const session_files&, commit_options = {});
    ~commit_threads() override;

    void commit(const domain::session_id&, live::session_rows, committed done) override;
    void load(const domain::session_id&, loaded) override;

    /// Writes and answers all that was handed over, closes the files and ends the threads. From then on nothing is
    /// taken.
    void stop();

private:
    [[nodiscard]] commit_thread& thread_of(const domain::session_id&) const;

    std::atomic<std::size_t> waiting_ = 0;  ///< bytes
    std::size_t most_waiting_;
    std::vector<std::unique_ptr<commit_thread>> threads_;
};

}  // namespace klartext::store
