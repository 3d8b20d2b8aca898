#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>

#include "crypto/codes.hpp"
#include "domain/ids.hpp"
#include "protocol/documents.hpp"

namespace klartext {

/// Documents of closed sessions as they were made last, so that a room full of people who open the same file wait for
/// it once. In memory only, for two minutes after somebody asked last; the sessions that nobody asked about for longest
/// make room for others. Any thread.
class kept_documents {
public:
    using clock = std::chrono::steady_clock;

    explicit kept_documents(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    /// What was made of minutes with this hash; empty where none was, or others were.
    [[nodiscard]] protocol::made_documents of(const domain::session_id&, const crypto::digest& minutes);

    /// Joins what is kept of the same minutes, and takes the place of what is kept of others of the session. More than
    /// there is room for is not kept.
    void keep(const domain::session_id&, const crypto::digest& minutes, protocol::made_documents);

    void forget(const domain::session_id&);

    /// To be called now and then.
    void forget_unused(clock::time_point now);

private:
    struct of_session {
        crypto::digest minutes;
        protocol::made_documents documents;
        std::size_t bytes = 0;
        std::uint64_t used = 0;  ///< number of the last use
        clock::time_point used_at = clock::now();
    };
    using sessions = std::map<domain::session_id, of_session>;

    void drop(sessions::iterator);

    const std::size_t most_bytes_;
    std::mutex guard_;
    sessions all_;
    std::size_t bytes_ = 0;
    std::uint64_t uses_ = 0;
};

}  // namespace klartext
