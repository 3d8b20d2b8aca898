#pragma once
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace klartext::replay {

/// `klartext replay FILE ...` as docs/replay.md describes it.
struct replay_options {
    std::filesystem::path recording;
    std::string speed = "max";                   ///< or a factor: 2 is twice as fast as recorded
    std::optional<std::filesystem::path> data;   ///< folder of our own server, kept; none: a temporary one
    std::optional<std::string> server;           ///< "http://host:port" of a server that runs; then `login` is needed
    std::optional<std::filesystem::path> login;  ///< JSON {"name", "password"}
    std::optional<std::filesystem::path> out;    ///< folder for the minutes
    std::chrono::seconds patience{120};          ///< with a server that does not answer
};

/// Plays the recording, prints the figures to standard output and complaints to standard error.
/// 0: the session closed and its minutes were written; 1: something went wrong; 2: usage, or the file is no recording.
[[nodiscard]] int replay(const replay_options&);

}  // namespace klartext::replay
