#include "store/mail_store.hpp"

#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <set>
#include <string>

#include "store/database.hpp"
#include "temporary_folder.hpp"

namespace klartext::store {
namespace {

using namespace std::chrono_literals;
using mail::mail_address;
using mail::moment;

constexpr moment noon{std::chrono::hours(24 * 20000 + 12)};
constexpr std::array<std::uint8_t, 4> key{1, 2, 3, 4};

domain::session_id session_number(std::uint8_t number) { return {.bytes = {number}}; }
domain::stamp_hash stamp_number(std::uint8_t number) { return {.bytes = {number}}; }
mail_address anna() { return *mail_address::read("anna@example.org"); }
mail_address berta() { return *mail_address::read("berta@example.org"); }

class MailStore : public ::testing::Test {
protected:
    leaving leave(std::uint8_t stamp, const mail_address& address, moment now = noon) {
        return store->leave_address(session, stamp_number(stamp), address, now);
    }
    void close(moment now = noon) { store->close_session(session, key, now + 60min, now); }
    std::optional<mail::leased_mail> lease(moment now = noon) { return store->lease_next(now, now + 5min); }
    void reopen() {
        store.reset();
        store.emplace(folder / "mail.db");
    }
    mail_counts counts() { return store->counts(session); }

    testing::temporary_folder folder;
    std::optional<mail_store> store{std::in_place, folder / "mail.db"};
    const domain::session_id session = session_number(1);
};

TEST_F(MailStore, NothingIsSentBeforeTheClose) {
    EXPECT_EQ(leave(1, anna()), leaving::accepted);
    EXPECT_FALSE(lease(noon + 24h));
    EXPECT_EQ(counts().waiting, 1);
    EXPECT_EQ(counts().queued, 0);
}

TEST_F(MailStore, TheCloseQueuesTheAddressesOfItsSessionAlone) {
    leave(1, anna());
    store->leave_address(session_number(2), stamp_number(1), berta(), noon);
    close();
    EXPECT_EQ(counts().queued, 1);
    const auto mail = lease();
    ASSERT_TRUE(mail);
    EXPECT_EQ(mail->address, "anna@example.org");
    EXPECT_EQ(mail->session, session);
    EXPECT_EQ(mail->attempts, 0);
    EXPECT_FALSE(lease());
    EXPECT_EQ(store->counts(session_number(2)).waiting, 1);
}

TEST_F(MailStore, EverythingSurvivesAReopening) {
    leave(1, anna());
    reopen();
    EXPECT_EQ(counts().waiting, 1);
    close();
    reopen();
    EXPECT_EQ(store->address_key(session, noon), std::vector<std::uint8_t>(key.begin(), key.end()));
    const auto mail = lease();
    ASSERT_TRUE(mail);
    store->mark_retry(mail->id, noon + 1min, 451);
    reopen();
    EXPECT_EQ(counts().last_code, 451);
    const auto again = lease(noon + 1min);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->id, mail->id);
    EXPECT_EQ(again->attempts, 1);
    store->mark_sent(again->id);
    reopen();
    EXPECT_EQ(counts().sent, 1);
    EXPECT_FALSE(lease(noon + 2h));
}

TEST_F(MailStore, ALeaseThatEndsUnmarkedIsTakenAgain) {
    leave(1, anna());
    close();
    const auto first = lease();
    reopen();
    EXPECT_FALSE(lease(noon + 4min + 59s));
    const auto second = lease(noon + 5min);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->id, first->id);
    EXPECT_EQ(second->attempts, 0);
}

TEST_F(MailStore, ARetryWaitsForItsTime) {
    leave(1, anna());
    close();
    store->mark_retry(lease()->id, noon + 2min, 0);
    EXPECT_FALSE(lease(noon + 2min - 1ms));
    EXPECT_TRUE(lease(noon + 2min));
}

TEST_F(MailStore, TheSameStampCorrectsTheAddress) {
    leave(1, anna());
    EXPECT_EQ(leave(1, berta()), leaving::accepted);
    close();
    EXPECT_EQ(counts().queued, 1);
    EXPECT_EQ(lease()->address, "berta@example.org");
}

TEST_F(MailStore, TheSameAddressAgainIsStillTheSameMail) {
    leave(1, anna());
    close();
    const auto mail = lease();
    EXPECT_EQ(leave(1, anna()), leaving::accepted);
    EXPECT_FALSE(lease());
    store->mark_sent(mail->id);
    EXPECT_FALSE(lease(noon + 10min));
}

TEST_F(MailStore, ACorrectionAfterAFailedAttemptStartsAfresh) {
    leave(1, anna());
    close();
    const auto old = lease();
    store->mark_retry(old->id, noon + 60min, 451);
    leave(1, berta());
    const auto fresh = lease();
    ASSERT_TRUE(fresh);
    EXPECT_NE(fresh->id, old->id);
    EXPECT_EQ(fresh->attempts, 0);
    store->mark_sent(old->id);
    EXPECT_EQ(counts().sent, 0) << "the old mail no longer exists";
}

TEST_F(MailStore, AStampSendsOneMail) {
    leave(1, anna());
    close();
    store->mark_sent(lease()->id);
    EXPECT_EQ(leave(1, berta()), leaving::already_sent);
    EXPECT_EQ(leave(1, anna()), leaving::already_sent);
    EXPECT_FALSE(lease());
}

TEST_F(MailStore, ARefusedAddressMayBeCorrected) {
    leave(1, anna());
    close();
    store->mark_failed(lease()->id, 550);
    EXPECT_EQ(counts().failed, 1);
    EXPECT_EQ(counts().last_code, 550);
    EXPECT_EQ(counts().queued, 0);
    EXPECT_EQ(leave(1, berta()), leaving::accepted);
    EXPECT_EQ(lease()->address, "berta@example.org");
}

TEST_F(MailStore, LateAddressesAreQueuedAtOnceUntilTheHourIsOver) {
    close();
    EXPECT_EQ(leave(1, anna(), noon + 59min), leaving::accepted);
    EXPECT_TRUE(lease(noon + 59min));
    EXPECT_EQ(leave(2, berta(), noon + 60min), leaving::too_late);
    EXPECT_EQ(counts().queued, 1);
}

TEST_F(MailStore, ClosingAgainChangesNothing) {
    leave(1, anna());
    close();
    store->mark_retry(lease()->id, noon + 30min, 451);
    store->close_session(session, std::array<std::uint8_t, 1>{9}, noon + 48h, noon + 1min);
    EXPECT_FALSE(lease(noon + 1min));
    EXPECT_EQ(store->address_key(session, noon)->size(), key.size());
    EXPECT_FALSE(store->address_key(session, noon + 60min));
}

TEST_F(MailStore, TheAddressKeyLivesUntilItsTime) {
    EXPECT_FALSE(store->address_key(session, noon));
    close();
    EXPECT_TRUE(store->address_key(session, noon + 59min));
    EXPECT_FALSE(store->address_key(session, noon + 60min));
    store->expire(noon + 60min);
    EXPECT_FALSE(store->address_key(session, noon)) << "it is gone, not merely hidden";
}

TEST_F(MailStore, AWrongPasswordHoldsWithoutCountingAnAttempt) {
    leave(1, anna());
    close();
    ASSERT_TRUE(lease());
    store->hold_all(noon + 2h);
    leave(2, berta());
    EXPECT_FALSE(lease(noon + 2h - 1ms));
    EXPECT_EQ(counts().held, 2);
    EXPECT_EQ(counts().queued, 0);
    reopen();
    EXPECT_EQ(counts().queued, 2);
    const auto mail = lease();
    ASSERT_TRUE(mail);
    EXPECT_EQ(mail->attempts, 0);
}

TEST_F(MailStore, AHoldEndsWithARestart) {
    leave(1, anna());
    close();
    store->hold_all(noon + 2h);
    reopen();
    EXPECT_TRUE(lease());
}

TEST_F(MailStore, AHoldEndsWithItsTime) {
    leave(1, anna());
    leave(2, berta());
    close();
    store->hold_all(noon + 1h);
    EXPECT_TRUE(lease(noon + 1h));
    store->hold_all(noon + 2h);
    EXPECT_FALSE(lease(noon + 1h)) << "one mail is tried, and holds again";
    EXPECT_EQ(counts().held, 2);
}

TEST_F(MailStore, AReleaseEndsTheHoldAndEveryPause) {
    leave(1, anna());
    leave(2, berta());
    close();
    store->mark_retry(lease()->id, noon + 30min, 451);
    store->hold_all(noon + 2h);
    store->release();
    EXPECT_EQ(counts().held, 0);
    EXPECT_TRUE(lease());
    EXPECT_TRUE(lease());
    EXPECT_FALSE(lease()) << "what is in hand stays there";
}

TEST_F(MailStore, AReleaseSendsNothingOfASessionThatRuns) {
    leave(1, anna());
    store->release();
    EXPECT_FALSE(lease());
}

TEST_F(MailStore, SaysUntilWhenAddressesAreKept) {
    EXPECT_FALSE(counts().kept_until);
    leave(1, anna());
    EXPECT_FALSE(counts().kept_until) << "nobody knows yet when the session closes";
    close();
    EXPECT_EQ(counts().kept_until, noon + 72h);
    store->mark_sent(lease()->id);
    EXPECT_FALSE(counts().kept_until) << "none is left";
}

TEST_F(MailStore, AddressesExpire72HoursAfterTheClose) {
    leave(1, anna());
    close();
    store->expire(noon + 72h - 1min);
    EXPECT_EQ(counts().queued, 1);
    store->expire(noon + 72h);
    EXPECT_EQ(counts().queued, 0);
    EXPECT_EQ(counts().failed, 1);
    store->expire(noon + 73h);
    EXPECT_EQ(counts().failed, 1);
}

TEST_F(MailStore, AddressesOfASessionNeverClosedExpireAfter14Days) {
    leave(1, anna());
    store->expire(noon + 13 * 24h);
    EXPECT_EQ(counts().waiting, 1);
    store->expire(noon + 14 * 24h);
    EXPECT_EQ(counts().waiting, 0);
    EXPECT_EQ(leave(1, anna(), noon + 15 * 24h), leaving::accepted);
    store->expire(noon + 16 * 24h);
    EXPECT_EQ(counts().waiting, 1) << "the days count anew from the next address";
}

TEST_F(MailStore, AForgottenSessionLeavesNothing) {
    leave(1, anna());
    close();
    store->mark_sent(lease()->id);
    store->forget(session);
    EXPECT_EQ(counts().sent, 0);
    EXPECT_FALSE(store->address_key(session, noon));
}

TEST_F(MailStore, MailsAreDrawnAtRandom) {
    std::set<std::string> first_ones;
    for (std::uint8_t i = 0; i < 16; ++i) leave(i, *mail_address::read("p" + std::to_string(i) + "@example.org"));
    close();
    for (int i = 0; i < 16; ++i) {
        first_ones.insert(lease()->address);
        store->hold_all(noon);
        reopen();
    }
    EXPECT_GT(first_ones.size(), 1U);
}

}  // namespace
}  // namespace klartext::store
