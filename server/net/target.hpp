#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klartext::net {

struct target {
    std::string path;                   ///< as sent
    std::vector<std::string> segments;  ///< percent-decoded; "/" has none, a trailing slash adds none
};

/// Reads the target of a request, origin form only. The query is dropped: no door of the house takes one.
/// The path is split at its slashes first and decoded then: an encoded slash belongs to its segment.
/// Nothing for anything doubtful: empty segments, "." and "..", broken escapes, bare backslashes, control characters.
[[nodiscard]] std::optional<target> read_target(std::string_view);

}  // namespace klartext::net
