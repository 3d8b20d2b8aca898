#include "minutes/write_minutes.hpp"

#include "domain/anonymity/steps.hpp"
#include "minutes/write_entries.hpp"
#include "minutes/write_measures.hpp"
#include "minutes/write_vote.hpp"

#include <algorithm>

namespace klartext::minutes {
namespace {

protocol::activity_kind kind_of(const domain::activity_plan& plan) {
    struct {
        protocol::activity_kind operator()(const domain::present_plan&) const {
            return protocol::activity_kind::present;
        }
        protocol::activity_kind operator()(const domain::collect_plan&) const {
            return protocol::activity_kind::collect;
        }
        protocol::activity_kind operator()(const domain::vote_plan&) const { return protocol::activity_kind::vote; }
        protocol::activity_kind operator()(const domain::feedback_plan&) const {
            return protocol::activity_kind::feedback;
        }
        protocol::activity_kind operator()(const domain::measures_plan&) const {
            return protocol::activity_kind::measures;
        }
        protocol::activity_kind operator()(const domain::sign_up_plan&) const {
            return protocol::activity_kind::sign_up;
        }
    } constexpr kind;
    return std::visit(kind, plan);
}

std::optional<int> actual_minutes(const domain::activity& activity) {
    if (!activity.opened || activity.phase != domain::phase::closed) return std::nullopt;
    return std::max(0, static_cast<int>((*activity.closed - *activity.opened).count()));  // clocks are set back
}

/// Exact once the round is closed, as everybody saw it before.
int told_ballots(const domain::activity& activity) {
    const int ballots = static_cast<int>(activity.ballots.size());
    return activity.phase == domain::phase::closed ? ballots : ballots / domain::step * domain::step;
}

protocol::activity write(const domain::session_state& state, const domain::activity& activity) {
    protocol::activity written;
    written.id = activity.planned.id.text;
    written.kind = kind_of(activity.planned.plan);
    written.title = activity.planned.title;
    written.planned_minutes = activity.planned.minutes;
    written.actual_minutes = actual_minutes(activity);
    written.left_out = std::ranges::count(state.head.minutes.left_out, activity.planned.id) > 0;
    if (written.left_out) return written;
    written.prompt = activity.planned.prompt;
    write_entries(state, activity, written);
    written.ballots = told_ballots(activity);
    written.vote = write_vote(state, activity);
    if (written.vote) written.removed = activity.texts.removed;
    if (written.kind == protocol::activity_kind::sign_up) {
        written.themes = activity.items;
        written.themes_from = write_source(state, activity);
    }
    written.measures = write_measures(state, activity);
    return written;
}

}  // namespace

protocol::minutes write_minutes(const live::stored_session& stored) {
    const auto& head = stored.state.head;
    protocol::minutes written;
    written.title = head.settings.title;
    written.date = head.day.value_or(std::chrono::year_month_day{});
    written.language = head.settings.language == domain::language::de ? protocol::language::de : protocol::language::en;
    written.preview = head.phase != domain::session_phase::closed;
    written.participants =
        head.phase == domain::session_phase::closed ? head.participants : static_cast<int>(stored.seats.size());
    written.notice = head.frozen_notice;
    written.open_small_group = head.settings.open_small_group;
    written.cover = {head.minutes.about, head.minutes.outcome, head.minutes.next};
    for (const auto& activity : stored.state.agenda) written.activities.push_back(write(stored.state, activity));
    return written;
}

}  // namespace klartext::minutes
