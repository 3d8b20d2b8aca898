#pragma once
#include "access/accounts.hpp"
#include "access/logins.hpp"
#include "access/rate_limit.hpp"
#include "crypto/signing.hpp"
#include "domain/session_state.hpp"
#include "domain/sign_up.hpp"
#include "letterbox/letterbox.hpp"
#include "live/registry.hpp"
#include "net/routes/workers.hpp"
#include "wire/desk_messages.hpp"
#include "wire/refusals.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace klartext::net {

/// One file of a session's minutes.
struct minutes_file {
    std::string media_type;
    std::string content;
    std::string saved_as = {};  ///< the name under which a browser is to save it, ASCII; empty: it is to be shown
};

/// `problem::unknown_minutes`: there is no such file; `problem::unavailable`: it cannot be made now.
using found_minutes = std::variant<minutes_file, wire::problem>;

/// `mail_invalid`, `too_many_tries`, or `unavailable` where too many wait.
using tried_or_not = std::variant<wire::tried_mail, wire::problem>;

/// What the routes need from the rest of the house; filled in by the application. Everything is called on the I/O
/// thread and answers on it; the references outlive the routes.
struct services {
    live::registry& sessions;
    letterbox::letterbox& letterbox;
    access::accounts& accounts;
    access::logins& logins;
    access::rate_limit& join_tries;
    net::workers lookups;    ///< what reads or writes some rows: somebody waits at every step of the desk
    net::workers passwords;  ///< what hashes
    net::workers thinkers;   ///< what computes for seconds
    std::function<std::chrono::sys_seconds()> now;
    crypto::public_key signing_key;  ///< with which lists of minutes' files are signed

    /// Stores a draft under a new id and code and lists it in the registry; nothing if it could not be stored.
    std::function<void(const domain::account_id& owner, domain::session_state draft,
                       std::function<void(std::optional<live::listed_session>)>)>
        create_session;
    /// Forgets a draft or closed session with everything that is kept of it; false if it could not.
    std::function<void(const domain::session_id&, std::function<void(bool)>)> remove_session;
    /// Nothing if they cannot be counted now.
    std::function<void(const domain::session_id&, std::function<void(std::optional<wire::mail_counts>)>)> count_mails;
    /// "minutes.html", "minutes.odt", "csv/...", made from what is stored.
    std::function<void(const domain::session_id&, std::string file, std::function<void(found_minutes)>)> read_minutes;

    /// Nothing if it cannot be looked up now.
    std::function<void(std::function<void(std::optional<wire::mail_state>)>)> read_mail_state;
    /// Ends a hold of the mails and tries all of them now; false if it could not.
    std::function<void(std::function<void(bool)>)> take_mails_up;
    /// Sends one mail at once; `who` is asked no more than five times an hour.
    std::function<void(const std::string& who, const wire::test_mail&, std::function<void(tried_or_not)>)>
        send_test_mail;

    /// Who signed up by name, in no order; nothing if it cannot be read now.
    std::function<void(const domain::session_id&, std::function<void(std::optional<std::vector<domain::sign_up>>)>)>
        read_sign_ups;
    /// Erases who stands in an activity under exactly this name and contact, if anybody does; false if it could not.
    std::function<void(const domain::session_id&, const domain::sign_up& who, std::function<void(bool)>)>
        remove_sign_up;
};

}  // namespace klartext::net
