#include "net/routes/feed_route.hpp"

#include "crypto/codes.hpp"

#include <utility>
#include <vector>

namespace klartext::net {
namespace {

using live::feed_end;

domain::audience audience_of(wire::listener who) {
    switch (who) {
        case wire::listener::participant: return domain::audience::participants;
        case wire::listener::desk: return domain::audience::desk;
        case wire::listener::presenter: return domain::audience::presenter;
    }
    return domain::audience::participants;
}

std::optional<domain::seat_hash> seat_in(const wire::hello& hello) {
    if (hello.audience != wire::listener::participant || !hello.seat) return std::nullopt;
    return letterbox::seat_hash_of(*hello.seat);
}

std::optional<live::feed_position> position_in(const wire::hello& hello) {
    if (!hello.epoch || !hello.revision) return std::nullopt;
    return live::feed_position{*hello.epoch, *hello.revision};
}

bool knows_the_code(const wire::hello& hello, const live::live_session& session) {
    return hello.code && crypto::normalise_code(*hello.code) == session.code();
}

}  // namespace

void feed_route::greet(std::shared_ptr<feed> newcomer, const std::string& text) {
    auto hello = wire::read_hello(text);
    if (!hello) return newcomer->end(feed_end::protocol_error);
    const auto id = hello->session;
    services_.sessions.with_session(id, [this, newcomer = std::move(newcomer), hello = std::move(*hello)](
                                            const std::shared_ptr<live::live_session>& session) {
        if (!session) return newcomer->end(feed_end::not_admitted);
        admit(newcomer, hello, session);
    });
}

void feed_route::admit(const std::shared_ptr<feed>& newcomer, const wire::hello& hello,
                       const std::shared_ptr<live::live_session>& session) {
    const auto seat = seat_in(hello);
    bool admitted = false;
    switch (hello.audience) {
        case wire::listener::participant: admitted = seat && session->knows(*seat); break;
        case wire::listener::desk:
            admitted = hello.ticket && tickets_.redeem(*hello.ticket, session->id(), services_.now());
            break;
        case wire::listener::presenter: admitted = knows_the_code(hello, *session); break;
    }
    if (!admitted) {
        // A closed session has forgotten its seats.
        const bool closed = session->unsettled().head.phase == domain::session_phase::closed && !session->keys();
        const bool over = hello.audience == wire::listener::participant && closed;
        return newcomer->end(over ? feed_end::session_gone : feed_end::not_admitted);
    }
    if (hello.audience == wire::listener::desk) {
        std::erase_if(at_desks_, [](const auto& each) { return each.second.expired(); });
        at_desks_.emplace(session->id(), newcomer);
    }
    newcomer->when_gone([session, sink = newcomer.get()] { session->unsubscribe(*sink); });
    session->subscribe(newcomer, audience_of(hello.audience), seat, position_in(hello));
}

void feed_route::end_desk_feeds(const domain::session_id& id) {
    const auto [first, last] = at_desks_.equal_range(id);
    std::vector<std::shared_ptr<feed>> ending;
    for (auto each = first; each != last; ++each)
        if (auto open = each->second.lock()) ending.push_back(std::move(open));
    at_desks_.erase(first, last);
    for (const auto& each : ending) each->end(feed_end::not_admitted);
}

}  // namespace klartext::net
