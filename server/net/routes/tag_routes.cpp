#include "net/routes/tag_routes.hpp"

#include "crypto/crypto.hpp"
#include "net/answers.hpp"
#include "net/routes/ids.hpp"
#include "net/routes/suggesting.hpp"

#include <memory>
#include <set>
#include <utility>

namespace klartext::net {
namespace {

using domain::command;
using domain::refusal;
using session = live::live_session;

// Parts of the path: session, activity, then tag.
domain::activity_id activity_in(const call& call) { return {call.parts.at(1)}; }
std::optional<domain::tag_id> tag_in(const call& call) { return id_of<domain::tag_id>(call.parts.at(2)); }

void add_tag(call call, const std::shared_ptr<session>& session) {
    auto body = wire::read_new_tag(call.request.body);
    if (!body) return call.respond(no(body.error()));
    const auto id = body->id.value_or(domain::tag_id{crypto::random_bytes<16>()});
    const domain::add_tag wanted{activity_in(call), id, std::move(body->name), std::move(body->meaning).value_or("")};
    desk_caller::submit(*session, wanted, std::move(call.respond), [id] { return yes(wire::created_tag{id}, 201); });
}

asked edit_tag(const call& call, const session&) {
    auto body = wire::read_tag(call.request.body);
    if (!body) return no(body.error());
    const auto id = tag_in(call);
    if (!id) return no(refusal::unknown_tag);
    return command(
        domain::edit_tag{activity_in(call), *id, std::move(body->name), std::move(body->meaning).value_or("")});
}

asked remove_tag(const call& call, const session&) {
    const auto id = tag_in(call);
    if (!id) return no(refusal::unknown_tag);
    return command(domain::remove_tag{activity_in(call), *id});
}

asked merge_tags(const call& call, const session&) {
    const auto body = wire::read_tag_merge(call.request.body);
    if (!body) return no(body.error());
    const auto id = tag_in(call);
    if (!id) return no(refusal::unknown_tag);
    return command(domain::merge_tags{activity_in(call), *id, body->into});
}

asked tag_entries(const call& call, const session&) {
    auto body = wire::read_tagging(call.request.body);
    if (!body) return no(body.error());
    const auto id = tag_in(call);
    if (!id) return no(refusal::unknown_tag);
    return command(domain::tag_entries{activity_in(call), std::move(body->entries), *id, body->on});
}

/// Lets one question per session be thought about at a time; who asks meanwhile is asked to try again. On the I/O
/// thread.
class thinking : public std::enable_shared_from_this<thinking> {
public:
    explicit thinking(const services& services) : services_(services) {}

    void ask(const domain::session_id& id, cards_to_compare cards, responder respond) {
        if (!busy_.insert(id).second) return respond(no(wire::problem::unavailable));
        services_.thinkers.run<http_response>(
            [cards = std::move(cards)] { return suggested(cards); },
            [self = shared_from_this(), id, respond = std::move(respond)](std::optional<http_response> made) {
                self->busy_.erase(id);
                respond(made ? std::move(*made) : no(wire::problem::unavailable));
            });
    }

private:
    const services& services_;
    std::set<domain::session_id> busy_;
};

desk_caller::session_route suggest_with(std::shared_ptr<thinking> thinking) {
    return [thinking = std::move(thinking)](call call, const std::shared_ptr<session>& session) {
        session->when_stored([thinking, id = session->id(), activity = activity_in(call),
                              respond = std::move(call.respond)](const domain::session_state& state) {
            auto cards = cards_of(state, activity);
            if (!cards) return respond(no(cards.error()));
            if (too_many(*cards)) return respond(no(wire::problem::too_many_cards));
            thinking->ask(id, std::move(*cards), respond);
        });
    };
}

}  // namespace

void add_tag_routes(router& router, const services& services, const desk_caller& desk) {
    const auto of_activity = [](std::string method, const std::string& rest) {
        return method + " /api/v1/desk/sessions/{}/activities/{}/" + rest;
    };
    router.add(of_activity("POST", "tags"), desk.owner(add_tag));
    router.add(of_activity("PUT", "tags/{}"), desk.command(edit_tag));
    router.add(of_activity("DELETE", "tags/{}"), desk.command(remove_tag));
    router.add(of_activity("POST", "tags/{}/merge"), desk.command(merge_tags));
    router.add(of_activity("POST", "tags/{}/entries"), desk.command(tag_entries));
    router.add(of_activity("GET", "suggestions"), desk.owner(suggest_with(std::make_shared<thinking>(services))));
}

}  // namespace klartext::net
