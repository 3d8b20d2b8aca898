#pragma once
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

namespace klartext::domain {

/// Ballots that were really cast, and what they come to; tests/data/README.md.
inline std::ifstream real_ballots(const std::string& name) {
    std::ifstream file(KLARTEXT_SOURCE_DIR "/tests/data/ballots/" + name);
    if (!file) throw std::runtime_error(name + " is not there");
    return file;
}

inline nlohmann::json real_json(const std::string& name) {
    auto file = real_ballots(name);
    return nlohmann::json::parse(file);
}

}  // namespace klartext::domain
