#pragma once
#include <memory>

#include "config.hpp"
#include "mail/mailer.hpp"
#include "mail/smtp_transport.hpp"
#include "mail/transport.hpp"

/// How mail leaves the house, as the operator has chosen it.
namespace klartext {

[[nodiscard]] bool sends_into_a_folder(const serve_options&);

/// Throws std::invalid_argument, with a sentence for the operator, where `--mail` names no way.
[[nodiscard]] std::unique_ptr<mail::transport> transport_for(const serve_options&, const mail::smtp_limits& = {});

void warn_of_readable_mail(const serve_options&);

/// Throws std::invalid_argument where `--mail-from` is no address.
[[nodiscard]] mail::sender sender_of(const serve_options&);

}  // namespace klartext
