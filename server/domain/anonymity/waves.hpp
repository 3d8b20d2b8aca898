#pragma once
#include "domain/session_state.hpp"

/// When cards leave together, so that nobody can tell a card by the moment at which it appeared.
namespace klartext::domain {

inline constexpr std::size_t wave_size = 5;
inline constexpr std::chrono::minutes shortest_gap{2};  ///< between a release and one of fewer cards than a wave

/// The way in which cards leave now: a covered activity that was uncovered goes on in waves.
[[nodiscard]] release effective_release(const activity&);

/// Where waiting cards were written. A card from the desk hides nobody: everybody knows who typed it. So the two are
/// counted and leave apart, and nobody shortens a wave of participants' cards by adding some of the desk's.
enum class written { anywhere, on_a_seat, at_the_desk };

/// Cards (not comments) that nobody but their writers has seen, and changes of shown cards; sorted by id.
[[nodiscard]] std::vector<entry_id> waiting(const activity&, written where = written::anywhere);

/// How many wait, as everybody is told: each sort in steps of its own.
[[nodiscard]] int waiting_in_steps(const activity&);

/// `cards`, and the comments that appear together with them; sorted by id.
[[nodiscard]] std::vector<entry_id> with_comments(const activity&, std::vector<entry_id> cards);

/// Whether so many waiting cards leave by themselves.
[[nodiscard]] bool leaves_now(const activity&, std::size_t waiting_cards);

}  // namespace klartext::domain
