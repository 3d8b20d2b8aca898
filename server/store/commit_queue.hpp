#pragma once
#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <variant>
#include <vector>

#include "live/session_store.hpp"

namespace klartext::store {

struct waiting_commit {
    live::session_rows rows;
    live::session_store::committed done;
    std::size_t weight = 0;
};
struct waiting_load {
    live::session_store::loaded then;
};
using job = std::variant<waiting_commit, waiting_load>;

/// What waits for one commit thread. A session's jobs leave together and in order; sessions take turns. Plain data:
/// no thread, no clock.
class commit_queue {
public:
    using moment = std::chrono::steady_clock::time_point;
    struct work {
        domain::session_id session;
        std::vector<job> jobs;
    };

    /// After a session's jobs were taken, its next ones wait for this long.
    explicit commit_queue(std::chrono::milliseconds gap) : gap_(gap) {}

    void push(const domain::session_id&, job);
    /// Everything that waits for the session whose turn it is; nothing when all that wait must pause.
    [[nodiscard]] std::optional<work> take(moment now);
    /// When take() will find something; nothing when the queue is empty.
    [[nodiscard]] std::optional<moment> next() const;
    /// From now on nobody pauses: the rest is to be written before the end.
    void hurry() { gap_ = {}, resting_.clear(); }

private:
    std::chrono::milliseconds gap_;
    std::deque<domain::session_id> turns_;  ///< sessions for which something waits, each once
    std::map<domain::session_id, std::vector<job>> waiting_;
    std::map<domain::session_id, moment> resting_;  ///< until when
};

}  // namespace klartext::store
