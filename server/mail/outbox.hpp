#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "domain/ids.hpp"

namespace klartext::mail {

using moment = std::chrono::sys_time<std::chrono::milliseconds>;
using mail_id = domain::id<struct mail_kind>;

/// A mail that one worker may send until its lease ends. Its body does not exist yet: it is rendered when sent.
struct leased_mail {
    mail_id id;  ///< the same over all attempts; also the mail's Message-ID
    domain::session_id session;
    std::string address;
    int attempts = 0;  ///< tries that failed before this one
};

/// What the mailer needs from the place where addresses are kept. Implemented by store::mail_store. Every change is
/// durable when the call returns. An id that no longer exists (its address was corrected or has expired) changes
/// nothing.
class outbox {
public:
    outbox() = default;
    outbox(const outbox&) = delete;
    outbox& operator=(const outbox&) = delete;
    virtual ~outbox() = default;

    /// One of the mails that are due and not leased, drawn at random, so that the order of mails tells nothing.
    /// Nothing while the queue is held. A lease that ends unmarked, after a crash, may be taken again.
    virtual std::optional<leased_mail> lease_next(moment now, moment lease_until) = 0;
    /// The address is erased; what stays is that the session has one more mail sent.
    virtual void mark_sent(const mail_id&) = 0;
    virtual void mark_retry(const mail_id&, moment next_attempt, int smtp_code) = 0;
    /// The address is erased for good; what stays is that the session has one more mail failed, and the code.
    virtual void mark_failed(const mail_id&, int smtp_code) = 0;
    /// Nothing is leased before `until`, before `release`, or before the next start of the program; no attempt is
    /// counted, leases are given back.
    virtual void hold_all(moment until) = 0;
    /// Ends a hold and makes every mail due now, whatever it was waiting for.
    virtual void release() = 0;
    /// Erases addresses and keys whose time has come.
    virtual void expire(moment now) = 0;
};

}  // namespace klartext::mail
