#include "net/routes/mail_routes.hpp"

#include "net/answers.hpp"
#include "net/routes/ids.hpp"

#include <utility>

namespace klartext::net {
namespace {

using wire::problem;

void tell_state(const services& services, call call) {
    services.read_mail_state([respond = std::move(call.respond)](const std::optional<wire::mail_state>& state) {
        respond(state ? yes(*state) : no(problem::unavailable));
    });
}

void try_again(const services& services, call call) {
    services.take_mails_up([respond = std::move(call.respond)](bool done) {
        respond(done ? empty_response(204) : no(problem::unavailable));
    });
}

void send_test(const services& services, call call, const access::account& who) {
    const auto wanted = wire::read_test_mail(call.request.body);
    if (!wanted) return call.respond(no(wanted.error()));
    services.send_test_mail(text_of(who.id), *wanted, [respond = std::move(call.respond)](const tried_or_not& tried) {
        if (const auto* why = std::get_if<problem>(&tried)) return respond(no(*why));
        respond(yes(std::get<wire::tried_mail>(tried)));
    });
}

}  // namespace

void add_mail_routes(router& router, const services& services, const desk_caller& desk) {
    router.add("GET /api/v1/desk/mail",
               desk.account([&services](call call, const access::account&) { tell_state(services, std::move(call)); }));
    router.add("POST /api/v1/desk/mail/retry", desk.administrator([&services](call call, const access::account&) {
        try_again(services, std::move(call));
    }));
    router.add("POST /api/v1/desk/test-mail", desk.account([&services](call call, const access::account& who) {
        send_test(services, std::move(call), who);
    }));
}

}  // namespace klartext::net
