#pragma once
#include <chrono>
#include <cstddef>

/// How much of everything. Texts are counted in code points.
namespace klartext::domain::limits {

inline constexpr std::size_t entry_text = 4000;
inline constexpr std::size_t item_text = 4000;
inline constexpr std::size_t title = 200;
inline constexpr std::size_t long_text = 20000;  ///< prompt, notice
inline constexpr std::size_t id_text = 64;
inline constexpr std::size_t activities = 100;
inline constexpr std::size_t sections = 50;
inline constexpr std::size_t items = 2000;
inline constexpr std::size_t clusters = 200;
inline constexpr std::size_t tags = 200;
inline constexpr std::size_t card_kinds = 12;
inline constexpr int cards_per_person = 200;
inline constexpr std::size_t up_votes = 500;  ///< of one seat in one activity
inline constexpr int sheets = 50;
inline constexpr int turns = 50;
inline constexpr int cards_per_turn = 20;
inline constexpr int turn_minutes = 60;
inline constexpr std::size_t beside = 3;  ///< activities that are open all the time
inline constexpr std::size_t measures = 500;
inline constexpr std::size_t person_name = 200;  ///< of who signs up
inline constexpr std::size_t contact = 200;
inline constexpr int dots = 1000;
inline constexpr std::size_t cover_text = 4000;  ///< each part of the minutes' first page
inline constexpr int link_days = 3650;
inline constexpr int planned_minutes = 24 * 60;

}  // namespace klartext::domain::limits
