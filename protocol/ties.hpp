#pragma once
#include <string>

#include "protocol/minutes.hpp"

namespace klartext::protocol {

/// Who shares which place, or that nobody does; empty where the result makes no order, where nothing is ahead, or of
/// fewer than two items. Items that nobody judged have no place.
[[nodiscard]] std::string ties_in_words(const vote&, language);

}  // namespace klartext::protocol
