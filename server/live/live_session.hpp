#pragma once
#include "domain/session_state.hpp"
#include "domain/visibility.hpp"
#include "live/feed_hub.hpp"
#include "live/session_store.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace klartext::live {

/// It is stored.
struct received {};
/// Nothing of it is stored; the sender keeps it and sends it again ("kept, will be sent again").
struct kept_by_sender {};

using answer = std::variant<received, domain::refusal, kept_by_sender>;
using reply = std::function<void(const answer&)>;

/// What a live session needs from the world around it.
struct surroundings {
    session_store& store;
    const feed_encoder& encoder;
    std::function<void(std::function<void()>)> post;  ///< runs something on the session's thread, in order of the calls
    std::function<domain::minute()> now;
    std::function<std::chrono::seconds()> steady;
    std::chrono::seconds top_up{300};  ///< a new batch of entry stamps for all, this often
};

/// One workshop in memory: the only writer of its state. Everything is called on one thread.
///
/// Whatever is answered or shown waits until all that the state holds at that moment is on disk; if that fails,
/// everything that waited is answered `kept_by_sender` and the state is read back from the store.
class live_session : public std::enable_shared_from_this<live_session> {
public:
    live_session(domain::session_id, std::string code, stored_session, surroundings);
    ~live_session();

    void submit(domain::command, reply);

    /// Admits a seat, or recognises it. A seat that is known gets in whatever the door says.
    void admit(const domain::seat_hash&, reply);
    [[nodiscard]] bool knows(const domain::seat_hash&) const;

    /// Runs `then` with the state once everything in it is stored; with nothing if it could not be stored.
    void when_stored(std::function<void(const domain::session_state*)> then);

    /// Sends what `from` has missed, or a snapshot, then every update. `seat` counts as connected, once per seat.
    void subscribe(std::shared_ptr<feed_sink>, domain::audience, std::optional<domain::seat_hash> seat,
                   std::optional<feed_position> from);
    void unsubscribe(const feed_sink&);

    /// Once a second: announces numbers that changed (connected, ballots in, waiting), tops stamps up, tries to recover.
    void tick();

    [[nodiscard]] const domain::session_id& id() const { return id_; }
    [[nodiscard]] const std::string& code() const { return code_; }
    [[nodiscard]] const std::string& minutes_token() const { return minutes_token_; }
    [[nodiscard]] const std::optional<session_keys>& keys() const { return keys_; }
    /// Highest batch of entry stamps that every seat may draw for this activity; none unless it is open.
    [[nodiscard]] std::optional<int> stamp_batch(const domain::activity_id&) const;
    /// Round slots for which every seat may draw a stamp: multiples of 20.
    [[nodiscard]] int round_stamps() const;
    [[nodiscard]] int seats() const { return static_cast<int>(seats_.size()); }
    /// State as it is now, stored or not: for deciding, never for showing.
    [[nodiscard]] const domain::session_state& unsettled() const { return state_; }
    /// Nobody listens and nothing waits: the registry may let it go.
    [[nodiscard]] bool idle() const;

private:
    struct touched;
    struct batch;

    void hand_over();
    void settle(batch, bool stored);
    void fail_everything();
    void recover();
    domain::circumstances circumstances() const;

    domain::session_id id_;
    std::string code_;
    domain::session_state state_;
    std::set<domain::seat_hash> seats_;
    std::optional<session_keys> keys_;
    std::string minutes_token_;
    surroundings around_;
    feed_hub hub_;
    std::unique_ptr<batch> pending_;
    bool in_flight_ = false;
    bool recovering_ = false;
    std::map<domain::activity_id, std::chrono::seconds> opened_steady_;
};

}  // namespace klartext::live
