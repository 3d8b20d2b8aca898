#include "unit/letterbox/post_office.hpp"

namespace klartext::letterbox::testing {
namespace {

using Letterbox = post_office;
using AnonymityRule3 = post_office;
using AnonymityRule4 = post_office;
using AnonymityRule5 = post_office;
using AnonymityRule10 = post_office;
using AnonymityRule17 = post_office;

ballot choice(const stamp& with, int item, std::uint32_t counter) {
    return {{"vote"}, with, counter, domain::single_choice_ballot{item}};
}

TEST_F(Letterbox, ACardWithADrawnStampIsReceivedOnceItIsStored) {
    const auto said = drop(card(1, entry_stamp()));
    EXPECT_EQ(*said, "nothing");
    commit();
    EXPECT_EQ(*said, "received");
    EXPECT_EQ(ideas().entries.at(domain::entry_nr(1)).text, "Mehr Bäume");
}

TEST_F(Letterbox, AnUnknownSessionTakesNothing) {
    EXPECT_EQ(*drop(card(1, entry_stamp()), {.bytes = {13}}), "unknown_session");
}

TEST_F(Letterbox, AForgedOrForeignStampIsTurnedDown) {
    EXPECT_EQ(sent(card(1, stamp{})), "stamp_invalid");
    auto forged = entry_stamp();
    forged[31] ^= 1;
    EXPECT_EQ(sent(card(1, forged)), "stamp_invalid");
    const auto of_another_session = make_stamp(stamp_key{9}, entry_slot({"ideas"}, 0), secret_nr(1), 0);
    EXPECT_EQ(sent(card(1, of_another_session)), "stamp_invalid");
    EXPECT_EQ(sent(choice(forged, 0, 1)), "stamp_invalid");
    EXPECT_TRUE(ideas().entries.empty());
    EXPECT_TRUE(vote().ballots.empty());
}

TEST_F(AnonymityRule3, AStampOfOneSlotIsWorthNothingInAnother) {
    const auto all = drawn();
    EXPECT_EQ(sent(card(1, all.rounds[0])), "stamp_invalid");
    EXPECT_EQ(sent(card(1, all.address)), "stamp_invalid");
    EXPECT_EQ(sent(choice(all.rounds[1], 0, 1)), "stamp_invalid") << "the vote has slot 0";
    EXPECT_EQ(sent(choice(all.entries[0].stamps[0], 0, 1)), "stamp_invalid");
    EXPECT_EQ(sent(address{all.rounds[0], "a@example.org"}), "stamp_invalid");
    store_now(domain::add_activity{domain::workshop::collect("more"), std::nullopt});
    store_now(domain::open_activity{{"more"}});
    auto elsewhere = card(1, all.entries[0].stamps[0]);
    elsewhere.activity = {"more"};
    EXPECT_EQ(sent(elsewhere), "stamp_invalid");
    EXPECT_EQ(sent(choice(all.rounds[0], 0, 1)), "received");
}

TEST_F(AnonymityRule10, TheSecondRoundTakesTheStampsThatWereDrawnBeforeTheFirstWasClosed) {
    const auto early = drawn();
    store_now(domain::close_activity{{"vote"}});
    auto again = vote().planned;
    again.id = {"again"};
    std::get<domain::vote_plan>(again.plan).items = domain::item_source{{"vote"}, domain::item_source::kind::items};
    store_now(domain::add_activity{again, std::nullopt});
    store_now(domain::open_activity{{"again"}});
    auto cast = choice(early.second_rounds.at(0), 0, 1);
    cast.activity = {"again"};
    EXPECT_EQ(sent(cast), "received");
    cast.stamp = early.rounds[0];
    EXPECT_EQ(sent(cast), "stamp_invalid") << "both ballots of a person would bear the same stamp";
    cast.stamp = early.second_rounds.at(1);
    EXPECT_EQ(sent(cast), "stamp_invalid");
}

TEST_F(AnonymityRule3, AnEntryStampIsGoodForOneEntry) {
    const auto used = entry_stamp();
    EXPECT_EQ(sent(card(1, used)), "received");
    EXPECT_EQ(sent(card(2, used)), "stamp_spent");
    EXPECT_EQ(sent(card(2, entry_stamp(1, 1))), "received");
}

TEST_F(AnonymityRule3, AnEarlierBatchIsGoodAsLongAsTheActivityAndALaterOneOnlyWhenItIsDue) {
    const auto early = entry_stamp();
    const auto not_due = make_stamp(session->keys()->stamps, entry_slot({"ideas"}, 1), secret_nr(1), 0);
    EXPECT_EQ(sent(card(1, not_due)), "stamp_invalid");
    later(std::chrono::minutes{60});
    EXPECT_EQ(sent(card(1, not_due)), "received");
    EXPECT_EQ(sent(card(2, early)), "received");
}

TEST_F(AnonymityRule4, AResendIsRecognisedByTheIdOfTheEntryBeforeItsStampIsLookedAt) {
    EXPECT_EQ(sent(card(1, entry_stamp())), "received");
    EXPECT_EQ(sent(card(1, entry_stamp())), "received");
    EXPECT_EQ(sent(card(1, entry_stamp(2), "Anderes")), "received");
    EXPECT_EQ(sent(card(1, stamp{})), "received");
    EXPECT_EQ(ideas().entries.size(), 1u);
    EXPECT_EQ(ideas().entries.begin()->second.text, "Mehr Bäume");
}

TEST_F(AnonymityRule4, AResendIsRecognisedAfterTheActivityAndTheSessionAreClosed) {
    const auto with = entry_stamp();
    EXPECT_EQ(sent(card(1, with)), "received");
    store_now(domain::close_activity{{"ideas"}});
    EXPECT_EQ(sent(card(1, with)), "received");
    EXPECT_EQ(sent(card(2, with)), "activity_not_open");
    store_now(domain::close_session{});
    EXPECT_EQ(sent(card(1, with)), "received") << "it is in the minutes";
    EXPECT_EQ(sent(card(2, with)), "session_closed");
}

TEST_F(AnonymityRule4, ABallotWithTheSameStampReplacesTheEarlierOne) {
    const auto mine = drawn(1).rounds[0];
    EXPECT_EQ(sent(choice(mine, 0, 1)), "received");
    EXPECT_EQ(sent(choice(mine, 1, 2)), "received");
    EXPECT_EQ(sent(choice(mine, 0, 1)), "received") << "a late resend";
    EXPECT_EQ(sent(choice(drawn(2).rounds[0], 0, 1)), "received");
    ASSERT_EQ(vote().ballots.size(), 2u);
    EXPECT_EQ(vote().ballots.at(hash_of(mine)).ballot, domain::ballot{domain::single_choice_ballot{1}});
}

TEST_F(Letterbox, TheClosedSessionTakesNoBallotAndNoEdit) {
    const auto mine = drawn().rounds[0];
    ASSERT_EQ(sent(card(1, entry_stamp())), "received");
    store_now(domain::close_session{});
    EXPECT_EQ(sent(choice(mine, 0, 1)), "session_closed");
    EXPECT_EQ(sent(edit{{"ideas"}, domain::entry_nr(1), secret_nr(1), 1, "Anders"}), "session_closed");
    EXPECT_EQ(sent(withdrawal{{"ideas"}, domain::entry_nr(1), secret_nr(1), 1}), "session_closed");
}

TEST_F(AnonymityRule5, OnlyWhoKnowsTheSecretOfAnEntryEditsOrWithdrawsIt) {
    ASSERT_EQ(sent(card(1, entry_stamp())), "received");
    const auto id = domain::entry_nr(1);
    EXPECT_EQ(sent(edit{{"ideas"}, id, secret_nr(2), 1, "Fremd"}), "not_the_writer");
    EXPECT_EQ(sent(withdrawal{{"ideas"}, id, secret_nr(2), 1}), "not_the_writer");
    EXPECT_EQ(sent(edit{{"ideas"}, id, secret_nr(1), 1, "Weniger Beton"}), "received");
    EXPECT_EQ(ideas().entries.at(id).text, "Weniger Beton");
    EXPECT_EQ(sent(withdrawal{{"ideas"}, id, secret_nr(1), 2}), "received");
    EXPECT_EQ(ideas().entries.at(id).standing, domain::standing::withdrawn);
}

TEST_F(AnonymityRule5, WhatIsKeptOfASecretIsItsHash) {
    ASSERT_EQ(sent(card(1, entry_stamp())), "received");
    EXPECT_EQ(ideas().entries.begin()->second.edit_hash, edit_hash_of(secret_nr(1)));
    EXPECT_NE(ideas().entries.begin()->second.edit_hash.bytes, secret_nr(1));
    EXPECT_TRUE(ideas().spent.contains(hash_of(entry_stamp())));
}

TEST_F(AnonymityRule17, AnAddressGoesToTheAddressBookAndNowhereElse) {
    EXPECT_EQ(*drop(address{drawn().address, "a@example.org"}), "received");
    ASSERT_EQ(addresses.left.size(), 1u);
    EXPECT_EQ(addresses.left[0], std::pair(hash_of(drawn().address), std::string("a@example.org")));
    EXPECT_TRUE(store.commits.empty());
    EXPECT_EQ(addresses.asked, 0) << "the running session has the key";
}

TEST_F(Letterbox, AnAddressIsTakenAfterTheCloseWhileItsKeyIsKept) {
    const auto mine = drawn(1).address;
    addresses.closed[the_session] = session->keys()->addresses;
    store_now(domain::close_session{});
    EXPECT_EQ(*drop(address{mine, "a@example.org"}), "received");
    EXPECT_EQ(*drop(address{stamp{}, "b@example.org"}), "stamp_invalid");
    addresses.closed.clear();
    EXPECT_EQ(*drop(address{mine, "a@example.org"}), "address_too_late");
    EXPECT_EQ(addresses.left.size(), 1u);
}

TEST_F(Letterbox, AnAddressStaysWithItsSenderWhileTheKeysCannotBeRead) {
    const auto mine = drawn(1).address;
    addresses.closed[the_session] = session->keys()->addresses;
    store_now(domain::close_session{});
    addresses.unreadable = true;
    EXPECT_EQ(*drop(address{mine, "a@example.org"}), "kept_by_sender");
    addresses.unreadable = false;
    EXPECT_EQ(*drop(address{mine, "a@example.org"}), "received");
}

/// As after a restore that left the file of the seats behind.
struct LetterboxWithoutKeys : post_office {
    void SetUp() override {
        auto stored = running();
        stored.keys.reset();
        set_up(std::move(stored));
    }
};

TEST_F(LetterboxWithoutKeys, ARunningSessionTakesNoAddressAndDoesNotSayThatItIsTooLate) {
    EXPECT_EQ(*drop(address{stamp{}, "a@example.org"}), "stamp_invalid");
    EXPECT_EQ(addresses.asked, 0);
}

TEST_F(Letterbox, AnAddressNeedsAnAddressStamp) {
    EXPECT_EQ(*drop(address{entry_stamp(), "a@example.org"}), "stamp_invalid");
    const auto with_the_other_key = make_stamp(session->keys()->stamps, address_slot(), secret_nr(1), 0);
    EXPECT_EQ(*drop(address{with_the_other_key, "a@example.org"}), "stamp_invalid");
    EXPECT_TRUE(addresses.left.empty());
}

TEST_F(Letterbox, WhatCannotBeStoredStaysWithItsSender) {
    const auto said = drop(card(1, entry_stamp()));
    commit(false);
    EXPECT_EQ(*said, "kept_by_sender");
}

}  // namespace
}  // namespace klartext::letterbox::testing
