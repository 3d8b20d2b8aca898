#pragma once
#include "wire/refusals.hpp"

/// Private to this room: a part of `text_of(domain::refusal)`.
namespace klartext::wire {

/// Of ballots, of measures, and of what is handed over; another refusal is a fault of the program.
[[nodiscard]] refusal_text text_of_voting(domain::refusal);

}  // namespace klartext::wire
