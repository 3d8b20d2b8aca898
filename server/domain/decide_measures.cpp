#include "domain/deciding.hpp"
#include "domain/limits.hpp"
#include "domain/text.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

/// Any other year is a slip of the keyboard.
bool is_sensible(const std::chrono::year_month_day& due) {
    return due.ok() && due.year() >= std::chrono::year(1900) && due.year() <= std::chrono::year(9999);
}

result<measure> checked(measure wanted, std::size_t items) {
    auto what = checked_text(wanted.what, limits::item_text, emptiness::refused);
    if (!what) return what.error();
    auto who = checked_text(wanted.who, limits::title, emptiness::allowed);
    if (!who) return who.error();
    if (wanted.due && !is_sensible(*wanted.due)) return refusal::bad_date;
    if (wanted.about && (*wanted.about < 0 || static_cast<std::size_t>(*wanted.about) >= items))
        return refusal::unknown_item;
    wanted.what = std::move(*what);
    wanted.who = std::move(*who);
    return wanted;
}

/// Measures are written down from the opening on, and still once the group has gone on to the next activity.
result<const activity*> with_measures(const result<const activity*>& known) {
    if (!known) return known.error();
    if (!std::holds_alternative<measures_plan>((*known)->planned.plan)) return refusal::wrong_kind;
    if ((*known)->phase == phase::planned) return refusal::activity_not_open;
    return known;
}

}  // namespace

decision deciding::operator()(const put_measure& wanted) const {
    if (const auto ok = running(); !ok) return ok.error();
    const auto target = with_measures(known(wanted.activity));
    if (!target) return target.error();
    auto put = checked(wanted.measure, (*target)->items.size());
    if (!put) return put.error();
    const auto& all = (*target)->measures;
    const auto before = std::ranges::find(all, put->id, &measure::id);
    if (before == all.end() && all.size() >= limits::measures) return refusal::too_many_measures;
    if (before != all.end() && *before == *put) return std::vector<change>{};
    return std::vector<change>{measure_put{wanted.activity, std::move(*put)}};
}

decision deciding::operator()(const remove_measure& wanted) const {
    if (const auto ok = running(); !ok) return ok.error();
    const auto target = with_measures(known(wanted.activity));
    if (!target) return target.error();
    const auto& all = (*target)->measures;
    if (std::ranges::find(all, wanted.measure, &measure::id) == all.end()) return refusal::unknown_measure;
    return std::vector<change>{measure_removed{wanted.activity, wanted.measure}};
}

}  // namespace klartext::domain
