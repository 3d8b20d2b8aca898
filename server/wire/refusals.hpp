#pragma once
#include "domain/refusal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Every answer that says no: its stable code, its HTTP status, and what a person reads.
namespace klartext::wire {

/// What goes wrong at a door, before or beside the workshop's own rules (those are `domain::refusal`).
enum class problem {
    malformed,                    ///< not the JSON that is expected here
    too_large,                    ///< more bytes than this door takes
    wrong_content_type,           ///< not application/json
    not_found,                    ///< no such path
    wrong_method,                 ///< this path does not take this HTTP method
    foreign_origin,               ///< sent by a page of another site
    letterbox_wants_no_identity,  ///< a cookie or an authorization came with an envelope
    too_many_tries,               ///< wait, then try again
    kept_will_be_sent_again,      ///< it could not be stored; the sender keeps it
    unavailable,                  ///< the server cannot do this now, or could not say in time whether it was done
    unknown_code,                 ///< no session has this code
    unknown_session,              ///< no session has this id, or it is somebody else's
    unknown_seat,                 ///< this seat secret was never admitted
    unknown_minutes,              ///< no minutes behind this link
    minutes_link_ended,           ///< the link was to hold until a day that is over
    stamp_invalid,                ///< this server never issued that stamp for this purpose
    address_too_late,             ///< addresses are taken until 60 minutes after the close
    minutes_already_sent,         ///< to the address that was left before
    mail_invalid,                 ///< not an e-mail address
    not_logged_in,
    not_yours,  ///< for administrators only
    wrong_name_or_password,
    link_unknown_or_expired,  ///< of an invitation or a reset
    name_invalid,             ///< the name of an account is empty, too long, or has control characters
    name_taken,
    name_missing,  ///< the link of the first account wants a name
    password_too_short,
    password_too_long,
    password_is_name,  ///< the password is the name of the account
    unknown_account,
    account_disabled,
    last_administrator,  ///< the only one who can let others in cannot be disabled
    too_many_cards,      ///< more than can be compared with each other
};

struct both_languages {
    std::string_view de, en;
};

/// The code never changes once published. The texts live as long as the program.
struct refusal_text {
    std::string_view code;
    int status = 0;  ///< of HTTP
    both_languages message;
    both_languages advice;  ///< what to do next
};

[[nodiscard]] refusal_text text_of(domain::refusal);
[[nodiscard]] refusal_text text_of(problem);
[[nodiscard]] std::vector<refusal_text> all_refusal_texts();
/// The other way: what a client does with a code that it received. Nothing for a code that does not exist.
[[nodiscard]] std::optional<refusal_text> text_of_code(std::string_view code);

}  // namespace klartext::wire
