#pragma once
#include <string_view>
#include <vector>

#include "protocol/blocks.hpp"
#include "protocol/minutes.hpp"

namespace klartext::protocol {

/// The short version has the results, and of what people wrote how much there is of it.
enum class edition { full, brief };

/// Of the last section, which stands there where minutes are signed.
inline constexpr std::string_view checking_anchor = "checking";

/// The minutes as blocks in reading order, in the session's language. The same minutes give the same blocks.
[[nodiscard]] std::vector<block> compose(const minutes&, edition = edition::full);

/// What it was about, what came out and what happens next, on a page of its own.
void compose_cover(const minutes&, std::vector<block>&);

/// The entries of an activity: by cluster, then by section, each with its comments; or how many there are in each.
void compose_entries(const activity&, language, const std::string& anchor, edition, std::vector<block>&);

/// The tags of an activity with what they are meant for and how many cards have each; nothing where there are none.
void compose_code_book(const activity&, language, const std::string& anchor, std::vector<block>&);

/// How an activity was voted on and what came out: as table and as chart, or why it was withheld.
void compose_vote(const activity&, language, const std::string& anchor, edition, std::vector<block>&);

/// Who does what by when, under what it follows from, and from what nothing follows yet.
void compose_measures(const activity&, language, const std::string& anchor, std::vector<block>&);

}  // namespace klartext::protocol
