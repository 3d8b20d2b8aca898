#include "store/commit_thread.hpp"

#include <spdlog/spdlog.h>

namespace klartext::store {
namespace {

using clock = std::chrono::steady_clock;

constexpr std::chrono::seconds tidying_interval{1};

/// A callback that throws must not take the thread, and with it all other sessions, down.
template <class Callback, class Answer>
void answer(const Callback& callback, Answer&& with) {
    try {
        callback(std::forward<Answer>(with));
    } catch (const std::exception& failure) {
        spdlog::error("an answer of the store was not taken: {}", failure.what());
    }
}

}  // namespace

commit_thread::commit_thread(const session_files& files, std::chrono::milliseconds gap, std::size_t most_open,
                             std::function<void(std::size_t)> answered)
    : files_(files), answered_(std::move(answered)), queue_(gap), writers_(files, most_open), thread_([this] {
          run();
      }) {}

std::optional<job> commit_thread::push(const domain::session_id& session, job job) {
    const std::lock_guard lock(mutex_);
    if (stopping_) return job;
    queue_.push(session, std::move(job));
    changed_.notify_one();
    return std::nullopt;
}

bool commit_thread::refuse(const live::session_store::committed& done) {
    const std::lock_guard lock(mutex_);
    if (stopping_) return false;
    refused_.push_back(done);
    changed_.notify_one();
    return true;
}

void commit_thread::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        queue_.hurry();
        changed_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
}

void commit_thread::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        const auto refused = std::exchange(refused_, {});
        auto work = queue_.take(clock::now());
        const bool nothing_left = !queue_.next();
        const bool over = stopping_ && nothing_left;
        lock.unlock();
        for (const auto& done : refused) answer(done, false);
        if (work) work_off(std::move(*work));
        writers_.tidy(clock::now());
        if (over) break;
        lock.lock();
        if (!work) wait(lock);
    }
    writers_.close_all();
}

void commit_thread::wait(std::unique_lock<std::mutex>& lock) {
    if (stopping_ || !refused_.empty()) return;
    if (const auto next = queue_.next())
        changed_.wait_until(lock, *next);
    else if (writers_.untidy())
        changed_.wait_for(lock, tidying_interval);
    else
        changed_.wait(lock);
}

void commit_thread::work_off(commit_queue::work work) {
    final_rows rows;
    std::vector<waiting_commit> batches;
    for (auto& job : work.jobs) {
        if (auto* commit = std::get_if<waiting_commit>(&job)) {
            rows.absorb(std::move(commit->rows));
            batches.push_back(std::move(*commit));
            continue;
        }
        settle(work.session, std::exchange(rows, {}), batches);
        answer(std::get<waiting_load>(job).then, read(work.session));
    }
    settle(work.session, rows, batches);
}

void commit_thread::settle(const domain::session_id& session, const final_rows& rows,
                           std::vector<waiting_commit>& batches) {
    const bool stored = rows.empty() || store(session, rows);
    for (const auto& batch : std::exchange(batches, {})) {
        answered_(batch.weight);
        answer(batch.done, stored);
    }
}

bool commit_thread::store(const domain::session_id& session, const final_rows& rows) {
    try {
        writers_.at(session, clock::now()).write(rows);
        if (failing_.erase(session) > 0) spdlog::info("session {}: storing works again", name_of(session));
        if (rows.forget_seats) writers_.finish(session);
        return true;
    } catch (const std::exception& failure) {
        writers_.distrust(session);
        if (failing_.insert(session).second)
            spdlog::error("session {}: a batch was not stored: {}", name_of(session), failure.what());
        return false;
    }
}

std::optional<live::stored_session> commit_thread::read(const domain::session_id& session) {
    try {
        auto found = files_.load_now(session);
        if (found) destroy_seats_if_closed(files_.place(session), *found);
        return found;
    } catch (const std::exception& failure) {
        spdlog::error("session {}: it cannot be read: {}", name_of(session), failure.what());
        return std::nullopt;
    }
}

}  // namespace klartext::store
