#pragma once
#include "mail/transport.hpp"

namespace klartext::mail {

/// How a conversation with a mail server ended.
struct smtp_ending {
    bool accepted = false;         ///< the server took the mail
    bool login_denied = false;     ///< user or password were not accepted, or no way to log in was offered
    bool recipient_named = false;  ///< the conversation came as far as RCPT
    int code = 0;                  ///< the server's last answer; 0 when there was none
};

/// What the ending means for the mail: 4xx and silence are worth another try, 5xx about the recipient is final, and 5xx
/// about us (login, sender, greeting) holds the queue instead of using up everybody's mail.
[[nodiscard]] delivery judge(const smtp_ending&);

}  // namespace klartext::mail
