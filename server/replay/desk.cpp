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
        case leading_verb::pass_sheets_on: return "turn";
        case leading_verb::count_up_votes: return "up-votes/count";
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

std::string activity_path(const std::string& session, const std::string& activity) {
    return fmt::format("{}/{}/activities/{}", sessions, session, in_a_path(activity));
}

std::string marked(bool answered) { return nlohmann::json{{"answered", answered}}.dump(); }
std::string named(const std::string& name) { return nlohmann::json{{"name", name}}.dump(); }

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
    if (wanted.verb == leading_verb::pass_sheets_on) co_return co_await pass_sheets_on(session, wanted.activity);
    const auto path = activity_path(session, wanted.activity) + "/" + word_for(wanted.verb);
    const auto final = co_await call("POST", path, "");
    // Opening and closing twice is the same as once; what an earlier sending showed waits no longer.
    const auto code = code_of(final.answer);
    const bool shows = wanted.verb == leading_verb::uncover || wanted.verb == leading_verb::count_up_votes;
    const bool shown_before = shows && (code == "nothing_waiting" || code == "too_soon");
    const bool done = well(final.answer) || (final.losses > 0 && shown_before);
    co_return done ? std::string() : code;
}

/// A turn that was refused is the next one still.
awaitable<std::string> desk::pass_sheets_on(const std::string& session, const std::string& activity) {
    const auto path = activity_path(session, activity);
    auto& turn = turns_.try_emplace(path, 1).first->second;
    const nlohmann::json next = {{"turn", turn + 1}};
    auto code = co_await refusal_of("PUT", path + "/" + word_for(leading_verb::pass_sheets_on), next.dump());
    if (code.empty()) ++turn;
    co_return code;
}

awaitable<std::optional<std::string>> desk::carry_out(const std::string& session, std::size_t act,
                                                      const desk_work& work) {
    struct doing {
        desk& self;
        const std::string& session;
        std::size_t act;
        awaitable<std::optional<std::string>> operator()(const write_on_behalf& w) const {
            return self.write(session, act, w);
        }
        awaitable<std::optional<std::string>> operator()(const mark_answered& m) const { return self.mark(session, m); }
        awaitable<std::optional<std::string>> operator()(const sort_cards& s) const { return self.sort(session, s); }
        awaitable<std::optional<std::string>> operator()(const put_measure& p) const { return self.put(session, p); }
    };
    const doing doing_it{*this, session, act};
    return std::visit(doing_it, work);
}

awaitable<std::optional<std::string>> desk::write(const std::string& session, std::size_t act,
                                                  const write_on_behalf& spoken) {
    auto& record = course_.record_of(act);
    record.id = new_id();
    record.secret = new_secret();
    record.text = spoken.entry.text;
    const entry_content content{record.id,         record.secret, record.text, spoken.entry.section,
                                spoken.entry.kind, std::nullopt};
    const auto path = activity_path(session, spoken.entry.activity) + "/entries";
    auto code = co_await refusal_of("POST", path, new_entry(content));
    course_.settle(record, code.empty() ? entry_standing::confirmed : entry_standing::refused);
    co_return code;
}

awaitable<std::optional<std::string>> desk::mark(const std::string& session, const mark_answered& mark) {
    const auto* record = co_await course_.answered_entry(mark.ref);
    if (record->standing == entry_standing::refused) co_return std::nullopt;
    const auto path = activity_path(session, record->activity) + "/entries/" + record->id + "/answered";
    co_return co_await refusal_of("PUT", path, marked(mark.answered));
}

/// Where a lost answer hides that a cluster was added there are two of its name, and the first one stays empty.
awaitable<std::optional<std::string>> desk::sort(const std::string& session, const sort_cards& wanted) {
    auto entries = nlohmann::json::array();
    for (const auto& ref : wanted.refs) {
        const auto* record = co_await course_.answered_entry(ref);
        if (record->standing != entry_standing::refused) entries.push_back(record->id);
    }
    if (entries.empty() && !wanted.refs.empty()) co_return std::nullopt;
    course_.result.items_left_out += wanted.refs.size() - entries.size();
    const auto step = activity_path(session, wanted.activity);
    const bool tags = wanted.what == sort_cards::into::tag;
    const auto shelf = step + (tags ? "/tags" : "/clusters");
    const auto added = co_await call("POST", shelf, named(wanted.name));
    if (!well(added.answer)) co_return code_of(added.answer);
    const auto id = text_field(added.answer.body, "id");
    if (entries.empty()) co_return std::string();
    nlohmann::json body = {{"entries", entries}};
    body[tags ? "on" : "cluster"] = tags ? nlohmann::json(true) : nlohmann::json(id);
    const auto path = tags ? step + "/tags/" + id + "/entries" : step + "/arrange";
    co_return co_await refusal_of("POST", path, body.dump());
}

awaitable<std::optional<std::string>> desk::put(const std::string& session, const put_measure& wanted) {
    const auto path = activity_path(session, wanted.activity) + "/measures/" + new_id();
    co_return co_await refusal_of("PUT", path, wanted.measure);
}

awaitable<std::string> desk::refusal_of(std::string method, std::string path, std::string body) {
    const auto final = co_await call(std::move(method), std::move(path), std::move(body));
    co_return well(final.answer) ? std::string() : code_of(final.answer);
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
