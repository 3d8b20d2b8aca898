#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "integration/mail/outbox_house.hpp"
#include "integration/mail/scripted_server.hpp"
#include "integration/mail/smtp_server.hpp"

/// The good way, with everything that real titles have in them.
namespace klartext::mail {
namespace {

using namespace std::chrono_literals;
using testing::outbox_house;
using testing::smtp_server;

constexpr int people = 30;
constexpr auto title =
    "Protokoll: Straße für alle 🌳👩🏽‍🚀 – שלום עולם (21. November 2026), lang genug für zwei "
    "Zeilen";
constexpr auto file = "Protokoll Straße 🌳 שלום.pdf";

class Everybody : public ::testing::Test {
protected:
    Everybody() {
        house.minutes.subject = title;
        house.minutes.text = "Grüße\n.\n..zwei Punkte\n.am Anfang\n" + std::string(3000, 'x') + "🌳\n";
        house.minutes.attachments = {{file, "application/pdf", "%PDF-1.7\n.\n\xFF"}};
    }
    void send_all(const std::string& url) {
        house.leave(people);
        house.close();
        const auto mailer = house.mailer(url, 5ms);
        ASSERT_TRUE(house.comes_to([&] { return house.counts().sent == people; }));
    }

    outbox_house house;
};

std::string address(int number) { return "p" + std::to_string(number) + "@example.org"; }

TEST_F(Everybody, GetsTheMailAloneInRandomOrderOverStarttlsWithALogin) {
    smtp_server server({"--tls", "starttls", "--user", "klartext", "--password", "p:w", "--defer", "7"});
    send_all("smtp://klartext:p%3Aw@127.0.0.1:" + std::to_string(server.port()) + "?ca=" + server.ca_file());
    const auto mails = server.mails();
    ASSERT_EQ(mails.size(), static_cast<std::size_t>(people));
    std::vector<std::string> order;
    std::set<std::string> ids;
    for (const auto& mail : mails) {
        ASSERT_EQ(mail["to"].size(), 1U);
        order.push_back(mail["to"][0]);
        ids.insert(mail["headers"]["Message-ID"]);
        EXPECT_EQ(mail["headers"]["To"], mail["to"][0]);
        EXPECT_EQ(mail["headers"]["Subject"], title);
        EXPECT_EQ(mail["headers"]["Auto-Submitted"], "auto-generated");
        EXPECT_LT(std::abs(mail["seconds_ago"].get<double>()), 120) << "the date is that of sending";
        EXPECT_EQ(mail["parts"].back()["name"], file);
        EXPECT_EQ(mail["defects"], 0);
        EXPECT_EQ(mail["tls"], true);
    }
    EXPECT_EQ(ids.size(), order.size());
    std::vector<std::string> left;
    for (int i = 0; i < people; ++i) left.push_back(address(i));
    EXPECT_TRUE(std::ranges::is_permutation(order, left));
    EXPECT_NE(order, left) << "1 in 30! by chance";
    std::ranges::sort(left);
    EXPECT_NE(order, left);
    EXPECT_EQ(house.log().find("example.org"), std::string::npos);
    EXPECT_EQ(house.log().find("p:w"), std::string::npos);
}

TEST_F(Everybody, KeepsTheSameMessageIdOverAllAttempts) {
    const nlohmann::json later{{"end", "451 4.3.0 not now"}};
    const testing::scripted_server server(nlohmann::json::array({later, later, later, nlohmann::json::object()}));
    house.leave(1);
    house.close();
    const auto mailer = house.mailer("smtp://127.0.0.1:" + std::to_string(server.port()) + "?tls=none", 5ms);
    ASSERT_TRUE(house.comes_to([&] { return house.counts().sent == 1; }));
    std::set<std::string> ids;
    for (const auto& message : server.messages()) ids.insert(message.substr(message.find("Message-ID:"), 48));
    EXPECT_EQ(server.messages().size(), 4U);
    EXPECT_EQ(ids.size(), 1U);
}

/// RFC 5321, 4.5.2 and 4.5.3.1.6; RFC 5322, 2.1.1.
TEST_F(Everybody, GetsLinesAsMailWantsThem) {
    const testing::scripted_server server(nlohmann::json::array({nlohmann::json::object()}));
    send_all("smtp://127.0.0.1:" + std::to_string(server.port()) + "?tls=none");
    const auto raw = server.messages().at(0);
    ASSERT_TRUE(raw.ends_with("\r\n.\r\n"));
    const auto lines = raw.substr(0, raw.size() - 3);
    bool stuffed = false;
    for (std::size_t start = 0; start < lines.size();) {
        const auto end = lines.find("\r\n", start);
        ASSERT_NE(end, std::string::npos);
        const auto line = lines.substr(start, end - start);
        EXPECT_LE(line.size(), 998U);
        EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos) << "a bare CR or LF";
        EXPECT_TRUE(std::ranges::all_of(line, [](char c) { return c >= 32 && c < 127; })) << line;
        EXPECT_TRUE(!line.starts_with(".") || line.starts_with("..")) << "a dot that would end the mail";
        stuffed = stuffed || line == "..";
        start = end + 2;
    }
    EXPECT_TRUE(stuffed) << "the text has a line of one dot";
}

}  // namespace
}  // namespace klartext::mail
