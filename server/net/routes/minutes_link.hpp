#pragma once
#include "domain/ids.hpp"
#include "domain/session_state.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace klartext::net {

/// 24 random bytes as text: the part of a new link that cannot be guessed.
[[nodiscard]] std::string new_minutes_token();

/// Path of a session's minutes on this server. The token in it is the session's id, which is no secret and finds the
/// session without a list, followed by its minutes token, which cannot be guessed.
[[nodiscard]] std::string minutes_link(const domain::session_id&, std::string_view minutes_token);

/// The session that a token names; whether its secret part is right is for `opens` to say.
[[nodiscard]] std::optional<domain::session_id> session_of_minutes(std::string_view token);
[[nodiscard]] bool opens(std::string_view token, const domain::session_head&);

/// The last day (UTC) on which the link leads to the minutes; nothing if it does not end.
[[nodiscard]] std::optional<std::chrono::year_month_day> last_day_of_link(const domain::session_head&);

}  // namespace klartext::net
