#pragma once
#include "domain/session_state.hpp"

/// Inside of `decide`: one overload per command, in files by subject.
namespace klartext::domain {

using decision = result<std::vector<change>>;

struct deciding {
    const session_state& state;
    const circumstances& at;

    // decide_entries.cpp, decide_ballots.cpp
    decision operator()(const drop_entry&) const;
    decision operator()(const edit_entry&) const;
    decision operator()(const withdraw_entry&) const;
    decision operator()(const cast_ballot&) const;
    decision operator()(const remove_text&) const;
    // decide_up_votes.cpp
    decision operator()(const cast_up_votes&) const;
    decision operator()(const count_up_votes&) const;
    decision operator()(const mark_answered&) const;
    // decide_turns.cpp
    decision operator()(const start_turn&) const;
    // decide_session.cpp
    decision operator()(const edit_session&) const;
    decision operator()(const start_session&) const;
    decision operator()(const close_session&) const;
    decision operator()(const set_door&) const;
    // decide_minutes.cpp
    decision operator()(const edit_minutes&) const;
    decision operator()(const set_minutes_link&) const;
    // decide_agenda.cpp
    decision operator()(const add_activity&) const;
    decision operator()(const edit_activity&) const;
    decision operator()(const remove_activity&) const;
    decision operator()(const reorder_agenda&) const;
    // decide_activity.cpp
    decision operator()(const open_activity&) const;
    decision operator()(const close_activity&) const;
    decision operator()(const set_stage&) const;
    decision operator()(const set_timer&) const;
    decision operator()(const uncover&) const;
    // decide_arrangement.cpp
    decision operator()(const add_cluster&) const;
    decision operator()(const rename_cluster&) const;
    decision operator()(const remove_cluster&) const;
    decision operator()(const merge_clusters&) const;
    decision operator()(const arrange_entries&) const;
    decision operator()(const remove_entry&) const;
    decision operator()(const restore_entry&) const;
    // decide_tags.cpp
    decision operator()(const add_tag&) const;
    decision operator()(const edit_tag&) const;
    decision operator()(const remove_tag&) const;
    decision operator()(const merge_tags&) const;
    decision operator()(const tag_entries&) const;
    // decide_measures.cpp
    decision operator()(const put_measure&) const;
    decision operator()(const remove_measure&) const;

    /// Not while a draft, and not after the close.
    [[nodiscard]] result<void> running() const;
    [[nodiscard]] result<void> not_closed() const;
    [[nodiscard]] result<const activity*> known(const activity_id&) const;
    /// Known, in a running session, and open.
    [[nodiscard]] result<const activity*> open(const activity_id&) const;
    /// Known, a collecting activity, in a running session.
    [[nodiscard]] result<const activity*> collecting(const activity_id&) const;
    /// What closing this open activity comes to: its waiting cards leave first, and its up-votes are counted.
    [[nodiscard]] std::vector<change> closing(const activity&) const;
    /// Opened a second time, it would show so few cards or up-votes so soon that their moment gives them away.
    [[nodiscard]] bool closes_too_soon(const activity&) const;
    [[nodiscard]] bool released_recently(const activity&) const;
    [[nodiscard]] entries_shown showing(const activity&, std::vector<entry_id> sorted) const;
};

}  // namespace klartext::domain
