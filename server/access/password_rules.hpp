#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "access/refusal.hpp"

/// What names and passwords may be, and the one spelling in which they are stored and compared. Any thread may call.
namespace klartext::access {

/// Blanks trimmed at both ends, NFC. Refusal: name_invalid.
[[nodiscard]] result<std::string> as_account_name(std::string_view typed);

/// NFC, otherwise as typed: the same word typed on another keyboard is the same password (RFC 8265, OpaqueString).
/// Bytes that are no UTF-8 stay as they are.
[[nodiscard]] std::string as_password(std::string_view typed);

/// Why this password (as as_password gives it) is not good enough for the account of this name; nothing if it is.
[[nodiscard]] std::optional<access_refusal> fault_of_password(std::string_view password, std::string_view name);

}  // namespace klartext::access
