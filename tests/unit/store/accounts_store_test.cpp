#include "store/accounts_store.hpp"

#include <gtest/gtest.h>

#include "temporary_folder.hpp"

namespace klartext::store {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds now{1'800'000'000s};

token_hash hash_number(std::uint8_t number) { return {number}; }
link link_number(std::uint8_t number) { return {.hash = hash_number(number), .expires = now + 1h}; }

account account_number(std::uint8_t number, std::string name) {
    return {.id = {{number}}, .name = std::move(name), .state = account_state::invited, .administrator = false};
}

struct AccountsStore : ::testing::Test {
    klartext::testing::temporary_folder folder;
    accounts_store store{folder / "klartext.db"};
};

TEST_F(AccountsStore, IsThereAfterARestart) {
    ASSERT_TRUE(store.add_active(account_number(1, "Änne"), "hash"));
    accounts_store again(folder / "klartext.db");
    const auto found = again.by_name("Änne");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->account.id, (account_id{{1}}));
    EXPECT_EQ(found->account.state, account_state::active);
    EXPECT_EQ(found->password, "hash");
}

TEST_F(AccountsStore, ANameIsTakenInAnyCaseOfItsLetters) {
    EXPECT_TRUE(store.add_active(account_number(1, "anna"), "hash"));
    EXPECT_FALSE(store.add_active(account_number(2, "Anna"), "hash"));
    EXPECT_FALSE(store.add_invited(account_number(2, "ANNA"), link_number(1), now));
    EXPECT_EQ(store.list().size(), 1U);
    EXPECT_TRUE(store.by_name("aNNa"));
}

TEST_F(AccountsStore, AccountsAreListedByName) {
    ASSERT_TRUE(store.add_active(account_number(1, "zoe"), "hash"));
    ASSERT_TRUE(store.add_active(account_number(2, "Anna"), "hash"));
    const auto listed = store.list();
    ASSERT_EQ(listed.size(), 2U);
    EXPECT_EQ(listed[0].name, "Anna");
    EXPECT_EQ(listed[1].name, "zoe");
}

TEST_F(AccountsStore, ALinkIsUsedOnce) {
    ASSERT_TRUE(store.add_invited(account_number(1, "anna"), link_number(1), now));
    EXPECT_TRUE(store.redeem(hash_number(1), "hash", now));
    EXPECT_FALSE(store.redeem(hash_number(1), "other", now));
    EXPECT_EQ(store.by_name("anna")->password, "hash");
}

TEST_F(AccountsStore, ALinkIsGoneTheSecondItExpires) {
    ASSERT_TRUE(store.add_invited(account_number(1, "anna"), link_number(1), now));
    EXPECT_TRUE(store.find_link(hash_number(1), now + 1h - 1s));
    EXPECT_FALSE(store.find_link(hash_number(1), now + 1h));
    EXPECT_FALSE(store.redeem(hash_number(1), "hash", now + 1h));
}

TEST_F(AccountsStore, AFirstAccountLinkSetsNoPasswordOfAnother) {
    ASSERT_TRUE(store.offer_first_account(link_number(1), now));
    EXPECT_FALSE(store.redeem(hash_number(1), "hash", now));
    EXPECT_TRUE(store.redeem_first(hash_number(1), account_number(1, "anna"), "hash", now));
}

TEST_F(AccountsStore, AnAccountAddedOtherwiseEndsTheFirstAccountLink) {
    ASSERT_TRUE(store.offer_first_account(link_number(1), now));
    ASSERT_TRUE(store.add_active(account_number(1, "anna"), "hash"));
    EXPECT_FALSE(store.find_link(hash_number(1), now));
    EXPECT_FALSE(store.redeem_first(hash_number(1), account_number(2, "eve"), "hash", now));
    EXPECT_FALSE(store.offer_first_account(link_number(2), now));
}

TEST_F(AccountsStore, ALoginNeedsThePasswordThatWasChecked) {
    ASSERT_TRUE(store.add_active(account_number(1, "anna"), "hash"));
    store.set_password({{1}}, "newer hash");
    EXPECT_FALSE(store.add_login(link_number(1), {{1}}, "hash", now));
    EXPECT_TRUE(store.add_login(link_number(1), {{1}}, "newer hash", now));
    EXPECT_EQ(store.find_login(hash_number(1), now)->name, "anna");
    EXPECT_FALSE(store.find_login(hash_number(1), now + 1h));
}

TEST_F(AccountsStore, ADisabledAccountKeepsItsPasswordAndNoLogin) {
    ASSERT_TRUE(store.add_active(account_number(1, "anna"), "hash"));
    ASSERT_TRUE(store.add_login(link_number(1), {{1}}, "hash", now));
    store.disable({{1}});
    EXPECT_FALSE(store.find_login(hash_number(1), now));
    EXPECT_FALSE(store.add_login(link_number(2), {{1}}, "hash", now));
    store.enable({{1}});
    EXPECT_FALSE(store.find_login(hash_number(1), now));
    EXPECT_TRUE(store.add_login(link_number(2), {{1}}, "hash", now));
}

TEST_F(AccountsStore, AnAccountEnabledWithoutAPasswordIsInvited) {
    ASSERT_TRUE(store.add_invited(account_number(1, "anna"), link_number(1), now));
    store.disable({{1}});
    store.enable({{1}});
    EXPECT_EQ(store.by_name("anna")->account.state, account_state::invited);
}

}  // namespace
}  // namespace klartext::store
