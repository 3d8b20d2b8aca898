#pragma once
#include <boost/system/result.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace klartext::mail {

/// Why a text is no address to which minutes can be sent.
enum class address_fault {
    empty,           ///< nothing but spaces
    too_long,        ///< more than 254 characters, or more than 64 before the @ (RFC 5321, 4.5.3.1)
    not_one_at,      ///< no @, or several
    not_ascii,       ///< a letter outside ASCII; a domain such as müller.de has to be written xn--mller-kva.de
    bad_local_part,  ///< before the @: empty, a dot too many, or a character that needs quoting
    bad_domain,      ///< after the @: an empty or malformed label, or an IP address
};

/// An address that is safe in a header, in an SMTP command and in a log of the relay: ASCII, one @, no quoting.
class mail_address {
public:
    /// Spaces around it, as phone keyboards leave them, are dropped; apart from that it stays as written.
    [[nodiscard]] static boost::system::result<mail_address, address_fault> read(std::string_view);

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::string_view domain() const { return std::string_view(text_).substr(text_.find('@') + 1); }
    auto operator<=>(const mail_address&) const = default;

private:
    explicit mail_address(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

[[noreturn]] inline void throw_exception_from_error(address_fault, const boost::source_location&) {
    throw std::logic_error("the fault of an address was not looked at");
}

}  // namespace klartext::mail
