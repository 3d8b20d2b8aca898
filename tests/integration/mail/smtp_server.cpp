#include "integration/mail/smtp_server.hpp"

#include <algorithm>
#include <fstream>

namespace klartext::testing {

smtp_server::smtp_server(std::vector<std::string> options) {
    if (std::ranges::count(options, "--tls") != 0) {
        const auto more = make_certificate({});
        options.insert(options.end(), more.begin(), more.end());
    }
    start("smtp_server.py", options);
}

std::vector<nlohmann::json> smtp_server::mails() const {
    std::vector<nlohmann::json> mails;
    for (int i = 0;; ++i) {
        std::ifstream file(folder() / (std::to_string(i) + ".json"));
        if (!file) return mails;
        mails.push_back(nlohmann::json::parse(file));
    }
}

}  // namespace klartext::testing
