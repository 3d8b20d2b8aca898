#pragma once
#include "domain/session_state.hpp"
#include "domain/visibility.hpp"
#include "wire/feed_writer.hpp"

#include <optional>
#include <set>

/// What an audience sees of the state: allow-lists, field by field. Private to this room.
namespace klartext::wire {

/// Which entries of one activity everybody may see, and what of them.
class visible_entries {
public:
    /// `of` must outlive this.
    explicit visible_entries(const domain::activity& of);

    /// Nothing for what nobody but its writer may see: not shown yet, removed, withdrawn without comments.
    [[nodiscard]] std::optional<entry_view> view(const domain::entry_id&) const;
    [[nodiscard]] std::vector<entry_view> all() const;  ///< by id

private:
    [[nodiscard]] bool comment_is_seen(const domain::entry&) const;

    const domain::activity& of_;
    std::set<domain::entry_id> commented_;  ///< by at least one comment that is seen
};

enum class with_entries { no, yes };

[[nodiscard]] std::vector<cluster_view> clusters_of(const domain::activity&);
[[nodiscard]] std::vector<tag_view> tags_of(const domain::activity&);
[[nodiscard]] std::vector<measure_view> measures_of(const domain::activity&);
/// Nothing while the vote runs.
[[nodiscard]] std::optional<vote_result> result_of(const domain::session_state&, const domain::activity&);
[[nodiscard]] activity_view view_of(const domain::session_state&, const domain::activity&, const feed_numbers&,
                                    domain::audience, with_entries);
[[nodiscard]] std::vector<activity_view> agenda_of(const domain::session_state&, const feed_numbers&, domain::audience,
                                                   with_entries);
/// Complete, as it was promised at the start; in a draft as it would be promised now.
[[nodiscard]] std::string notice_of(const domain::session_head&);

/// Since 1970.
[[nodiscard]] std::optional<std::int64_t> milliseconds_of(const std::optional<std::chrono::sys_seconds>&);

}  // namespace klartext::wire
