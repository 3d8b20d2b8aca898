#pragma once
#include "domain/ballot.hpp"
#include "domain/ids.hpp"
#include "domain/sign_up.hpp"
#include "letterbox/stamps.hpp"
#include "live/live_session.hpp"
#include "live/registry.hpp"

#include <functional>
#include <optional>
#include <string>
#include <variant>

/// The only door through which entries and ballots come in. It is given what is in the envelope and nothing else: no
/// address, no header, no connection. It does not see who knocks.
namespace klartext::letterbox {

struct entry {
    domain::activity_id activity;
    letterbox::stamp stamp;
    domain::entry_id id;
    domain::edit_hash edit_hash;
    std::string text;
    std::string section;
    std::optional<domain::entry_id> on;
    std::string kind;
};

struct edit {
    domain::activity_id activity;
    domain::entry_id entry;
    secret edit_secret;
    std::uint32_t counter = 0;
    std::string text;
};

struct withdrawal {
    domain::activity_id activity;
    domain::entry_id entry;
    secret edit_secret;
    std::uint32_t counter = 0;
};

struct ballot {
    domain::activity_id activity;
    letterbox::stamp stamp;
    std::uint32_t counter = 0;
    domain::ballot content;
};

struct address {
    letterbox::stamp stamp;
    std::string mail;
};

struct sign_up {
    letterbox::stamp stamp;
    std::uint32_t counter = 0;
    domain::sign_up content;
};

struct up_votes {
    domain::activity_id activity;
    letterbox::stamp stamp;
    std::uint32_t counter = 0;
    std::vector<domain::entry_id> entries;
};

/// Asks for a sheet of brainwriting. The only envelope that leaves nothing behind.
struct sheet_wanted {
    domain::activity_id activity;
    letterbox::stamp stamp;
    int turn = 0;
    std::vector<int> had;  ///< in other turns, by the one who asks
};

struct envelope {
    domain::session_id session;
    std::variant<entry, edit, withdrawal, ballot, address, sign_up, up_votes, sheet_wanted> content;
};

/// What the letterbox itself turns down.
enum class rejection {
    unknown_session,
    stamp_invalid,  ///< not made for this session and slot
    mail_invalid,
    address_too_late,      ///< the session's time for addresses is over
    minutes_already_sent,  ///< to the address that was left with this stamp; another one was not kept
};

/// The sheet that was asked for, by its number.
struct sheet {
    int number = 0;
};

using answer = std::variant<live::received, domain::refusal, live::kept_by_sender, rejection, sheet>;
using reply = std::function<void(const answer&)>;

/// Where addresses for the minutes go: a place apart from all content. Answers on the letterbox's thread.
class address_book {
public:
    virtual ~address_book() = default;
    /// The key of a closed session's address stamps, for as long as they are good; else what there is to answer.
    using key_or_answer = std::variant<stamp_key, answer>;
    virtual void closed_key(const domain::session_id&, std::function<void(const key_or_answer&)>) = 0;
    virtual void leave(const domain::session_id&, const domain::stamp_hash&, std::string mail, reply) = 0;
};

/// Where the names go of those who want to go on with a theme: a place apart from all content. Answers on the
/// letterbox's thread.
class sign_up_list {
public:
    virtual ~sign_up_list() = default;
    /// What was checked. A lower or equal counter than before changes nothing.
    virtual void put(const domain::session_id&, const domain::stamp_hash&, std::uint32_t counter, domain::sign_up,
                     reply) = 0;
    /// Whether this stamp has said this already, or something newer; nothing if that cannot be told now.
    virtual void holds(const domain::session_id&, const domain::activity_id&, const domain::stamp_hash&,
                       std::uint32_t counter, std::function<void(std::optional<bool>)>) = 0;
};

/// One thread, that of the sessions.
class letterbox {
public:
    letterbox(live::registry&, address_book&, sign_up_list&);

    void drop(envelope, reply);

private:
    void leave_address(live::live_session&, const address&, const reply&);
    static void give_sheet(live::live_session&, const domain::session_state& stored, const sheet_wanted&, const reply&);
    void put_name(const live::live_session&, sign_up, const reply&);
    void refuse_name(const domain::session_id&, const domain::activity_id&, const sign_up&, domain::refusal,
                     const reply&);

    live::registry& sessions_;
    address_book& addresses_;
    sign_up_list& names_;
};

}  // namespace klartext::letterbox
