#include "unit/net/small_house.hpp"

#include "crypto/codes.hpp"
#include "net/routes/ids.hpp"
#include "net/target.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <utility>

namespace klartext::testing {
namespace {

constexpr std::string_view password = "correct horse battery";

std::string name_of(domain::audience to) {
    return to == domain::audience::desk ? "desk" : to == domain::audience::presenter ? "presenter" : "participants";
}

constexpr const char* plan = R"({"title":"Park","language":"de","agenda":[
    {"id":"ideas","kind":"collect","title":"Ideen","prompt":"Was fehlt?","release":"live"},
    {"id":"vote","kind":"vote","title":"Wahl","prompt":"","method":"single_choice","items":["a","b"]}]})";

}  // namespace

std::string terse_encoder::snapshot(const domain::session_id&, const std::string&, const domain::session_state&,
                                    const live::head_count&, domain::audience to, const live::feed_position&) const {
    return "snapshot for " + name_of(to);
}

std::optional<live::encoded_update> terse_encoder::update(const domain::session_state&, std::span<const domain::change>,
                                                          const live::head_count&, domain::audience to,
                                                          const live::feed_position&) const {
    return live::encoded_update{"update for " + name_of(to), {}};
}

std::optional<std::string> terse_encoder::numbers(const live::head_count&, const live::head_count&, domain::audience,
                                                  const live::feed_position&) const {
    return std::nullopt;
}

small_house::small_house()
    : account_rows(folder_ / "klartext.db"),
      accounts(account_rows),
      logins(account_rows),
      sessions(live::surroundings{store, encoder_, [this](auto job) { waiting_.push_back(std::move(job)); },
                                  [this] { return now; }, [this] { return steady(); },
                                  [] { return std::string("epoch"); }}),
      box(sessions, addresses, sign_ups) {
    const auto unless = [](const bool& busy) {
        return [&busy](const std::function<void()>& job) {
            if (!busy) job();
            return !busy;
        };
    };
    crypto::public_key signing_key;
    signing_key.fill(7);
    const auto post = [this](std::function<void()> job) { waiting_.push_back(std::move(job)); };
    net::services services{sessions,
                           box,
                           accounts,
                           logins,
                           join_tries,
                           net::workers(unless(lookups_busy), post),
                           net::workers(unless(passwords_busy), post),
                           net::workers(unless(thinkers_busy), post),
                           [this] { return now; },
                           signing_key,
                           {},
                           {},
                           {},
                           {},
                           {},
                           {},
                           {},
                           {},
                           {}};
    services.create_session = [this](const domain::account_id& owner, domain::session_state draft, auto then) {
        if (store.fails) return then(std::nullopt);
        const live::listed_session listed{{crypto::random_bytes<16>()}, crypto::crockford_code(), owner};
        live::session_keys keys{crypto::random_bytes<32>(), crypto::random_bytes<32>()};
        draft.head.minutes_token = "unguessable";
        store.sessions[listed.id] = {std::move(draft), {}, keys};
        sessions.list(listed);
        then(listed);
    };
    services.remove_session = [this](const domain::session_id& id, const auto& then) {
        if (!store.fails) sessions.forget(id);
        then(!store.fails);
    };
    services.count_mails = [](const domain::session_id&, const auto& then) {
        then(wire::mail_counts{1, 2, 3, 4, 5, {}, {}});
    };
    services.read_mail_state = [this](const auto& then) {
        then(store.fails ? std::nullopt : std::optional(wire::mail_state{wire::mail_way::server, mails_held, {}}));
    };
    services.take_mails_up = [this](const auto& then) {
        mails_held = false;
        then(!store.fails);
    };
    services.send_test_mail = [this](const std::string& who, const wire::test_mail& wanted, const auto& then) {
        test_mails.emplace_back(who, wanted);
        if (store.fails) return then(wire::problem::too_many_tries);
        then(wire::tried_mail{wire::mail_way::server, wire::mail_trouble::login, 535});
    };
    services.read_sign_ups = [this](const domain::session_id&, const auto& then) {
        then(store.fails ? std::nullopt : std::optional(sign_ups.names));
    };
    services.remove_sign_up = [this](const domain::session_id&, const domain::sign_up& who, const auto& then) {
        std::erase_if(sign_ups.names, [&](const domain::sign_up& each) {
            return each.activity == who.activity && each.name == who.name && each.contact == who.contact;
        });
        then(!store.fails);
    };
    services.read_minutes = [this](const domain::session_id&, std::string file, const auto& then) {
        asked_minutes.push_back(file);
        if (store.fails) return then(wire::problem::unavailable);
        if (file == "minutes.odt")
            return then(net::minutes_file{"application/vnd.oasis.opendocument.text", "PK", "ideen-2026-11-21.odt"});
        if (file != "minutes.html" && file != "csv/ideas.csv") return then(wire::problem::unknown_minutes);
        then(net::minutes_file{"text/html; charset=utf-8", "<p>" + file});
    };
    routes = std::make_unique<net::routes>(std::move(services), net::static_files(""));
}

void small_house::settle() {
    while (!waiting_.empty()) {
        const auto job = std::move(waiting_.front());
        waiting_.pop_front();
        job();
    }
}

net::http_request small_house::request(std::string_view method, std::string_view path, std::string body) const {
    net::http_request made;
    made.method = method;
    auto where = net::read_target(path).value();
    made.path = std::move(where.path);
    made.segments = std::move(where.segments);
    made.host = "klartext.example";
    made.address = "192.0.2.1";
    if (method != "GET") {
        made.origin = "https://klartext.example";
        made.content_type = "application/json";
    }
    made.body = std::move(body);
    return made;
}

net::http_response small_house::answer(net::http_request asked) {
    std::optional<net::http_response> answer;
    int answers = 0;
    routes->handle(std::move(asked), [&](net::http_response given) {
        answer = std::move(given);
        ++answers;
    });
    settle();
    if (answers != 1) throw std::runtime_error("answered " + std::to_string(answers) + " times");
    return std::move(*answer);
}

net::http_response small_house::ask(std::string_view method, std::string_view path, std::string body) {
    return answer(request(method, path, std::move(body)));
}

net::http_response small_house::ask_as(const std::string& login, std::string_view method, std::string_view path,
                                       std::string body) {
    auto asked = request(method, path, std::move(body));
    asked.cookie = "theme=dark; klartext_login=" + login;
    return answer(std::move(asked));
}

std::string small_house::log_in(const std::string& name, bool administrator) {
    if (!accounts.add(name, password, administrator)) throw std::runtime_error("cannot add the account");
    return logins.log_in(name, password, now).value();
}

small_house::made_session small_house::make_session(const std::string& login, bool started) {
    const auto made = ask_as(login, "POST", "/api/v1/desk/sessions", plan);
    const auto id = field(made, "id");
    made_session session{id, field(made, "code"), "/api/v1/desk/sessions/" + id};
    if (!started) return session;
    if (ask_as(login, "POST", session.path + "/start").status != 204 ||
        ask_as(login, "POST", session.path + "/activities/ideas/open").status != 204) {
        throw std::runtime_error("cannot start the session");
    }
    return session;
}

std::shared_ptr<listening_feed> small_house::greet(const std::string& hello) {
    auto newcomer = std::make_shared<listening_feed>();
    routes->greet(newcomer, hello);
    settle();
    return newcomer;
}

std::string body_of(const net::http_response& response) { return response.body ? *response.body : ""; }

std::string field(const net::http_response& response, const std::string& name) {
    const auto read = nlohmann::json::parse(body_of(response), nullptr, false);
    if (!read.is_object() || !read.contains(name)) return "no " + name + " in " + body_of(response);
    return read[name].is_string() ? read[name].get<std::string>() : read[name].dump();
}

std::string code_of(const net::http_response& response) { return field(response, "code"); }

std::string secret_text(std::uint8_t filling) {
    std::array<std::uint8_t, 32> bytes;
    bytes.fill(filling);
    return crypto::base64url_encode(bytes);
}

}  // namespace klartext::testing
