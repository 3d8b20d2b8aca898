#include "store/commit_threads.hpp"

#include <algorithm>

#include "store/commit_thread.hpp"

namespace klartext::store {

commit_threads::commit_threads(const session_files& files, commit_options options)
    : most_waiting_(options.most_waiting) {
    const auto count = static_cast<std::size_t>(std::max(options.threads, 1));
    for (std::size_t made = 0; made < count; ++made)
        threads_.push_back(std::make_unique<commit_thread>(files, options.gap, options.most_open / count,
                                                           [this](std::size_t weight) { waiting_ -= weight; }));
}

commit_threads::~commit_threads() { stop(); }

void commit_threads::commit(const domain::session_id& session, live::session_rows rows, committed done) {
    const auto size = weight(rows);
    auto& thread = thread_of(session);
    // A batch that finds nothing waiting is taken whatever its size, or it could never be stored.
    if (const auto before = waiting_.fetch_add(size); before > 0 && before + size > most_waiting_) {
        waiting_ -= size;
        if (!thread.refuse(done)) done(false);
        return;
    }
    const auto refused = thread.push(session, waiting_commit{std::move(rows), std::move(done), size});
    if (!refused) return;
    waiting_ -= size;
    std::get<waiting_commit>(*refused).done(false);
}

void commit_threads::load(const domain::session_id& session, loaded then) {
    const auto refused = thread_of(session).push(session, waiting_load{std::move(then)});
    if (refused) std::get<waiting_load>(*refused).then(std::nullopt);
}

void commit_threads::stop() {
    for (const auto& thread : threads_) thread->stop();
}

commit_thread& commit_threads::thread_of(const domain::session_id& session) const {
    // Ids are random, so any byte spreads them evenly.
    return *threads_[session.bytes.back() % threads_.size()];
}

}  // namespace klartext::store
