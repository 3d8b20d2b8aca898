#include "net/routes/minutes_routes.hpp"

#include "net/answers.hpp"
#include "net/routes/minutes_link.hpp"

#include <memory>
#include <utility>

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
    return response;
}

void read(const services& services, const domain::session_id& id, std::string file, responder respond) {
    services.read_minutes(id, std::move(file), [respond = std::move(respond)](std::optional<minutes_file> found) {
        respond(found ? as_response(std::move(*found)) : no(problem::unknown_minutes));
    });
}

void open_link(const services& services, const std::string& token, std::string file, responder respond) {
    const auto id = session_of_minutes(token);
    if (!id) return respond(no(problem::unknown_minutes));
    services.sessions.with_session(*id, [&services, token, file = std::move(file), respond = std::move(respond)](
                                            const std::shared_ptr<live::live_session>& session) {
        if (!session || !opens(token, *session)) return respond(no(problem::unknown_minutes));
        session->when_stored([&services, id = session->id(), file, respond](const domain::session_state& state) {
            if (state.head.phase != domain::session_phase::closed) return respond(no(problem::unknown_minutes));
            read(services, id, file, respond);
        });
    });
}

}  // namespace

void add_minutes_routes(router& router, const services& services, const desk_caller& desk) {
    router.add("GET /minutes/{}", [&services](call call) {
        open_link(services, call.parts.at(0), "minutes.html", std::move(call.respond));
    });
    router.add("GET /minutes/{}/{*}", [&services](call call) {
        open_link(services, call.parts.at(0), call.parts.at(1), std::move(call.respond));
    });
    router.add("GET /api/v1/desk/sessions/{}/minutes/{*}",
               desk.owner([&services](call call, const std::shared_ptr<live::live_session>& session) {
                   read(services, session->id(), call.parts.at(1), std::move(call.respond));
               }));
}

}  // namespace klartext::net
