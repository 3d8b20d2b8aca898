#pragma once
#include <memory>

#include "mail/smtp_conversation.hpp"
#include "mail/smtp_url.hpp"
#include "mail/transport.hpp"

namespace klartext::mail {

/// Hands each mail to an SMTP server (libcurl): one recipient per message, TLS 1.2 or later with the certificate
/// checked unless the target says otherwise; user and password are said after that, never before. Keeps the connection
/// for the mails that follow within 20 seconds. Logs codes, never what the server says: it may quote the address.
class smtp_transport final : public transport {
public:
    explicit smtp_transport(smtp_target, smtp_limits = {});
    ~smtp_transport() override;
    delivery carry(const parcel&, std::stop_token) override;

private:
    struct connection;
    std::unique_ptr<connection> connection_;
};

}  // namespace klartext::mail
