#include "net/routes/desk_caller.hpp"

#include "net/answers.hpp"
#include "net/routes/ids.hpp"

#include <utility>

namespace klartext::net {
namespace {

using wire::problem;

struct desk_answer {
    const std::function<http_response()>& done;

    http_response operator()(const live::received&) const { return done(); }
    http_response operator()(domain::refusal why) const { return no(why); }
    http_response operator()(const live::kept_by_sender&) const { return no(problem::unavailable); }
};

}  // namespace

void desk_caller::recognise(call call, account_route then) const {
    const auto token = cookie_value(call.request.cookie.value_or(""), login_cookie);
    if (!token) return call.respond(no(problem::not_logged_in));
    using known = std::optional<access::account>;
    const auto look = [&logins = services_.logins, token = *token, now = services_.now()] {
        return logins.who(token, now);
    };
    const auto kept = std::make_shared<net::call>(std::move(call));
    services_.lookups.run<known>(look, [kept, then = std::move(then)](std::optional<known> looked) {
        if (!looked) return kept->respond(no(problem::unavailable));
        if (!*looked) return kept->respond(no(problem::not_logged_in));
        then(std::move(*kept), **looked);
    });
}

route desk_caller::account(account_route then) const {
    return [this, then = std::move(then)](call call) { recognise(std::move(call), then); };
}

route desk_caller::administrator(account_route then) const {
    return account([then = std::move(then)](call call, const access::account& who) {
        if (!who.administrator) return call.respond(no(problem::not_yours));
        then(std::move(call), who);
    });
}

route desk_caller::listed_owner(listed_route then) const {
    return account([this, then = std::move(then)](call call, const access::account& who) {
        const auto id = id_of<domain::session_id>(call.parts.at(0));
        const auto* listed = id ? services_.sessions.find(*id) : nullptr;
        // Who it does not belong to does not learn that it exists.
        if (!listed || listed->owner != who.id) return call.respond(no(problem::unknown_session));
        then(std::move(call), *id);
    });
}

route desk_caller::owner(session_route then) const {
    return listed_owner([this, then = std::move(then)](call call, const domain::session_id& id) {
        const auto kept = std::make_shared<net::call>(std::move(call));
        services_.sessions.with_session(id, [kept, then](std::shared_ptr<live::live_session> session) {
            if (!session) return kept->respond(no(problem::unavailable));
            then(std::move(*kept), std::move(session));
        });
    });
}

route desk_caller::command(command_maker make) const {
    return owner([make = std::move(make)](call call, const std::shared_ptr<live::live_session>& session) {
        auto asked = make(call, *session);
        if (auto* answer = std::get_if<http_response>(&asked)) return call.respond(std::move(*answer));
        submit(*session, std::get<domain::command>(asked), std::move(call.respond), [] { return empty_response(204); });
    });
}

void desk_caller::submit(live::live_session& session, const domain::command& command, responder respond,
                         std::function<http_response()> done) {
    session.submit(command, [respond = std::move(respond), done = std::move(done)](const live::answer& given) {
        respond(std::visit(desk_answer{done}, given));
    });
}

}  // namespace klartext::net
