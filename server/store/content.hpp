#pragma once
#include <string>
#include <string_view>

#include "domain/session_state.hpp"

/// The content of each row as bytes, before the codec: what people wrote, planned and voted, and nothing of what has a
/// column of its own. Each starts with its version; every version that was ever released stays readable. Any text comes
/// back byte for byte. Reading throws unreadable_content and sets only the fields named.
namespace klartext::store {

/// Settings and frozen notice.
[[nodiscard]] std::string content_of(const domain::session_head&);
void read_content(std::string_view, domain::session_head&);

/// The plan without its id, the frozen items, the clusters and tags, measures, the texts of a closed vote, how many
/// gave up-votes, the turn of brainwriting.
[[nodiscard]] std::string content_of(const domain::activity&);
void read_content(std::string_view, domain::activity&);

/// Text, section, kind, tags, whether it was written on behalf, pending edit, up-votes, whether it is answered.
[[nodiscard]] std::string content_of(const domain::entry&);
void read_content(std::string_view, domain::entry&);

/// Which cards somebody supports, and what of it is published.
[[nodiscard]] std::string content_of(const domain::kept_up_votes&);
void read_content(std::string_view, domain::kept_up_votes&);

/// The ballot itself.
[[nodiscard]] std::string content_of(const domain::ballot&);
void read_content(std::string_view, domain::ballot&);

}  // namespace klartext::store
