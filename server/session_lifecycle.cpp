#include "session_lifecycle.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "crypto/codes.hpp"
#include "crypto/crypto.hpp"
#include "net/routes/minutes_link.hpp"

namespace klartext {
namespace {

std::chrono::year_month_day today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

mail::moment now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

}  // namespace

session_lifecycle::session_lifecycle(live::registry& registry, store::session_files& files,
                                     store::session_list_store& list, store::mail_store& mails,
                                     store::sign_up_store& sign_ups, places_to_run run)
    : registry_(registry), files_(files), list_(list), mails_(mails), sign_ups_(sign_ups), run_(std::move(run)) {}

void session_lifecycle::take_up() {
    finish_removals();
    std::set<domain::session_id> known;
    for (const auto phase :
         {domain::session_phase::draft, domain::session_phase::running, domain::session_phase::closed})
        for (const auto& listed : list_.in_state(phase)) {
            registry_.list({listed.id, listed.code, listed.owner});
            known.insert(listed.id);
            try {
                if (phase != domain::session_phase::closed) catch_up(listed.id, phase);
            } catch (const std::exception&) {  // one damaged session must not stop the others
                spdlog::error("session {} cannot be read", store::name_of(listed.id));
            }
        }
    log_unlisted(known);
}

/// A session that was started after its removal had failed is wanted after all.
void session_lifecycle::finish_removals() {
    for (const auto& id : files_.begun_removals()) {
        try {
            const auto listed = list_.by_id(id);
            if (listed && listed->state == domain::session_phase::running)
                files_.end_removal(id);
            else
                remove_now(id);
        } catch (const std::exception&) {
            spdlog::error("session {} cannot be removed", store::name_of(id));
        }
    }
}

void session_lifecycle::log_unlisted(const std::set<domain::session_id>& listed) const {
    for (const auto& id : files_.list())
        if (!listed.contains(id)) spdlog::warn("session {} has a file and is in no list", store::name_of(id));
}

/// The session's own file is right; the list and the mails follow it, which a crash may have kept them from.
void session_lifecycle::catch_up(const domain::session_id& id, domain::session_phase listed) {
    const auto stored = files_.load_now(id);
    if (!stored) spdlog::error("session {} has no file", store::name_of(id));
    if (!stored || stored->state.head.phase == listed) return;
    if (stored->state.head.phase == domain::session_phase::closed) mails_.close_session(id, {}, now(), now());
    list_.set_state(id, stored->state.head.phase);
}

void session_lifecycle::create(const domain::account_id& owner, domain::session_state draft,
                               std::function<void(std::optional<live::listed_session>)> then) {
    const auto listed = std::make_shared<live::listed_session>(
        live::listed_session{{crypto::random_bytes<16>()}, crypto::crockford_code(), owner});
    draft.head.minutes_token = net::new_minutes_token();
    on_worker(
        [this, listed, draft = std::move(draft)] {
            const live::session_keys keys{crypto::random_bytes<32>(), crypto::random_bytes<32>()};
            files_.create(listed->id, draft, keys);
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

// Noted first, the list last: as long as a session is listed its owner can try again, and the next start does.
void session_lifecycle::remove_now(const domain::session_id& id) {
    files_.begin_removal(id);
    files_.remove(id);
    mails_.forget(id);
    sign_ups_.forget(id);
    list_.remove(id);
    files_.end_removal(id);
}

void session_lifecycle::remove(const domain::session_id& id, std::function<void(bool)> then) {
    on_worker([this, id] { remove_now(id); },
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
            files_.end_removal(id);  // one that failed; the session was started instead
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
