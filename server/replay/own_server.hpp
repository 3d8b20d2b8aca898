#pragma once
#include <filesystem>

#include "replay/child_process.hpp"
#include "replay/desk.hpp"
#include "replay/server_address.hpp"

namespace klartext::replay {

struct own_server_options {
    std::filesystem::path program;  ///< the executable called klartext
    std::filesystem::path data;
    std::string listen = "127.0.0.1:0";
    std::chrono::seconds top_up{300};   ///< a new batch of entry stamps this often
    std::chrono::seconds patience{60};  ///< until it listens
};

/// `klartext serve` as a child process; it ends with this, and must be started by a thread that lives as long.
class own_server {
public:
    /// Returns once it listens. Throws std::runtime_error with its output if it does not in time.
    explicit own_server(const own_server_options&);

    [[nodiscard]] const server_address& address() const { return address_; }
    [[nodiscard]] child_process& process() { return process_; }

private:
    child_process process_;
    server_address address_;
};

/// The account with which to log in to this data folder: kept in the folder, made if it is not there yet.
/// No server may be running on the folder. Throws std::runtime_error.
[[nodiscard]] desk_login own_login(const std::filesystem::path& program, const std::filesystem::path& data);

/// {"name", "password"}. Throws std::runtime_error if the file holds anything else.
[[nodiscard]] desk_login read_login(const std::filesystem::path&);

}  // namespace klartext::replay
