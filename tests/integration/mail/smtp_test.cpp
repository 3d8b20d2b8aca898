#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <thread>

#include "integration/mail/smtp_server.hpp"
#include "mail/encodings.hpp"
#include "mail/mailer.hpp"
#include "mail/smtp_transport.hpp"
#include "store/mail_store.hpp"

namespace klartext::mail {
namespace {

using namespace std::chrono_literals;
using testing::smtp_server;

sender from() { return {.name = "Klartext", .address = *mail_address::read("minutes@klartext.example")}; }

outgoing minutes() {
    return {.subject = "Protokoll: Mehr Bäume für die Straße, weniger Blech 🌳🌳 – und שלום",
            .text = "Grüße\n.\n..zwei Punkte am Anfang\nFrom hier an, = und ein Leerzeichen \n",
            .html = "<!doctype html><p>" + std::string(3000, 'x') + " 🌳</p>",
            .attachments = {{"Protokoll Bäume.csv", "text/csv; charset=utf-8", "a;b\r\n\xF0\x9F\x8C\xB3;2\r\n"},
                            {"minutes.json", "application/json", std::string("\0\xFF\r\n.\r\n", 7)}}};
}

std::string url(const smtp_server& server, const std::string& login, const std::string& settings,
                const std::string& scheme = "smtp") {
    return scheme + "://" + login + "127.0.0.1:" + std::to_string(server.port()) + "?" + settings;
}
std::string trusting(const smtp_server& server) { return "ca=" + server.ca_file(); }

delivery send_once(transport& way, const std::string& to = "anna@example.org") {
    const mail_id id{.bytes = {1, 2, 3}};
    return way.carry(
        {.id = id,
         .from = from().address.text(),
         .to = to,
         .message = compose(id, from(), *mail_address::read(to), minutes(),
                            std::chrono::time_point_cast<moment::duration>(std::chrono::system_clock::now()))},
        {});
}

delivery send_once(const std::string& to_url, const std::string& to = "anna@example.org") {
    smtp_transport way(read_smtp_url(to_url).value());
    return send_once(way, to);
}

const nlohmann::json& part(const nlohmann::json& mail, std::string_view type) {
    for (const auto& candidate : mail["parts"])
        if (candidate["type"] == type) return candidate;
    throw std::runtime_error("no part " + std::string(type));
}

std::string with_line_ends_of_mail(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return out;
}

TEST(Smtp, AMailArrivesAsItWasMeant) {
    smtp_server server;
    const auto ended = send_once(url(server, "", "tls=none"));
    EXPECT_EQ(ended.verdict, verdict::sent);
    EXPECT_EQ(ended.smtp_code, 250);
    ASSERT_EQ(server.mails().size(), 1U);
    const auto mail = server.mails().front();
    EXPECT_EQ(mail["defects"], 0);
    EXPECT_EQ(mail["from"], "minutes@klartext.example");
    EXPECT_EQ(mail["to"], nlohmann::json::array({"anna@example.org"}));
    EXPECT_EQ(mail["headers"]["To"], "anna@example.org");
    EXPECT_EQ(mail["headers"]["From"], "Klartext <minutes@klartext.example>");
    EXPECT_EQ(mail["headers"]["Subject"], minutes().subject);
    EXPECT_EQ(mail["headers"]["Auto-Submitted"], "auto-generated");
    EXPECT_EQ(mail["headers"]["Message-ID"], "<01020300000000000000000000000000@klartext.example>");
}

TEST(Smtp, EveryPartComesBackByteForByte) {
    smtp_server server;
    send_once(url(server, "", "tls=none"));
    const auto mail = server.mails().at(0);
    std::vector<std::string> types;
    for (const auto& each : mail["parts"]) {
        types.push_back(each["type"]);
        EXPECT_EQ(each.value("defects", 0), 0);
    }
    EXPECT_EQ(types, (std::vector<std::string>{"multipart/mixed", "multipart/alternative", "text/plain", "text/html",
                                               "text/csv", "application/json"}));
    EXPECT_EQ(part(mail, "text/plain")["bytes"], base64(with_line_ends_of_mail(minutes().text)));
    EXPECT_EQ(part(mail, "text/html")["bytes"], base64(minutes().html + "\r\n"));
    for (const auto& file : minutes().attachments) {
        const auto& received = part(mail, file.media_type.substr(0, file.media_type.find(';')));
        EXPECT_EQ(received["bytes"], base64(file.content));
        EXPECT_EQ(received["name"], file.name);
        EXPECT_EQ(received["disposition"], "attachment");
    }
}

TEST(Smtp, NobodySeesWhoElseIsWrittenTo) {
    smtp_server server;
    smtp_transport way(read_smtp_url(url(server, "", "tls=none")).value());
    for (const auto* to : {"anna@example.org", "berta@example.org", "carl@example.org"})
        ASSERT_EQ(send_once(way, to).verdict, verdict::sent);
    const auto mails = server.mails();
    ASSERT_EQ(mails.size(), 3U);
    const std::set<std::string> expected{"Date",       "From",           "To",           "Subject",
                                         "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"};
    for (const auto& mail : mails) {
        ASSERT_EQ(mail["to"].size(), 1U);
        EXPECT_EQ(mail["headers"]["To"], mail["to"][0]);
        EXPECT_EQ(mail["header_names"].get<std::set<std::string>>(), expected);
    }
    EXPECT_EQ(mails.back()["connections"], 1) << "one connection serves the mails that follow each other";
}

TEST(Smtp, StarttlsProtectsTheWay) {
    smtp_server server({"--tls", "starttls"});
    EXPECT_EQ(send_once(url(server, "", trusting(server))).verdict, verdict::sent);
    EXPECT_EQ(server.mails().at(0)["tls"], true);
}

TEST(Smtp, TlsFromTheStartProtectsTheWay) {
    smtp_server server({"--tls", "implicit"});
    EXPECT_EQ(send_once(url(server, "", trusting(server), "smtps")).verdict, verdict::sent);
    EXPECT_EQ(server.mails().at(0)["tls"], true);
}

TEST(Smtp, ACertificateThatNobodyVouchesForGetsNoMail) {
    for (const auto& [tls, scheme] : {std::pair{"starttls", "smtp"}, std::pair{"implicit", "smtps"}}) {
        smtp_server server({"--tls", tls});
        EXPECT_EQ(send_once(url(server, "", "", scheme)).verdict, verdict::later);
        EXPECT_TRUE(server.mails().empty());
    }
}

TEST(Smtp, AServerWithoutTlsGetsNoMailUnlessAllowed) {
    smtp_server server;
    EXPECT_EQ(send_once(url(server, "", "")).verdict, verdict::later);
    EXPECT_TRUE(server.mails().empty());
}

TEST(Smtp, LogsInWithWhatTheServerOffers) {
    for (const auto& [without, mechanism] : {std::pair{"LOGIN", "PLAIN"}, std::pair{"PLAIN", "LOGIN"}}) {
        smtp_server server({"--tls", "starttls", "--user", "k@x", "--password", "a:b/c %", "--without", without});
        EXPECT_EQ(send_once(url(server, "k%40x:a%3Ab%2Fc%20%25@", trusting(server))).verdict, verdict::sent);
        EXPECT_EQ(server.mails().at(0)["user"], std::string("k@x by ") + mechanism);
    }
}

TEST(Smtp, LogsInOverTlsFromTheStart) {
    smtp_server server({"--tls", "implicit", "--user", "klartext", "--password", "right"});
    EXPECT_EQ(send_once(url(server, "klartext:right@", trusting(server), "smtps")).verdict, verdict::sent);
}

TEST(Smtp, AWrongPasswordHoldsTheQueue) {
    smtp_server server({"--tls", "starttls", "--user", "klartext", "--password", "right"});
    const auto ended = send_once(url(server, "klartext:wrong@", trusting(server)));
    EXPECT_EQ(ended.verdict, verdict::held);
    EXPECT_EQ(ended.smtp_code, 535);
}

TEST(Smtp, AMissingLoginHoldsTheQueue) {
    smtp_server server({"--tls", "starttls", "--user", "klartext", "--password", "right"});
    EXPECT_EQ(send_once(url(server, "", trusting(server))).verdict, verdict::held);
}

TEST(Smtp, AnUnknownRecipientIsRefusedForGood) {
    smtp_server server({"--refuse", "nobody@example.org"});
    const auto ended = send_once(url(server, "", "tls=none"), "nobody@example.org");
    EXPECT_EQ(ended.verdict, verdict::refused);
    EXPECT_EQ(ended.smtp_code, 550);
}

TEST(Smtp, ARefusedSenderHoldsTheQueue) {
    smtp_server server({"--refuse-sender"});
    const auto ended = send_once(url(server, "", "tls=none"));
    EXPECT_EQ(ended.verdict, verdict::held);
    EXPECT_EQ(ended.smtp_code, 550);
}

TEST(Smtp, AServerThatIsAwayIsWorthAnotherTry) {
    int port = 0;
    { port = smtp_server().port(); }
    const auto ended = send_once("smtp://127.0.0.1:" + std::to_string(port) + "?tls=none");
    EXPECT_EQ(ended.verdict, verdict::later);
    EXPECT_EQ(ended.smtp_code, 0);
}

TEST(Smtp, AServerThatNeverAnswersIsGivenUpInTime) {
    smtp_server server({"--stall"});
    smtp_transport way(read_smtp_url(url(server, "", "tls=none")).value(), {.connect = 1s, .whole = 500ms});
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(send_once(way).verdict, verdict::later);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
}

TEST(Smtp, NoGoodbyeIsWaitedFor) {
    smtp_server server({"--stall"});
    const auto start = std::chrono::steady_clock::now();
    {
        smtp_transport way(read_smtp_url(url(server, "", "tls=none")).value(), {.connect = 1s, .whole = 500ms});
        send_once(way);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, 10s);
}

/// Store, mailer and SMTP together, as the application puts them together.
class WholeWay : public ::testing::Test {
protected:
    void leave(std::uint8_t stamp, const std::string& address) {
        box.leave_address(session, {.bytes = {stamp}}, *mail_address::read(address), now());
    }
    void close() { box.close_session(session, {}, now() + 60min, now()); }
    std::unique_ptr<transport> way_to(const smtp_server& server) {
        return std::make_unique<smtp_transport>(read_smtp_url(url(server, "", "tls=none")).value());
    }
    bool comes_to(const std::function<bool(const store::mail_counts&)>& state) {
        for (int i = 0; i < 2000; ++i) {
            if (state(box.counts(session))) return true;
            std::this_thread::sleep_for(5ms);
        }
        return false;
    }
    static moment now() { return std::chrono::time_point_cast<moment::duration>(std::chrono::system_clock::now()); }

    testing::temporary_folder folder;
    store::mail_store box{folder / "mail.db"};
    const domain::session_id session{.bytes = {5}};
    const mailer_pace quick{.pauses = {5ms}, .look = 5ms, .lease = 60s, .expiry = 1h};
    const renderer render = [](const domain::session_id&) { return std::optional(minutes()); };
};

TEST_F(WholeWay, EverybodyGetsOneMailAndTheRefusedAreCounted) {
    smtp_server server({"--refuse", "nobody@example.org", "--defer", "4"});
    for (std::uint8_t i = 0; i < 10; ++i) leave(i, "p" + std::to_string(i) + "@example.org");
    leave(10, "nobody@example.org");
    close();
    mailer running(box, render, way_to(server), from(), quick);
    ASSERT_TRUE(comes_to([](const auto& counts) { return counts.sent == 10 && counts.failed == 1; }));
    std::set<std::string> reached;
    for (const auto& mail : server.mails()) reached.insert(mail["to"].at(0).get<std::string>());
    EXPECT_EQ(server.mails().size(), 10U);
    EXPECT_EQ(reached.size(), 10U);
    EXPECT_EQ(box.counts(session).queued, 0);
}

TEST_F(WholeWay, AHeldQueueGoesOnAfterARestart) {
    smtp_server refusing({"--refuse-sender"});
    leave(1, "anna@example.org");
    close();
    {
        mailer running(box, render, way_to(refusing), from(), quick);
        ASSERT_TRUE(comes_to([](const auto& counts) { return counts.held == 1; }));
    }
    smtp_server server;
    store::mail_store restarted{folder / "mail.db"};
    mailer running(restarted, render, way_to(server), from(), quick);
    EXPECT_TRUE(comes_to([](const auto& counts) { return counts.sent == 1; }));
}

TEST_F(WholeWay, StoppingDoesNotWaitForASlowServer) {
    smtp_server server({"--stall"});
    leave(1, "anna@example.org");
    close();
    std::optional<mailer> running(std::in_place, box, render, way_to(server), from(), quick);
    for (int i = 0; i < 2000 && server.mails().empty(); ++i) std::this_thread::sleep_for(5ms);
    const auto start = std::chrono::steady_clock::now();
    running.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
    EXPECT_EQ(box.counts(session).queued, 1);
}

}  // namespace
}  // namespace klartext::mail
