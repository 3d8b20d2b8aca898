#pragma once

/// The house as a table: which room may include which, and where each technology may be seen.
/// Change a line here only together with docs/architecture.md.

#include <algorithm>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace klartext::arrows {

using names = std::vector<std::string>;

struct room {
    std::string name;
    names may_include;  ///< besides itself
};

/// Files that lie directly in server/ (main, application, config) know every room; no room knows them.
inline const std::string composition = "server";

inline const std::vector<room> rooms = {
    {"domain", {}},
    {"crypto", {}},
    {"protocol", {}},
    {"wire", {"domain", "crypto", "protocol"}},
    {"live", {"domain"}},
    {"letterbox", {"domain", "live", "crypto"}},
    {"store", {"domain", "live", "mail", "crypto"}},
    {"minutes", {"domain", "live", "protocol"}},
    {"mail", {"domain", "protocol"}},
    {"access", {"domain", "store", "crypto"}},
    {"net", {"domain", "live", "letterbox", "wire", "access", "suggestions", "crypto"}},
    {"replay", {"domain", "crypto"}},
    {"tally", {"domain"}},
    {"suggestions", {}},
};

/// A technology and the only files that may include it (regular expressions over header and path).
struct fence {
    std::string header;
    std::string files;
};

inline const std::vector<fence> fences = {
    {"SQLiteCpp/.*|sqlite3\\.h", "server/store/.*"},
    {"boost/beast.*", "server/(net|replay)/.*\\.cpp"},
    {"boost/asio.*", "server/(live|letterbox|store|mail|access|net|replay)/.*|server/[^/]*"},
    {"nlohmann/json\\.hpp", "(server/(wire|store|replay)|protocol)/.*\\.cpp"},
    {"curl/.*", "server/mail/.*"},
    {"sodium\\.h|openssl/.*", "server/crypto/.*"},
    {"libstemmer\\.h", "server/suggestions/.*"},
    {"CLI/.*|toml\\+\\+/.*", "server/[^/]*"},
    {"zip\\.h|png\\.h|xlsxwriter\\.h", "protocol/.*"},
    {"spdlog/.*", "server/(live|letterbox|store|mail|access|net|replay)/.*|server/[^/]*"},
    {"cairo.*|pango/.*|librsvg/.*|qpdf/.*|hyphen\\.h|hb.*\\.h|fontconfig/.*|glib.*", "protocol/(pdf|picture)/.*"},
    {".*/.*", "(?!server/domain/).*"},
};

/// The domain sees the standard library and this.
inline const names domain_may_see = {"boost/system/result.hpp",  "boost/describe/class.hpp",
                                     "boost/describe/enum.hpp",  "boost/describe/members.hpp",
                                     "boost/mp11/algorithm.hpp", "boost/mp11/list.hpp"};

struct include_line {
    std::string file;    ///< from the root of the repository: "server/net/listener.cpp"
    std::string header;  ///< as written, without its quotes or brackets
    bool angled = false;
};

inline bool contains(const names& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// "server/net/feed/queue.hpp" and "net/feed/queue.hpp" lie in room "net", "server/main.cpp" in the composition.
inline std::string room_of(std::string path) {
    if (path.starts_with("server/")) path.erase(0, 7);
    const auto slash = path.find('/');
    return slash == std::string::npos ? composition : path.substr(0, slash);
}

inline std::optional<std::string> objection_to_arrow(const include_line& line) {
    const auto from = room_of(line.file);
    const auto to = room_of(line.header);
    if (from == to || from == composition) return {};
    const auto found = std::find_if(rooms.begin(), rooms.end(), [&](const room& r) { return r.name == from; });
    if (found != rooms.end() && contains(found->may_include, to)) return {};
    return line.file + ": \"" + line.header + "\" (" + from + " does not know " + to + ")";
}

inline std::optional<std::string> objection_to_technology(const include_line& line) {
    if (room_of(line.file) == "domain" && contains(domain_may_see, line.header)) return {};
    for (const auto& [header, files] : fences) {
        const bool fenced = std::regex_match(line.header, std::regex(header));
        if (fenced && !std::regex_match(line.file, std::regex(files))) {
            return line.file + ": <" + line.header + "> may be seen only in " + files;
        }
    }
    return {};
}

/// Why the house does not allow this line; nothing if it does.
inline std::optional<std::string> objection(const include_line& line) {
    return line.angled ? objection_to_technology(line) : objection_to_arrow(line);
}

}  // namespace klartext::arrows
