#include "net/routes/routes.hpp"

#include "crypto/codes.hpp"
#include "net/answers.hpp"
#include "net/limits.hpp"
#include "net/routes/account_routes.hpp"
#include "net/routes/activity_routes.hpp"
#include "net/routes/join_routes.hpp"
#include "net/routes/letterbox_route.hpp"
#include "net/routes/mail_routes.hpp"
#include "net/routes/measure_routes.hpp"
#include "net/routes/minutes_routes.hpp"
#include "net/routes/session_routes.hpp"
#include "net/routes/sign_up_routes.hpp"
#include "net/routes/tag_routes.hpp"

#include <utility>

namespace klartext::net {
namespace {

wire::signing_key described(const crypto::public_key& key) {
    return {"ed25519", crypto::text_of(key), crypto::short_fingerprint(crypto::sha256(key))};
}

}  // namespace

routes::routes(services services, static_files files)
    : services_(std::move(services)), files_(std::move(files)), desk_(services_), feeds_(services_, tickets_) {
    router_.add("GET /healthz", [](call call) { call.respond(yes(wire::health{})); });
    router_.add("GET /api/v1/signing-key", [this](call call) { call.respond(yes(described(services_.signing_key))); });
    add_join_routes(router_, services_);
    add_letterbox_route(router_, services_.letterbox);
    add_account_routes(router_, services_, desk_, [this](const auto& account) { end_desk_feeds(account); });
    add_session_routes(router_, services_, desk_, tickets_);
    add_activity_routes(router_, desk_);
    add_measure_routes(router_, desk_);
    add_tag_routes(router_, services_, desk_);
    add_sign_up_routes(router_, services_, desk_);
    add_mail_routes(router_, services_, desk_);
    add_minutes_routes(router_, services_, desk_);
    router_.otherwise([this](call call) { call.respond(files_.answer(call.request)); });
}

void routes::handle(http_request request, responder respond) const {
    router_.handle(std::move(request), std::move(respond));
}

void routes::greet(std::shared_ptr<feed> newcomer, const std::string& hello) {
    feeds_.greet(std::move(newcomer), hello);
}

void routes::end_desk_feeds(const domain::account_id& owner) {
    for (const auto& listed : services_.sessions.owned_by(owner)) {
        tickets_.void_all_of(listed.id);
        feeds_.end_desk_feeds(listed.id);
    }
}

std::size_t routes::body_limit(const http_request& request) {
    const bool at_the_desk = request.path.starts_with("/api/v1/desk/") && request.cookie;
    return at_the_desk && cookie_value(*request.cookie, login_cookie) ? desk_body : small_body;
}

http_response routes::too_late(const std::string& path) {
    const bool by_a_participant =
        path == "/api/v1/letterbox" || path == "/api/v1/stamps" || path.starts_with("/api/v1/join/");
    return no(by_a_participant ? wire::problem::kept_will_be_sent_again : wire::problem::unavailable);
}

}  // namespace klartext::net
