#include "domain/deciding.hpp"
#include "domain/limits.hpp"
#include "domain/text.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

result<void> tidy(std::string& text) {
    auto checked = checked_text(text, limits::cover_text, emptiness::allowed);
    if (!checked) return checked.error();
    text = std::move(*checked);
    return {};
}

template <class T>
void as_a_set(std::vector<T>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

decision deciding::operator()(const edit_minutes& wanted) const {
    auto choices = wanted.choices;
    for (auto* text : {&choices.about, &choices.outcome, &choices.next})
        if (const auto ok = tidy(*text); !ok) return ok.error();
    for (const auto& activity : choices.left_out)
        if (const auto ok = known(activity); !ok) return ok.error();
    if (choices.link_days && (*choices.link_days < 1 || *choices.link_days > limits::link_days))
        return refusal::bad_link_days;
    as_a_set(choices.left_out);
    as_a_set(choices.attached);
    if (choices == state.head.minutes) return std::vector<change>{};
    return std::vector<change>{minutes_edited{std::move(choices)}};
}

decision deciding::operator()(const set_minutes_link& wanted) const {
    if (state.head.phase != session_phase::closed) return refusal::session_not_closed;
    if (wanted.token == state.head.minutes_token) return std::vector<change>{};
    return std::vector<change>{minutes_link_set{wanted.token}};
}

}  // namespace klartext::domain
