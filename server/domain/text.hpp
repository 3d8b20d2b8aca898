#pragma once
#include "domain/refusal.hpp"

#include <cstddef>
#include <string>
#include <string_view>

/// Texts are valid UTF-8 when they come here; the doors have seen to that.
namespace klartext::domain {

[[nodiscard]] std::size_t code_points(std::string_view utf8);

/// Without white space (Unicode property White_Space) at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view utf8);

/// Whether people would say that the two are one name: equal but for upper and lower case, in the Latin, Greek,
/// Cyrillic and Armenian alphabets. An accent that is a character of its own is not joined with its letter before.
[[nodiscard]] bool same_but_for_case(std::string_view left, std::string_view right);

enum class emptiness { allowed, refused };

/// The text without white space at its ends, or why it cannot be taken. A text of which nothing can be seen (joiners,
/// marks of direction, ...) is empty; within a text, and at its ends, such code points have their uses and stay.
[[nodiscard]] result<std::string> checked_text(std::string_view utf8, std::size_t longest, emptiness);

}  // namespace klartext::domain
