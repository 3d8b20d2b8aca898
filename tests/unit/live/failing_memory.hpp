#pragma once

namespace klartext::live::testing {

/// While it lives, the thread that made it gets no memory for one request after so many, or for all from then on.
class failing_memory {
public:
    enum class failure { once, from_then_on };
    failing_memory(int good, failure);
    failing_memory(const failing_memory&) = delete;
    failing_memory& operator=(const failing_memory&) = delete;
    ~failing_memory();
    /// Whether the request that was to fail has come.
    [[nodiscard]] static bool has_failed();
};

}  // namespace klartext::live::testing
