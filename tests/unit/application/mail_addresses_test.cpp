#include "mail_addresses.hpp"

#include <gtest/gtest.h>

#include "temporary_folder.hpp"

namespace klartext {
namespace {

using namespace std::chrono_literals;
using letterbox::rejection;

constexpr domain::session_id session{{1}};
constexpr domain::stamp_hash stamp{{7}};

mail::moment now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

std::string spelled(const letterbox::answer& given) {
    if (std::holds_alternative<live::received>(given)) return "received";
    if (std::holds_alternative<live::kept_by_sender>(given)) return "kept_by_sender";
    const auto* why = std::get_if<rejection>(&given);
    if (!why) return "a refusal of the workshop";
    switch (*why) {
        case rejection::address_too_late: return "address_too_late";
        case rejection::minutes_already_sent: return "minutes_already_sent";
        case rejection::mail_invalid: return "mail_invalid";
        default: return "another rejection";
    }
}

/// Addresses in a real file; what is handed to the worker is done at once.
struct MailAddresses : ::testing::Test {
    testing::temporary_folder folder;
    store::mail_store store{folder / "mail.db"};
    mail_addresses addresses{store,
                             {[](const std::function<void()>& job) {
                                  job();
                                  return true;
                              },
                              [](const std::function<void()>& job) { job(); }},
                             [] {}};

    std::string leave(const std::string& mail) {
        std::string said = "nothing";
        addresses.leave(session, stamp, mail, [&](const letterbox::answer& given) { said = spelled(given); });
        return said;
    }
    std::string asked_for_the_key() {
        std::string said = "nothing";
        addresses.closed_key(session, [&](const letterbox::address_book::key_or_answer& found) {
            const auto* no_key = std::get_if<letterbox::answer>(&found);
            said = no_key ? spelled(*no_key) : "a key";
        });
        return said;
    }
    void close(std::chrono::minutes ago) {
        const std::array<std::uint8_t, 32> key{};
        store.close_session(session, key, now() - ago + session_lifecycle::late_addresses, now() - ago);
    }
    void send() {
        const auto mail = store.lease_next(now(), now() + 1min);
        ASSERT_TRUE(mail);
        store.mark_sent(mail->id);
    }
};

TEST_F(MailAddresses, AnAddressMayBeCorrectedUntilItsMailIsGone) {
    EXPECT_EQ(leave("anna@example.org"), "received");
    EXPECT_EQ(leave("annna@example.org"), "received");
    close(0min);
    EXPECT_EQ(leave("anna@example.org"), "received");
    EXPECT_EQ(store.counts(session).queued, 1);
}

TEST_F(MailAddresses, WhatIsCorrectedTooLateIsNotConfirmed) {
    ASSERT_EQ(leave("annna@example.org"), "received");
    close(0min);
    send();
    EXPECT_EQ(leave("anna@example.org"), "minutes_already_sent");
    EXPECT_EQ(store.counts(session).queued, 0) << "nothing was kept, as the answer says";
}

TEST_F(MailAddresses, AreTakenForAnHourAfterTheCloseAndThenTooLate) {
    close(59min);
    EXPECT_EQ(asked_for_the_key(), "a key");
    EXPECT_EQ(leave("anna@example.org"), "received");
}

TEST_F(MailAddresses, ThatComeLaterLearnThatTheyAreTooLate) {
    close(62min);
    EXPECT_EQ(asked_for_the_key(), "address_too_late");
    EXPECT_EQ(leave("anna@example.org"), "address_too_late") << "its time ran out on the way to the worker";
}

TEST_F(MailAddresses, NoneIsAnAddress) { EXPECT_EQ(leave("anna"), "mail_invalid"); }

}  // namespace
}  // namespace klartext
