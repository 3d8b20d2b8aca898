#include "store/commit_queue.hpp"

#include <algorithm>

namespace klartext::store {

void commit_queue::push(const domain::session_id& session, job job) {
    auto& jobs = waiting_[session];
    if (jobs.empty()) turns_.push_back(session);
    jobs.push_back(std::move(job));
}

std::optional<commit_queue::work> commit_queue::take(moment now) {
    std::erase_if(resting_, [&](const auto& each) { return each.second <= now; });
    const auto turn = std::ranges::find_if(turns_, [&](const auto& session) { return !resting_.contains(session); });
    if (turn == turns_.end()) return std::nullopt;
    const auto session = *turn;
    turns_.erase(turn);
    if (gap_.count() > 0) resting_[session] = now + gap_;
    auto jobs = waiting_.extract(session);
    return work{session, std::move(jobs.mapped())};
}

std::optional<commit_queue::moment> commit_queue::next() const {
    std::optional<moment> earliest;
    for (const auto& session : turns_) {
        const auto rest = resting_.find(session);
        const auto at = rest == resting_.end() ? moment{} : rest->second;
        if (!earliest || at < *earliest) earliest = at;
    }
    return earliest;
}

}  // namespace klartext::store
