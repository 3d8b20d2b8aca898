#pragma once
#include <string>
#include <vector>

#include "protocol/blocks.hpp"

/// What the documents say of a list of which cards could be supported, and of sheets that went round. For all formats
/// alike.
namespace klartext::protocol {

/// How many people gave up-votes and by what rule, or why no numbers are shown; how many turns the sheets went round.
/// Empty where there were neither.
[[nodiscard]] std::vector<std::string> rules_of_gathering(const activity&, language);

/// Whether numbers of up-votes may be shown.
[[nodiscard]] bool has_counted_up_votes(const activity&);

/// "7 votes"; empty where no numbers are shown.
[[nodiscard]] std::string up_votes_in_words(const activity&, const entry&, language);

/// "3 of 12 cards"; empty where none is marked as answered.
[[nodiscard]] std::string answered_in_words(const activity&, language);

/// The cards that anybody supports, most up-votes first, equal ones in reading order. The pointers live as long as the
/// activity does.
[[nodiscard]] std::vector<const entry*> supported_cards(const activity&);

/// Which card has the most up-votes, as a sentence; empty where none has any.
[[nodiscard]] std::string most_supported_in_words(const activity&, language);

/// "Sheet 7" of sheets, else its title, which may be empty.
[[nodiscard]] std::string title_of(const section&, const activity&, language);

}  // namespace klartext::protocol
