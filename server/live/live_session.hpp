#pragma once
#include "domain/session_state.hpp"
#include "domain/visibility.hpp"
#include "live/feed_hub.hpp"
#include "live/session_store.hpp"
#include "live/sheet_table.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
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
    std::function<std::chrono::sys_seconds()> now;    ///< wall clock: for days and minutes alone
    std::function<std::chrono::steady_clock::time_point()> steady;  ///< for gaps and pauses; never goes back
    std::function<std::string()> new_epoch;                         ///< random
    std::chrono::seconds top_up{300};                               ///< a new batch of entry stamps for all, this often

    /// Told when a start or a close is stored; whoever asked for it is answered once `then` was called. The keys are
    /// those of the session up to now; after a close they are nowhere else. May be empty.
    std::function<void(const domain::session_id&, domain::session_phase, const std::optional<session_keys>&,
                       std::function<void()> then)>
        phase_stored = {};
};

/// One workshop in memory: the only writer of its state. Everything is called on one thread.
///
/// Whatever is answered or shown waits until all that the state holds at that moment is on disk; if that fails,
/// everything that waited is answered `kept_by_sender` and the state is read back from the store. So it is when a
/// command fails half-way. What a reply, a reader or a sink throws harms nobody else: it is thrown on from a posted
/// function.
class live_session : public std::enable_shared_from_this<live_session> {
public:
    live_session(domain::session_id, std::string code, stored_session, surroundings);
    ~live_session();

    void submit(const domain::command&, reply);

    /// Admits a seat, or recognises it. A seat that is known gets in whatever the door says. Once the close of the
    /// session is stored no seat is known any more; feeds that are there by then go on.
    void admit(const domain::seat_hash&, reply);
    [[nodiscard]] bool knows(const domain::seat_hash& seat) const { return seats_.contains(seat); }

    /// Calls `then` once with a state that is stored as a whole. Never with what is not on disk.
    void when_stored(std::function<void(const domain::session_state&)> then);

    /// Sends what `from` has missed, or a snapshot, then every update. `seat` counts as connected, once per seat.
    void subscribe(std::shared_ptr<feed_sink>, domain::audience, std::optional<domain::seat_hash> seat,
                   std::optional<feed_position> from);
    void unsubscribe(const feed_sink&);
    /// Those that have not got their first message included.
    void end_all_feeds(feed_end why);

    /// Once a second: announces numbers that changed (connected, ballots in, waiting), tops stamps up, tries to
    /// recover.
    void tick();

    [[nodiscard]] const domain::session_id& id() const { return id_; }
    [[nodiscard]] const std::string& code() const { return code_; }
    /// None once the close of the session is stored.
    [[nodiscard]] const std::optional<session_keys>& keys() const { return keys_; }
    /// Highest batch of entry stamps that every seat may draw for this activity; none unless it is open. Does not go
    /// back while the session is in memory, whatever the wall clock does.
    [[nodiscard]] std::optional<int> stamp_batch(const domain::activity_id&) const;
    /// Round slots for which every seat may draw a stamp: multiples of 20; none once closed.
    [[nodiscard]] int round_stamps() const;
    [[nodiscard]] int seats() const { return static_cast<int>(seats_.size()); }
    /// State as it is now, stored or not: for deciding, never for showing.
    [[nodiscard]] const domain::session_state& unsettled() const { return state_; }
    /// The sheets of brainwriting that are out. What is done to them is not stored.
    [[nodiscard]] sheet_table& sheets() { return sheets_; }
    /// Nobody listens and nothing waits: the registry may let it go.
    [[nodiscard]] bool idle() const;

private:
    struct joiner;
    struct batch;
    using snapshots = std::map<domain::audience, std::shared_ptr<const std::string>>;

    [[nodiscard]] bool settled() const;
    batch& waiting();
    void schedule();
    void answer_when_stored(reply, answer);
    void hand_over();
    void prepare(batch&);
    void commit(session_rows);
    void settle(bool stored);
    void tell();
    void spoil();
    void lose();
    void read_back();
    void adopt(stored_session);
    template <class Write>
    [[nodiscard]] broadcast encoded(Write);
    void encode_changes(batch&);
    void encode_numbers(batch&);
    [[nodiscard]] std::vector<std::shared_ptr<const std::string>> first_of(const joiner&, const batch&,
                                                                           snapshots& made);
    [[nodiscard]] std::shared_ptr<const std::string> snapshot(domain::audience, snapshots& made);
    [[nodiscard]] head_count count() const;
    [[nodiscard]] domain::circumstances circumstances() const;
    [[nodiscard]] std::chrono::seconds steady_seconds() const;
    void follow_openings();
    [[nodiscard]] bool pauses() const;

    domain::session_id id_;
    std::string code_;
    domain::session_state state_;
    domain::session_phase stored_phase_;  ///< as the world around was told
    std::set<domain::seat_hash> seats_;
    std::optional<session_keys> keys_;
    surroundings around_;
    feed_hub hub_;
    std::array<std::uint64_t, streams> revisions_{};
    sheet_table sheets_;
    head_count told_;  ///< the numbers that every feed knows
    std::shared_ptr<batch> pending_;
    std::shared_ptr<batch> committing_;  ///< until it is told
    bool scheduled_ = false;
    bool recovering_ = false;
    bool spoiled_ = false;  ///< the state holds half a command: nothing more is taken or handed over until it is lost
    bool reading_ = false;
    /// When each activity was opened, as a moment of the steady clock that may lie before this program's start.
    std::map<domain::activity_id, std::chrono::steady_clock::time_point> opened_;
    std::optional<std::chrono::steady_clock::time_point> refuse_until_;  ///< so that a full disk is not hammered
};

}  // namespace klartext::live
