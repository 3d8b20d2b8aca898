#pragma once
#include "domain/changes.hpp"
#include "domain/session_state.hpp"
#include "domain/visibility.hpp"
#include "live/feed_sink.hpp"
#include "live/head_count.hpp"
#include "live/in_turn.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
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

/// Changes as bytes, and the activities whose numbers these bytes hold.
struct encoded_update {
    std::string bytes;
    std::vector<domain::activity_id> described;
};

/// Puts into bytes what an audience may be told. Called on the session's thread.
class feed_encoder {
public:
    virtual ~feed_encoder() = default;
    /// Everything that `audience` may see of the session.
    virtual std::string snapshot(const domain::session_id&, const std::string& code, const domain::session_state&,
                                 const head_count&, domain::audience, const feed_position&) const = 0;
    /// The changes that `audience` may be told, seen in the state they led to; nothing if there are none.
    virtual std::optional<encoded_update> update(const domain::session_state&, std::span<const domain::change>,
                                                 const head_count&, domain::audience, const feed_position&) const = 0;
    /// The numbers alone, those that differ from `before`; nothing if none does.
    virtual std::optional<std::string> numbers(const head_count& before, const head_count& now, domain::audience,
                                               const feed_position&) const = 0;
};

/// Participants and presenter are told the same bytes, the desk others: two streams, each with its own revisions.
inline constexpr std::size_t streams = 2;
[[nodiscard]] constexpr std::size_t stream_of(domain::audience audience) {
    return audience == domain::audience::desk ? 1 : 0;
}

/// One message, encoded once per stream; a stream that is told nothing has no bytes and keeps its revision.
struct broadcast {
    struct part {
        std::uint64_t revision = 0;
        std::shared_ptr<const std::string> bytes;
    };
    std::array<part, streams> parts;
};

/// A sink that fails has missed something: it is ended, so that its client comes back.
void deliver(feed_sink&, const std::shared_ptr<const std::string>& message, in_turn&);

/// Who listens to one session, and what was told lately. One thread.
class feed_hub {
public:
    explicit feed_hub(std::string epoch);

    void add(std::shared_ptr<feed_sink>, domain::audience, std::optional<domain::seat_hash>);
    void remove(const feed_sink&);
    void send(const broadcast&, in_turn&);
    void end_all(feed_end, in_turn&);

    /// What was told after `from` up to now, oldest first; nothing if that is no longer known.
    [[nodiscard]] std::optional<std::vector<std::shared_ptr<const std::string>>> since(const feed_position& from,
                                                                                       domain::audience) const;
    /// Nothing told before counts any more: everybody needs a snapshot.
    void start_epoch(std::string epoch);
    [[nodiscard]] const std::string& epoch() const { return epoch_; }

    /// Everybody who listens, to give each a snapshot.
    template <class Visit>
    void for_each(Visit visit) const {
        for (const auto& listener : listeners_) visit(*listener.sink, listener.to);
    }
    [[nodiscard]] int connected_seats() const { return static_cast<int>(seats_.size()); }
    [[nodiscard]] bool empty() const { return listeners_.empty(); }

private:
    struct listener {
        std::shared_ptr<feed_sink> sink;
        domain::audience to;
        std::optional<domain::seat_hash> seat;
    };
    void leave(const listener&);

    std::string epoch_;
    std::vector<listener> listeners_;
    std::map<domain::seat_hash, int> seats_;  ///< feeds per seat: a second tab is no second person
    struct stream {
        std::deque<broadcast::part> told;
        std::size_t bytes = 0;
    };
    static void remember(stream&, const broadcast::part&);
    std::array<stream, streams> streams_;
};

}  // namespace klartext::live
