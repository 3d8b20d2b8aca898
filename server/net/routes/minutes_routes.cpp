#include "net/routes/minutes_routes.hpp"

#include "net/answers.hpp"
#include "net/routes/minutes_link.hpp"

#include <functional>
#include <memory>
#include <utility>
#include <variant>

namespace klartext::net {
namespace {

using wire::problem;

/// One page with its own style and drawings, and nothing that runs or loads.
constexpr const char* document_policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

http_response as_response(minutes_file file) {
    http_response response{200, std::move(file.media_type), {}, nullptr};
    response.body = std::make_shared<const std::string>(std::move(file.content));
    response.headers.emplace_back("Content-Security-Policy", document_policy);
    response.headers.emplace_back("X-Robots-Tag", "noindex, nofollow");
    if (!file.saved_as.empty())
        response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + file.saved_as + "\"");
    return response;
}

void read(const services& services, const domain::session_id& id, std::string file, responder respond) {
    services.read_minutes(id, std::move(file), [respond = std::move(respond)](found_minutes found) {
        if (const auto* why = std::get_if<problem>(&found)) return respond(no(*why));
        respond(as_response(std::move(std::get<minutes_file>(found))));
    });
}

/// Within the minutes' own folder, so that the page finds the files beside it.
http_response to_the_page(const std::string& token) {
    auto response = empty_response(302);
    response.headers.emplace_back("Location", "/minutes/" + token + "/minutes.html");
    return response;
}

bool link_ended(const domain::session_head& head, std::chrono::system_clock::time_point now) {
    const auto last = last_day_of_link(head);
    return last && now >= std::chrono::sys_days(*last) + std::chrono::days(1);
}

using opened = std::function<void(const domain::session_id&, responder)>;

void open_link(const services& services, const std::string& token, responder respond, opened then) {
    const auto id = session_of_minutes(token);
    if (!id) return respond(no(problem::unknown_minutes));
    services.sessions.with_session(*id, [&services, token, respond = std::move(respond),
                                         then = std::move(then)](const std::shared_ptr<live::live_session>& session) {
        if (!session) return respond(no(problem::unknown_minutes));
        session->when_stored([id = session->id(), token, respond, then, now = services.now()](const auto& state) {
            if (state.head.phase != domain::session_phase::closed || !opens(token, state.head))
                return respond(no(problem::unknown_minutes));
            if (link_ended(state.head, now)) return respond(no(problem::minutes_link_ended));
            then(id, respond);
        });
    });
}

}  // namespace

void add_minutes_routes(router& router, const services& services, const desk_caller& desk) {
    router.add("GET /minutes/{}", [&services](call call) {
        const auto token = call.parts.at(0);
        open_link(services, token, std::move(call.respond),
                  [token](const domain::session_id&, responder respond) { respond(to_the_page(token)); });
    });
    router.add("GET /minutes/{}/{*}", [&services](call call) {
        open_link(services, call.parts.at(0), std::move(call.respond),
                  [&services, file = call.parts.at(1)](const domain::session_id& id, responder respond) {
                      read(services, id, file, std::move(respond));
                  });
    });
    router.add("GET /api/v1/desk/sessions/{}/minutes/{*}",
               desk.owner([&services](call call, const std::shared_ptr<live::live_session>& session) {
                   read(services, session->id(), call.parts.at(1), std::move(call.respond));
               }));
}

}  // namespace klartext::net
