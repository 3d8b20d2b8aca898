#pragma once
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "store/commit_queue.hpp"
#include "store/final_rows.hpp"
#include "store/open_writers.hpp"

namespace klartext::store {

/// One of the threads of commit_threads: takes what waits for one session after the other, writes it and answers.
/// push and stop may be called on any thread; stop also twice.
class commit_thread {
public:
    /// `answered` is told the weight of every commit that was answered. The files must outlive this.
    commit_thread(const session_files&, std::chrono::milliseconds gap, std::size_t most_open,
                  std::function<void(std::size_t)> answered);
    ~commit_thread() { stop(); }

    /// Hands the job back when the thread was stopped.
    [[nodiscard]] std::optional<job> push(const domain::session_id&, job);
    /// Answers `false` as soon as the thread is free. False when the thread was stopped.
    [[nodiscard]] bool refuse(const live::session_store::committed&);
    void stop();

private:
    void run();
    void wait(std::unique_lock<std::mutex>&);
    void work_off(commit_queue::work);
    void settle(const domain::session_id&, const final_rows&, std::vector<waiting_commit>&);
    bool store(const domain::session_id&, const final_rows&);
    std::optional<live::stored_session> read(const domain::session_id&);

    const session_files& files_;
    std::function<void(std::size_t)> answered_;

    std::mutex mutex_;
    std::condition_variable changed_;
    commit_queue queue_;                                   ///< under mutex_
    std::vector<live::session_store::committed> refused_;  ///< under mutex_
    bool stopping_ = false;                                ///< under mutex_

    open_writers writers_;                  ///< of the thread alone, as is what follows
    std::set<domain::session_id> failing_;  ///< so that a full disk is logged once, not once per batch
    std::thread thread_;
};

}  // namespace klartext::store
