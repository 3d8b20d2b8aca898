#include "net/routes/account_routes.hpp"

#include "net/answers.hpp"
#include "net/routes/ids.hpp"

#include <algorithm>
#include <utility>

namespace klartext::net {
namespace {

using access::access_refusal;
using wire::problem;

problem as_problem(access_refusal why) {
    switch (why) {
        case access_refusal::wrong_name_or_password: return problem::wrong_name_or_password;
        case access_refusal::too_many_tries: return problem::too_many_tries;
        case access_refusal::link_unknown_or_expired: return problem::link_unknown_or_expired;
        case access_refusal::password_too_short: return problem::password_too_short;
        case access_refusal::password_too_long: return problem::password_too_long;
        case access_refusal::password_is_name: return problem::password_is_name;
        case access_refusal::name_taken: return problem::name_taken;
        case access_refusal::name_invalid: return problem::name_invalid;
        case access_refusal::account_disabled: return problem::account_disabled;
        case access_refusal::unknown_account: return problem::unknown_account;
    }
    return problem::unavailable;
}

std::string_view name_of(access::account_state state) {
    switch (state) {
        case access::account_state::invited: return "invited";
        case access::account_state::active: return "active";
        case access::account_state::disabled: return "disabled";
    }
    return "";
}

http_response with_cookie(const std::string& token, bool secure) {
    auto response = empty_response(204);
    const auto attributes = std::string("; Path=/api/v1/desk; HttpOnly; SameSite=Strict") + (secure ? "; Secure" : "");
    const auto end = token.empty() ? std::string("; Max-Age=0") : std::string();
    response.headers.emplace_back("Set-Cookie", login_cookie + ("=" + token) + attributes + end);
    return response;
}

std::optional<access::account> account_with(access::accounts& accounts, const std::optional<domain::account_id>& id) {
    const auto all = accounts.list();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
    if (found == all.end()) return std::nullopt;
    return *found;
}

wire::accounts as_message(const std::vector<access::account>& accounts) {
    wire::accounts message;
    for (const auto& each : accounts) {
        message.accounts.push_back({text_of(each.id), each.name, std::string(name_of(each.state)), each.administrator});
    }
    return message;
}

http_response invite(access::accounts& accounts, const wire::new_account& wanted, std::chrono::sys_seconds now) {
    const auto token = accounts.invite(wanted.name, wanted.administrator.value_or(false), now);
    if (!token) return no(as_problem(token.error()));
    const auto all = accounts.list();
    const auto link = accounts.open_link(*token, now);
    const auto name = link ? link->name : std::nullopt;
    const auto made = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
    if (made == all.end()) return no(problem::unavailable);
    return yes(wire::account_link{text_of(made->id), password_link(*token)}, 201);
}

bool last_administrator(access::accounts& accounts, const access::account& candidate) {
    if (!candidate.administrator) return false;
    const auto all = accounts.list();
    return std::none_of(all.begin(), all.end(), [&](const auto& each) {
        return each.administrator && each.state == access::account_state::active && each.id != candidate.id;
    });
}

http_response reset(access::accounts& accounts, const access::account& who, std::chrono::sys_seconds now) {
    const auto token = accounts.reset(who.name, now);
    if (!token) return no(as_problem(token.error()));
    return yes(wire::reset_link{password_link(*token)});
}

http_response disable(access::accounts& accounts, const access::account& who, std::chrono::sys_seconds) {
    if (last_administrator(accounts, who)) return no(problem::last_administrator);
    const auto done = accounts.disable(who.name);
    return done ? empty_response(204) : no(as_problem(done.error()));
}

http_response enable(access::accounts& accounts, const access::account& who, std::chrono::sys_seconds) {
    const auto done = accounts.enable(who.name);
    return done ? empty_response(204) : no(as_problem(done.error()));
}

class account_doors {
public:
    account_doors(const services& services, std::function<void(const domain::account_id&)> logins_ended)
        : services_(services), logins_ended_(std::move(logins_ended)) {}

    void log_in(call call) const {
        const auto body = wire::read_login(call.request.body);
        if (!body) return call.respond(no(body.error()));
        const auto work = [&logins = services_.logins, login = *body, now = services_.now(),
                           secure = call.request.secure] {
            const auto token = logins.log_in(login.name, login.password, now);
            return token ? with_cookie(*token, secure) : no(as_problem(token.error()));
        };
        services_.passwords.answer(std::move(call.respond), work);
    }

    void log_out(call call) const {
        const auto token = cookie_value(call.request.cookie.value_or(""), login_cookie).value_or("");
        const auto work = [&logins = services_.logins, token, secure = call.request.secure] {
            logins.log_out(token);
            return with_cookie("", secure);
        };
        services_.lookups.answer(std::move(call.respond), work);
    }

    void set_password(call call) const {
        const auto body = wire::read_password(call.request.body);
        if (!body) return call.respond(no(body.error()));
        const auto work = [&accounts = services_.accounts, wanted = *body, now = services_.now()] {
            const auto link = accounts.open_link(wanted.link, now);
            if (!link) return no(as_problem(link.error()));
            if (!link->name && !wanted.name) return no(problem::name_missing);
            const auto done = accounts.redeem(wanted.link, wanted.password, wanted.name.value_or(""), now);
            return done ? empty_response(204) : no(as_problem(done.error()));
        };
        services_.passwords.answer(std::move(call.respond), work);
    }

    void list(call call) const {
        const auto work = [&accounts = services_.accounts] { return yes(as_message(accounts.list())); };
        services_.lookups.answer(std::move(call.respond), work);
    }

    void add(call call) const {
        const auto body = wire::read_account(call.request.body);
        if (!body) return call.respond(no(body.error()));
        const auto work = [&accounts = services_.accounts, wanted = *body, now = services_.now()] {
            return invite(accounts, wanted, now);
        };
        services_.lookups.answer(std::move(call.respond), work);
    }

    using change = http_response (*)(access::accounts&, const access::account&, std::chrono::sys_seconds);
    void change_one(call call, change how) const {
        const auto id = id_of<domain::account_id>(call.parts.at(0));
        const auto work = [&accounts = services_.accounts, id, how, now = services_.now()] {
            const auto who = account_with(accounts, id);
            return who ? how(accounts, *who, now) : no(problem::unknown_account);
        };
        services_.lookups.answer(std::move(call.respond), work);
    }
    /// By a change after which nobody is logged in to the account any more.
    void end_logins_of_one(call call, change how) const {
        const auto id = id_of<domain::account_id>(call.parts.at(0));
        call.respond = [this, id, respond = std::move(call.respond)](http_response response) {
            if (id && response.status < 300) logins_ended_(*id);
            respond(std::move(response));
        };
        change_one(std::move(call), how);
    }

private:
    const services& services_;
    std::function<void(const domain::account_id&)> logins_ended_;
};

}  // namespace

std::string password_link(std::string_view token) { return "/desk/password#" + std::string(token); }

std::string first_account_link(std::string_view token) { return "/desk/password?first#" + std::string(token); }

void add_account_routes(router& router, const services& services, const desk_caller& desk,
                        std::function<void(const domain::account_id&)> logins_ended) {
    const auto doors = std::make_shared<const account_doors>(services, std::move(logins_ended));
    router.add("POST /api/v1/desk/login", [doors](call call) { doors->log_in(std::move(call)); });
    router.add("DELETE /api/v1/desk/login", [doors](call call) { doors->log_out(std::move(call)); });
    router.add("POST /api/v1/desk/password", [doors](call call) { doors->set_password(std::move(call)); });
    router.add("GET /api/v1/desk/me", desk.account([](call call, const access::account& who) {
        call.respond(yes(wire::me{who.name, who.administrator}));
    }));

    const auto administrators = [&](const char* pattern, auto then) {
        router.add(pattern, desk.administrator(
                                [doors, then](call call, const access::account&) { then(*doors, std::move(call)); }));
    };
    using doors_t = const account_doors&;
    administrators("GET /api/v1/desk/accounts", [](doors_t open, call call) { open.list(std::move(call)); });
    administrators("POST /api/v1/desk/accounts", [](doors_t open, call call) { open.add(std::move(call)); });
    administrators("POST /api/v1/desk/accounts/{}/reset",
                   [](doors_t open, call call) { open.end_logins_of_one(std::move(call), reset); });
    administrators("POST /api/v1/desk/accounts/{}/disable",
                   [](doors_t open, call call) { open.end_logins_of_one(std::move(call), disable); });
    administrators("POST /api/v1/desk/accounts/{}/enable",
                   [](doors_t open, call call) { open.change_one(std::move(call), enable); });
}

}  // namespace klartext::net
