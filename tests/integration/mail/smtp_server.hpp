#pragma once
#include <sys/types.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "temporary_folder.hpp"

namespace klartext::testing {

/// A real SMTP server (smtp_server.py) on a free port of this machine, as a child process that ends with the scope.
class smtp_server {
public:
    /// `options` as smtp_server.py takes them; the certificate is added where TLS is asked for.
    explicit smtp_server(std::vector<std::string> options = {});
    smtp_server(const smtp_server&) = delete;
    smtp_server& operator=(const smtp_server&) = delete;
    ~smtp_server();

    [[nodiscard]] int port() const { return port_; }
    /// Of the authority that signed the server's certificate, for `?ca=`.
    [[nodiscard]] std::string ca_file() const { return folder_ / "certificate.pem"; }
    /// What has arrived so far, in the order of arrival.
    [[nodiscard]] std::vector<nlohmann::json> mails() const;

private:
    void make_certificate() const;
    void start(const std::vector<std::string>& arguments);

    temporary_folder folder_;
    int port_ = 0;
    pid_t process_ = -1;
    int its_input_ = -1;
};

}  // namespace klartext::testing
