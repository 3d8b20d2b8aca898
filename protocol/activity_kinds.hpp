#pragma once
#include <string>

#include "protocol/minutes.hpp"

namespace klartext::protocol {

/// What kind of activity it is, for people.
[[nodiscard]] std::string in_words(activity_kind, language);

}  // namespace klartext::protocol
