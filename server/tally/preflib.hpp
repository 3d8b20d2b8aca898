#pragma once
#include "domain/methods/ranking.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <variant>
#include <vector>

/// Rankings in the files of PrefLib (N. Mattei and T. Walsh 2013, https://preflib.github.io/PrefLib-Jekyll/format):
/// .soc and .soi, complete or incomplete orders without ties.
namespace klartext::tally {

struct preflib_rankings {
    std::vector<std::string> alternatives;        ///< names, item 0 being alternative 1
    std::vector<domain::ranking_ballot> ballots;  ///< each as often as the file says, in the order of the file
};

/// Why a file cannot be counted; line 0 concerns the file as a whole.
struct unreadable {
    std::size_t line = 0;
    std::string reason;
};

/// Ten million: no ballot box holds more, but a slip of the finger does.
inline constexpr std::size_t most_ballots = 10'000'000;

/// Strict about what is counted: every alternative has a name, no ballot names one twice, and where the file says how
/// many ballots there are, it is so many. Other metadata is not looked at.
[[nodiscard]] std::variant<preflib_rankings, unreadable> read_preflib(std::istream&);

}  // namespace klartext::tally
