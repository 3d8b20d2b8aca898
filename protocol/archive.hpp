#pragma once
#include <span>
#include <string>

namespace klartext::protocol {

struct archived_file {
    std::string name;  ///< ASCII, folders separated by '/'
    std::string content;
    bool stored = false;  ///< not compressed
};

/// A ZIP archive of these files in this order. Says nothing of when, where or by whom it was made: every file is of
/// 1 January 1980, the first day that the format knows. Throws std::runtime_error when there is no memory.
[[nodiscard]] std::string zipped(std::span<const archived_file>);

}  // namespace klartext::protocol
