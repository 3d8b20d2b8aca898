#pragma once
#include <vector>

#include "protocol/blocks.hpp"
#include "protocol/minutes.hpp"

namespace klartext::protocol {

/// The minutes as blocks in reading order, in the session's language. The same minutes give the same blocks.
[[nodiscard]] std::vector<block> compose(const minutes&);

/// The entries of an activity: by cluster, then by section, each with its comments.
void compose_entries(const activity&, language, const std::string& anchor, std::vector<block>&);

/// How an activity was voted on and what came out: as table and as chart, or why it was withheld.
void compose_vote(const activity&, language, const std::string& anchor, std::vector<block>&);

}  // namespace klartext::protocol
