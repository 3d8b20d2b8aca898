#pragma once
#include <boost/system/result.hpp>
#include <stdexcept>
#include <string_view>

namespace klartext::domain {

/// Why a command was turned down. Each value has a stable code on the wire and a sentence in every language.
enum class refusal {
    session_not_running,       ///< still a draft, or closed
    session_running,           ///< possible in a draft only
    session_closed,            ///< nothing can be changed any more
    session_not_closed,        ///< possible after the close only
    door_closed,               ///< the facilitator admits no new seats
    unknown_activity,          ///< no such step on the agenda
    activity_not_open,         ///< not opened yet, or already closed
    activity_was_opened,       ///< possible before its opening only
    activity_closed_for_good,  ///< a closed activity cannot be opened again; a second round is a new one
    wrong_kind,                ///< the activity is of another kind
    duplicate_activity,        ///< an activity of this id exists
    id_reserved,               ///< "." or "..", which no path can name
    id_mismatch,               ///< the changed activity has another id than the one to be changed
    agenda_mismatch,           ///< the new order does not name each activity once
    too_many_activities,
    too_many_sections,
    too_many_items,
    too_many_clusters,
    no_items,                     ///< nothing to vote on, or for measures to follow from
    unknown_source,               ///< items are to come from an activity that is not an earlier one of the right kind
    unknown_first_round,          ///< a second round is to follow something that is not an earlier vote
    second_round_differs,         ///< a second round follows the rules of the first
    second_round_exists,          ///< a vote has one second round at most
    source_needed,                ///< a later activity takes its items from this one
    bad_rules,                    ///< the rules of the vote contradict each other
    bad_number_of_items,          ///< the rules of the vote ask for more items, or for fewer
    text_empty,                   ///< nothing but white space and what cannot be seen
    text_too_long,                ///< more code points than allowed
    text_has_control_characters,  ///< other than tab and line break
    unknown_section,              ///< an entry names a section that the activity does not have
    duplicate_section,
    comments_off,  ///< this activity takes no comments
    unknown_entry,
    not_the_writer,  ///< the edit secret is another one
    entry_gone,      ///< withdrawn or removed
    stamp_spent,     ///< this stamp was used for another entry
    unknown_cluster,
    duplicate_cluster,
    too_soon,         ///< fewer than 5 cards, and the last release is less than 2 minutes ago
    nothing_waiting,  ///< no card waits to be shown
    ballot_of_other_method,
    unknown_item,          ///< a ballot or a measure names an item that its activity does not have
    too_many_dots,         ///< more dots than the budget
    too_many_on_one_item,  ///< more dots on one item than allowed
    negative_dots,         ///< dots cannot be taken away from others
    bad_link_days,         ///< the link to the minutes is to end today or in the far future
    notice_frozen,         ///< what was promised at the start cannot be changed
    too_few_choices,       ///< fewer items than the vote asks for
    too_many_choices,      ///< more items than the vote allows
    item_named_twice,      ///< the ballot names an item twice, or both rates it and cannot judge it
    dots_left,             ///< every dot is to be spent
    value_out_of_range,    ///< no step of the scale, or no number between the limits
    too_many_decimals,     ///< more digits after the point than the vote takes
    cannot_judge_off,      ///< "I cannot judge this" is not offered
    text_not_asked,        ///< the vote takes no text
    unknown_card_kind,     ///< a card names no kind of its activity, or one that it does not have
    duplicate_card_kind,
    too_many_card_kinds,
    bad_cards_per_person,  ///< not from 1 to 200
    too_many_beside,       ///< three activities at most are open all the time
    unknown_tag,
    duplicate_tag,  ///< a tag of this name or id exists
    too_many_tags,
    unknown_measure,
    too_many_measures,
    bad_date,
    source_not_closed,    ///< items come by the result of a vote that is not closed yet
    source_withheld,      ///< items come by the result of a vote that had too few ballots to publish it
    source_not_scored,    ///< the method of the earlier vote does not say what the rule asks for
    nothing_handed_over,  ///< no item of the earlier activity is what the rule asks for
    unknown_text,         ///< no text of the closed vote's published result
    too_many_up_votes,    ///< of one seat in one activity
    too_few_up_votes,     ///< fewer than 5 people have given any: publishing them would expose people
    bad_brainwriting,  ///< more or less than a turn can have, or together with what sheets that go round leave no room
                       ///< for
    not_this_turn,     ///< the sheets have been passed on, or this turn has not begun
    no_more_turns,     ///< the sheets have gone round as often as they may
};

/// A value, or why there is none. What a person can cause is a refusal; what should not happen is an exception.
template <class T>
using result = boost::system::result<T, refusal>;

[[noreturn]] inline void throw_exception_from_error(refusal, const boost::source_location&) {
    throw std::logic_error("a refusal was not looked at");
}

}  // namespace klartext::domain
