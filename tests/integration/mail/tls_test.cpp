#include <gtest/gtest.h>

#include <algorithm>

#include "integration/mail/outbox_house.hpp"
#include "integration/mail/scripted_server.hpp"

/// Nothing that is secret goes over a line that is not: neither the mail nor the password, nor the addresses.
namespace klartext::mail {
namespace {

using nlohmann::json;
using testing::outbox_house;
using testing::scripted_server;

constexpr auto good_names = "DNS:localhost,IP:127.0.0.1";

delivery sent_to(const scripted_server& server, const std::string& settings = "",
                 const std::string& host = "127.0.0.1") {
    const auto to = "smtp://user:swordfish@" + host + ":" + std::to_string(server.port()) + "?ca=" + server.ca_file();
    smtp_transport way(read_smtp_url(to + settings).value(), outbox_house::limits);
    return way.carry({.id = {}, .from = "minutes@klartext.example", .to = "anna@example.org", .message = "A: b\r\n"},
                     {});
}

/// Base64 of user and password, and all that names anybody.
void expect_nothing_told(const scripted_server& server) {
    for (const auto& connection : server.heard())
        for (const auto& line : connection)
            EXPECT_TRUE(line.starts_with("EHLO") || line == "STARTTLS" || line.starts_with("QUIT")) << line;
    EXPECT_TRUE(server.messages().empty());
}

TEST(MailTls, WhereTlsComesAboutTheMailGoesOut) {
    const scripted_server server(json::array({json::object()}), good_names, 2);
    EXPECT_EQ(sent_to(server).verdict, verdict::sent);
    EXPECT_EQ(server.messages().size(), 1U);
    const auto said = server.heard().at(0);
    EXPECT_EQ(std::ranges::count(said, "STARTTLS"), 1) << "seen by the server, so the line is the one that is watched";
}

TEST(MailTls, AServerThatOffersNoStarttlsIsToldNothing) {
    const scripted_server server(json::array({{{"EHLO", {{"offers", {"AUTH PLAIN LOGIN"}}}}}}), good_names, 2);
    EXPECT_EQ(sent_to(server).obstacle, obstacle::tls);
    expect_nothing_told(server);
}

TEST(MailTls, WhoOffersStarttlsAndThenRefusesItIsToldNothing) {
    for (const auto* no : {"454 4.7.0 not now", "502 5.5.1 unknown", "554 5.7.0 no"}) {
        const scripted_server server(json::array({{{"STARTTLS", no}}}), good_names, 2);
        const auto ended = sent_to(server);
        EXPECT_EQ(ended.obstacle, obstacle::tls) << no;
        EXPECT_EQ(ended.verdict, verdict::later) << no;
        expect_nothing_told(server);
    }
}

TEST(MailTls, WhoSpeaksOnInTheClearAfterStarttlsIsToldNothing) {
    const auto both = "220 go ahead\r\n250-test\r\n250 AUTH PLAIN\r\n";
    const scripted_server server(json::array({{{"STARTTLS", both}}}), good_names, 2);
    EXPECT_EQ(sent_to(server).verdict, verdict::later);
    expect_nothing_told(server);
}

TEST(MailTls, ACertificateForAnotherHostGetsNothing) {
    const scripted_server server(json::array({json::object()}), "DNS:mail.example.org", 2);
    EXPECT_EQ(sent_to(server).obstacle, obstacle::certificate);
    expect_nothing_told(server);
}

TEST(MailTls, ACertificateForTheNameIsNotOneForTheNumber) {
    const scripted_server server(json::array({json::object()}), "DNS:localhost", 2);
    EXPECT_EQ(sent_to(server).obstacle, obstacle::certificate);
    EXPECT_EQ(sent_to(server, "", "localhost").verdict, verdict::sent);
}

TEST(MailTls, AnExpiredCertificateGetsNothing) {
    const scripted_server server(json::array({json::object()}), good_names, -1);
    EXPECT_EQ(sent_to(server).obstacle, obstacle::certificate);
    expect_nothing_told(server);
}

TEST(MailTls, ACertificateThatNobodyVouchesForGetsNothing) {
    const scripted_server server(json::array({json::object()}), good_names, 2);
    const scripted_server other(json::array({json::object()}), good_names, 2);
    EXPECT_EQ(sent_to(server, "&ca=" + other.ca_file()).obstacle, obstacle::certificate);
    expect_nothing_told(server);
}

TEST(MailTls, WithoutItOnlyWhereTheUrlSaysSo) {
    const scripted_server server(json::array({json::object()}));
    const auto plain = "smtp://127.0.0.1:" + std::to_string(server.port());
    const auto carry = [](const std::string& url) {
        smtp_transport way(read_smtp_url(url).value(), outbox_house::limits);
        return way.carry({.id = {}, .from = "k@k.example", .to = "anna@example.org", .message = "A: b\r\n"}, {})
            .verdict;
    };
    EXPECT_EQ(carry(plain), verdict::later);
    expect_nothing_told(server);
    EXPECT_EQ(carry(plain + "?tls=none"), verdict::sent);
    EXPECT_EQ(carry(plain + "?tls=none-readable-by-others"), verdict::sent);
}

TEST(MailTls, TheServerIsGreetedWithOurOwnName) {
    const scripted_server server(json::array({json::object()}));
    auto target = read_smtp_url("smtp://127.0.0.1:" + std::to_string(server.port()) + "?tls=none").value();
    target.own_name = "klartext.example.org";
    smtp_transport way(std::move(target), outbox_house::limits);
    EXPECT_EQ(way.carry({.id = {}, .from = "k@k.example", .to = "a@example.org", .message = "A: b\r\n"}, {}).verdict,
              verdict::sent);
    EXPECT_EQ(server.heard().at(0).at(0), "EHLO klartext.example.org");
}

}  // namespace
}  // namespace klartext::mail
