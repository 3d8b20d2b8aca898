#pragma once
#include "domain/agenda.hpp"
#include "domain/refusal.hpp"

namespace klartext::domain {

/// The activity with its texts trimmed, or what is wrong with it taken alone.
[[nodiscard]] result<planned_activity> checked(planned_activity);

}  // namespace klartext::domain
