#include "net/routes/join_routes.hpp"

#include "crypto/codes.hpp"
#include "domain/notice.hpp"
#include "letterbox/drawing.hpp"
#include "net/answers.hpp"
#include "wire/join_messages.hpp"

#include <memory>
#include <utility>

namespace klartext::net {
namespace {

using wire::problem;
using session_pointer = std::shared_ptr<live::live_session>;

wire::drawn_stamps as_message(letterbox::drawn_stamps drawn) {
    wire::drawn_stamps message;
    message.rounds = std::move(drawn.rounds);
    for (const auto& [slot, stamp] : drawn.second_rounds) message.second_rounds.push_back({slot, stamp});
    message.address = drawn.address;
    for (auto& batch : drawn.entries) {
        message.entries.push_back({std::move(batch.activity), batch.number, std::move(batch.stamps)});
    }
    for (auto& [activity, stamps] : drawn.cards) message.cards.push_back({activity, std::move(stamps)});
    for (const auto& [activity, stamp] : drawn.sign_ups) message.sign_ups.push_back({activity, stamp});
    for (const auto& [activity, stamp] : drawn.up_votes) message.up_votes.push_back({activity, stamp});
    for (const auto& [activity, given] : drawn.sheets) message.sheets.push_back({activity, given.turn, given.own});
    return message;
}

std::map<domain::activity_id, int> by_activity(const std::optional<std::map<std::string, int>>& since) {
    std::map<domain::activity_id, int> result;
    if (!since) return result;
    for (const auto& [activity, batch] : *since) result.emplace(domain::activity_id{activity}, batch);
    return result;
}

http_response why_no_stamps(const live::live_session& session) {
    if (!session.keys()) return no(domain::refusal::session_closed);
    return no(problem::unknown_seat);
}

class join_doors {
public:
    explicit join_doors(const services& services) : services_(services) {}

    void look(call call) const {
        with_code(std::move(call), [](net::call looking, const session_pointer& session) {
            const auto respond = std::move(looking.respond);
            session->when_stored([respond, id = session->id()](const domain::session_state& state) {
                respond(yes(wire::door_of(id, state.head)));
            });
        });
    }

    void join(call call) const {
        const auto asked = wire::read_join(call.request.body);
        if (!asked) return call.respond(no(asked.error()));
        with_code(std::move(call), [seat = asked->seat](net::call joining, const session_pointer& session) {
            const auto respond = std::move(joining.respond);
            session->admit(letterbox::seat_hash_of(seat), [respond, seat, session](const live::answer& given) {
                respond(admitted(given, *session, seat));
            });
        });
    }

    void draw(call call) const {
        const auto asked = wire::read_stamps_request(call.request.body);
        if (!asked) return call.respond(no(asked.error()));
        const auto respond = std::move(call.respond);
        services_.sessions.with_session(asked->session, [respond, asked = *asked](const session_pointer& session) {
            if (!session) return respond(no(problem::unknown_session));
            // A seat that is not stored yet may be lost; its stamps must not be out by then.
            session->when_stored([respond, asked, session](const domain::session_state&) {
                auto drawn = letterbox::draw(*session, asked.seat, by_activity(asked.since));
                respond(drawn ? yes(as_message(std::move(*drawn))) : why_no_stamps(*session));
            });
        });
    }

private:
    using code_route = std::function<void(call, const session_pointer&)>;

    void with_code(call call, code_route then) const {
        const auto now = services_.now();
        const auto& address = call.request.address;
        if (!services_.join_tries.allows(address, now)) return call.respond(no(problem::too_many_tries));
        const auto code = crypto::normalise_code(call.parts.at(0));
        const auto* listed = code ? services_.sessions.find_code(*code) : nullptr;
        if (!listed) {
            services_.join_tries.failed(address, now);
            return call.respond(no(problem::unknown_code));
        }
        const auto kept = std::make_shared<net::call>(std::move(call));
        services_.sessions.with_session(listed->id, [kept, then = std::move(then)](const session_pointer& session) {
            if (!session) return kept->respond(no(problem::unavailable));
            then(std::move(*kept), session);
        });
    }

    static http_response admitted(const live::answer& given, const live::live_session& session,
                                  const wire::secret& seat) {
        if (const auto* why = std::get_if<domain::refusal>(&given)) return no(*why);
        if (std::holds_alternative<live::kept_by_sender>(given)) return no(problem::kept_will_be_sent_again);
        auto drawn = letterbox::draw(session, seat, {});
        if (!drawn) return why_no_stamps(session);
        return yes(wire::joined{session.id(), as_message(std::move(*drawn))});
    }

    const services& services_;
};

}  // namespace

void add_join_routes(router& router, const services& services) {
    const auto doors = std::make_shared<const join_doors>(services);
    router.add("GET /api/v1/join/{}", [doors](call call) { doors->look(std::move(call)); });
    router.add("POST /api/v1/join/{}", [doors](call call) { doors->join(std::move(call)); });
    router.add("POST /api/v1/stamps", [doors](call call) { doors->draw(std::move(call)); });
}

}  // namespace klartext::net
