#include "mail/smtp_verdict.hpp"

#include <gtest/gtest.h>

namespace klartext::mail {
namespace {

verdict on(const smtp_ending& ending) { return judge(ending).verdict; }

TEST(SmtpVerdict, WhatTheServerTookIsSent) { EXPECT_EQ(on({.accepted = true, .code = 250}), verdict::sent); }

TEST(SmtpVerdict, SilenceAndTemporaryAnswersAreWorthAnotherTry) {
    for (const int code : {0, 220, 354, 421, 450, 452, 454})
        for (const bool named : {false, true})
            EXPECT_EQ(on({.recipient_named = named, .code = code}), verdict::later) << code;
}

TEST(SmtpVerdict, ARefusedRecipientIsFinal) {
    for (const int code : {550, 551, 552, 553, 554})
        EXPECT_EQ(on({.recipient_named = true, .code = code}), verdict::refused);
}

TEST(SmtpVerdict, ARefusedSenderOrGreetingCostsNobodyTheirMail) {
    for (const int code : {501, 521, 550, 553, 554})
        EXPECT_EQ(on({.recipient_named = false, .code = code}), verdict::held);
}

TEST(SmtpVerdict, AWrongPasswordHoldsTheQueueAtWhateverCommand) {
    for (const int code : {530, 534, 535, 538})
        for (const bool named : {false, true})
            EXPECT_EQ(on({.login_denied = true, .recipient_named = named, .code = code}), verdict::held);
    EXPECT_EQ(on({.login_denied = true, .code = 250}), verdict::held) << "no way to log in was offered";
}

TEST(SmtpVerdict, ALoginThatCannotBeCheckedNowIsWorthAnotherTry) {
    EXPECT_EQ(on({.login_denied = true, .code = 454}), verdict::later);
}

TEST(SmtpVerdict, TheCodeIsPassedOn) { EXPECT_EQ(judge({.code = 451}).smtp_code, 451); }

}  // namespace
}  // namespace klartext::mail
