#include "kept_documents.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace klartext {
namespace {

constexpr std::chrono::minutes kept_for{2};

std::size_t size_of(const protocol::made_documents& documents) {
    return std::accumulate(documents.begin(), documents.end(), std::size_t{0},
                           [](std::size_t sum, const auto& each) { return sum + each.second->size(); });
}

}  // namespace

protocol::made_documents kept_documents::of(const domain::session_id& id, const crypto::digest& minutes) {
    const std::scoped_lock here(guard_);
    const auto found = all_.find(id);
    if (found == all_.end() || found->second.minutes != minutes) return {};
    found->second.used = ++uses_;
    found->second.used_at = clock::now();
    return found->second.documents;
}

void kept_documents::keep(const domain::session_id& id, const crypto::digest& minutes,
                          protocol::made_documents documents) {
    const std::scoped_lock here(guard_);
    if (const auto before = all_.find(id); before != all_.end()) {
        // Two threads may have made different ones.
        if (before->second.minutes == minutes) documents.merge(before->second.documents);
        drop(before);
    }
    const auto bytes = size_of(documents);
    if (bytes > most_bytes_) return;
    all_.emplace(id, of_session{minutes, std::move(documents), bytes, ++uses_});
    bytes_ += bytes;
    while (bytes_ > most_bytes_)
        drop(std::ranges::min_element(all_, {}, [](const auto& each) { return each.second.used; }));
}

void kept_documents::forget(const domain::session_id& id) {
    const std::scoped_lock here(guard_);
    if (const auto found = all_.find(id); found != all_.end()) drop(found);
}

void kept_documents::forget_unused(clock::time_point now) {
    const std::scoped_lock here(guard_);
    for (auto at = all_.begin(); at != all_.end();) {
        const auto each = at++;
        if (now - each->second.used_at > kept_for) drop(each);
    }
}

void kept_documents::drop(sessions::iterator which) {
    bytes_ -= which->second.bytes;
    all_.erase(which);
}

}  // namespace klartext
