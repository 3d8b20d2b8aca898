#pragma once
#include "domain/ballot.hpp"
#include "protocol/minutes.hpp"

namespace klartext::minutes {

/// What each item of the vote got, and what the result says beside that. The items are there already.
void write_result(const domain::tally_result&, protocol::vote&);

/// What a second round shows of the first: of the same method, and of the same items.
void write_before(const domain::tally_result&, protocol::vote&);

}  // namespace klartext::minutes
