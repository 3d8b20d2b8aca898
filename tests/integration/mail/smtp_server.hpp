#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "integration/mail/child_server.hpp"

namespace klartext::testing {

/// A real SMTP server (smtp_server.py) on a free port of this machine.
class smtp_server : public child_server {
public:
    /// `options` as smtp_server.py takes them; the certificate is added where TLS is asked for.
    explicit smtp_server(std::vector<std::string> options = {});

    /// What has arrived so far, in the order of arrival.
    [[nodiscard]] std::vector<nlohmann::json> mails() const;
};

}  // namespace klartext::testing
