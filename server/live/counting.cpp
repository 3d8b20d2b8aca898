#include "domain/anonymity/steps.hpp"
#include "domain/anonymity/waves.hpp"
#include "live/live_session.hpp"

#include <algorithm>

// What a live session counts: stamps that may be drawn, cards that wait, ballots that are in.
namespace klartext::live {
namespace {

constexpr int round_stamp_step = 20;
constexpr int round_stamp_reserve = 5;  ///< slots kept ready for votes that are added

bool takes_entries(const domain::activity& activity) {
    return std::holds_alternative<domain::collect_plan>(activity.planned.plan) ||
           std::holds_alternative<domain::feedback_plan>(activity.planned.plan);
}

}  // namespace

/// The minute of an opening is stored, its moment on the steady clock is not: the wall clock is asked once for each.
void live_session::follow_openings() {
    std::erase_if(opened_, [&](const auto& known) {
        const auto* activity = state_.find(known.first);
        return !activity || !activity->opened;
    });
    for (const auto& activity : state_.agenda) {
        if (!activity.opened) continue;
        const auto ago = std::max(std::chrono::seconds{}, around_.now() - *activity.opened);
        opened_.try_emplace(activity.planned.id, around_.steady() - ago);
    }
}

std::optional<int> live_session::stamp_batch(const domain::activity_id& id) const {
    const auto* activity = state_.find(id);
    if (!activity || activity->phase != domain::phase::open || !activity->opened || !takes_entries(*activity))
        return std::nullopt;
    const auto since = opened_.find(id);
    return since == opened_.end() ? 0 : static_cast<int>((around_.steady() - since->second) / around_.top_up);
}

int live_session::round_stamps() const {
    if (state_.head.phase == domain::session_phase::closed) return 0;
    const auto votes = std::ranges::count_if(state_.agenda, [](const domain::activity& each) {
        return std::holds_alternative<domain::vote_plan>(each.planned.plan);
    });
    const int slots = std::max(state_.head.slots, static_cast<int>(votes));
    return ((slots + round_stamp_reserve - 1) / round_stamp_step + 1) * round_stamp_step;
}

head_count live_session::count() const {
    head_count now;
    now.connected = hub_.connected_seats();
    now.round_stamps = round_stamps();
    for (const auto& activity : state_.agenda) {
        if (activity.phase != domain::phase::open) continue;
        const auto& id = activity.planned.id;
        if (const auto batch = stamp_batch(id)) now.stamp_batches.emplace(id, *batch);
        now.activities.emplace(id, head_count::progress{domain::waiting_in_steps(activity),
                                                        domain::announced_ballots(
                                                            static_cast<int>(activity.ballots.size()), now.connected)});
    }
    return now;
}

}  // namespace klartext::live
