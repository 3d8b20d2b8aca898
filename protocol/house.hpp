#pragma once
#include <string>

namespace klartext::protocol {

/// Whose minutes these are: the same for all sessions of one installation. Every part may be empty.
struct house {
    std::string name;        ///< "Stadt Ulm"
    std::string logo;        ///< bytes of a PNG or SVG file
    std::string logo_words;  ///< what the logo shows, for those who do not see it
    std::string accent;      ///< "#rrggbb": headings and rules; dark enough on white
};

}  // namespace klartext::protocol
