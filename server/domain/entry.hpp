#pragma once
#include "domain/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace klartext::domain {

/// What a writer changed in a card that others already see; it leaves with the next release.
struct pending_edit {
    std::optional<std::string> text;  ///< none: withdrawn
    bool operator==(const pending_edit&) const = default;
};

enum class standing {
    present,
    withdrawn,  ///< by its writer; the text is gone
    removed,    ///< by the facilitator; the text is kept until the session closes, to be restored
};

/// One contribution, comment included. Says nothing about who wrote it, when, or as which of many.
struct entry {
    std::string text;                   ///< UTF-8, as typed, white space trimmed at the ends
    std::string section;                ///< id of a section of its activity; empty where there are none
    std::string kind;                   ///< id of a card kind of its activity; empty where there are none
    std::optional<entry_id> on;         ///< the entry that this comments on
    std::optional<cluster_id> cluster;  ///< never set on a comment
    std::vector<tag_id> tags;           ///< sorted by the ids; never set on a comment
    bool on_behalf = false;             ///< written by the facilitator for somebody in the room or on the phone
    int up_votes = 0;                   ///< as last published
    bool answered = false;              ///< the facilitator has marked it so
    bool shown = false;
    domain::standing standing = standing::present;
    std::optional<pending_edit> pending;  ///< only of a shown, present entry
    domain::edit_hash edit_hash;          ///< whoever knows its origin may edit and withdraw
    std::uint32_t counter = 0;            ///< of the last edit; a late resend never overwrites
    bool operator==(const entry&) const = default;
};

}  // namespace klartext::domain
