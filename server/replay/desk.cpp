#include "replay/desk.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "replay/envelopes.hpp"

namespace klartext::replay {
namespace {

const std::string sessions = "/api/v1/desk/sessions";

/// Ids of activities are free text.
std::string in_a_path(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.' || c == '~';
        escaped += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return escaped;
}

const char* word_for(leading_verb verb) {
    switch (verb) {
        case leading_verb::open: return "open";
        case leading_verb::uncover: return "uncover";
        case leading_verb::close: return "close";
    }
    return "";
}

bool well(const http_answer& answer) { return answer.status >= 200 && answer.status < 300; }

std::string code_of(const http_answer& answer) {
    const auto code = text_field(answer.body, "code");
    return code.empty() ? fmt::format("http_{}", answer.status) : code;
}

void must(const http_answer& answer, const char* what) {
    if (!well(answer)) throw std::runtime_error(fmt::format("{}: {}", what, code_of(answer)));
}

http_question get(std::string path) {
    http_question question;
    question.method = "GET";
    question.target = std::move(path);
    return question;
}

/// The link may be a path or a whole URL.
std::string minutes_path(const http_answer& answer) {
    const auto link = text_field(answer.body, "minutesLink");
    const auto path = link.find("/minutes/");
    return path == std::string::npos ? std::string() : link.substr(path);
}

}  // namespace

desk::desk(course& all, server_address server, desk_login login)
    : course_(all), client_(all.executor(), std::move(server)), login_(std::move(login)) {}

awaitable<void> desk::log_in() {
    const nlohmann::json login = {{"name", login_.name}, {"password", login_.password}};
    http_question question;
    question.method = "POST";
    question.target = "/api/v1/desk/login";
    question.body = login.dump();
    const auto final = co_await ask_until_answered(client_, question, course_);
    must(final.answer, "logging in at the desk");
    cookie_ = final.answer.cookie;
}

awaitable<final_answer> desk::call(std::string method, std::string path, std::string body) {
    http_question question;
    question.method = std::move(method);
    question.target = std::move(path);
    question.body = std::move(body);
    question.cookie = cookie_;
    auto final = co_await ask_until_answered(client_, question, course_);
    if (final.answer.status != 401) co_return final;
    const int losses = final.losses;
    co_await log_in();
    question.cookie = cookie_;
    final = co_await ask_until_answered(client_, question, course_);
    final.losses += losses;
    co_return final;
}

awaitable<desk::created> desk::create(std::string session) {
    const auto final = co_await call("POST", sessions, std::move(session));
    must(final.answer, "making the session");
    created made;
    made.id = text_field(final.answer.body, "id");
    made.code = text_field(final.answer.body, "code");
    if (made.id.empty() || made.code.empty()) throw std::runtime_error("the new session has no id or no code");
    co_return made;
}

awaitable<void> desk::start(const std::string& session) {
    const auto final = co_await call("POST", sessions + "/" + session + "/start", "");
    // The answer to an earlier sending may have been lost.
    if (final.losses > 0 && code_of(final.answer) == "session_running") co_return;
    must(final.answer, "starting the session");
}

awaitable<std::string> desk::carry_out(const std::string& session, const lead& wanted) {
    const auto path =
        fmt::format("{}/{}/activities/{}/{}", sessions, session, in_a_path(wanted.activity), word_for(wanted.verb));
    const auto final = co_await call("POST", path, "");
    // Opening and closing twice is the same as once; cards that an earlier sending showed wait no longer.
    const auto code = code_of(final.answer);
    const bool shown_before = wanted.verb == leading_verb::uncover && (code == "nothing_waiting" || code == "too_soon");
    const bool done = well(final.answer) || (final.losses > 0 && shown_before);
    co_return done ? std::string() : code;
}

awaitable<std::string> desk::close(const std::string& session) {
    const auto final = co_await call("POST", sessions + "/" + session + "/close", "");
    auto path = minutes_path(final.answer);
    if (well(final.answer) && !path.empty()) co_return path;
    const auto look = co_await call("GET", sessions + "/" + session, "");
    path = minutes_path(look.answer);
    if (text_field(look.answer.body, "phase") != "closed" || path.empty()) must(final.answer, "closing the session");
    if (path.empty()) throw std::runtime_error("the closed session has no minutes");
    co_return path;
}

awaitable<std::string> desk::fetch(std::string path) {
    const auto question = get(std::move(path));
    auto final = co_await ask_until_answered(client_, question, course_);
    must(final.answer, "reading the minutes");
    co_return std::move(final.answer.body);
}

}  // namespace klartext::replay
