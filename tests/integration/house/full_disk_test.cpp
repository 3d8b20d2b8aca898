#include <gmock/gmock.h>
#include <sys/resource.h>

#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>

#include "integration/net/raw_client.hpp"
#include "replay/child_process.hpp"
#include "replay/envelopes.hpp"
#include "replay/server_address.hpp"
#include "temporary_folder.hpp"

/// The built program on a disk without room, seen through its doors: HTTP and feeds.
namespace {

using klartext::replay::child_process;
using klartext::testing::raw_client;
using klartext::testing::raw_response;
using klartext::testing::temporary_folder;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

const json the_login = {{"name", "anna"}, {"password", "korrekt-pferd-batterie"}};
const json the_session = {{"title", "Volle Platte"},
                          {"language", "de"},
                          {"agenda",
                           {{{"kind", "collect"},
                             {"id", "karten"},
                             {"title", "Karten"},
                             {"prompt", ""},
                             {"comments", true},
                             {"release", "live"}}}}};

/// While it lives, no file of that process can grow. The process must ignore SIGXFSZ.
class full_disk {
public:
    explicit full_disk(pid_t pid) : pid_(pid) {
        ::prlimit(pid_, RLIMIT_FSIZE, nullptr, &before_);
        const rlimit none{0, before_.rlim_max};
        if (::prlimit(pid_, RLIMIT_FSIZE, &none, nullptr) != 0) throw std::runtime_error("no limit could be set");
    }
    full_disk(const full_disk&) = delete;
    full_disk& operator=(const full_disk&) = delete;
    ~full_disk() { ::prlimit(pid_, RLIMIT_FSIZE, &before_, nullptr); }

private:
    pid_t pid_;
    rlimit before_{};
};

struct FullDisk : testing::Test {
    temporary_folder folder;
    std::string data = folder / "data";
    std::optional<child_process> server;
    std::uint16_t port = 0;
    std::string cookie, session, code;
    const std::string seat = klartext::replay::new_secret();
    std::vector<std::string> stamps;

    void SetUp() override {
        std::signal(SIGXFSZ, SIG_IGN);  // and so do the programs started here
        child_process::start_options adding;
        adding.command = {KLARTEXT_PROGRAM, "account", "add", "anna", "--password-stdin", "--data", data};
        adding.input = the_login.at("password").get<std::string>() + "\n";
        ASSERT_EQ(child_process(adding).wait(), 0);
        serve();
        start_workshop();
        stamps = said(ask("POST", "/api/v1/join/" + code, {{"seat", seat}}))
                     .at(json::json_pointer("/stamps/entries/0/stamps"))
                     .get<std::vector<std::string>>();
    }

    void serve() {
        child_process::start_options start;
        start.command = {KLARTEXT_PROGRAM, "serve", "--data", data, "--listen", "127.0.0.1:0"};
        server.emplace(start);
        for (int tries = 0; tries < 2000; ++tries, std::this_thread::sleep_for(10ms)) {
            const auto url = klartext::replay::find_server_url(server->output());
            if (!url) continue;
            port = static_cast<std::uint16_t>(std::stoi(url->port));
            return;
        }
        FAIL() << "the server did not start: " << server->output();
    }

    void start_workshop() {
        const auto login = ask("POST", "/api/v1/desk/login", the_login).header("Set-Cookie");
        cookie = login.substr(0, login.find(';'));
        const auto made = said(ask("POST", "/api/v1/desk/sessions", the_session), 201);
        session = made.at("id");
        code = made.at("code");
        said(ask("POST", desk("/start")), 204);
        said(ask("POST", desk("/activities/karten/open")), 204);
    }

    std::string desk(const std::string& step) const { return "/api/v1/desk/sessions/" + session + step; }

    /// On a connection of its own. The cookie goes to the desk alone.
    raw_response ask(const std::string& method, const std::string& target, const json& body = nullptr) const {
        const auto text = body.is_null() ? std::string() : body.dump();
        auto request = method + " " + target + " HTTP/1.1\r\nHost: here\r\n";
        if (target.starts_with("/api/v1/desk/") && !cookie.empty()) request += "Cookie: " + cookie + "\r\n";
        if (method != "GET") request += "Content-Type: application/json\r\n";
        request += "Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text;
        return raw_client(port).ask(request).value_or(raw_response{});
    }

    static json said(const raw_response& answer, int status = 200) {
        EXPECT_EQ(answer.status, status) << answer.body;
        return json::parse(answer.body, nullptr, false);
    }

    json card(const std::string& text) {
        klartext::replay::entry_content content;
        content.id = klartext::replay::new_id();
        content.secret = klartext::replay::new_secret();
        content.text = text;
        const auto stamp = stamps.back();
        stamps.pop_back();
        return json::parse(klartext::replay::entry_envelope({session, "karten"}, stamp, content));
    }

    raw_response drop(const json& envelope) const { return ask("POST", "/api/v1/letterbox", envelope); }

    void expect_kept_by_sender(const json& envelope) const {
        const auto answer = drop(envelope);
        EXPECT_EQ(said(answer, 503).value("code", ""), "kept_will_be_sent_again");
        EXPECT_NE(answer.header("Retry-After"), "");
    }

    std::unique_ptr<raw_client> listen(json hello) const {
        auto feed = std::make_unique<raw_client>(port);
        hello["type"] = "hello";
        hello["session"] = session;
        const auto taken = feed->upgrade();
        EXPECT_TRUE(taken && taken->status == 101);
        feed->send_frame(1, hello.dump());
        return feed;
    }
    std::unique_ptr<raw_client> participant() const { return listen({{"audience", "participant"}, {"seat", seat}}); }
    std::unique_ptr<raw_client> facilitator() const {
        return listen({{"audience", "desk"}, {"ticket", said(ask("POST", desk("/ticket"))).at("ticket")}});
    }

    std::string minutes(const std::string& file) const { return ask("GET", desk("/minutes/" + file)).body; }
};

/// All that a feed tells up to the next message in which this stands.
std::string told_until(raw_client& feed, const std::string& mark) {
    std::string told;
    while (told.find(mark) == std::string::npos) {
        const auto frame = feed.frame();
        if (!frame || frame->opcode != 1) {
            ADD_FAILURE() << "no " << mark << " in " << told;
            return told;
        }
        told += frame->payload + "\n";
    }
    return told;
}

const std::string a_snapshot = R"("type":"snapshot")";

std::size_t times_in(const std::string& text, const std::string& word) {
    std::size_t count = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
    return count;
}

TEST_F(FullDisk, NothingIsConfirmedOrShownReadingGoesOnAndWhatIsSentAgainIsThereOnce) {
    const auto hers = participant(), desk_feed = facilitator();
    for (auto* feed : {hers.get(), desk_feed.get()}) told_until(*feed, a_snapshot);
    EXPECT_EQ(drop(card("vorher")).status, 200);
    for (auto* feed : {hers.get(), desk_feed.get()}) told_until(*feed, "vorher");

    const auto kept = card("unterwegs");
    {
        const full_disk full(server->pid());
        for (int attempt = 0; attempt < 2; ++attempt) {
            expect_kept_by_sender(kept);
            // Whatever was told before the failed commit would stand before the snapshot that follows it.
            for (auto* feed : {hers.get(), desk_feed.get()}) {
                const auto told = told_until(*feed, a_snapshot);
                EXPECT_THAT(told, Not(HasSubstr("unterwegs")));
                EXPECT_THAT(told, HasSubstr("vorher"));
            }
            expect_kept_by_sender(kept);
            said(ask("GET", "/healthz"));
            said(ask("GET", "/api/v1/join/" + code));
            said(ask("POST", "/api/v1/stamps", {{"session", session}, {"seat", seat}}));
            said(ask("POST", "/api/v1/join/" + code, {{"seat", klartext::replay::new_secret()}}), 503);
            const auto late_comer = participant();
            EXPECT_THAT(told_until(*late_comer, a_snapshot), Not(HasSubstr("unterwegs")));
            for (const auto* file : {"minutes.html", "minutes.json"}) {
                EXPECT_THAT(minutes(file), HasSubstr("vorher"));
                EXPECT_THAT(minutes(file), Not(HasSubstr("unterwegs")));
            }
            std::this_thread::sleep_for(1500ms);  // for a second after a failure nothing is tried
        }
    }
    int status = 503;
    for (int tries = 0; status == 503 && tries < 20; ++tries, std::this_thread::sleep_for(500ms))
        status = drop(kept).status;
    EXPECT_EQ(status, 200);
    EXPECT_EQ(drop(kept).status, 200) << "an answer that was lost is asked for again";
    EXPECT_EQ(drop(card("nachher")).status, 200);

    for (auto* feed : {hers.get(), desk_feed.get()})
        EXPECT_EQ(times_in(told_until(*feed, "nachher"), R"("text":"unterwegs")"), 1u);
    EXPECT_EQ(times_in(minutes("minutes.json"), "unterwegs"), 1u);
    EXPECT_FALSE(server->ended()) << "without a restart";
}

}  // namespace
