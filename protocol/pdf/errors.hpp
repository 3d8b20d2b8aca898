#pragma once
#include <stdexcept>

namespace klartext::protocol::pdf {

/// A font, a dictionary or the like that has to be installed beside the program is not there. Says which, and how to
/// get it.
struct missing_file : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Why a house's logo or colour cannot be used, and what to do.
struct unusable_house : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace klartext::protocol::pdf
