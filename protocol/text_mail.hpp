#pragma once
#include <string>
#include <string_view>

#include "protocol/minutes.hpp"

namespace klartext::protocol {

struct mail_body {
    std::string subject;  ///< one line of UTF-8, not yet encoded for a header
    std::string text;     ///< lines end in "\n"
    std::string html;
};

/// What else the mail brings.
enum class enclosed { nothing, files, signed_files };

/// The mail that brings the minutes: what session it was, the first results of each vote,
/// what was collected by kinds, tags and up-votes, and `link` to the minutes, or
/// where it is empty that there is none any more. Says nothing about the reader.
[[nodiscard]] mail_body compose_mail(const minutes&, std::string_view link, enclosed = enclosed::nothing);

/// A mail that says nothing but that mails arrive. `server` is the address of the pages.
[[nodiscard]] mail_body compose_test_mail(language, std::string_view server);

}  // namespace klartext::protocol
