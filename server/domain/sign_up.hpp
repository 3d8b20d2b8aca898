#pragma once
#include "domain/session_state.hpp"

#include <string>
#include <vector>

/// Who wants to go on with a theme, by name. It is checked against the session and never becomes part of it: no
/// command, no change and no state has a name in it.
namespace klartext::domain {

struct sign_up {
    activity_id activity;
    std::string name;
    std::string contact;              ///< how to be reached, in free words; may be empty
    std::vector<item_number> themes;  ///< none: what was said before is taken back
    bool operator==(const sign_up&) const = default;
};

/// As it is to be kept, or why it cannot be taken now: texts of one line, trimmed, each theme once, in order.
///
/// Names are taken while the activity is open. Taken back they are until the session is closed, and then nothing is
/// left of what was written.
[[nodiscard]] result<sign_up> checked(const session_state&, sign_up);

}  // namespace klartext::domain
