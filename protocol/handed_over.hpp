#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/minutes.hpp"

/// What went on from one activity to the next: by which rule, and what came of it. For all formats alike.
namespace klartext::protocol {

/// By what rule so many `items` were taken over, as a value behind "Taken over"; with a word on why these are more or
/// fewer than the rule says. 0 items: nothing was yet.
[[nodiscard]] std::string in_words(const item_source&, std::size_t items, language);

/// As `minutes.json` names it.
[[nodiscard]] std::string_view name_of(taken);
[[nodiscard]] std::string_view name_of(measure_status);

[[nodiscard]] std::string in_words(measure_status, language);

/// The items of a vote that were taken over: the passive option came with the rules.
[[nodiscard]] std::size_t items_taken_over(const vote&);

struct measure_row {
    const measure* of = nullptr;        ///< null: nothing follows from the item yet
    const std::string* item = nullptr;  ///< null: the measure stands for itself
};

/// Every measure and every item once: item by item, then measures that stand for themselves. The pointers live as long
/// as the measures do.
[[nodiscard]] std::vector<measure_row> rows_of_measures(const measures&);

/// Whether there is anything to make a table of.
[[nodiscard]] bool has_rows(const activity&);

}  // namespace klartext::protocol
