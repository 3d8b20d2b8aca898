#include "net/routes/sign_up_routes.hpp"

#include "net/answers.hpp"
#include "wire/sign_up_messages.hpp"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

namespace klartext::net {
namespace {

using session_pointer = std::shared_ptr<live::live_session>;

/// The themes of all sign-ups that were opened, with nobody in them yet.
wire::sign_ups empty_lists(const domain::session_state& state) {
    wire::sign_ups lists;
    for (const auto& activity : state.agenda) {
        if (!std::holds_alternative<domain::sign_up_plan>(activity.planned.plan)) continue;
        if (activity.phase == domain::phase::planned) continue;
        wire::signed_up_activity list{activity.planned.id, activity.planned.title, {}};
        for (const auto& text : activity.items) list.themes.push_back({text, {}});
        lists.activities.push_back(std::move(list));
    }
    return lists;
}

void enter(const domain::sign_up& who, wire::sign_ups& lists) {
    const auto list = std::ranges::find(lists.activities, who.activity, &wire::signed_up_activity::activity);
    if (list == lists.activities.end()) return;
    const auto contact = who.contact.empty() ? std::nullopt : std::optional(who.contact);
    for (const auto number : who.themes) {
        const auto place = static_cast<std::size_t>(number);
        if (number >= 0 && place < list->themes.size()) list->themes[place].people.push_back({who.name, contact});
    }
}

void sort_by_name(wire::sign_ups& lists) {
    for (auto& list : lists.activities)
        for (auto& theme : list.themes)
            std::ranges::sort(theme.people, {}, [](const auto& who) { return std::tie(who.name, who.contact); });
}

void show(const services& services, call call, const session_pointer& session) {
    session->when_stored([&services, id = session->id(), respond = std::move(call.respond)](const auto& state) {
        services.read_sign_ups(id, [lists = empty_lists(state), respond](auto found) mutable {
            if (!found) return respond(no(wire::problem::unavailable));
            for (const auto& who : *found) enter(who, lists);
            sort_by_name(lists);
            respond(yes(lists));
        });
    });
}

void remove(const services& services, call call, const domain::session_id& id) {
    auto body = wire::read_sign_up_removal(call.request.body);
    if (!body) return call.respond(no(body.error()));
    const domain::sign_up who{
        std::move(body->activity), std::move(body->name), std::move(body->contact).value_or(""), {}};
    services.remove_sign_up(id, who, [respond = std::move(call.respond)](bool done) {
        respond(done ? empty_response(204) : no(wire::problem::unavailable));
    });
}

}  // namespace

void add_sign_up_routes(router& router, const services& services, const desk_caller& desk) {
    router.add("GET /api/v1/desk/sessions/{}/sign-ups",
               desk.owner([&services](call call, const session_pointer& session) {
                   show(services, std::move(call), session);
               }));
    router.add("POST /api/v1/desk/sessions/{}/sign-ups/remove",
               desk.listed_owner(
                   [&services](call call, const domain::session_id& id) { remove(services, std::move(call), id); }));
}

}  // namespace klartext::net
