#pragma once
#include "protocol/methods/method.hpp"

namespace klartext::protocol {

/// What a ranking says beside points: how items compare two by two, and the rounds of the instant runoff. The vote has
/// a contest.
void add_contest(const vote&, language, std::vector<addition>&);

/// The same for minutes.json.
void tell_contest(const contest&, nlohmann::ordered_json&);

}  // namespace klartext::protocol
