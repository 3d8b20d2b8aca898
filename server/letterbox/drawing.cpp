#include "letterbox/drawing.hpp"

#include "domain/agenda_rules.hpp"

#include <algorithm>

namespace klartext::letterbox {
namespace {

drawn_stamps::batch draw_batch(const stamp_key& key, const secret& seat, const domain::activity_id& activity,
                               int number) {
    drawn_stamps::batch batch{activity, number, {}};
    const auto slot = entry_slot(activity, number);
    for (int each = 0; each < entry_stamps_per_batch; ++each) batch.stamps.push_back(make_stamp(key, slot, seat, each));
    return batch;
}

std::vector<stamp> draw_cards(const stamp_key& key, const secret& seat, const domain::activity_id& activity, int most) {
    std::vector<stamp> stamps;
    const auto slot = card_slot(activity);
    for (int each = 0; each < most; ++each) stamps.push_back(make_stamp(key, slot, seat, each));
    return stamps;
}

bool first_round_is_over(const domain::session_state& state, int slot) {
    return std::ranges::any_of(state.agenda, [&](const domain::activity& each) {
        return each.slot == slot && each.phase == domain::phase::closed && !domain::first_round_of(each.planned);
    });
}

bool takes_names(const domain::activity& activity) {
    return activity.phase != domain::phase::planned &&
           std::holds_alternative<domain::sign_up_plan>(activity.planned.plan);
}

bool takes_up_votes(const domain::activity& activity) {
    const auto* collect = std::get_if<domain::collect_plan>(&activity.planned.plan);
    return collect && collect->up_votes && activity.phase == domain::phase::open;
}

bool passes_sheets(const domain::activity& activity) {
    return domain::brainwriting_of(activity.planned) && activity.phase == domain::phase::open;
}

}  // namespace

std::optional<int> card_stamps(const domain::activity& activity) {
    const auto* collect = std::get_if<domain::collect_plan>(&activity.planned.plan);
    if (!collect) return std::nullopt;
    if (collect->sheets && collect->sheets->per_turn) return *collect->sheets->per_turn * activity.turn;
    return collect->per_person;
}

std::optional<drawn_stamps> draw(const live::live_session& session, const secret& seat,
                                 const std::map<domain::activity_id, int>& since) {
    const auto& keys = session.keys();
    if (!keys || !session.knows(seat_hash_of(seat))) return std::nullopt;

    drawn_stamps drawn;
    for (int slot = 0; slot < session.round_stamps(); ++slot) {
        drawn.rounds.push_back(make_stamp(keys->stamps, round_slot(slot), seat, 0));
        if (!first_round_is_over(session.unsettled(), slot))
            drawn.second_rounds.emplace(slot, make_stamp(keys->stamps, second_round_slot(slot), seat, 0));
    }
    for (const auto& activity : session.unsettled().agenda) {
        const auto& id = activity.planned.id;
        if (takes_names(activity)) drawn.sign_ups.emplace(id, make_stamp(keys->stamps, sign_up_slot(id), seat, 0));
        if (takes_up_votes(activity)) drawn.up_votes.emplace(id, make_stamp(keys->stamps, up_vote_slot(id), seat, 0));
        if (passes_sheets(activity))
            drawn.sheets.emplace(
                id,
                drawn_stamps::of_turn{activity.turn, make_stamp(keys->stamps, sheet_slot(id, activity.turn), seat, 0)});
        const auto last = session.stamp_batch(id);
        if (!last) continue;
        if (const auto most = card_stamps(activity)) drawn.cards.emplace(id, draw_cards(keys->stamps, seat, id, *most));
        const auto wanted = since.find(id);
        const int first = wanted == since.end() ? 0 : std::max(0, wanted->second);
        for (int number = std::max(first, *last - most_batches + 1); number <= *last; ++number)
            drawn.entries.push_back(draw_batch(keys->stamps, seat, id, number));
    }
    drawn.address = make_stamp(keys->addresses, address_slot(), seat, 0);
    return drawn;
}

}  // namespace klartext::letterbox
