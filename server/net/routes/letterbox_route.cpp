#include "net/routes/letterbox_route.hpp"

#include "net/answers.hpp"
#include "wire/letterbox_messages.hpp"

#include <utility>

namespace klartext::net {
namespace {

using wire::problem;

struct as_envelope {
    letterbox::envelope operator()(wire::entry_envelope& in) const {
        auto& entry = in.entry;
        return {in.session,
                letterbox::entry{std::move(in.activity), in.stamp, entry.id, entry.edit_hash, std::move(entry.text),
                                 std::move(entry.section).value_or(""), entry.on, std::move(entry.kind).value_or("")}};
    }
    letterbox::envelope operator()(wire::edit_envelope& in) const {
        return {in.session,
                letterbox::edit{std::move(in.activity), in.entry, in.edit_secret, in.counter, std::move(in.text)}};
    }
    letterbox::envelope operator()(wire::withdraw_envelope& in) const {
        return {in.session, letterbox::withdrawal{std::move(in.activity), in.entry, in.edit_secret, in.counter}};
    }
    letterbox::envelope operator()(wire::ballot_envelope& in) const {
        return {in.session, letterbox::ballot{std::move(in.activity), in.stamp, in.counter, std::move(in.ballot)}};
    }
    letterbox::envelope operator()(wire::address_envelope& in) const {
        return {in.session, letterbox::address{in.stamp, std::move(in.mail)}};
    }
    letterbox::envelope operator()(wire::sign_up_envelope& in) const {
        return {in.session,
                letterbox::sign_up{in.stamp, in.counter,
                                   domain::sign_up{std::move(in.activity), std::move(in.name),
                                                   std::move(in.contact).value_or(""), std::move(in.items)}}};
    }
    letterbox::envelope operator()(wire::up_votes_envelope& in) const {
        return {in.session, letterbox::up_votes{std::move(in.activity), in.stamp, in.counter, std::move(in.entries)}};
    }
    letterbox::envelope operator()(wire::sheet_envelope& in) const {
        return {in.session, letterbox::sheet_wanted{std::move(in.activity), in.stamp, in.turn, std::move(in.had)}};
    }
};

problem as_problem(letterbox::rejection why) {
    switch (why) {
        case letterbox::rejection::unknown_session: return problem::unknown_session;
        case letterbox::rejection::stamp_invalid: return problem::stamp_invalid;
        case letterbox::rejection::mail_invalid: return problem::mail_invalid;
        case letterbox::rejection::address_too_late: return problem::address_too_late;
        case letterbox::rejection::minutes_already_sent: return problem::minutes_already_sent;
    }
    return problem::unavailable;
}

struct letterbox_answer {
    http_response operator()(const live::received&) const { return yes(wire::received{}); }
    http_response operator()(domain::refusal why) const { return no(why); }
    http_response operator()(const live::kept_by_sender&) const { return no(problem::kept_will_be_sent_again); }
    http_response operator()(letterbox::rejection why) const { return no(as_problem(why)); }
    http_response operator()(letterbox::sheet given) const {
        return yes(wire::sheet_given{std::to_string(given.number)});
    }
};

void drop(letterbox::letterbox& box, const std::string& body, responder respond) {
    auto read = wire::read_envelope(body);
    if (!read) return respond(no(read.error()));
    box.drop(std::visit(as_envelope{}, *read), [respond = std::move(respond)](const letterbox::answer& given) {
        respond(std::visit(letterbox_answer{}, given));
    });
}

}  // namespace

void add_letterbox_route(router& router, letterbox::letterbox& box) {
    router.add("POST /api/v1/letterbox", [&box](call call) {
        if (call.request.cookie || call.request.authorization) {
            return call.respond(no(problem::letterbox_wants_no_identity));
        }
        drop(box, call.request.body, std::move(call.respond));
    });
}

}  // namespace klartext::net
