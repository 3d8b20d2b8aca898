#pragma once
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string_view>

#include "access/hourly_table.hpp"

namespace klartext::access {

/// Slows the guessing of passwords down, by account name, whether such an account exists or not: five tries are free,
/// the next waits 30 s, and each after it twice as long, up to 15 minutes. A login clears it; so does the end of the
/// hour. In memory only, under a keyed hash; knows no addresses. Any thread may call.
class login_delay {
public:
    explicit login_delay(std::size_t most_names = 10'000) : names_(most_names) {}

    /// Counts a try, before its outcome is known, so that tries at the same time count as well.
    /// False when this name has to wait; such a try is not counted.
    [[nodiscard]] bool may_try(std::string_view name, std::chrono::sys_seconds now);
    void succeeded(std::string_view name);

private:
    struct tries {
        int count = 0;
        std::chrono::sys_seconds next{};  ///< not before
    };

    std::mutex mutex_;
    hourly_table<tries> names_;
};

}  // namespace klartext::access
