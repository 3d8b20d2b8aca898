#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "temporary_folder.hpp"

namespace klartext::testing {

/// A Python program of this folder that prints its port and serves on 127.0.0.1 until its standard input ends; a child
/// process that ends with the scope. Has a folder of its own for certificates and what it received.
class child_server {
public:
    child_server(const child_server&) = delete;
    child_server& operator=(const child_server&) = delete;
    ~child_server();

    [[nodiscard]] int port() const { return port_; }
    /// Of the authority that signed the server's certificate, for `?ca=`.
    [[nodiscard]] std::string ca_file() const { return folder_ / "certificate.pem"; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

protected:
    child_server() = default;
    void start(const std::string& program, const std::vector<std::string>& options);

    /// Which host the certificate is for, and for how many days it is valid; less than 0: it has expired.
    struct certificate {
        std::string names = "DNS:localhost,IP:127.0.0.1";
        int days = 2;
    };
    /// The options that name it.
    std::vector<std::string> make_certificate(const certificate&) const;

private:
    temporary_folder folder_;
    int port_ = 0;
    pid_t process_ = -1;
    int its_input_ = -1;
};

}  // namespace klartext::testing
