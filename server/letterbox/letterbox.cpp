#include "letterbox/letterbox.hpp"

#include "domain/agenda_rules.hpp"
#include "domain/anonymity/sheets.hpp"
#include "letterbox/drawing.hpp"

#include <utility>

namespace klartext::letterbox {
namespace {

/// Then the session says so more plainly. One that runs without its keys, as after a wrong restore, takes no stamp.
bool is_closed(const live::live_session& session) {
    return session.unsettled().head.phase == domain::session_phase::closed;
}

/// Takes any batch that was ever given out: which one says nothing about the seat. Where cards are limited they take
/// stamps of their own, which are good for nothing else.
bool is_entry_stamp(const live::live_session& session, const entry& dropped) {
    const auto* activity = session.unsettled().find(dropped.activity);
    if (activity && activity->entries.contains(dropped.id)) return true;  // a resend, whatever its stamp
    if (!session.keys()) return is_closed(session);
    const auto last = session.stamp_batch(dropped.activity);
    if (!last) return true;  // not open: the session says so more plainly
    if (!dropped.on && card_stamps(*activity))
        return is_valid(session.keys()->stamps, card_slot(dropped.activity), dropped.stamp);
    for (int batch = *last; batch >= 0; --batch)
        if (is_valid(session.keys()->stamps, entry_slot(dropped.activity, batch), dropped.stamp)) return true;
    return false;
}

bool is_round_stamp(const live::live_session& session, const ballot& dropped) {
    const auto* activity = session.unsettled().find(dropped.activity);
    if (!session.keys()) return is_closed(session);
    if (!activity || !activity->slot) return true;  // unknown, or no vote: the session says so
    const bool second = domain::first_round_of(activity->planned) != nullptr;
    const auto slot = second ? second_round_slot(*activity->slot) : round_slot(*activity->slot);
    return is_valid(session.keys()->stamps, slot, dropped.stamp);
}

/// Turns an envelope into a command, or nothing if its stamp is not worth anything here.
struct opening {
    const live::live_session& session;

    std::optional<domain::command> operator()(entry& dropped) const {
        if (!is_entry_stamp(session, dropped)) return std::nullopt;
        return domain::drop_entry{.activity = dropped.activity,
                                  .entry = dropped.id,
                                  .stamp = hash_of(dropped.stamp),
                                  .edit_hash = dropped.edit_hash,
                                  .text = std::move(dropped.text),
                                  .section = std::move(dropped.section),
                                  .on = dropped.on,
                                  .kind = std::move(dropped.kind)};
    }
    std::optional<domain::command> operator()(edit& dropped) const {
        return domain::edit_entry{dropped.activity, dropped.entry, edit_hash_of(dropped.edit_secret), dropped.counter,
                                  std::move(dropped.text)};
    }
    std::optional<domain::command> operator()(withdrawal& dropped) const {
        return domain::withdraw_entry{dropped.activity, dropped.entry, edit_hash_of(dropped.edit_secret),
                                      dropped.counter};
    }
    std::optional<domain::command> operator()(ballot& dropped) const {
        if (!is_round_stamp(session, dropped)) return std::nullopt;
        return domain::cast_ballot{dropped.activity, hash_of(dropped.stamp), dropped.counter,
                                   std::move(dropped.content)};
    }
    std::optional<domain::command> operator()(up_votes& dropped) const {
        const bool valid = session.keys()
                               ? is_valid(session.keys()->stamps, up_vote_slot(dropped.activity), dropped.stamp)
                               : is_closed(session);
        if (!valid) return std::nullopt;
        return domain::cast_up_votes{dropped.activity, hash_of(dropped.stamp), dropped.counter,
                                     std::move(dropped.entries)};
    }
    std::optional<domain::command> operator()(sheet_wanted&) const { return std::nullopt; }
    std::optional<domain::command> operator()(address&) const { return std::nullopt; }
    std::optional<domain::command> operator()(sign_up&) const { return std::nullopt; }
};

}  // namespace

letterbox::letterbox(live::registry& sessions, address_book& addresses, sign_up_list& names)
    : sessions_(sessions), addresses_(addresses), names_(names) {}

void letterbox::drop(envelope dropped, reply then) {
    const auto id = dropped.session;
    sessions_.with_session(id, [this, dropped = std::move(dropped),
                                then = std::move(then)](const std::shared_ptr<live::live_session>& session) mutable {
        if (!session) return then(rejection::unknown_session);
        if (const auto* left = std::get_if<address>(&dropped.content)) return leave_address(*session, *left, then);
        if (auto* name = std::get_if<sign_up>(&dropped.content)) return put_name(*session, std::move(*name), then);
        if (auto* wanted = std::get_if<sheet_wanted>(&dropped.content))
            return session->when_stored(
                [session, wanted = std::move(*wanted), then](const domain::session_state& stored) {
                    give_sheet(*session, stored, wanted, then);
                });
        const auto command = std::visit(opening{*session}, dropped.content);
        if (!command) return then(rejection::stamp_invalid);
        session->submit(*command, [then = std::move(then)](const live::answer& given) {
            std::visit([&](const auto& each) { then(each); }, given);
        });
    });
}

// Nothing is stored, and nothing kept beyond the turn; but the turn itself is stored first.
void letterbox::give_sheet(live::live_session& session, const domain::session_state& stored, const sheet_wanted& wanted,
                           const reply& then) {
    if (stored.head.phase == domain::session_phase::closed) return then(domain::refusal::session_closed);
    const auto* activity = stored.find(wanted.activity);
    if (!activity) return then(domain::refusal::unknown_activity);
    if (!domain::brainwriting_of(activity->planned)) return then(domain::refusal::wrong_kind);
    if (activity->phase != domain::phase::open) return then(domain::refusal::activity_not_open);
    if (wanted.turn != activity->turn) return then(domain::refusal::not_this_turn);
    const auto& keys = session.keys();
    if (!keys || !is_valid(keys->stamps, sheet_slot(wanted.activity, wanted.turn), wanted.stamp))
        return then(rejection::stamp_invalid);
    const auto sheets = domain::sheets_in_turn(*activity, session.seats());
    then(sheet{session.sheets().give(wanted.activity, wanted.turn, hash_of(wanted.stamp), sheets, wanted.had)});
}

void letterbox::leave_address(live::live_session& session, const address& left, const reply& then) {
    const auto id = session.id();
    const auto leave = [this, id, left, then](const stamp_key& key) {
        if (!is_valid(key, address_slot(), left.stamp)) return then(rejection::stamp_invalid);
        addresses_.leave(id, hash_of(left.stamp), left.mail, then);
    };
    if (session.keys()) return leave(session.keys()->addresses);
    if (!is_closed(session)) return then(rejection::stamp_invalid);
    addresses_.closed_key(id, [leave, then](const address_book::key_or_answer& found) {
        if (const auto* no_key = std::get_if<answer>(&found)) return then(*no_key);
        leave(std::get<stamp_key>(found));
    });
}

// The session says what may be written; it is not told what was.
void letterbox::put_name(const live::live_session& session, sign_up dropped, const reply& then) {
    const auto activity = dropped.content.activity;
    auto wanted = domain::checked(session.unsettled(), std::move(dropped.content));
    const auto& keys = session.keys();
    const bool valid = keys && is_valid(keys->stamps, sign_up_slot(activity), dropped.stamp);
    if (wanted && !valid) return then(rejection::stamp_invalid);
    if (wanted) return names_.put(session.id(), hash_of(dropped.stamp), dropped.counter, std::move(*wanted), then);
    if (valid || is_closed(session)) return refuse_name(session.id(), activity, dropped, wanted.error(), then);
    then(wanted.error());
}

// Whose reply was lost hears that it was taken, though nothing more is. The list knows none but valid stamps: once the
// keys are gone, it tells a stamp as well as they did.
void letterbox::refuse_name(const domain::session_id& id, const domain::activity_id& activity, const sign_up& dropped,
                            domain::refusal why, const reply& then) {
    const bool too_late = why == domain::refusal::activity_not_open || why == domain::refusal::session_closed;
    if (!too_late) return then(why);
    names_.holds(id, activity, hash_of(dropped.stamp), dropped.counter, [why, then](std::optional<bool> held) {
        if (!held) return then(live::kept_by_sender{});
        if (*held) return then(live::received{});
        then(why);
    });
}

}  // namespace klartext::letterbox
