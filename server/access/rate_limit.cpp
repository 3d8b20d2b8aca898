#include "access/rate_limit.hpp"

namespace klartext::access {

void rate_limit::forgive(bucket& bucket, std::chrono::sys_seconds now) const {
    const std::chrono::duration<double> elapsed = now - bucket.as_of;
    const std::chrono::duration<double> within = rules_.within;
    bucket.count = std::max(0.0, bucket.count - rules_.failures * std::max(0.0, elapsed / within));
    bucket.as_of = now;
}

bool rate_limit::allows(std::string_view who, std::chrono::sys_seconds now) {
    const std::scoped_lock lock(mutex_);
    auto* bucket = buckets_.find(who, now);
    if (!bucket) return true;
    forgive(*bucket, now);
    return bucket->count + 1 <= rules_.failures;
}

void rate_limit::failed(std::string_view who, std::chrono::sys_seconds now) {
    const std::scoped_lock lock(mutex_);
    auto& bucket = buckets_.at(who, now);
    forgive(bucket, now);
    bucket.count = std::min(bucket.count + 1, static_cast<double>(rules_.failures));
}

std::size_t rate_limit::remembered() const {
    const std::scoped_lock lock(mutex_);
    return buckets_.size();
}

}  // namespace klartext::access
