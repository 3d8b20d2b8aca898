#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// From the names that a recording gives to the items of a vote to the numbers that the server gave them.
namespace klartext::replay {

struct item {
    std::string id;  ///< number in its vote
    std::string text;
};

/// An entry as it stands when the vote opens.
struct votable_entry {
    std::string ref;
    std::string id;    ///< 32 hexadecimal digits
    std::string text;  ///< as last confirmed
};

/// Ref -> number. The feed tells only the texts, without white space at their ends; entries of equal text are taken in
/// order of their ids, which is the order in which items are frozen. Entries without an item are left out.
[[nodiscard]] std::map<std::string, std::string> match_items(std::vector<votable_entry>, const std::vector<item>&);

/// The number of an item as a ballot names it; nothing if there is no such item any more.
using item_lookup = std::function<std::optional<std::string>(const std::string& name)>;

struct translated_ballot {
    std::optional<std::string> json;  ///< nothing: no item is left that the ballot could name
    std::size_t left_out = 0;         ///< items
};

/// `ballot` has passed the reading of the recording.
[[nodiscard]] translated_ballot translate_ballot(const std::string& ballot, const item_lookup&);

}  // namespace klartext::replay
