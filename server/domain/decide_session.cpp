#include "domain/agenda_rules.hpp"
#include "domain/deciding.hpp"
#include "domain/limits.hpp"
#include "domain/text.hpp"

namespace klartext::domain {
namespace {

result<session_settings> checked(const session_settings& wanted) {
    auto title = checked_text(wanted.title, limits::title, emptiness::refused);
    if (!title) return title.error();
    auto notice = checked_text(wanted.notice, limits::long_text, emptiness::allowed);
    if (!notice) return notice.error();
    return session_settings{std::move(*title), wanted.language, std::move(*notice), wanted.open_small_group};
}

}  // namespace

decision deciding::operator()(const edit_session& wanted) const {
    if (const auto ok = not_closed(); !ok) return ok.error();
    auto settings = checked(wanted.settings);
    if (!settings) return settings.error();
    const auto& now = state.head.settings;
    const bool promise_changes = settings->notice != now.notice || settings->open_small_group != now.open_small_group;
    if (state.head.phase == session_phase::running && promise_changes) return refusal::notice_frozen;
    if (*settings == now) return std::vector<change>{};
    return std::vector<change>{session_edited{std::move(*settings)}};
}

decision deciding::operator()(const start_session& wanted) const {
    if (const auto ok = not_closed(); !ok) return ok.error();
    if (state.head.phase == session_phase::running) return std::vector<change>{};
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(at.now)};
    std::vector<change> changes{session_started{today, wanted.frozen_notice}};
    for (const auto& activity : state.agenda)
        if (is_beside(activity.planned)) changes.push_back(activity_opened{activity.planned.id, at.now, {}, at.steady});
    return changes;
}

decision deciding::operator()(const close_session&) const {
    if (state.head.phase == session_phase::closed) return std::vector<change>{};
    if (const auto ok = running(); !ok) return ok.error();
    std::vector<change> changes;
    for (const auto& activity : state.agenda) {
        if (activity.phase != phase::open) continue;
        auto closed = closing(activity);
        changes.insert(changes.end(), closed.begin(), closed.end());
    }
    changes.push_back(session_closed{at.seats});
    return changes;
}

decision deciding::operator()(const set_door& wanted) const {
    if (const auto ok = not_closed(); !ok) return ok.error();
    if (state.head.door_open == wanted.open) return std::vector<change>{};
    return std::vector<change>{door_set{wanted.open}};
}

}  // namespace klartext::domain
