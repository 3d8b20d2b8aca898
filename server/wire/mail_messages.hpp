#pragma once
#include "domain/session_state.hpp"
#include "wire/wire_error.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>

/// What the desk hears of mails. Never an address, and never what a mail server said: it may quote one.
namespace klartext::wire {

/// What stands in the way of mails.
enum class mail_trouble {
    folder,       ///< the folder for mails does not take them
    connection,   ///< nobody answers at the mail server's name and port
    tls,          ///< no TLS where it is required
    certificate,  ///< the mail server's certificate is not good
    greeting,     ///< the mail server wants nothing from this machine
    login,        ///< user or password are not accepted
    sender,       ///< our own address is not accepted
    recipient,    ///< of a test mail only: its address is refused
    size,         ///< of a test mail only
    busy,         ///< of a test mail only: "not now"
    silence,      ///< the mail server broke off or took too long
};
BOOST_DESCRIBE_ENUM(mail_trouble, folder, connection, tls, certificate, greeting, login, sender, recipient, size, busy,
                    silence)

/// Where mails go.
enum class mail_way { server, folder };
BOOST_DESCRIBE_ENUM(mail_way, server, folder)

/// How many mails with the minutes of one session are in which state.
struct mail_counts {
    int waiting = 0;  ///< for the session to close
    int queued = 0;
    int sent = 0;
    int failed = 0;
    int held = 0;                           ///< until the operator has looked
    std::optional<mail_trouble> trouble;    ///< why the queued or held ones are still here, where it is about all mails
    std::optional<std::string> kept_until;  ///< "2026-11-25T12:04Z"; at the latest then the addresses are erased
    bool operator==(const mail_counts&) const = default;
};
BOOST_DESCRIBE_STRUCT(mail_counts, (), (waiting, queued, sent, failed, held, trouble, kept_until))

struct mail_state {
    mail_way way = mail_way::server;
    bool held = false;  ///< nothing is sent until somebody has mended something
    std::optional<mail_trouble> trouble;
    bool operator==(const mail_state&) const = default;
};
BOOST_DESCRIBE_STRUCT(mail_state, (), (way, held, trouble))

struct test_mail {
    std::string mail;  ///< the address; neither stored nor logged
    domain::language language = domain::language::de;
    bool operator==(const test_mail&) const = default;
};
BOOST_DESCRIBE_STRUCT(test_mail, (), (mail, language))

/// What became of a test mail; without trouble it was taken.
struct tried_mail {
    mail_way way = mail_way::server;
    std::optional<mail_trouble> trouble;
    std::optional<int> code;  ///< the mail server's, where it gave one
    bool operator==(const tried_mail&) const = default;
};
BOOST_DESCRIBE_STRUCT(tried_mail, (), (way, trouble, code))

[[nodiscard]] result<test_mail> read_test_mail(std::string_view json);
[[nodiscard]] result<tried_mail> read_tried_mail(std::string_view json);
[[nodiscard]] result<mail_state> read_mail_state(std::string_view json);

[[nodiscard]] std::string write(const test_mail&);
[[nodiscard]] std::string write(const tried_mail&);
[[nodiscard]] std::string write(const mail_state&);

}  // namespace klartext::wire
