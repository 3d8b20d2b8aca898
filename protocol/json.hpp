#pragma once
#include <string>

#include "protocol/minutes.hpp"

namespace klartext::protocol {

/// The minutes for programs: UTF-8, two spaces of indent, names and their order fixed (docs/api), a line break at the
/// end. Texts stay byte for byte. Of a withheld vote it holds the items' texts and nothing that was counted for them.
[[nodiscard]] std::string to_json(const minutes&);

}  // namespace klartext::protocol
