#include "unit/live/rehearsal.hpp"

namespace klartext::live::testing {
namespace {

using namespace domain;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Answering : rehearsal {
    void SetUp() override { open_session(running()); }
};

TEST_F(Answering, NothingIsAnsweredBeforeTheCommit) {
    const auto said = ask(card(1));
    run();
    EXPECT_EQ(*said, "nothing");
    EXPECT_FALSE(card_on_disk(1));
    commit();
    EXPECT_EQ(*said, "received");
    EXPECT_TRUE(card_on_disk(1));
}

TEST_F(Answering, NothingIsShownBeforeTheCommit) {
    const auto feed = join();
    run();
    feed->news();
    for (std::uint8_t n = 1; n <= 5; ++n) ask(card(n));
    run();
    EXPECT_THAT(feed->news(), IsEmpty());
    commit();
    EXPECT_THAT(feed->news(), ElementsAre("update e1/1 participants shown"));
}

TEST_F(Answering, AResendOfSomethingNotYetStoredIsAnsweredWithTheCommitOnly) {
    const auto first = ask(card(1));
    run();
    const auto resend = ask(card(1));
    run();
    EXPECT_EQ(*resend, "nothing");
    commit();
    EXPECT_EQ(*first, "received");
    EXPECT_EQ(*resend, "received");
    EXPECT_THAT(store.commits, IsEmpty()) << "a resend is nothing to store";
    EXPECT_EQ(on_disk().state.agenda.at(0).entries.size(), 1u);
}

TEST_F(Answering, AResendOfSomethingStoredIsAnsweredAtOnce) {
    store_now(card(1));
    EXPECT_EQ(*ask(card(1)), "received");
    run();
    EXPECT_THAT(store.commits, IsEmpty());
}

TEST_F(Answering, WhatComesInDuringACommitIsCommittedTogetherInTheNext) {
    ask(card(1));
    run();
    const auto second = ask(card(2));
    const auto third = ask(card(3));
    run();
    ASSERT_EQ(store.commits.size(), 1u) << "one commit at a time";
    commit();
    EXPECT_EQ(*second, "nothing");
    ASSERT_EQ(store.commits.size(), 1u);
    EXPECT_EQ(store.commits.front().rows.entries.size(), 2u);
    commit();
    EXPECT_EQ(*second, "received");
    EXPECT_EQ(*third, "received");
}

TEST_F(Answering, WhatComesInDuringOneRoundOfTheEventLoopIsOneCommit) {
    ask(card(1));
    ask(card(2));
    admit(1);
    run();
    ASSERT_EQ(store.commits.size(), 1u);
    EXPECT_EQ(store.commits.front().rows.entries.size(), 2u);
    EXPECT_EQ(store.commits.front().rows.seats.size(), 1u);
}

TEST_F(Answering, ARefusalThatRestsOnWhatIsStoredComesAtOnce) { EXPECT_EQ(*ask(card(1, " ")), "text_empty"); }

TEST_F(Answering, ARefusalThatRestsOnWhatIsNotStoredWaitsForIt) {
    ask(close_activity{{"ideas"}});
    run();
    const auto refused = ask(card(1));
    run();
    EXPECT_EQ(*refused, "nothing");
    commit();
    EXPECT_EQ(*refused, "activity_not_open");
}

TEST_F(Answering, ARefusalIsTakenBackWhenWhatItRestedOnIsLost) {
    ask(close_activity{{"ideas"}});
    run();
    const auto refused = ask(card(1));
    commit(false);
    EXPECT_EQ(*refused, "kept_by_sender");
    read();
    later(std::chrono::seconds{1});
    store_now(card(1));
}

TEST_F(Answering, AClosedDoorThatIsNotStoredYetRefusesWithTheCommitOnly) {
    ask(set_door{false});
    run();
    const auto refused = admit(1);
    EXPECT_EQ(*refused, "nothing");
    commit();
    EXPECT_EQ(*refused, "door_closed");
}

TEST_F(Answering, ASessionWithoutItsKeysTakesNoNewSeat) {
    auto restored = running();
    restored.keys.reset();
    open_session(restored);
    EXPECT_EQ(*admit(1), "door_closed");
    EXPECT_THAT(store.commits, ::testing::IsEmpty());
}

TEST_F(Answering, TheClosedDoorRefusesNewSeatsAndRecognisesKnownOnes) {
    const auto early = admit(1);
    run();
    commit();
    ASSERT_EQ(*early, "received");
    store_now(set_door{false});
    EXPECT_EQ(*admit(2), "door_closed");
    EXPECT_EQ(*admit(1), "received");
    EXPECT_TRUE(session->knows(seat_nr(1)));
    EXPECT_FALSE(session->knows(seat_nr(2)));
    store_now(set_door{true});
    const auto late = admit(2);
    run();
    commit();
    EXPECT_EQ(*late, "received");
}

TEST_F(Answering, ASeatAdmittedTwiceIsOneSeat) {
    const auto first = admit(1);
    run();
    const auto again = admit(1);
    run();
    EXPECT_EQ(*again, "nothing") << "the first admission is not stored yet";
    commit();
    EXPECT_EQ(*first, "received");
    EXPECT_EQ(*again, "received");
    EXPECT_EQ(*admit(1), "received");
    EXPECT_EQ(session->seats(), 1);
    EXPECT_THAT(store.commits, IsEmpty());
    EXPECT_EQ(on_disk().seats.size(), 1u);
}

TEST_F(Answering, AReaderGetsOnlyWhatIsStored) {
    std::vector<std::size_t> seen;
    const auto look = [&](const session_state& state) { seen.push_back(state.agenda.at(0).entries.size()); };
    session->when_stored(look);
    EXPECT_THAT(seen, ElementsAre(0)) << "nothing under way: at once";
    ask(card(1));
    run();
    session->when_stored(look);
    ask(card(2));
    run();
    commit();
    EXPECT_THAT(seen, ElementsAre(0)) << "the second card is in the state and not on the disk";
    ask(card(3));
    run();
    commit();
    EXPECT_THAT(seen, ElementsAre(0, 2)) << "the third card came later";
}

TEST_F(Answering, TheTwoMinutesBetweenReleasesHoldWhateverHappensToTheWallClock) {
    const auto too_soon = "refusal-" + std::to_string(static_cast<int>(refusal::too_soon));
    store_now(card(1));
    later(std::chrono::seconds{119});
    wall_clock_jumps(std::chrono::hours{1});
    EXPECT_EQ(*ask(uncover{{"ideas"}}), too_soon);
    wall_clock_jumps(std::chrono::hours{-2});
    later(std::chrono::seconds{1});
    store_now(uncover{{"ideas"}});
    open_session(on_disk());
    store_now(card(2));
    EXPECT_EQ(*ask(uncover{{"ideas"}}), too_soon) << "after a restart the gap begins anew";
}

TEST_F(Answering, WhoAnswersMayAskAtOnce) {
    heard second;
    session->submit(card(1), [&](const answer&) { second = ask(card(2)); });
    run();
    commit();
    EXPECT_EQ(*second, "nothing");
    commit();
    EXPECT_EQ(*second, "received");
}

TEST_F(Answering, TheStoreHoldsNothingOfThoseWhoWait) {
    auto waits = std::make_shared<int>();
    const std::weak_ptr watched = waits;
    session->submit(card(1), [waits = std::move(waits)](const answer&) {});
    run();
    const auto held = std::move(store.commits.front());
    store.commits.pop_front();
    merge(on_disk(), held.rows);
    held.done(true);
    run();
    EXPECT_TRUE(watched.expired()) << "or it would die on the store's thread";
}

/// Drops cards one after the other; says how many of those confirmed were not on the disk at that moment.
int confirmed_too_early(rehearsal& stage, const std::function<void()>& disk_works) {
    int early = 0;
    for (std::uint8_t n = 1; n <= 7; ++n) {
        stage.session->submit(rehearsal::card(n), [&, n](const answer& given) {
            if (std::holds_alternative<received>(given) && !stage.card_on_disk(n)) ++early;
        });
        stage.run();
    }
    disk_works();
    return early;
}

/// Answers before it stores: what must never be built.
struct hasty_store : session_store {
    fake_store& honest;
    explicit hasty_store(fake_store& under) : honest(under) {}
    void commit(const session_id& id, session_rows rows, committed done) override {
        honest.commit(id, std::move(rows), [](bool) {});
        done(true);
    }
    void load(const session_id& id, loaded then) override { honest.load(id, std::move(then)); }
};

TEST_F(Answering, AStoreThatAnswersBeforeItStoresIsCaught) {
    const auto disk_works = [&] {
        while (!store.commits.empty()) commit();
    };
    EXPECT_EQ(confirmed_too_early(*this, disk_works), 0);

    hasty_store hasty(store);
    auto with_hasty = around();
    store.disk[the_session] = running();
    session = std::make_shared<live_session>(
        the_session, "ABCD1234", running(),
        surroundings{hasty, encoder, with_hasty.post, with_hasty.now, with_hasty.steady, with_hasty.new_epoch});
    EXPECT_EQ(confirmed_too_early(*this, disk_works), 7);
}

}  // namespace
}  // namespace klartext::live::testing
