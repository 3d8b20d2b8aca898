#include "access/accounts.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "access/token.hpp"
#include "temporary_folder.hpp"

namespace klartext::access {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds now{1'800'000'000s};
constexpr auto good = "Pferd Batterie Heftklammer";

template <class T>
std::string outcome(const result<T>& got) {
    return got ? "done" : std::string(code(got.error()));
}

struct Accounts : ::testing::Test {
    klartext::testing::temporary_folder folder;
    store::accounts_store store{folder / "klartext.db"};
    access::accounts accounts{store};
};

TEST_F(Accounts, TheFirstLinkMakesAnAdministratorOfTheNameChosenThen) {
    const auto token = accounts.first_account_link(now).value();
    EXPECT_EQ(token.size(), 43U);
    EXPECT_FALSE(accounts.open_link(token, now)->name);
    const auto made = accounts.redeem(token, good, " Änne Müller ", now);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->name, "Änne Müller");
    EXPECT_EQ(made->state, account_state::active);
    EXPECT_TRUE(made->administrator);
}

TEST_F(Accounts, TheFirstLinkIsUsedOnceAndNeverOfferedAgain) {
    const auto token = accounts.first_account_link(now).value();
    ASSERT_TRUE(accounts.redeem(token, good, "anna", now));
    EXPECT_EQ(outcome(accounts.redeem(token, good, "eve", now)), "link_unknown_or_expired");
    EXPECT_FALSE(accounts.first_account_link(now));
}

TEST_F(Accounts, ANewStartVoidsTheEarlierFirstLink) {
    const auto earlier = accounts.first_account_link(now).value();
    const auto later = accounts.first_account_link(now).value();
    EXPECT_EQ(outcome(accounts.open_link(earlier, now)), "link_unknown_or_expired");
    EXPECT_EQ(outcome(accounts.open_link(later, now)), "done");
}

TEST_F(Accounts, TheFirstLinkHoldsForADay) {
    const auto token = accounts.first_account_link(now).value();
    EXPECT_EQ(outcome(accounts.redeem(token, good, "anna", now + 24h)), "link_unknown_or_expired");
    EXPECT_EQ(outcome(accounts.redeem(token, good, "anna", now + 24h - 1s)), "done");
}

TEST_F(Accounts, AnInvitationIsRedeemedOnceWithinSevenDays) {
    const auto token = accounts.invite("anna", false, now).value();
    EXPECT_EQ(accounts.open_link(token, now)->name, "anna");
    EXPECT_EQ(outcome(accounts.redeem(token, good, "", now + 7 * 24h)), "link_unknown_or_expired");
    EXPECT_EQ(accounts.redeem(token, good, "", now + 7 * 24h - 1s)->state, account_state::active);
    EXPECT_EQ(outcome(accounts.redeem(token, good, "", now)), "link_unknown_or_expired");
    EXPECT_EQ(outcome(accounts.open_link(token, now)), "link_unknown_or_expired");
}

TEST_F(Accounts, ARefusedPasswordDoesNotUseTheLinkUp) {
    const auto token = accounts.invite("Annegret Schmidt", false, now).value();
    EXPECT_EQ(outcome(accounts.redeem(token, "kurz", "", now)), "password_too_short");
    EXPECT_EQ(outcome(accounts.redeem(token, "annegret schmidt", "", now)), "password_is_name");
    EXPECT_EQ(outcome(accounts.redeem(token, good, "", now)), "done");
}

TEST_F(Accounts, AStrangeTokenIsAnUnknownLink) {
    for (const auto* token : {"", "x", "../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
        EXPECT_EQ(outcome(accounts.redeem(token, good, "anna", now)), "link_unknown_or_expired") << token;
}

TEST_F(Accounts, TheFirstAccountIsAnAdministratorHoweverItIsMade) {
    EXPECT_TRUE(accounts.add("anna", good, false)->administrator);
    EXPECT_FALSE(accounts.add("berta", good, false)->administrator);
    EXPECT_TRUE(accounts.add("clara", good, true)->administrator);
}

TEST_F(Accounts, ATakenOrInvalidNameIsRefused) {
    ASSERT_TRUE(accounts.add("anna", good, false));
    EXPECT_EQ(outcome(accounts.invite("Anna", false, now)), "name_taken");
    EXPECT_EQ(outcome(accounts.add("anna ", good, false)), "name_taken");
    EXPECT_EQ(outcome(accounts.invite("  ", false, now)), "name_invalid");
    EXPECT_EQ(accounts.list().size(), 1U);
}

TEST_F(Accounts, AResetTakesThePasswordAndGivesANewLink) {
    const auto invitation = accounts.invite("anna", false, now).value();
    const auto token = accounts.reset("anna", now).value();
    EXPECT_EQ(outcome(accounts.redeem(invitation, good, "", now)), "link_unknown_or_expired");
    EXPECT_EQ(outcome(accounts.redeem(token, good, "", now)), "done");
    ASSERT_TRUE(accounts.reset("anna", now));
    EXPECT_FALSE(store.by_name("anna")->password);
    EXPECT_EQ(outcome(accounts.reset("nobody", now)), "unknown_account");
}

TEST_F(Accounts, ADisabledAccountHasNoLinkAndGetsNone) {
    const auto token = accounts.invite("anna", false, now).value();
    EXPECT_EQ(accounts.disable("anna")->state, account_state::disabled);
    EXPECT_EQ(outcome(accounts.redeem(token, good, "", now)), "link_unknown_or_expired");
    EXPECT_EQ(outcome(accounts.reset("anna", now)), "account_disabled");
    EXPECT_EQ(accounts.set_password("anna", good)->state, account_state::disabled);
    EXPECT_EQ(accounts.enable("anna")->state, account_state::active);
    EXPECT_EQ(outcome(accounts.disable("nobody")), "unknown_account");
    EXPECT_EQ(outcome(accounts.enable("nobody")), "unknown_account");
}

TEST_F(Accounts, NoTokenAndNoPasswordIsInTheFiles) {
    const auto token = accounts.invite("anna", false, now).value();
    ASSERT_TRUE(accounts.add("berta", good, false));
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        std::ifstream file(entry.path(), std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(file), {});
    }
    const auto raw = crypto::base64url_decode(token).value();
    EXPECT_NE(bytes.find("berta"), std::string::npos);
    EXPECT_EQ(bytes.find(token), std::string::npos);
    EXPECT_EQ(bytes.find(std::string(raw.begin(), raw.end())), std::string::npos);
    EXPECT_EQ(bytes.find(good), std::string::npos);
}

}  // namespace
}  // namespace klartext::access
