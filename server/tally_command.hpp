#pragma once
#include "config.hpp"

namespace klartext {

/// `klartext tally METHOD FILE`: counts the ballots in a file and prints the result. Returns the exit code: 0 if it was
/// counted, even where ballots were refused, 2 if the file cannot be counted. FILE is JSON, or for rankings .soi or
/// .soc of PrefLib; "-" is standard input.
[[nodiscard]] int tally_file(const tally_options&);

}  // namespace klartext
