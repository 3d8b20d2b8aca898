#include "integration/mail/scripted_server.hpp"

#include <fstream>
#include <iterator>

namespace klartext::testing {

scripted_server::scripted_server(const nlohmann::json& script) {
    start("scripted_server.py", {"--script", script.dump()});
}

scripted_server::scripted_server(const nlohmann::json& script, const std::string& names, int days) {
    auto options = make_certificate({names, days});
    options.insert(options.end(), {"--script", script.dump()});
    start("scripted_server.py", options);
}

std::vector<std::vector<std::string>> scripted_server::heard() const {
    std::vector<std::vector<std::string>> connections;
    for (int i = 0;; ++i) {
        std::ifstream file(folder() / (std::to_string(i) + ".heard"));
        if (!file) return connections;
        auto& lines = connections.emplace_back();
        for (std::string line; std::getline(file, line);) lines.push_back(line);
    }
}

std::vector<std::string> scripted_server::messages() const {
    std::vector<std::string> messages;
    for (int i = 0;; ++i) {
        std::ifstream file(folder() / (std::to_string(i) + ".message"), std::ios::binary);
        if (!file) return messages;
        messages.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
}

}  // namespace klartext::testing
