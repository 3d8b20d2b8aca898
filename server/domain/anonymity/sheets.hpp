#pragma once
#include "domain/session_state.hpp"

#include <string_view>

/// The sheets of brainwriting. A sheet is a number from 1 to `limits::sheets`, and a section of its activity; nothing
/// says who had it in which turn, and a card does not say in which turn it was written.
namespace klartext::domain {

/// A sheet goes to so many people at once where there are enough: what is added to it in one turn is not one person's.
inline constexpr int people_per_sheet = 2;

/// The number of a sheet, or nothing where it is none.
[[nodiscard]] std::optional<int> sheet_of(std::string_view section);

/// What can be given out in the turn that runs: blank ones in the first, one for every `people_per_sheet` seats, so
/// that the odd one is the third on a sheet; later those that somebody has written on, if there are any. By number,
/// never empty.
[[nodiscard]] std::vector<int> sheets_in_turn(const activity&, int seats);

/// One that may have been given out in this turn or an earlier one. Who writes on others would add sheets to those that
/// go round.
[[nodiscard]] bool is_sheet(std::string_view section, int seats);

}  // namespace klartext::domain
