#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mail/mail_address.hpp"
#include "mail/outbox.hpp"

namespace klartext::mail {

struct attachment {
    std::string name;        ///< as the recipient sees it; any text
    std::string media_type;  ///< "type/subtype", parameters allowed: "text/csv; charset=utf-8"
    std::string content;     ///< bytes
};

/// What a mail says, before it has a recipient. Texts are UTF-8 with any line ends.
struct outgoing {
    struct body {
        std::string text;
        std::string html;
    };

    std::string subject;
    std::string text;
    std::string html;
    std::vector<attachment> attachments;
    std::string made_from = {};      ///< differs when rendering would give another mail; never sent
    std::optional<body> alone = {};  ///< what it says without its attachments; nothing: it is worth nothing then
};

struct sender {
    std::string name;  ///< shown beside the address; may be empty
    mail_address address;
};

/// The name under which a mail is known from its first attempt to its last: the id as 32 hexadecimal digits.
[[nodiscard]] std::string name_of(const mail_id&);

/// One whole mail for one recipient as RFC 5322 and MIME: mixed( alternative( text, html ), attachments ), lines ended
/// by CR LF, all ASCII. Depends on nothing but its arguments. `at` is the time of sending, in the header Date. Throws
/// std::invalid_argument for a media type that would break the header.
[[nodiscard]] std::string compose(const mail_id&, const sender& from, const mail_address& to, const outgoing&,
                                  moment at);

}  // namespace klartext::mail
