#pragma once
#include "domain/changes.hpp"
#include "domain/session_state.hpp"
#include "domain/visibility.hpp"
#include "live/feed_sink.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace klartext::live {

/// Where a feed stands. A new epoch means: ask for everything anew.
struct feed_position {
    std::string epoch;  ///< random
    std::uint64_t revision = 0;
    bool operator==(const feed_position&) const = default;
};

/// Numbers that are announced at most once a second.
struct head_count {
    int connected = 0;  ///< seats with at least one feed
    int round_stamps = 20;
    std::map<domain::activity_id, int> stamp_batches;  ///< of open activities
    bool operator==(const head_count&) const = default;
};

/// Puts into bytes what an audience may be told. Called on the session's thread.
class feed_encoder {
public:
    virtual ~feed_encoder() = default;
    /// Everything that `audience` may see of the session.
    virtual std::string snapshot(const domain::session_id&, const std::string& code, const domain::session_state&,
                                 const head_count&, domain::audience, const feed_position&) const = 0;
    /// The changes that `audience` may be told, seen in the state they led to; nothing if there are none.
    virtual std::optional<std::string> update(const domain::session_state&, std::span<const domain::change>,
                                              const head_count&, domain::audience, const feed_position&) const = 0;
    /// The numbers alone, those that differ from `before`; nothing if none does.
    virtual std::optional<std::string> numbers(const domain::session_state&, const head_count& before,
                                               const head_count& now, domain::audience,
                                               const feed_position&) const = 0;
};

}  // namespace klartext::live
