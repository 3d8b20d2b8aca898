#pragma once
#include "mail/transport.hpp"

namespace klartext::mail {

/// How far a conversation with a mail server came: the last command that was sent.
enum class smtp_stage { greeting, login, sender, recipient, message };

/// What went wrong beside the server's answers.
enum class smtp_fault { none, no_connection, no_tls, bad_certificate, login_denied };

/// How a conversation with a mail server ended.
struct smtp_ending {
    bool accepted = false;  ///< the server took the mail
    smtp_fault fault = smtp_fault::none;
    smtp_stage stage = smtp_stage::greeting;
    int code = 0;  ///< the server's last answer; 0 when there was none
};

/// What the ending means for the mail: 4xx and silence are worth another try, 5xx about the recipient is final, and 5xx
/// about us (login, sender, greeting) holds the queue instead of using up everybody's mail. TLS that does not come
/// about is worth another try whatever the code: a certificate is renewed, and who strips STARTTLS goes away.
[[nodiscard]] delivery judge(const smtp_ending&);

}  // namespace klartext::mail
