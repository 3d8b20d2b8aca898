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

struct delivery {
    mail::verdict verdict = verdict::later;
    int smtp_code = 0;  ///< the server's last answer; 0 when there was none
};

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
