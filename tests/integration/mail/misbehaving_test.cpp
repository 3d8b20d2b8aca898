#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "integration/mail/outbox_house.hpp"
#include "integration/mail/scripted_server.hpp"

/// What the outbox does when a mail server does not do what it should: once, and then behaves.
namespace klartext::mail {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using testing::scripted_server;

enum class state { sent, failed, queued, held };

struct misdeed {
    std::string name;
    json script;      ///< of the first connection
    state becomes;    ///< after the first attempt
    int code;         ///< noted with the session; 0: none
    int arrived = 1;  ///< messages whose end the server saw, once it behaves again
};

json silent() { return {{"silent", true}}; }
json dropping() { return {{"drop", true}}; }
json saying(const std::string& answer) { return {{"say", answer}, {"drop", true}}; }

void PrintTo(const misdeed& each, std::ostream* out) { *out << each.name; }

std::string url(const scripted_server& server) {
    return "smtp://127.0.0.1:" + std::to_string(server.port()) + "?tls=none";
}

std::string id_in(const std::string& message) {
    const auto at = message.find("Message-ID:");
    return message.substr(at, message.find("\r\n", at) - at);
}

class Misbehaving : public ::testing::TestWithParam<misdeed> {
protected:
    static state state_of(const store::mail_counts& counts) {
        if (counts.sent > 0) return state::sent;
        if (counts.failed > 0) return state::failed;
        return counts.held > 0 ? state::held : state::queued;
    }

    testing::outbox_house house;
};

TEST_P(Misbehaving, CostsNobodyTheirMailAndDoublesNone) {
    const auto& told = GetParam();
    const scripted_server server(json::array({told.script, json::object()}));
    house.minutes.attachments = {{"a.pdf", "application/pdf", std::string(3000, 'x')}};
    house.minutes.alone = {"The link", "<p>The link</p>"};
    house.leave(1);
    house.close();
    const auto mailer = house.mailer(url(server), 1h);
    ASSERT_TRUE(house.comes_to([&] {
        const auto counts = house.counts();
        const bool something = state_of(counts) != state::queued || counts.last_code != 0 ||
                               mailer->trouble() != obstacle::none;  // which is known before it is noted in the outbox
        return something && state_of(counts) == told.becomes && counts.last_code == told.code;
    })) << "instead it is "
        << static_cast<int>(state_of(house.counts())) << ", code " << house.counts().last_code;
    EXPECT_EQ(house.log().find("example.org"), std::string::npos) << house.log();

    const auto last = told.becomes == state::failed ? state::failed : state::sent;
    EXPECT_TRUE(house.comes_to([&] {
        mailer->take_up();  // again, for the first may come before the attempt is noted in the outbox
        return state_of(house.counts()) == last;
    }));
    EXPECT_EQ(house.counts().queued + house.counts().held, 0);
    const auto messages = server.messages();
    EXPECT_EQ(messages.size(), static_cast<std::size_t>(told.arrived));
    std::set<std::string> ids;
    for (const auto& each : messages) ids.insert(id_in(each));
    EXPECT_LE(ids.size(), 1U) << "whoever gets two can tell that they are one";
}

INSTANTIATE_TEST_SUITE_P(Silent, Misbehaving,
                         ::testing::Values(misdeed{"AtTheGreeting", {{"greeting", silent()}}, state::queued, 0},
                                           misdeed{"AtEhlo", {{"EHLO", silent()}}, state::queued, 0},
                                           misdeed{"AtTheSender", {{"MAIL", silent()}}, state::queued, 0},
                                           misdeed{"AtTheRecipient", {{"RCPT", silent()}}, state::queued, 0},
                                           misdeed{"AtData", {{"DATA", silent()}}, state::queued, 0},
                                           misdeed{"AfterTheEnd", {{"end", silent()}}, state::queued, 0, 2},
                                           misdeed{"AtTheGoodbye", {{"QUIT", silent()}}, state::sent, 0}),
                         [](const auto& each) { return each.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Gone, Misbehaving,
    ::testing::Values(misdeed{"AtTheGreeting", {{"greeting", dropping()}}, state::queued, 0},
                      misdeed{"AtEhlo", {{"EHLO", dropping()}}, state::queued, 0},
                      misdeed{"AtTheSender", {{"MAIL", dropping()}}, state::queued, 0},
                      misdeed{"AtTheRecipient", {{"RCPT", dropping()}}, state::queued, 0},
                      misdeed{"AtData", {{"DATA", dropping()}}, state::queued, 0},
                      misdeed{"InTheMessage", {{"breaks_off_after", 1000}}, state::queued, 0},
                      misdeed{"AfterTheEndWithoutAnAnswer", {{"end", dropping()}}, state::queued, 0, 2},
                      misdeed{"AfterTheEndWithHalfAnAnswer",
                              {{"end", {{"say", "25"}, {"raw", true}, {"drop", true}}}},
                              state::queued,
                              0,
                              2},
                      misdeed{"OnceItHasTakenTheMail", {{"end", saying("250 taken")}}, state::sent, 0},
                      misdeed{"AtTheGoodbye", {{"QUIT", dropping()}}, state::sent, 0}),
    [](const auto& each) { return each.param.name; });

INSTANTIATE_TEST_SUITE_P(
    NotNow, Misbehaving,
    ::testing::Values(
        misdeed{"AtTheGreeting", {{"greeting", saying("421 4.3.2 too many connections")}}, state::queued, 421},
        misdeed{"AtTheSender", {{"MAIL", "451 4.3.0 try again"}}, state::queued, 451},
        misdeed{"Greylisting", {{"RCPT", "451 4.7.1 greylisted"}}, state::queued, 451},
        misdeed{"AMailboxThatIsFullForNow", {{"RCPT", "452 4.2.2 full"}}, state::queued, 452},
        misdeed{"ShuttingDown", {{"RCPT", saying("421 4.3.2 going down")}}, state::queued, 421},
        misdeed{"AtData", {{"DATA", "451 4.3.0 no"}}, state::queued, 451},
        misdeed{"AfterTheEnd", {{"end", "452 4.3.1 disk full"}}, state::queued, 452, 2}),
    [](const auto& each) { return each.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Never, Misbehaving,
    ::testing::Values(misdeed{"ThisMachine", {{"greeting", saying("554 5.7.1 no service")}}, state::held, 0},
                      misdeed{"ThisName", {{"EHLO", "550 5.7.1 who are you"}}, state::held, 0},
                      misdeed{"ThisSender", {{"MAIL", "550 5.7.1 not you"}}, state::held, 0},
                      misdeed{"WithoutALogin", {{"MAIL", "530 5.7.0 log in first"}}, state::held, 0},
                      misdeed{"WithoutALoginSaidLate", {{"RCPT", "530 5.7.0 log in first"}}, state::held, 0},
                      misdeed{"ThisRecipient", {{"RCPT", "550 5.1.1 unknown"}}, state::failed, 550, 0},
                      misdeed{"ThisMailbox", {{"RCPT", "552 5.2.2 over quota"}}, state::failed, 552, 0},
                      misdeed{"ThisDomain", {{"RCPT", "554 5.7.1 no"}}, state::failed, 554, 0},
                      misdeed{"AtData", {{"DATA", "554 5.5.1 no valid recipients"}}, state::sent, 0},
                      misdeed{"ThisContent", {{"end", "554 5.7.1 spam"}}, state::sent, 0, 2},
                      misdeed{"ThisSize", {{"MAIL", "552 5.3.4 too big"}}, state::sent, 0, 1},
                      misdeed{"TheseAttachments", {{"end", "552 5.7.0 attachments"}}, state::sent, 0, 2}),
    [](const auto& each) { return each.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Odd, Misbehaving,
    ::testing::Values(
        misdeed{"ByteByByte", {{"greeting", {{"drip", 0.02}}}, {"end", {{"drip", 0.02}}}}, state::sent, 0},
        misdeed{"ManyLines", {{"RCPT", "250-a\r\n250-b\r\n250 c"}}, state::sent, 0},
        misdeed{"ManyLinesOfNo", {{"RCPT", "550-a\r\n550-250 ok\r\n550 c"}}, state::failed, 550, 0},
        misdeed{"AVeryLongYes", {{"RCPT", "250 " + std::string(60'000, 'x')}}, state::sent, 0},
        misdeed{"AVeryLongNo", {{"RCPT", "550 p0@example.org " + std::string(60'000, 'x')}}, state::failed, 550, 0},
        misdeed{
            "ControlCharacters", {{"RCPT", "550 \x1b[2J\x07 p0@example.org \u009b\n\r\x01"}}, state::failed, 550, 0},
        misdeed{"NoNumber", {{"greeting", saying("hello")}}, state::queued, 0},
        misdeed{"AnImpossibleNumber", {{"RCPT", "999 p0@example.org"}}, state::queued, 0},
        misdeed{"YesInsteadOfGoOn", {{"DATA", saying("250 ok")}}, state::queued, 0},
        misdeed{"Pipelining", {{"EHLO", {{"offers", {"PIPELINING", "SIZE 99999999", "8BITMIME"}}}}}, state::sent, 0}),
    [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace klartext::mail
