#include "session_lifecycle.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "crypto/codes.hpp"
#include "crypto/crypto.hpp"

namespace klartext {
namespace {

std::chrono::year_month_day today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

mail::moment now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

}  // namespace

session_lifecycle::session_lifecycle(live::registry& registry, store::session_files& files,
                                     store::session_list_store& list, store::mail_store& mails, places_to_run run)
    : registry_(registry), files_(files), list_(list), mails_(mails), run_(std::move(run)) {}

void session_lifecycle::take_up() {
    for (const auto phase :
         {domain::session_phase::draft, domain::session_phase::running, domain::session_phase::closed})
        for (const auto& listed : list_.in_state(phase)) {
            registry_.list({listed.id, listed.code, listed.owner});
            try {
                if (phase != domain::session_phase::closed) catch_up(listed.id, phase);
            } catch (const std::exception&) {  // one damaged session must not stop the others
                spdlog::error("session {} cannot be read", store::name_of(listed.id));
            }
        }
}

/// The session's own file is right; the list and the mails follow it, which a crash may have kept them from.
void session_lifecycle::catch_up(const domain::session_id& id, domain::session_phase listed) {
    const auto stored = files_.load_now(id);
    if (!stored || stored->state.head.phase == listed) return;
    if (stored->state.head.phase == domain::session_phase::closed) mails_.close_session(id, {}, now(), now());
    list_.set_state(id, stored->state.head.phase);
}

void session_lifecycle::create(const domain::account_id& owner, domain::session_state draft,
                               std::function<void(std::optional<live::listed_session>)> then) {
    const auto listed = std::make_shared<live::listed_session>(
        live::listed_session{{crypto::random_bytes<16>()}, crypto::crockford_code(), owner});
    on_worker(
        [this, listed, draft = std::move(draft)] {
            const live::session_keys keys{crypto::random_bytes<32>(), crypto::random_bytes<32>()};
            files_.create(listed->id, draft, keys, crypto::base64url_encode(crypto::random_bytes<24>()));
            add_to_list(*listed);
        },
        [this, listed, then = std::move(then)](bool stored) {
            if (!stored) return then(std::nullopt);
            registry_.list(*listed);
            then(*listed);
        });
}

/// Under the next free code; what could not be listed leaves nothing behind.
void session_lifecycle::add_to_list(live::listed_session& listed) {
    try {
        while (!list_.add({listed.id, listed.code, listed.owner, domain::session_phase::draft, today()}))
            listed.code = crypto::crockford_code();
    } catch (const std::exception&) {
        files_.remove(listed.id);
        throw;
    }
}

// The list last: as long as a session is listed, its owner can try again.
void session_lifecycle::remove(const domain::session_id& id, std::function<void(bool)> then) {
    on_worker(
        [this, id] {
            files_.remove(id);
            mails_.forget(id);
            list_.remove(id);
        },
        [this, id, then = std::move(then)](bool removed) {
            if (removed) registry_.forget(id);
            then(removed);
        });
}

// First the session's own file, then the mails: a crash between the two is made good by take_up(), and costs no more
// than the hour in which addresses may still be left.
void session_lifecycle::phase_stored(const domain::session_id& id, domain::session_phase phase,
                                     const std::optional<live::session_keys>& keys, std::function<void()> then) {
    on_worker(
        [this, id, phase, keys] {
            if (phase == domain::session_phase::closed) follow_close(id, keys);
            list_.set_state(id, phase);
        },
        [this, id, phase, keys, then = std::move(then)](bool done) {
            if (!done) unfinished_.push_back([this, id, phase, keys] { phase_stored(id, phase, keys, [] {}); });
            then();
        });
}

void session_lifecycle::tick() {
    for (const auto& again : std::exchange(unfinished_, {})) again();
}

void session_lifecycle::follow_close(const domain::session_id& id, const std::optional<live::session_keys>& keys) {
    const auto at = now();
    if (keys)
        mails_.close_session(id, keys->addresses, at + late_addresses, at);
    else  // as after a wrong restore: no stamp can be checked any more, but what was left is sent
        mails_.close_session(id, {}, at, at);
    wake_mailer_();
}

void session_lifecycle::on_worker(std::function<void()> work, std::function<void(bool)> then) {
    const bool taken = run_.worker([this, work = std::move(work), then] {
        bool done = true;
        try {
            work();
        } catch (const std::exception& cause) {
            spdlog::error("a session's list or mails could not be stored: {}", cause.what());
            done = false;
        }
        run_.post([then, done] { then(done); });
    });
    if (!taken) run_.post([then = std::move(then)] { then(false); });
}

}  // namespace klartext
