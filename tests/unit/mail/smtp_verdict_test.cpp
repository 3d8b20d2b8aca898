#include "mail/smtp_verdict.hpp"

#include <gtest/gtest.h>

#include <array>

namespace klartext::mail {
namespace {

verdict on(const smtp_ending& ending) { return judge(ending).verdict; }
obstacle met_by(const smtp_ending& ending) { return judge(ending).obstacle; }
constexpr std::array all_stages{smtp_stage::greeting, smtp_stage::login, smtp_stage::sender, smtp_stage::recipient,
                                smtp_stage::message};

TEST(SmtpVerdict, WhatTheServerTookIsSent) {
    EXPECT_EQ(on({.accepted = true, .code = 250}), verdict::sent);
    EXPECT_EQ(met_by({.accepted = true, .code = 250}), obstacle::none);
}

TEST(SmtpVerdict, SilenceAndTemporaryAnswersAreWorthAnotherTry) {
    for (const auto stage : all_stages) {
        for (const int code : {0, 220, 250, 354, 600, 999}) {
            EXPECT_EQ(on({.stage = stage, .code = code}), verdict::later) << code;
            EXPECT_EQ(met_by({.stage = stage, .code = code}), obstacle::silence) << code;
        }
        for (const int code : {421, 450, 451, 452, 454}) {
            EXPECT_EQ(on({.stage = stage, .code = code}), verdict::later) << code;
            EXPECT_EQ(met_by({.stage = stage, .code = code}), obstacle::busy) << code;
        }
    }
}

TEST(SmtpVerdict, ARefusalOfTheMessageItselfIsToldFromOneOfTheRecipient) {
    for (const int code : {550, 552, 554}) {
        EXPECT_TRUE(judge({.stage = smtp_stage::message, .code = code}).of_content) << code;
        EXPECT_FALSE(judge({.stage = smtp_stage::recipient, .code = code}).of_content) << code;
    }
    EXPECT_FALSE(judge({.stage = smtp_stage::message, .code = 451}).of_content);
}

TEST(SmtpVerdict, ARefusedRecipientIsFinal) {
    for (const auto stage : {smtp_stage::recipient, smtp_stage::message})
        for (const int code : {550, 551, 553, 554}) {
            EXPECT_EQ(on({.stage = stage, .code = code}), verdict::refused);
            EXPECT_EQ(met_by({.stage = stage, .code = code}), obstacle::recipient);
        }
}

TEST(SmtpVerdict, TooMuchIsAboutTheMailWhateverTheCommand) {
    for (const auto stage : {smtp_stage::sender, smtp_stage::message}) {
        EXPECT_EQ(on({.stage = stage, .code = 552}), verdict::refused) << "and costs the others nothing";
        EXPECT_EQ(met_by({.stage = stage, .code = 552}), obstacle::size);
    }
    EXPECT_EQ(met_by({.stage = smtp_stage::recipient, .code = 552}), obstacle::recipient);
}

TEST(SmtpVerdict, ARefusedSenderOrGreetingCostsNobodyTheirMail) {
    for (const int code : {501, 521, 550, 553, 554}) {
        EXPECT_EQ(on({.stage = smtp_stage::greeting, .code = code}), verdict::held);
        EXPECT_EQ(met_by({.stage = smtp_stage::greeting, .code = code}), obstacle::greeting);
        EXPECT_EQ(on({.stage = smtp_stage::sender, .code = code}), verdict::held);
        EXPECT_EQ(met_by({.stage = smtp_stage::sender, .code = code}), obstacle::sender);
    }
}

TEST(SmtpVerdict, AWrongPasswordHoldsTheQueueAtWhateverCommand) {
    for (const int code : {530, 534, 535, 538})
        for (const auto stage : all_stages) {
            EXPECT_EQ(on({.fault = smtp_fault::login_denied, .stage = stage, .code = code}), verdict::held);
            EXPECT_EQ(met_by({.stage = stage, .code = code}), obstacle::login);
        }
    EXPECT_EQ(on({.fault = smtp_fault::login_denied, .code = 250}), verdict::held) << "no way to log in was offered";
}

TEST(SmtpVerdict, ALoginThatCannotBeCheckedNowIsWorthAnotherTry) {
    EXPECT_EQ(on({.fault = smtp_fault::login_denied, .code = 454}), verdict::later);
}

TEST(SmtpVerdict, WithoutTlsNothingIsHeldWhateverTheCode) {
    for (const int code : {0, 220, 250, 454, 502, 554}) {
        EXPECT_EQ(on({.fault = smtp_fault::no_tls, .code = code}), verdict::later);
        EXPECT_EQ(met_by({.fault = smtp_fault::no_tls, .code = code}), obstacle::tls);
        EXPECT_EQ(on({.fault = smtp_fault::bad_certificate, .code = code}), verdict::later);
        EXPECT_EQ(met_by({.fault = smtp_fault::bad_certificate, .code = code}), obstacle::certificate);
    }
}

TEST(SmtpVerdict, WhereNobodyIsThereItIsTheConnection) {
    EXPECT_EQ(on({.fault = smtp_fault::no_connection}), verdict::later);
    EXPECT_EQ(met_by({.fault = smtp_fault::no_connection}), obstacle::connection);
}

TEST(SmtpVerdict, TheCodeIsPassedOnWhereItIsAYesOrANo) {
    EXPECT_EQ(judge({.code = 451}).smtp_code, 451);
    EXPECT_EQ(judge({.accepted = true, .code = 250}).smtp_code, 250);
    for (const int code : {0, 250, 354, 999}) EXPECT_EQ(judge({.code = code}).smtp_code, 0) << "the yes was to another";
}

}  // namespace
}  // namespace klartext::mail
