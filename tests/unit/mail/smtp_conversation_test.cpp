#include "mail/smtp_conversation.hpp"

#include <gtest/gtest.h>

namespace klartext::mail {
namespace {

using namespace std::chrono_literals;

constexpr smtp_limits limits{.connect = 10s, .answer = 60s, .after_message = 600s, .whole = 1000s, .farewell = 3s};

class SmtpConversation : public ::testing::Test {
protected:
    void hand_over() {
        talk.heard(at);
        talk.command_sent("DATA\r\n", at);
        while (!talk.take(3, at).empty()) continue;
    }

    smtp_conversation::instant at{};
    std::stop_source stop;
    smtp_conversation talk{"message", stop.get_token(), limits, at};
};

TEST_F(SmtpConversation, TheNetworkHasItsOwnLimit) {
    EXPECT_FALSE(talk.gives_up(at + 10s));
    EXPECT_TRUE(talk.gives_up(at + 10s + 1ms));
    EXPECT_TRUE(talk.nobody_there());
}

TEST_F(SmtpConversation, AServerThatIsThereMayTakeItsTimeToGreet) {
    talk.connected();
    EXPECT_FALSE(talk.gives_up(at + 60s));
    EXPECT_TRUE(talk.gives_up(at + 60s + 1ms));
    EXPECT_FALSE(talk.nobody_there());
}

TEST_F(SmtpConversation, EachAnswerHasItsOwnTime) {
    talk.connected();
    for (int i = 0; i < 10; ++i) {
        at += 60s;
        ASSERT_FALSE(talk.gives_up(at));
        i % 2 == 0 ? talk.heard(at) : talk.command_sent("NOOP\r\n", at);
    }
    EXPECT_TRUE(talk.gives_up(at + 60s + 1ms));
}

TEST_F(SmtpConversation, TheLastAnswerMayTakeLonger) {
    hand_over();
    EXPECT_TRUE(talk.handed_over());
    EXPECT_FALSE(talk.gives_up(at + 600s));
    EXPECT_TRUE(talk.gives_up(at + 600s + 1ms));
}

TEST_F(SmtpConversation, AllOfItHasALimitHoweverItTalksOn) {
    talk.connected();
    for (; at <= smtp_conversation::instant{} + 1000s; at += 50s) {
        talk.heard(at);
        EXPECT_FALSE(talk.gives_up(at));
    }
    EXPECT_TRUE(talk.gives_up(at));
}

TEST_F(SmtpConversation, AStopEndsItAtOnceBeforeTheEndOfTheMessage) {
    talk.connected();
    EXPECT_EQ(talk.take(3, at), "mes");
    stop.request_stop();
    EXPECT_TRUE(talk.gives_up(at));
}

TEST_F(SmtpConversation, AStopWaitsAMomentForTheLastAnswer) {
    hand_over();
    stop.request_stop();
    EXPECT_FALSE(talk.gives_up(at + 10s)) << "noticed here";
    EXPECT_FALSE(talk.gives_up(at + 13s));
    EXPECT_TRUE(talk.gives_up(at + 13s + 1ms));
}

TEST_F(SmtpConversation, KnowsHowFarItCame) {
    EXPECT_EQ(talk.stage(), smtp_stage::greeting);
    const std::pair<const char*, smtp_stage> commands[] = {
        {"EHLO k\r\n", smtp_stage::greeting},         {"STARTTLS\r\n", smtp_stage::greeting},
        {"AUTH PLAIN eA==\r\n", smtp_stage::login},   {"MAIL FROM:<a@b>\r\n", smtp_stage::sender},
        {"RCPT TO:<a@b>\r\n", smtp_stage::recipient}, {"DATA\r\n", smtp_stage::message}};
    for (const auto& [line, stage] : commands) {
        talk.command_sent(line, at);
        EXPECT_EQ(talk.stage(), stage) << line;
    }
}

TEST_F(SmtpConversation, APasswordIsNoCommand) {
    talk.command_sent("AUTH LOGIN\r\n", at);
    for (const auto* line : {"DATA1234\r\n", "MAIL1234\r\n", "RCPTdata\r\n"}) talk.command_sent(line, at);
    EXPECT_EQ(talk.stage(), smtp_stage::login);
}

}  // namespace
}  // namespace klartext::mail
