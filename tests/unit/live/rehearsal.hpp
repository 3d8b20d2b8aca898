#pragma once
#include "live/live_session.hpp"
#include "unit/domain/workshop.hpp"

#include <gmock/gmock.h>

#include <deque>

/// A live session with everything around it played by the test: the disk, the event loop, the clock and the browsers.
namespace klartext::live::testing {

/// Takes in a batch as a store does: final rows replace earlier ones.
void merge(stored_session&, const session_rows&);

/// Commits and reads when told to.
class fake_store : public session_store {
public:
    void commit(const domain::session_id& id, session_rows rows, committed done) override {
        commits.push_back({id, std::move(rows), std::move(done)});
    }
    void load(const domain::session_id& id, loaded then) override { loads.push_back({id, std::move(then)}); }

    void finish_commit(bool stored = true);
    void finish_load(bool readable = true);

    struct waiting_commit {
        domain::session_id id;
        session_rows rows;
        committed done;
    };
    struct waiting_load {
        domain::session_id id;
        loaded then;
    };
    std::deque<waiting_commit> commits;
    std::deque<waiting_load> loads;
    std::map<domain::session_id, stored_session> disk;
};

/// "update e1/2 participants shown", "numbers e1/3 desk connected=1": what a person can read.
class readable_encoder : public feed_encoder {
public:
    std::string snapshot(const domain::session_id&, const std::string& code, const domain::session_state&,
                         const head_count&, domain::audience, const feed_position&) const override;
    std::optional<encoded_update> update(const domain::session_state&, std::span<const domain::change>,
                                         const head_count&, domain::audience, const feed_position&) const override;
    std::optional<std::string> numbers(const head_count& before, const head_count& now, domain::audience,
                                       const feed_position&) const override;
    mutable int snapshots = 0;
    std::size_t padding = 0;  ///< so many dots make an update longer
};

/// A browser's feed.
struct listener : feed_sink {
    std::vector<std::string> got;
    std::optional<feed_end> ended;
    void send(std::shared_ptr<const std::string> message) override { got.push_back(*message); }
    void end(feed_end why) override { ended = why; }
    /// What came since the last look.
    std::vector<std::string> news() { return std::exchange(got, {}); }
};

/// "nothing" until it is answered; then "received", "kept_by_sender" or the refusal.
using heard = std::shared_ptr<std::string>;
std::string spelled(const answer&);

inline domain::seat_hash seat_nr(std::uint8_t n) { return {.bytes = {7, n}}; }
inline const domain::session_id the_session{.bytes = {42}};

struct rehearsal : ::testing::Test {
    fake_store store;
    readable_encoder encoder;
    std::deque<std::function<void()>> posted;
    std::chrono::sys_seconds now{std::chrono::minutes{29'000'000}};
    std::chrono::steady_clock::time_point steady{std::chrono::hours{5}};
    int epochs = 0;
    std::function<void(domain::session_phase, const std::optional<session_keys>&, std::function<void()>)> phase_hook;
    std::shared_ptr<live_session> session;

    /// A running session: "ideas" takes cards and comments, "vote" chooses between A and B. Both are open.
    static stored_session running();
    /// As `running`, not started yet; nothing is open.
    static stored_session draft();

    surroundings around();
    void open_session(stored_session);

    /// Everything that waits in the event loop, and what follows from it.
    void run();
    /// The disk answers the oldest commit.
    void commit(bool stored = true) {
        store.finish_commit(stored);
        run();
    }
    void read(bool readable = true) {
        store.finish_load(readable);
        run();
    }
    void later(std::chrono::seconds time) {
        now += time;
        steady += time;
    }
    /// Somebody sets the clock of the machine.
    void wall_clock_jumps(std::chrono::seconds by) { now += by; }
    void tick() {
        session->tick();
        run();
    }

    /// Asks without letting the event loop run.
    heard ask(const domain::command&);
    heard admit(std::uint8_t seat);
    std::shared_ptr<listener> join(domain::audience = domain::audience::participants,
                                   std::optional<domain::seat_hash> seat = std::nullopt,
                                   std::optional<feed_position> from = std::nullopt);
    /// Asks and has it stored.
    void store_now(const domain::command&);

    static domain::command card(std::uint8_t n, std::string text = "Mehr Bäume");
    static domain::command ballot(std::uint8_t stamp, int choice = 0, std::uint32_t counter = 1);
    stored_session& on_disk() { return store.disk.at(the_session); }
    bool card_on_disk(std::uint8_t n) { return on_disk().state.agenda.at(0).entries.contains(domain::entry_nr(n)); }
};

}  // namespace klartext::live::testing
