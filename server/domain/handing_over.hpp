#pragma once
#include "domain/session_state.hpp"

/// Which items of an earlier activity go on to a vote, to measures or to a sign-up.
///
/// Of a collecting activity: its cards, its clusters, or the tags of its code book that a card has. Of a closed vote by
/// its published result: the first so many, those not worse than a line, those that are disputed, or those in the
/// better quarter by two criteria; what figure that goes by, each method says beside its tally. Of a collecting
/// activity with up-votes its cards by the published numbers: the first so many, or those with not fewer than so many.
/// An item that nobody judged does not go on by a result, and neither does the passive option.
namespace klartext::domain {

[[nodiscard]] bool is_by_result(item_source::kind);

/// Whether a vote with these rules can tell what is to be taken by. By a result only.
[[nodiscard]] bool can_tell(const method_rules&, item_source::kind);
/// The same of up-votes, which tell nothing but a number.
[[nodiscard]] bool up_votes_can_tell(item_source::kind);

/// What goes on when it is frozen now. An open source closes first and shows its waiting cards, one beside the stage
/// stays open: of that only what everybody can see goes on, as it can be seen.
///
/// By a result the best item comes first, or the most disputed one; what is equal, and all else, as it was shown. What
/// a result is taken from must be closed, unless it is beside the stage: then what is published of it counts.
[[nodiscard]] result<std::vector<std::string>> handed_over(const session_state&, const item_source&);

/// The same for those who want to know beforehand: of an open source only what everybody can see.
[[nodiscard]] result<std::vector<std::string>> seen_to_go_on(const session_state&, const item_source&);

/// The items of a result by the rule. Without regard to who may know it.
[[nodiscard]] std::vector<item_number> chosen_by_result(const method_rules&, const tally_result&, const item_source&);

}  // namespace klartext::domain
