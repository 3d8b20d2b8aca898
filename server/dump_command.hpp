#pragma once
#include "config.hpp"

namespace klartext {

/// `klartext dump SESSION`: prints what is stored; returns the exit code, 1 if there is no such session.
[[nodiscard]] int dump_session(const dump_options&);

}  // namespace klartext
