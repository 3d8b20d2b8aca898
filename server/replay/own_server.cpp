#include "replay/own_server.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "replay/envelopes.hpp"

namespace klartext::replay {
namespace {

child_process::start_options serving(const own_server_options& options) {
    child_process::start_options start;
    start.command = {
        options.program.string(),        "serve", "--data", options.data.string(), "--listen", options.listen, "--mail",
        (options.data / "mail").string()};
    start.environment["KLARTEXT_TOP_UP_SECONDS"] = std::to_string(options.top_up.count());
    return start;
}

server_address wait_until_it_listens(child_process& process, std::chrono::seconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until) {
        const bool over = process.ended().has_value();
        if (const auto address = find_server_url(process.output()); address && !over) return *address;
        if (over) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    throw std::runtime_error("the server did not start:\n" + process.output());
}

/// Nobody else may read it.
void write_login(const std::filesystem::path& file, const desk_login& login) {
    const auto text = nlohmann::json{{"name", login.name}, {"password", login.password}}.dump() + "\n";
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const auto written = handle < 0 ? -1 : ::write(handle, text.data(), text.size());
    if (handle >= 0) ::close(handle);
    if (written != static_cast<ssize_t>(text.size())) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace

own_server::own_server(const own_server_options& options)
    : process_(serving(options)), address_(wait_until_it_listens(process_, options.patience)) {}

desk_login own_login(const std::filesystem::path& program, const std::filesystem::path& data) {
    const auto file = data / "replay-login.json";
    if (std::filesystem::exists(file)) return read_login(file);
    desk_login login;
    login.name = "replay-" + new_id().substr(0, 8);
    login.password = new_secret();
    child_process::start_options start;
    start.command = {program.string(), "account", "add", login.name, "--password-stdin", "--data", data.string()};
    start.input = login.password + "\n";
    child_process adding(start);
    if (adding.wait() != 0) throw std::runtime_error("the account could not be made:\n" + adding.output());
    write_login(file, login);
    return login;
}

desk_login read_login(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    desk_login login;
    login.name = text_field(text.str(), "name");
    login.password = text_field(text.str(), "password");
    if (!file || login.name.empty() || login.password.empty())
        throw std::runtime_error(path.string() + " must hold {\"name\": ..., \"password\": ...}");
    return login;
}

}  // namespace klartext::replay
