#include "wire/forms.hpp"

#include <utility>

namespace klartext::wire {

new_session_body json_form<new_session>::make(const new_session& session) {
    const auto& settings = session.settings;
    return {settings.title, settings.language, session.agenda, settings.notice, settings.open_small_group};
}

bool json_form<new_session>::take(body from, new_session& to, std::string&) {
    to.settings = {std::move(from.title), from.language, std::move(from.notice).value_or(""),
                   from.open_small_group.value_or(false)};
    to.agenda = std::move(from.agenda);
    return true;
}

desk_session_body json_form<desk_session>::make(const desk_session& session) {
    const auto& [title, language, notice, open_small_group] = session.settings;
    return {session.id,
            session.code,
            title,
            language,
            notice,
            open_small_group,
            session.phase,
            session.door_open,
            session.seats,
            session.agenda,
            session.minutes_link,
            session.minutes_link_until,
            session.mail};
}

bool json_form<desk_session>::take(body from, desk_session& to, std::string&) {
    to = {from.id,
          std::move(from.code),
          {std::move(from.title), from.language, std::move(from.notice), from.open_small_group},
          from.phase,
          from.door_open,
          from.seats,
          std::move(from.agenda),
          std::move(from.minutes_link),
          std::move(from.minutes_link_until),
          from.mail};
    return true;
}

arrangement_body json_form<arrangement>::make(const arrangement& from) { return {from.entries, {from.cluster}}; }

bool json_form<arrangement>::take(body from, arrangement& to, std::string&) {
    to = {std::move(from.entries), from.cluster.value};
    return true;
}

}  // namespace klartext::wire
