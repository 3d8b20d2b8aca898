#pragma once
#include <stop_token>
#include <string>

#include "mail/outbox.hpp"

namespace klartext::mail {

/// A composed mail on its way to one recipient.
struct parcel {
    mail_id id;
    std::string from;  ///< checked addresses, without angle brackets
    std::string to;
    std::string message;  ///< as composed
};

enum class verdict {
    sent,     ///< somebody else has taken responsibility for it
    later,    ///< may work another time
    refused,  ///< this recipient will never get it
    held,     ///< the server refuses us whatever the recipient: an operator has to look
};

/// What stood in the way. In the order in which a conversation meets them.
enum class obstacle {
    none,
    folder,       ///< the folder for mails does not take it
    connection,   ///< nobody answers under that name and port
    tls,          ///< no TLS where it is required; a server that offers no STARTTLS included
    certificate,  ///< nobody trusted vouches for it, it has expired, or it is of another host
    greeting,     ///< the server wants nothing from this machine, whoever sends
    login,        ///< user or password were not accepted, or no way to log in was offered
    sender,       ///< our own address was not accepted
    recipient,    ///< this recipient, or this mail to this recipient, was refused for good
    size,         ///< too large
    busy,         ///< "not now": greylisting, a full mailbox, a limit
    silence,      ///< the conversation broke off or took too long; nobody can know whether the mail was taken
};

struct delivery {
    mail::verdict verdict = verdict::later;
    int smtp_code = 0;  ///< of the "yes" or the "no"; 0 when the server said neither
    mail::obstacle obstacle = obstacle::none;
    bool of_content = false;  ///< refused for good when the message itself was there, not for whom it was
};

/// Whether every other mail would meet it as well.
[[nodiscard]] constexpr bool is_about_server(obstacle met) {
    using enum obstacle;
    return met == connection || met == tls || met == certificate || met == greeting || met == login || met == sender;
}

/// Where mails go. Used by one thread at a time.
class transport {
public:
    transport() = default;
    transport(const transport&) = delete;
    transport& operator=(const transport&) = delete;
    virtual ~transport() = default;

    /// Blocks until the mail's fate is known, or soon after stop is requested; then the verdict is `later`.
    virtual delivery carry(const parcel&, std::stop_token) = 0;
};

}  // namespace klartext::mail
