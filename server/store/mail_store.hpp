#pragma once
#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "mail/mail_address.hpp"
#include "mail/outbox.hpp"

namespace klartext::store {

/// How the mails of one session stand; what its facilitator may know of the addresses.
struct mail_counts {
    int waiting = 0;  ///< addresses left while the session runs
    int queued = 0;   ///< mails on their way, later attempts included
    int held = 0;     ///< mails on their way while the mail server refuses us
    int sent = 0;
    int failed = 0;                          ///< refused for good, or given up after 72 hours
    int last_code = 0;                       ///< the SMTP code of the last failure; 0 when none was given
    std::optional<mail::moment> kept_until;  ///< while addresses are kept of a closed session: when the last one goes
};

enum class leaving {
    accepted,      ///< kept; queued at once when the session is closed
    already_sent,  ///< this stamp's mail is gone, to the address left before; nothing was kept
    too_late,      ///< the session's time for addresses is over; nothing was kept
};

/// `data/mail.db`: addresses for the minutes and the mails to send, apart from everything else; nothing of the content.
///
/// A row of an address holds no time of arrival, no number and no seat. The rows of a session are written anew in
/// random order whenever one comes in, and the log is emptied, so that neither file tells in which order addresses
/// arrived. An address is in no file any more when the call that erases it returns.
///
/// Safe on any thread: one connection behind a mutex. Every call waits for the disk: never on an I/O thread. When a
/// call returns, its change is durable. All throw store::write_failed when the disk does not take it; then nothing
/// changed, except that an erased address may be in the log until the next change.
class mail_store final : public mail::outbox {
public:
    /// Opens or creates the file and brings it to the newest format.
    explicit mail_store(const std::filesystem::path&);

    /// Whoever holds the stamp may correct the address until the mail to it is gone. The same address again changes
    /// nothing. A correction is a new mail with attempts of its own; while the old one is just being sent, both may
    /// arrive. A mail that was refused for good does not use up the stamp: a corrected address is welcome.
    leaving leave_address(const domain::session_id&, const domain::stamp_hash&, const mail::mail_address&,
                          mail::moment now);

    /// Queues every address of the session. `key` stays readable until `until`; until then late addresses are welcome.
    /// Closing again changes nothing.
    void close_session(const domain::session_id&, std::span<const std::uint8_t> key, mail::moment until,
                       mail::moment now);

    /// The key given at close; nothing when the session is not closed or the time is over.
    [[nodiscard]] std::optional<std::vector<std::uint8_t>> address_key(const domain::session_id&, mail::moment now);

    /// Whether nothing is sent until something is mended.
    [[nodiscard]] bool held();

    [[nodiscard]] mail_counts counts(const domain::session_id&);

    /// Erases everything about a session, counts included.
    void forget(const domain::session_id&);

    std::optional<mail::leased_mail> lease_next(mail::moment now, mail::moment lease_until) override;
    void mark_sent(const mail::mail_id&) override;
    void mark_retry(const mail::mail_id&, mail::moment next_attempt, int smtp_code) override;
    void mark_failed(const mail::mail_id&, int smtp_code) override;
    /// The hold is in memory only: after a restart one mail is tried, and holds again if it has to.
    void hold_all(mail::moment until) override;
    void release() override;
    /// Erases the keys whose `until` has passed; addresses 72 hours after close (counted as failed), and 14 days after
    /// the first one was left in a session that was never closed.
    void expire(mail::moment now) override;

private:
    std::mutex mutex_;
    SQLite::Database database_;               ///< under mutex_
    std::optional<mail::moment> held_until_;  ///< under mutex_
};

}  // namespace klartext::store
