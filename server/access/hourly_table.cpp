#include "access/hourly_table.hpp"

namespace klartext::access {

bool hourly_key::renew(std::chrono::sys_seconds now) {
    // Callers on other threads may have read the clock a moment earlier.
    if (now >= began_ - std::chrono::minutes(1) && now < began_ + std::chrono::hours(1)) return false;
    key_ = crypto::random_bytes<16>();
    began_ = now;
    return true;
}

std::uint64_t hourly_key::hash(std::string_view text) const { return crypto::short_hash(key_, text); }

}  // namespace klartext::access
