#include "domain/agenda_rules.hpp"
#include "domain/anonymity/waves.hpp"
#include "domain/deciding.hpp"
#include "domain/limits.hpp"

namespace klartext::domain {

decision deciding::operator()(const start_turn& wanted) const {
    const auto target = open(wanted.activity);
    if (!target) return target.error();
    const auto& activity = **target;
    if (!brainwriting_of(activity.planned)) return refusal::wrong_kind;
    if (wanted.turn == activity.turn) return std::vector<change>{};
    if (wanted.turn != activity.turn + 1) return refusal::not_this_turn;
    if (activity.turn >= limits::turns) return refusal::no_more_turns;
    auto cards = waiting(activity);
    const auto on_seats = waiting(activity, written::on_a_seat).size();
    if (on_seats > 0 && on_seats < wave_size && released_recently(activity)) return refusal::too_soon;
    std::vector<change> changes;
    if (!cards.empty()) changes.push_back(showing(activity, std::move(cards)));
    changes.push_back(turn_started{wanted.activity, wanted.turn});
    return changes;
}

}  // namespace klartext::domain
