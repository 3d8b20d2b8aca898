#pragma once
#include "domain/changes.hpp"
#include "domain/session_state.hpp"
#include "live/session_store.hpp"

#include <set>
#include <span>

/// Which rows a batch of changes touches, and what they hold in the end.
namespace klartext::live {

/// The final rows for `changes`, read from the state they led to. Rows of seats are not among them.
[[nodiscard]] session_rows rows_for(const domain::session_state&, std::span<const domain::change> changes);

}  // namespace klartext::live
