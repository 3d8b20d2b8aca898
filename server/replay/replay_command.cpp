#include "replay/replay_command.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <cmath>
#include <cstdio>
#include <fstream>

#include "replay/own_server.hpp"
#include "replay/player.hpp"
#include "replay/report.hpp"
#include "replay/top_up.hpp"

namespace klartext::replay {
namespace {

constexpr int well = 0, went_wrong = 1, wrong_usage = 2;

int complain(int status, const std::string& what) {
    fmt::print(stderr, "klartext replay: {}\n", what);
    return status;
}

/// 0 stands for "max"; nothing for what is no speed.
std::optional<double> speed_of(const std::string& text) {
    if (text == "max") return 0.0;
    char* end = nullptr;
    const double factor = std::strtod(text.c_str(), &end);
    const bool whole = !text.empty() && end == text.c_str() + text.size();
    if (!whole || !std::isfinite(factor) || factor <= 0) return std::nullopt;
    return factor;
}

class temporary_folder {
public:
    temporary_folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "klartext-replay-XXXXXX").string();
        if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
        path = pattern;
    }
    temporary_folder(const temporary_folder&) = delete;
    temporary_folder& operator=(const temporary_folder&) = delete;
    ~temporary_folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    std::filesystem::path path;
};

void write_files(const played& result, const std::filesystem::path& folder) {
    for (const auto& [name, content] : result.files) {
        const auto path = folder / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream file(path, std::ios::binary);
        file << content << std::flush;
        if (!file) throw std::runtime_error("cannot write " + path.string());
    }
}

/// Plays against a server of somebody else.
played play_there(const recording& recorded, play_options options, const replay_options& wanted) {
    options.login = read_login(*wanted.login);
    return play(recorded, options);
}

/// Plays against a server of our own, and measures it.
played play_here(const recording& recorded, play_options options, const replay_options& wanted, server_figures& used) {
    std::optional<temporary_folder> temporary;
    if (!wanted.data) temporary.emplace();
    own_server_options server_options;
    server_options.program = std::filesystem::read_symlink("/proc/self/exe");
    server_options.data = wanted.data ? *wanted.data : temporary->path;
    server_options.top_up = top_up_for(options.speed, recorded);
    std::filesystem::create_directories(server_options.data);
    options.login = own_login(server_options.program, server_options.data);
    raise_file_limit(recorded.participants.size());
    own_server server(server_options);
    options.server = server.address();
    options.reached = [&](stage at) {
        const auto now = figures_of(server.process().pid());
        if (at == stage::prepared) used.prepared = now;
        if (at == stage::entered) used.entered = now;
        if (at == stage::acted) used.acted = now;
    };
    return play(recorded, options);
}

/// The minutes can be held against what was confirmed wherever they come as JSON.
std::optional<reckoning> reckon_if_possible(const played& result) {
    const auto minutes = result.files.find("minutes.json");
    if (minutes == result.files.end()) return std::nullopt;
    return reckon(result.expected, minutes->second);
}

int play_and_report(const recording& recorded, const play_options& options, const replay_options& wanted) {
    std::optional<server_figures> used;
    if (!wanted.server) used.emplace();
    const auto result =
        wanted.server ? play_there(recorded, options, wanted) : play_here(recorded, options, wanted, *used);
    if (wanted.out) write_files(result, *wanted.out);
    fmt::print("{}", report(recorded, result, reckon_if_possible(result), used));
    if (!result.failure.empty()) return complain(went_wrong, result.failure);
    if (wanted.server || wanted.data) fmt::print("{:<30} {}\n", "minutes at", result.minutes_path);
    return well;
}

}  // namespace

int replay(const replay_options& wanted) {
    const auto speed = speed_of(wanted.speed);
    if (!speed) return complain(wrong_usage, "--speed is \"max\" or a positive factor");
    if (wanted.server && wanted.data) return complain(wrong_usage, "--server and --data exclude each other");
    if (wanted.server.has_value() != wanted.login.has_value())
        return complain(wrong_usage, "--server and --login go together");
    play_options options;
    options.speed = *speed;
    options.patience = wanted.patience;
    options.every_file = wanted.out.has_value();
    if (wanted.server) {
        const auto address = parse_server_url(*wanted.server);
        if (!address) return complain(wrong_usage, "--server is http://HOST:PORT (plain HTTP, no path)");
        options.server = *address;
    }
    const auto read = read_recording(wanted.recording);
    if (const auto* why = std::get_if<unreadable>(&read)) {
        const auto where = why->line == 0 ? std::string() : fmt::format(":{}", why->line);
        return complain(wrong_usage, fmt::format("{}{}: {}", wanted.recording.string(), where, why->reason));
    }
    try {
        return play_and_report(std::get<recording>(read), options, wanted);
    } catch (const std::exception& e) {
        return complain(went_wrong, e.what());
    }
}

}  // namespace klartext::replay
