#include "domain/sign_up.hpp"

#include "domain/limits.hpp"
#include "domain/text.hpp"

#include <algorithm>

namespace klartext::domain {
namespace {

/// A line break in a name would look like somebody else in a list.
result<std::string> checked_line(const std::string& text, std::size_t longest, emptiness empty) {
    auto line = checked_text(text, longest, empty);
    if (line && line->find_first_of("\t\n\r") != std::string::npos) return refusal::text_has_control_characters;
    return line;
}

result<const activity*> with_themes(const session_state& state, const activity_id& id) {
    if (state.head.phase == session_phase::closed) return refusal::session_closed;
    if (state.head.phase != session_phase::running) return refusal::session_not_running;
    const auto* found = state.find(id);
    if (!found) return refusal::unknown_activity;
    if (!std::holds_alternative<sign_up_plan>(found->planned.plan)) return refusal::wrong_kind;
    if (found->phase == phase::planned) return refusal::activity_not_open;
    return found;
}

}  // namespace

result<sign_up> checked(const session_state& state, sign_up wanted) {
    const auto target = with_themes(state, wanted.activity);
    if (!target) return target.error();
    if (wanted.themes.empty()) return sign_up{wanted.activity, {}, {}, {}};
    if ((*target)->phase != phase::open) return refusal::activity_not_open;

    auto name = checked_line(wanted.name, limits::person_name, emptiness::refused);
    if (!name) return name.error();
    auto contact = checked_line(wanted.contact, limits::contact, emptiness::allowed);
    if (!contact) return contact.error();
    std::ranges::sort(wanted.themes);
    wanted.themes.erase(std::unique(wanted.themes.begin(), wanted.themes.end()), wanted.themes.end());
    const auto count = static_cast<item_number>((*target)->items.size());
    if (wanted.themes.front() < 0 || wanted.themes.back() >= count) return refusal::unknown_item;
    wanted.name = std::move(*name);
    wanted.contact = std::move(*contact);
    return wanted;
}

}  // namespace klartext::domain
