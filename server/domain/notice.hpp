#pragma once
#include "domain/commands.hpp"

#include <string>

namespace klartext::domain {

/// The notice as everybody sees it before the first entry (Markdown): what the facilitator promises, then how
/// anonymous this session is, which follows from what the server does and cannot be edited. Frozen at the start.
[[nodiscard]] std::string compose_notice(const session_settings&);

}  // namespace klartext::domain
