#pragma once
#include "letterbox/letterbox.hpp"
#include "live/registry.hpp"
#include "mail/mailer.hpp"
#include "store/mail_store.hpp"
#include "store/session_files.hpp"
#include "store/session_list_store.hpp"
#include "store/sign_up_store.hpp"

#include <functional>
#include <set>
#include <string>
#include <variant>
#include <vector>

/// How sessions come into being and end: the steps that touch more than one store, in the order that survives a crash.
namespace klartext {

/// Runs something elsewhere. What `worker` runs may block; false: too much waits there, and it will not run. `post`
/// comes back to the sessions' thread.
struct places_to_run {
    std::function<bool(std::function<void()>)> worker;
    std::function<void(std::function<void()>)> post;
};

/// Everything is called, and answers, on the sessions' thread.
class session_lifecycle {
public:
    /// How long addresses for the minutes may be left after the close.
    static constexpr std::chrono::minutes late_addresses{60};

    session_lifecycle(live::registry&, store::session_files&, store::session_list_store&, store::mail_store&,
                      store::sign_up_store&, places_to_run);

    /// Called, on a worker, when a close has queued mails.
    void when_mails_are_queued(std::function<void()> wake) { wake_mailer_ = std::move(wake); }

    /// What `klartext serve` does first: knows every session, and finishes closes and removals that a crash has
    /// interrupted. A file that is in no list and a session without a file are logged and left: either may be on its
    /// way back from a backup.
    void take_up();

    /// Stores a draft under a new id and code; nothing if it could not be stored.
    void create(const domain::account_id& owner, domain::session_state draft,
                std::function<void(std::optional<live::listed_session>)>);
    /// Forgets a draft or a closed session with everything that is kept of it; false if that failed.
    void remove(const domain::session_id&, std::function<void(bool)>);

    /// What live::surroundings::phase_stored is there for: the list and the mails follow the session.
    void phase_stored(const domain::session_id&, domain::session_phase, const std::optional<live::session_keys>&,
                      std::function<void()> then);

    /// Once a second: tries again what the list and the mails could not follow.
    void tick();

private:
    void add_to_list(live::listed_session&);
    void finish_removals();
    void remove_now(const domain::session_id&);
    void log_unlisted(const std::set<domain::session_id>& listed) const;
    void catch_up(const domain::session_id&, domain::session_phase listed);
    void follow_close(const domain::session_id&, const std::optional<live::session_keys>&);
    /// `then(false)` if the work threw.
    void on_worker(std::function<void()> work, std::function<void(bool)> then);

    live::registry& registry_;
    store::session_files& files_;
    store::session_list_store& list_;
    store::mail_store& mails_;
    store::sign_up_store& sign_ups_;
    places_to_run run_;
    std::function<void()> wake_mailer_ = [] {};
    std::vector<std::function<void()>> unfinished_;
};

}  // namespace klartext
