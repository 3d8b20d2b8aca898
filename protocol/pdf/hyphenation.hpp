#pragma once
#include <string>
#include <string_view>

#include "protocol/minutes.hpp"

namespace klartext::protocol::pdf {

/// The text with a soft hyphen (U+00AD) wherever a word of eight letters or more may be broken; nothing else changes.
/// Words with other than German or English letters stay as they are, and so do addresses. Any thread; throws
/// missing_file if the dictionary is not installed.
[[nodiscard]] std::string with_soft_hyphens(std::string_view utf8, language);

}  // namespace klartext::protocol::pdf
