#pragma once
#include <string_view>

namespace klartext::net {

/// By the ending of a file name; "application/octet-stream" for what is not known.
[[nodiscard]] std::string_view content_type_of(std::string_view file_name);

}  // namespace klartext::net
