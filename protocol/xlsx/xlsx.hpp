#pragma once
#include <string>

#include "protocol/house.hpp"
#include "protocol/minutes.hpp"

namespace klartext::protocol {

/// The minutes as a workbook for Excel and LibreOffice Calc: first what the session was and its agenda, then a sheet
/// for each activity, two for one that has both entries and items. Texts of people are texts, never formulas; one that
/// is longer than a cell can be ends in a mark that says so. Holds no clock and nothing of the machine; while it is
/// made its parts lie in memory. Throws std::runtime_error when there is no room for them.
[[nodiscard]] std::string to_xlsx(const minutes&, const house& = {});

}  // namespace klartext::protocol
