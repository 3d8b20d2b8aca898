#include "access/logins.hpp"

#include <gtest/gtest.h>

#include "temporary_folder.hpp"

namespace klartext::access {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds now{1'800'000'000s};
constexpr auto good = "Pferd Batterie Heftklammer";
constexpr auto wrong = "Pferd Batterie Heftzwecke";

template <class T>
std::string outcome(const result<T>& got) {
    return got ? "done" : std::string(code(got.error()));
}

struct Logins : ::testing::Test {
    Logins() {
        if (!accounts.add("anna", good, false)) throw std::logic_error("no account");
    }

    klartext::testing::temporary_folder folder;
    store::accounts_store store{folder / "klartext.db"};
    access::accounts accounts{store};
    access::logins logins{store};
};

TEST_F(Logins, ThePasswordOpensALoginForTwelveHours) {
    const auto token = logins.log_in("Anna ", good, now).value();
    EXPECT_EQ(logins.who(token, now + 12h - 1s)->name, "anna");
    EXPECT_FALSE(logins.who(token, now + 12h));
}

TEST_F(Logins, UnknownNamesAndWrongPasswordsGetTheSameAnswer) {
    EXPECT_EQ(outcome(logins.log_in("anna", wrong, now)), "wrong_name_or_password");
    EXPECT_EQ(outcome(logins.log_in("nobody", good, now)), "wrong_name_or_password");
    EXPECT_EQ(outcome(logins.log_in("\x01", good, now)), "wrong_name_or_password");
    ASSERT_TRUE(accounts.invite("berta", false, now));
    EXPECT_EQ(outcome(logins.log_in("berta", "", now)), "wrong_name_or_password");
}

TEST_F(Logins, UnknownNamesTakeAsMuchWorkAsWrongPasswords) {
    const auto cpu = [&](const char* name) {
        const auto before = std::clock();
        EXPECT_FALSE(logins.log_in(name, wrong, now));
        return static_cast<double>(std::clock() - before);
    };
    (void)cpu("warm up");
    const double known = cpu("anna");
    EXPECT_GT(cpu("nobody"), known / 3);
}

TEST_F(Logins, LoggingOutEndsThatLoginAlone) {
    const auto here = logins.log_in("anna", good, now).value();
    const auto there = logins.log_in("anna", good, now).value();
    logins.log_out(here);
    logins.log_out("no token");
    EXPECT_FALSE(logins.who(here, now));
    EXPECT_TRUE(logins.who(there, now));
}

TEST_F(Logins, ADisabledAccountIsOutAtOnce) {
    const auto token = logins.log_in("anna", good, now).value();
    ASSERT_TRUE(accounts.disable("anna"));
    EXPECT_FALSE(logins.who(token, now));
    EXPECT_EQ(outcome(logins.log_in("anna", good, now)), "account_disabled");
    EXPECT_EQ(outcome(logins.log_in("anna", wrong, now)), "wrong_name_or_password");
}

TEST_F(Logins, AResetAndANewPasswordEndOldLogins) {
    const auto first = logins.log_in("anna", good, now).value();
    ASSERT_TRUE(accounts.set_password("anna", "ein neues Kennwort"));
    EXPECT_FALSE(logins.who(first, now));
    const auto second = logins.log_in("anna", "ein neues Kennwort", now).value();
    ASSERT_TRUE(accounts.reset("anna", now));
    EXPECT_FALSE(logins.who(second, now));
    EXPECT_EQ(outcome(logins.log_in("anna", "ein neues Kennwort", now)), "wrong_name_or_password");
}

TEST_F(Logins, APasswordTypedWithCombiningAccentsIsTheSame) {
    ASSERT_TRUE(accounts.add("berta", "sch\u00f6nes K\u00e4nnwort", false));
    EXPECT_EQ(outcome(logins.log_in("berta", "scho\u0308nes Ka\u0308nnwort", now)), "done");
}

TEST_F(Logins, AfterFiveWrongPasswordsTheNameWaitsAndThenTheRightOneGetsIn) {
    for (int guess = 0; guess < 5; ++guess)
        EXPECT_EQ(outcome(logins.log_in(guess % 2 ? "anna" : "ANNA", wrong, now)), "wrong_name_or_password");
    EXPECT_EQ(outcome(logins.log_in("anna", good, now)), "too_many_tries");
    EXPECT_EQ(outcome(logins.log_in("anna", good, now + 29s)), "too_many_tries");
    EXPECT_EQ(outcome(logins.log_in("nobody", good, now)), "wrong_name_or_password");
    EXPECT_EQ(outcome(logins.log_in("anna", good, now + 30s)), "done");
    EXPECT_EQ(outcome(logins.log_in("anna", wrong, now + 30s)), "wrong_name_or_password");
    EXPECT_EQ(outcome(logins.log_in("anna", good, now + 30s)), "done");
}

TEST(LoginDelay, GrowsFromThirtySecondsToAQuarterOfAnHour) {
    login_delay delay;
    auto at = now;
    for (int guess = 0; guess < 5; ++guess) EXPECT_TRUE(delay.may_try("anna", at));
    for (const auto wait : {30s, 60s, 120s, 240s, 480s, 900s, 900s}) {
        EXPECT_FALSE(delay.may_try("anna", at + wait - 1s)) << wait.count();
        at += wait;
        EXPECT_TRUE(delay.may_try("anna", at)) << wait.count();
    }
}

TEST(LoginDelay, IsForgottenWithTheHoursKey) {
    login_delay delay;
    for (int guess = 0; guess < 5; ++guess) EXPECT_TRUE(delay.may_try("anna", now));
    EXPECT_FALSE(delay.may_try("anna", now));
    EXPECT_TRUE(delay.may_try("anna", now + 1h));
}

TEST(LoginDelay, ManyOtherNamesDoNotPushAGuessedOneOut) {
    login_delay delay(10);
    for (int guess = 0; guess < 5; ++guess) EXPECT_TRUE(delay.may_try("anna", now));
    for (int other = 0; other < 100; ++other) EXPECT_TRUE(delay.may_try(std::to_string(other), now));
    EXPECT_FALSE(delay.may_try("anna", now));
}

}  // namespace
}  // namespace klartext::access
