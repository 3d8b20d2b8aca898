#pragma once
#include "domain/session_state.hpp"
#include "net/http_message.hpp"

#include <optional>
#include <string>
#include <vector>

namespace klartext::net {

/// The cards among which something may be suggested: those that everybody can see. By id, so that the order says
/// nothing.
struct cards_to_compare {
    domain::language language = domain::language::de;
    std::vector<domain::entry_id> ids;
    std::vector<std::string> texts;  ///< of the same places
};

/// Why nothing can be suggested in this activity, if so.
[[nodiscard]] domain::result<cards_to_compare> cards_of(const domain::session_state&, const domain::activity_id&);

/// More cards than can be compared in a bounded time.
[[nodiscard]] bool too_many(const cards_to_compare&);

/// Near-duplicates and themes among them, as an answer. Takes up to some seconds: work for a worker.
[[nodiscard]] http_response suggested(const cards_to_compare&);

}  // namespace klartext::net
