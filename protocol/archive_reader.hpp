#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/archive.hpp"

/// Reading ZIP archives that anybody may have made.
namespace klartext::protocol {

/// More than minutes ever come to; less than a small file can be made to unpack to.
struct archive_bounds {
    std::size_t files = 10'000;
    std::size_t bytes = std::size_t{256} << 20U;  ///< of all files, unpacked
};

/// Whether the bytes are a ZIP archive with a file of this name. Unpacks nothing.
[[nodiscard]] bool archive_holds(std::string_view bytes, const std::string& name);

/// Its files in their order, without folders. Throws std::runtime_error, which says what is wrong, if the archive or a
/// file in it is damaged or encrypted, if a name comes twice, or if it goes beyond the bounds; then it has unpacked no
/// more than they allow.
[[nodiscard]] std::vector<archived_file> unzipped(std::string_view bytes, const archive_bounds& = {});

}  // namespace klartext::protocol
