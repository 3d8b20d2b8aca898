#pragma once
#include <boost/system/result.hpp>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace klartext::mail {

enum class smtp_security {
    tls_from_start,  ///< smtps://
    starttls,        ///< smtp://: the connection is given up when the server offers no STARTTLS
    none,            ///< ?tls=none to a relay on this machine; ?tls=none-readable-by-others to any, without a login
};

struct login {
    std::string user;
    std::string password;
};

struct smtp_target {
    smtp_security security = smtp_security::starttls;
    std::string host;  ///< without brackets around an IPv6 address
    int port = 25;
    std::optional<mail::login> login;
    std::string own_name = {};      ///< under which we introduce ourselves; empty: the name of this machine
    std::filesystem::path ca_file;  ///< empty: the certificates that the system trusts
};

/// A sentence for the operator. Never contains the password.
struct url_fault {
    std::string sentence;
};

/// Reads `smtp[s]://[user:password@]host[:port][?tls=...][&ca=/path]`; user, password and path may be percent-encoded,
/// and have to be where they contain `@ : / ? # [ ] & %`. Ports when none is named: smtps 465, smtp with a login 587,
/// smtp 25. Anything else is refused.
[[nodiscard]] boost::system::result<smtp_target, url_fault> read_smtp_url(std::string_view);

/// The host of a web address, for `own_name`; empty where it has none, or an IP address.
[[nodiscard]] std::string host_of_web_address(std::string_view);

[[noreturn]] inline void throw_exception_from_error(const url_fault& fault, const boost::source_location&) {
    throw std::invalid_argument(fault.sentence);
}

}  // namespace klartext::mail
