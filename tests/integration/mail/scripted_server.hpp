#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "integration/mail/child_server.hpp"

namespace klartext::testing {

/// A mail server that misbehaves as it is told (scripted_server.py): the script of each connection says what it does
/// instead of "yes" at which command.
class scripted_server : public child_server {
public:
    /// A list of connections, the last one for all that follow; as scripted_server.py describes it.
    explicit scripted_server(const nlohmann::json& script);
    /// With STARTTLS, under a certificate for these names and so many days; see child_server::certificate.
    scripted_server(const nlohmann::json& script, const std::string& names, int days);

    /// What clients said in each connection, line by line; without the messages.
    [[nodiscard]] std::vector<std::vector<std::string>> heard() const;
    /// The messages whose end was seen, byte for byte, dots as they came.
    [[nodiscard]] std::vector<std::string> messages() const;
};

}  // namespace klartext::testing
