#pragma once
#include "config.hpp"

namespace klartext {

/// `klartext account ...`: works on the files, whether the server runs or not. Prints what was asked for to standard
/// output and complaints to standard error; returns the exit code: 0 done, 1 refused.
[[nodiscard]] int manage_accounts(const account_options&);

}  // namespace klartext
