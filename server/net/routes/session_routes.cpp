#include "net/routes/session_routes.hpp"

#include "domain/notice.hpp"
#include "net/answers.hpp"
#include "net/routes/minutes_link.hpp"
#include "net/routes/new_draft.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <memory>
#include <utility>

namespace klartext::net {
namespace {

using wire::problem;
constexpr int longest_timer = 24 * 60 * 60;  // seconds

using session_pointer = std::shared_ptr<live::live_session>;

std::string text_of_day(const std::chrono::year_month_day& day) {
    std::array<char, 32> text{};
    const auto length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                                      static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return {text.data(), static_cast<std::size_t>(length)};
}

wire::session_row row_of(const live::live_session& session, const domain::session_head& head) {
    wire::session_row row{session.id(), session.code(), head.settings.title, head.phase, std::nullopt};
    if (head.day) row.day = text_of_day(*head.day);
    return row;
}

wire::desk_session view_of(const live::live_session& session, const domain::session_state& state,
                           const wire::mail_counts& mail) {
    wire::desk_session view;
    view.id = session.id();
    view.code = session.code();
    view.settings = state.head.settings;
    view.phase = state.head.phase;
    view.door_open = state.head.door_open;
    const bool closed = state.head.phase == domain::session_phase::closed;
    view.seats = closed ? state.head.participants : session.seats();
    for (const auto& activity : state.agenda) view.agenda.push_back({activity.planned, activity.phase});
    if (closed && !state.head.minutes_token.empty()) {
        view.minutes_link = minutes_link(session.id(), state.head.minutes_token);
        if (const auto last = last_day_of_link(state.head)) view.minutes_link_until = text_of_day(*last);
    }
    view.mail = mail;
    return view;
}

/// A session that was closed before may have lost its link since.
std::function<http_response()> link_answer(const live::live_session& session, const std::string& token) {
    wire::minutes_link answer;
    if (!token.empty()) answer.minutes_link = minutes_link(session.id(), token);
    return [answer = std::move(answer)] { return yes(answer); };
}

/// Collects the rows of sessions that may have to be read from disk first; answers when the last one is in.
struct gathering {
    explicit gathering(responder respond) : respond_(std::move(respond)) {}
    gathering(const gathering&) = delete;
    gathering& operator=(const gathering&) = delete;
    ~gathering() {
        std::sort(list.sessions.begin(), list.sessions.end(), [](const auto& a, const auto& b) {
            return std::tuple(b.day, a.title, a.id) < std::tuple(a.day, b.title, b.id);
        });
        respond_(yes(list));
    }

    wire::session_list list;

private:
    responder respond_;
};

class session_doors {
public:
    session_doors(const services& services, desk_tickets& tickets) : services_(services), tickets_(tickets) {}

    void list(call call, const access::account& who) const {
        const auto rows = std::make_shared<gathering>(std::move(call.respond));
        for (const auto& listed : services_.sessions.owned_by(who.id)) {
            services_.sessions.with_session(listed.id, [rows](const session_pointer& session) {
                if (!session) return;
                session->when_stored([rows, session](const domain::session_state& state) {
                    rows->list.sessions.push_back(row_of(*session, state.head));
                });
            });
        }
    }

    void create(call call, const access::account& who) const {
        const auto body = wire::read_new_session(call.request.body);
        if (!body) return call.respond(no(body.error()));
        auto draft = new_draft(*body);
        if (!draft) return call.respond(no(draft.error()));
        const auto respond = std::move(call.respond);
        services_.create_session(who.id, std::move(*draft), [respond](std::optional<live::listed_session> made) {
            if (!made) return respond(no(problem::unavailable));
            respond(yes(wire::created_session{made->id, made->code}, 201));
        });
    }

    void show(call call, const session_pointer& session) const {
        const auto respond = std::move(call.respond);
        services_.count_mails(session->id(), [respond, session](std::optional<wire::mail_counts> mail) {
            if (!mail) return respond(no(problem::unavailable));
            session->when_stored([respond, session, mail = *mail](const domain::session_state& state) {
                respond(yes(view_of(*session, state, mail)));
            });
        });
    }

    /// What cannot be read any more can be deleted: nobody takes part in it.
    void remove(const call& call, const domain::session_id& id) const {
        services_.sessions.with_session(id, [this, id, respond = call.respond](const session_pointer& session) {
            if (session && session->unsettled().head.phase == domain::session_phase::running) {
                return respond(no(domain::refusal::session_running));
            }
            services_.remove_session(
                id, [respond](bool removed) { respond(removed ? empty_response(204) : no(problem::unavailable)); });
        });
    }

    void close(call call, const session_pointer& session) const {
        desk_caller::submit(*session, domain::close_session{}, std::move(call.respond),
                            link_answer(*session, session->unsettled().head.minutes_token));
    }

    void issue_ticket(call call, const session_pointer& session) const {
        call.respond(yes(wire::ticket{tickets_.issue(session->id(), services_.now())}));
    }

    [[nodiscard]] asked set_timer(const call& call) const {
        const auto body = wire::read_timer(call.request.body);
        if (!body) return no(body.error());
        const domain::activity_id activity{call.parts.at(1)};
        if (!body->seconds) return domain::command(domain::set_timer{activity, std::nullopt});
        if (*body->seconds < 1 || *body->seconds > longest_timer) return no(domain::refusal::bad_rules);
        const auto now = std::chrono::floor<std::chrono::seconds>(services_.now());
        return domain::command(domain::set_timer{activity, now + std::chrono::seconds(*body->seconds)});
    }

private:
    const services& services_;
    desk_tickets& tickets_;
};

asked edit(const call& call, const live::live_session&) {
    auto settings = wire::read_session_edit(call.request.body);
    if (!settings) return no(settings.error());
    return domain::command(domain::edit_session{std::move(*settings)});
}

asked edit_minutes(const call& call, const live::live_session&) {
    auto choices = wire::read_minutes_choices(call.request.body);
    if (!choices) return no(choices.error());
    return domain::command(domain::edit_minutes{std::move(*choices)});
}

void renew_minutes_link(call call, const session_pointer& session) {
    auto token = new_minutes_token();
    auto answer = link_answer(*session, token);
    desk_caller::submit(*session, domain::set_minutes_link{std::move(token)}, std::move(call.respond),
                        std::move(answer));
}

asked withdraw_minutes_link(const call&, const live::live_session&) {
    return domain::command(domain::set_minutes_link{});
}

void show_minutes_choices(call call, const session_pointer& session) {
    session->when_stored([respond = std::move(call.respond)](const domain::session_state& state) {
        respond(json_response(200, wire::write(state.head.minutes)));
    });
}

asked start(const call&, const live::live_session& session) {
    return domain::command(domain::start_session{domain::compose_notice(session.unsettled().head.settings)});
}

asked set_stage(const call& call, const live::live_session&) {
    auto body = wire::read_stage(call.request.body);
    if (!body) return no(body.error());
    return domain::command(domain::set_stage{std::move(body->activity)});
}

asked set_door(const call& call, const live::live_session&) {
    const auto body = wire::read_door(call.request.body);
    if (!body) return no(body.error());
    return domain::command(domain::set_door{body->open});
}

}  // namespace

void add_session_routes(router& router, const services& services, const desk_caller& desk, desk_tickets& tickets) {
    const auto doors = std::make_shared<const session_doors>(services, tickets);
    router.add("GET /api/v1/desk/sessions",
               desk.account([doors](call call, const access::account& who) { doors->list(std::move(call), who); }));
    router.add("POST /api/v1/desk/sessions",
               desk.account([doors](call call, const access::account& who) { doors->create(std::move(call), who); }));
    router.add("GET /api/v1/desk/sessions/{}", desk.owner([doors](call call, const session_pointer& session) {
        doors->show(std::move(call), session);
    }));
    router.add("DELETE /api/v1/desk/sessions/{}",
               desk.listed_owner([doors](const call& call, const domain::session_id& id) { doors->remove(call, id); }));
    router.add("POST /api/v1/desk/sessions/{}/close", desk.owner([doors](call call, const session_pointer& session) {
        doors->close(std::move(call), session);
    }));
    router.add("POST /api/v1/desk/sessions/{}/ticket", desk.owner([doors](call call, const session_pointer& session) {
        doors->issue_ticket(std::move(call), session);
    }));
    router.add("PUT /api/v1/desk/sessions/{}", desk.command(edit));
    router.add("GET /api/v1/desk/sessions/{}/minutes-choices", desk.owner(show_minutes_choices));
    router.add("PUT /api/v1/desk/sessions/{}/minutes-choices", desk.command(edit_minutes));
    router.add("PUT /api/v1/desk/sessions/{}/minutes-link", desk.owner(renew_minutes_link));
    router.add("DELETE /api/v1/desk/sessions/{}/minutes-link", desk.command(withdraw_minutes_link));
    router.add("POST /api/v1/desk/sessions/{}/start", desk.command(start));
    router.add("PUT /api/v1/desk/sessions/{}/door", desk.command(set_door));
    router.add("PUT /api/v1/desk/sessions/{}/stage", desk.command(set_stage));
    router.add("PUT /api/v1/desk/sessions/{}/activities/{}/timer",
               desk.command([doors](const call& call, const live::live_session&) { return doors->set_timer(call); }));
}

}  // namespace klartext::net
