#pragma once
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string_view>

#include "access/hourly_table.hpp"

namespace klartext::access {

/// The defaults let a whole office behind one address mistype its code.
struct rate_rules {
    int failures = 60;                    ///< so many at once
    std::chrono::seconds within{600};     ///< in which so many are forgiven, one by one
    std::size_t most_addresses = 10'000;  ///< remembered at the same time
};

/// Counts failures (wrong join codes) by a text such as a client's address: a leaky bucket each. The text is never
/// kept, stored or logged; every hour all is forgotten. Successes are not counted at all. Any thread may call.
class rate_limit {
public:
    explicit rate_limit(rate_rules rules = {}) : rules_(rules), buckets_(rules.most_addresses) {}

    /// False while this text has used up its failures: answer "too many tries" without looking at the code.
    [[nodiscard]] bool allows(std::string_view who, std::chrono::sys_seconds now);
    void failed(std::string_view who, std::chrono::sys_seconds now);
    [[nodiscard]] std::size_t remembered() const;  ///< entries in memory

private:
    struct bucket {
        double count = 0;  ///< failures not forgiven yet
        std::chrono::sys_seconds as_of{};
    };

    void forgive(bucket&, std::chrono::sys_seconds now) const;

    rate_rules rules_;
    mutable std::mutex mutex_;
    hourly_table<bucket> buckets_;
};

}  // namespace klartext::access
