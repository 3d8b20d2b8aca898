#include "net/routes/new_draft.hpp"

namespace klartext::net {

domain::result<domain::session_state> new_draft(const wire::new_session& wanted) {
    std::vector<domain::command> commands{domain::edit_session{wanted.settings}};
    for (const auto& activity : wanted.agenda) commands.emplace_back(domain::add_activity{activity, std::nullopt});

    domain::session_state draft;
    for (const auto& command : commands) {
        const auto changes = domain::decide(draft, command, domain::circumstances{});
        if (!changes) return changes.error();
        for (const auto& change : *changes) domain::apply(draft, change);
    }
    return draft;
}

}  // namespace klartext::net
