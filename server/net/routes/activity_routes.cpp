#include "net/routes/activity_routes.hpp"

#include "crypto/crypto.hpp"
#include "net/answers.hpp"
#include "net/routes/ids.hpp"
#include "wire/feed_writer.hpp"
#include "wire/letterbox_messages.hpp"

#include <memory>
#include <utility>

namespace klartext::net {
namespace {

using domain::command;
using domain::refusal;
using session = live::live_session;

// Parts of the path: session, activity, then cluster or entry.
domain::activity_id activity_in(const call& call) { return {call.parts.at(1)}; }

asked add_activity(const call& call, const session&) {
    auto body = wire::read_added_activity(call.request.body);
    if (!body) return no(body.error());
    return command(domain::add_activity{std::move(body->activity), body->position});
}

asked edit_activity(const call& call, const session&) {
    auto body = wire::read_activity(call.request.body);
    if (!body) return no(body.error());
    return command(domain::edit_activity{activity_in(call), std::move(*body)});
}

asked reorder(const call& call, const session&) {
    auto body = wire::read_order(call.request.body);
    if (!body) return no(body.error());
    return command(domain::reorder_agenda{std::move(body->order)});
}

/// For the commands that say no more than which activity.
template <class Command>
asked plain(const call& call, const session&) {
    return command(Command{activity_in(call)});
}

asked rename_cluster(const call& call, const session&) {
    const auto id = id_of<domain::cluster_id>(call.parts.at(2));
    auto body = wire::read_name(call.request.body);
    if (!body) return no(body.error());
    if (!id) return no(refusal::unknown_cluster);
    return command(domain::rename_cluster{activity_in(call), *id, std::move(body->name)});
}

asked remove_cluster(const call& call, const session&) {
    const auto id = id_of<domain::cluster_id>(call.parts.at(2));
    if (!id) return no(refusal::unknown_cluster);
    return command(domain::remove_cluster{activity_in(call), *id});
}

asked merge_clusters(const call& call, const session&) {
    const auto id = id_of<domain::cluster_id>(call.parts.at(2));
    const auto body = wire::read_merge(call.request.body);
    if (!body) return no(body.error());
    if (!id) return no(refusal::unknown_cluster);
    return command(domain::merge_clusters{activity_in(call), *id, body->into});
}

asked arrange(const call& call, const session&) {
    auto body = wire::read_arrange(call.request.body);
    if (!body) return no(body.error());
    return command(domain::arrange_entries{activity_in(call), std::move(body->entries), body->cluster});
}

asked remove_text(const call& call, const session&) {
    auto body = wire::read_text_to_remove(call.request.body);
    if (!body) return no(body.error());
    return command(domain::remove_text{activity_in(call), {body->item, std::move(body->text)}});
}

/// For somebody in the room or on the phone: without a stamp, and marked as such for everybody.
asked write_on_behalf(const call& call, const session&) {
    auto body = wire::read_new_entry(call.request.body);
    if (!body) return no(body.error());
    return command(domain::drop_entry{.activity = activity_in(call),
                                      .entry = body->id,
                                      .stamp = std::nullopt,
                                      .edit_hash = body->edit_hash,
                                      .text = std::move(body->text),
                                      .section = std::move(body->section).value_or(""),
                                      .on = body->on,
                                      .kind = std::move(body->kind).value_or("")});
}

asked mark_answered(const call& call, const session&) {
    const auto id = id_of<domain::entry_id>(call.parts.at(2));
    const auto body = wire::read_answered(call.request.body);
    if (!body) return no(body.error());
    if (!id) return no(refusal::unknown_entry);
    return command(domain::mark_answered{activity_in(call), *id, body->answered});
}

asked start_turn(const call& call, const session&) {
    const auto body = wire::read_turn(call.request.body);
    if (!body) return no(body.error());
    return command(domain::start_turn{activity_in(call), body->turn});
}

template <class Command>
asked of_entry(const call& call, const session&) {
    const auto id = id_of<domain::entry_id>(call.parts.at(2));
    if (!id) return no(refusal::unknown_entry);
    return command(Command{activity_in(call), *id});
}

void add_cluster(call call, const std::shared_ptr<session>& session) {
    auto body = wire::read_name(call.request.body);
    if (!body) return call.respond(no(body.error()));
    const domain::cluster_id id{crypto::random_bytes<16>()};
    desk_caller::submit(*session, domain::add_cluster{activity_in(call), id, std::move(body->name)},
                        std::move(call.respond), [id] { return yes(wire::created_cluster{id}, 201); });
}

void add_activity_answered(call call, const std::shared_ptr<session>& session) {
    auto asked = add_activity(call, *session);
    if (auto* answer = std::get_if<http_response>(&asked)) return call.respond(std::move(*answer));
    desk_caller::submit(*session, std::get<command>(asked), std::move(call.respond),
                        [] { return empty_response(201); });
}

void show_removed(call call, const std::shared_ptr<session>& session) {
    session->when_stored(
        [activity = activity_in(call), respond = std::move(call.respond)](const domain::session_state& state) {
            const auto* found = state.find(activity);
            respond(found ? json_response(200, wire::write_removed(*found)) : no(refusal::unknown_activity));
        });
}

}  // namespace

void add_activity_routes(router& router, const desk_caller& desk) {
    const auto under_session = [](std::string method, const std::string& rest) {
        return method + " /api/v1/desk/sessions/{}/" + rest;
    };
    const auto add = [&](const char* method, const char* rest, desk_caller::command_maker make) {
        router.add(under_session(method, rest), desk.command(std::move(make)));
    };
    router.add(under_session("POST", "activities"), desk.owner(add_activity_answered));
    add("PUT", "agenda", reorder);
    add("PUT", "activities/{}", edit_activity);
    add("DELETE", "activities/{}", plain<domain::remove_activity>);
    add("POST", "activities/{}/open", plain<domain::open_activity>);
    add("POST", "activities/{}/close", plain<domain::close_activity>);
    add("POST", "activities/{}/uncover", plain<domain::uncover>);
    add("POST", "activities/{}/up-votes/count", plain<domain::count_up_votes>);
    add("PUT", "activities/{}/turn", start_turn);
    add("PUT", "activities/{}/entries/{}/answered", mark_answered);
    router.add(under_session("POST", "activities/{}/clusters"), desk.owner(add_cluster));
    add("PUT", "activities/{}/clusters/{}", rename_cluster);
    add("DELETE", "activities/{}/clusters/{}", remove_cluster);
    add("POST", "activities/{}/clusters/{}/merge", merge_clusters);
    add("POST", "activities/{}/arrange", arrange);
    add("POST", "activities/{}/entries", write_on_behalf);
    add("POST", "activities/{}/texts/remove", remove_text);
    add("POST", "activities/{}/entries/{}/remove", of_entry<domain::remove_entry>);
    add("POST", "activities/{}/entries/{}/restore", of_entry<domain::restore_entry>);
    router.add(under_session("GET", "activities/{}/removed"), desk.owner(show_removed));
}

}  // namespace klartext::net
