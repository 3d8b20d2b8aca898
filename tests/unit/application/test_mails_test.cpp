#include "test_mails.hpp"

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>
#include <stdexcept>

namespace klartext {
namespace {

using namespace std::chrono_literals;

class answering final : public mail::transport {
public:
    answering(mail::delivery answer, std::vector<mail::parcel>& carried) : answer_(answer), carried_(carried) {}
    mail::delivery carry(const mail::parcel& mail, std::stop_token) override {
        carried_.push_back(mail);
        return answer_;
    }

private:
    mail::delivery answer_;
    std::vector<mail::parcel>& carried_;
};

/// What is handed to the worker is done at once.
struct TestMails : ::testing::Test {
    test_mails::tried send(const std::string& who = "ada", const std::string& to = "anna@example.org",
                           domain::language in = domain::language::de) {
        std::optional<test_mails::tried> tried;
        mails.send(who, {to, in}, [&](auto ended) { tried = ended; });
        return tried.value();
    }
    wire::tried_mail ended() { return std::get<wire::tried_mail>(send()); }
    wire::problem refused(const std::string& who = "ada", const std::string& to = "anna@example.org") {
        return std::get<wire::problem>(send(who, to));
    }

    std::vector<mail::parcel> carried;
    mail::delivery answer{mail::verdict::sent, 250, mail::obstacle::none};
    int worked = 0;
    bool busy = false, broken = false;
    std::chrono::sys_seconds now{1'800'000'000s};
    test_mails mails{{[this](const std::function<void()>& job) {
                          if (!busy) job();
                          return !busy;
                      },
                      [](const std::function<void()>& job) { job(); }},
                     {.new_transport = [this]() -> std::unique_ptr<mail::transport> {
                          if (broken) throw std::runtime_error("libcurl gives no handle");
                          return std::make_unique<answering>(answer, carried);
                      },
                      .from = {"Klartext", *mail::mail_address::read("klartext@klartext.example")},
                      .way = wire::mail_way::server,
                      .public_url = [] { return std::string("https://klartext.example"); },
                      .worked = [this] { ++worked; },
                      .now = [this] { return now; }}};
};

TEST_F(TestMails, WhatWasTakenIsSaidAndTakesTheQueueUp) {
    EXPECT_EQ(ended(), (wire::tried_mail{wire::mail_way::server, std::nullopt, 250}));
    EXPECT_EQ(worked, 1);
    ASSERT_EQ(carried.size(), 1U);
    EXPECT_EQ(carried[0].to, "anna@example.org");
    EXPECT_NE(carried[0].message.find("Auto-Submitted: auto-generated"), std::string::npos);
    EXPECT_NE(carried[0].message.find("https://klartext.example"), std::string::npos);
}

TEST_F(TestMails, SpeaksTheLanguageOfWhoeverAsks) {
    (void)send("ada", "anna@example.org", domain::language::en);
    EXPECT_NE(carried[0].message.find("Subject: Test mail from Klartext"), std::string::npos);
}

TEST_F(TestMails, EachObstacleHasItsNameAndTakesNothingUp) {
    const std::pair<mail::obstacle, wire::mail_trouble> names[] = {
        {mail::obstacle::folder, wire::mail_trouble::folder},
        {mail::obstacle::connection, wire::mail_trouble::connection},
        {mail::obstacle::tls, wire::mail_trouble::tls},
        {mail::obstacle::certificate, wire::mail_trouble::certificate},
        {mail::obstacle::greeting, wire::mail_trouble::greeting},
        {mail::obstacle::login, wire::mail_trouble::login},
        {mail::obstacle::sender, wire::mail_trouble::sender},
        {mail::obstacle::recipient, wire::mail_trouble::recipient},
        {mail::obstacle::size, wire::mail_trouble::size},
        {mail::obstacle::busy, wire::mail_trouble::busy},
        {mail::obstacle::silence, wire::mail_trouble::silence}};
    for (const auto& [met, name] : names) {
        now += 1h;
        answer = {mail::verdict::later, 0, met};
        EXPECT_EQ(ended(), (wire::tried_mail{wire::mail_way::server, name, std::nullopt}));
    }
    EXPECT_EQ(worked, 0);
}

TEST_F(TestMails, FiveAnHourForEachAccount) {
    for (int i = 0; i < 5; ++i) (void)ended();
    EXPECT_EQ(refused(), wire::problem::too_many_tries);
    EXPECT_EQ(carried.size(), 5U);
    EXPECT_TRUE(std::holds_alternative<wire::tried_mail>(send("eve")));
    now += 1h;
    EXPECT_TRUE(std::holds_alternative<wire::tried_mail>(send()));
}

TEST_F(TestMails, AMistypedAddressCostsNoTry) {
    for (int i = 0; i < 10; ++i) EXPECT_EQ(refused("ada", "anna at example"), wire::problem::mail_invalid);
    EXPECT_EQ(ended().trouble, std::nullopt);
}

TEST_F(TestMails, WhereTooManyWaitNobodyIsCounted) {
    busy = true;
    for (int i = 0; i < 10; ++i) EXPECT_EQ(refused(), wire::problem::unavailable);
    busy = false;
    EXPECT_EQ(ended().trouble, std::nullopt);
}

TEST_F(TestMails, WhatBreaksIsSaidWithoutTheAddress) {
    std::ostringstream log;
    const auto before = spdlog::default_logger();
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log)));
    spdlog::set_level(spdlog::level::trace);
    broken = true;
    EXPECT_EQ(refused(), wire::problem::unavailable);
    spdlog::default_logger()->flush();
    EXPECT_NE(log.str().find("test mail"), std::string::npos);
    EXPECT_EQ(log.str().find("example.org"), std::string::npos);
    spdlog::set_default_logger(before);
}

}  // namespace
}  // namespace klartext
