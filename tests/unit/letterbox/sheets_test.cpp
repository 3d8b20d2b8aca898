#include "unit/letterbox/post_office.hpp"

#include <gmock/gmock.h>

namespace klartext::letterbox::testing {
namespace {

using ::testing::AnyOf;
using ::testing::IsEmpty;
using ::testing::Key;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

/// "sheets" go round among eight seats, three cards in each turn; so do those of "free", with any number of cards.
struct SheetEnvelopes : post_office {
    void SetUp() override {
        auto stored = running();
        for (std::uint8_t n = 3; n <= 8; ++n) stored.seats.insert(seat_hash_of(secret_nr(n)));
        set_up(std::move(stored));
        add("sheets", {.per_turn = 3});
        add("free", {});
    }
    void add(const std::string& id, domain::brainwriting rules) {
        const domain::collect_plan plan{.release = domain::release::covered, .sheets = rules};
        store_now(domain::add_activity{domain::workshop::collect(id, plan), std::nullopt});
        store_now(domain::open_activity{{id}});
    }
    stamp own(std::uint8_t seat = 1, const std::string& activity = "sheets") {
        return drawn(seat).sheets.at({activity}).own;
    }
    static sheet_wanted wanted(const stamp& with, int turn = 1, std::vector<int> had = {}) {
        return {{"sheets"}, with, turn, std::move(had)};
    }
    std::string asked(std::uint8_t seat, int turn = 1) { return sent(wanted(own(seat), turn)); }
    entry on_sheet(std::uint8_t n, const stamp& with, std::string sheet = "1") {
        auto made = card(n, with);
        made.activity = {"sheets"};
        made.section = std::move(sheet);
        return made;
    }
};

using AnonymityRule14 = SheetEnvelopes;

TEST_F(SheetEnvelopes, GetASheetAndTwoPeopleGetTheSame) {
    std::map<std::string, int> people;
    for (std::uint8_t seat = 1; seat <= 8; ++seat) ++people[asked(seat)];
    EXPECT_THAT(people, UnorderedElementsAre(std::pair{"sheet 1", 2}, std::pair{"sheet 2", 2}, std::pair{"sheet 3", 2},
                                             std::pair{"sheet 4", 2}));
}

TEST_F(SheetEnvelopes, AskedAgainGetTheSameOne) {
    const auto mine = asked(1);
    for (int again = 0; again < 10; ++again) EXPECT_EQ(asked(1), mine);
}

TEST_F(AnonymityRule14, WhatIsGivenOutIsStoredNowhere) {
    const auto before = on_disk();
    EXPECT_EQ(drop(wanted(own()))->substr(0, 6), "sheet ") << "it waits for no disk";
    EXPECT_THAT(store.commits, IsEmpty());
    EXPECT_TRUE(on_disk() == before);
    const auto state = session->unsettled();
    sent(wanted(own(2)));
    EXPECT_TRUE(session->unsettled() == state) << "nor is it in the state of the session";
}

TEST_F(SheetEnvelopes, GetOneThatWasNotHad) {
    for (int course = 1; course <= 12; ++course) {
        EXPECT_EQ(sent(wanted(own(), course, {1, 2, 4})), "sheet 3");
        store_now(domain::start_turn{{"sheets"}, course + 1});
    }
    EXPECT_THAT(sent(wanted(own(), 13, {1, 2, 3, 4, 99, -1})), AnyOf("sheet 1", "sheet 2", "sheet 3", "sheet 4"));
}

TEST_F(AnonymityRule14, AStampIsGoodForItsTurnAlone) {
    const auto first = own();
    EXPECT_EQ(drawn().sheets.at({"sheets"}).turn, 1);
    EXPECT_EQ(sent(wanted(first, 2)), "not_this_turn") << "it has not begun";
    store_now(domain::start_turn{{"sheets"}, 2});
    EXPECT_EQ(drawn().sheets.at({"sheets"}).turn, 2);
    EXPECT_NE(own(), first);
    EXPECT_EQ(sent(wanted(first, 1)), "not_this_turn") << "it is over";
    EXPECT_EQ(sent(wanted(first, 2)), "stamp_invalid");
    EXPECT_EQ(sent(wanted(own(), 2)).substr(0, 6), "sheet ");
}

TEST_F(AnonymityRule14, AForeignStampIsTurnedDown) {
    auto forged = own();
    forged[0] ^= 1;
    const auto all = drawn();
    for (const auto& wrong :
         {stamp{}, forged, own(1, "free"), all.rounds.at(0), all.address, all.cards.at({"sheets"}).at(0),
          make_stamp(stamp_key{9}, sheet_slot({"sheets"}, 1), secret_nr(1), 0)})
        EXPECT_EQ(sent(wanted(wrong)), "stamp_invalid");
    EXPECT_EQ(sent(on_sheet(1, own())), "stamp_invalid") << "and its own is good for no card";
}

TEST_F(SheetEnvelopes, AreRefusedWhereThereAreNone) {
    auto elsewhere = wanted(own());
    elsewhere.activity = {"none"};
    EXPECT_EQ(sent(elsewhere), "unknown_activity");
    for (const auto* id : {"ideas", "vote"}) {
        elsewhere.activity = {id};
        EXPECT_EQ(sent(elsewhere), "wrong_kind");
    }
    const auto mine = own();
    store_now(domain::close_activity{{"sheets"}});
    EXPECT_EQ(sent(wanted(mine)), "activity_not_open");
    EXPECT_THAT(drawn().sheets, UnorderedElementsAre(Key(domain::activity_id{"free"})));
    store_now(domain::close_session{});
    EXPECT_EQ(sent(wanted(mine)), "session_closed");
}

TEST_F(SheetEnvelopes, OfATurnThatIsNotStoredYetWait) {
    ask(domain::start_turn{{"sheets"}, 2});
    const auto said = drop(wanted(own(), 2));
    EXPECT_EQ(*said, "nothing") << "a turn that gets lost has given nothing out";
    commit();
    EXPECT_EQ(said->substr(0, 6), "sheet ");
}

TEST_F(SheetEnvelopes, OfATurnThatGotLostHearThatItIsNotThisOne) {
    ask(domain::start_turn{{"sheets"}, 2});
    const auto said = drop(wanted(own(), 2));
    commit(false);
    read();
    run();
    EXPECT_EQ(*said, "not_this_turn");
}

TEST_F(SheetEnvelopes, AfterARestartTheyAreGivenOutAnew) {
    std::set<std::string> given;
    for (int course = 0; course < 60; ++course) {
        given.insert(asked(1));
        session->sheets() = {};
    }
    EXPECT_EQ(given.size(), 4u) << "60 times one of four";
}

TEST_F(SheetEnvelopes, ASheetThatNobodyWroteOnIsNotPassedOn) {
    for (std::uint8_t n = 0; n < 3; ++n)
        ASSERT_EQ(sent(on_sheet(n, drawn().cards.at({"sheets"}).at(n), "3")), "received");
    later(std::chrono::minutes{2});
    store_now(domain::start_turn{{"sheets"}, 2});
    for (std::uint8_t seat = 1; seat <= 8; ++seat) EXPECT_EQ(asked(seat, 2), "sheet 3");
}

TEST_F(SheetEnvelopes, EverySeatHasTheCardsOfAllTurnsUpToNow) {
    EXPECT_THAT(drawn().cards, UnorderedElementsAre(::testing::Pair(domain::activity_id{"sheets"}, SizeIs(3))))
        << "with any number of cards there are none";
    const auto first = drawn().cards.at({"sheets"});
    for (std::uint8_t n = 0; n < 3; ++n) ASSERT_EQ(sent(on_sheet(n, first.at(n))), "received");
    EXPECT_EQ(sent(on_sheet(9, first.at(0))), "stamp_spent");
    later(std::chrono::minutes{2});
    store_now(domain::start_turn{{"sheets"}, 2});
    const auto second = drawn().cards.at({"sheets"});
    ASSERT_THAT(second, SizeIs(6));
    EXPECT_TRUE(std::equal(first.begin(), first.end(), second.begin())) << "always the same ones";
    EXPECT_EQ(sent(on_sheet(9, second.at(5))), "received");
    EXPECT_EQ(sent(on_sheet(10, second.at(4), "9")), "unknown_section");
}

TEST_F(SheetEnvelopes, WithAnyNumberOfCardsTheyTakeStampsOfTheTopUp) {
    auto made = card(1, {});
    made.activity = {"free"};
    made.section = "2";
    for (const auto& batch : drawn().entries)
        if (batch.activity == made.activity) made.stamp = batch.stamps.at(0);
    EXPECT_EQ(sent(made), "received");
}

}  // namespace
}  // namespace klartext::letterbox::testing
