#include "unit/live/rehearsal.hpp"

namespace klartext::live::testing {
namespace {

using namespace domain;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Recovery : rehearsal {
    void SetUp() override { open_session(running()); }

    void fail_a_commit() {
        ask(card(99));
        run();
        commit(false);
    }
};

TEST_F(Recovery, AFailedCommitLeavesEverythingThatWaitedWithItsSender) {
    const auto in_flight = ask(card(1));
    run();
    const auto behind = ask(card(2));
    const auto seat = admit(1);
    run();
    commit(false);
    for (const auto& each : {in_flight, behind, seat}) EXPECT_EQ(*each, "kept_by_sender");
    EXPECT_THAT(store.commits, IsEmpty());
}

TEST_F(Recovery, TheStateIsReadBackAfterAFailedCommit) {
    store_now(card(1));
    ask(card(2));
    admit(1);
    run();
    commit(false);
    read();
    EXPECT_EQ(session->unsettled().agenda.at(0).entries.size(), 1u);
    EXPECT_FALSE(session->knows(seat_nr(1)));
}

TEST_F(Recovery, ANewEpochBeginsAndEveryFeedGetsASnapshot) {
    const auto participant = join(audience::participants, seat_nr(1));
    const auto desk = join(audience::desk);
    run();
    store_now(add_cluster{{"ideas"}, cluster_nr(1), "Eins"});
    for (const auto& feed : {participant, desk}) feed->news();
    fail_a_commit();
    EXPECT_THAT(participant->news(), IsEmpty()) << "nobody hears of what is not stored";
    read();
    EXPECT_THAT(participant->news(), ElementsAre("snapshot e2/0 participants cards=0 connected=1"));
    EXPECT_THAT(desk->news(), ElementsAre("snapshot e2/0 desk cards=0 connected=1"));
    later(std::chrono::seconds{1});
    store_now(add_cluster{{"ideas"}, cluster_nr(2), "Zwei"});
    EXPECT_THAT(participant->news(), ElementsAre("update e2/1 participants cluster"));
}

TEST_F(Recovery, WhatWasLostIsSentAgainAndStoredOnce) {
    const auto lost = ask(card(1));
    run();
    commit(false);
    ASSERT_EQ(*lost, "kept_by_sender");
    read();
    later(std::chrono::seconds{1});
    store_now(card(1));
    EXPECT_EQ(on_disk().state.agenda.at(0).entries.size(), 1u);
}

TEST_F(Recovery, ReadersAndFeedsWaitAndAreServed) {
    ask(card(1));
    run();
    std::vector<std::size_t> seen;
    const auto look = [&](const session_state& state) { seen.push_back(state.agenda.at(0).entries.size()); };
    const auto early_feed = join();
    session->when_stored(look);
    run();
    commit(false);
    const auto late_feed = join();
    session->when_stored(look);
    run();
    EXPECT_THAT(seen, IsEmpty());
    EXPECT_THAT(early_feed->news(), IsEmpty());
    read();
    EXPECT_THAT(seen, ElementsAre(0, 0));
    EXPECT_THAT(early_feed->news(), ElementsAre("snapshot e2/0 participants cards=0 connected=0"));
    EXPECT_THAT(late_feed->news(), ElementsAre("snapshot e2/0 participants cards=0 connected=0"));
}

TEST_F(Recovery, AReaderOfTheLostBatchIsServedFromWhatIsStored) {
    std::vector<std::size_t> seen;
    ask(card(1));
    session->when_stored([&](const session_state& state) { seen.push_back(state.agenda.at(0).entries.size()); });
    const auto feed = join();
    run();
    commit(false);
    EXPECT_THAT(seen, IsEmpty());
    read();
    EXPECT_THAT(seen, ElementsAre(0)) << "the card was lost";
    EXPECT_THAT(feed->news(), ElementsAre("snapshot e2/0 participants cards=0 connected=0"));
}

TEST_F(Recovery, WritersAreTurnedAwayForASecondAndThenWritingWorksAgain) {
    fail_a_commit();
    EXPECT_EQ(*ask(card(1)), "kept_by_sender");
    EXPECT_EQ(*admit(1), "kept_by_sender");
    read();
    EXPECT_EQ(*ask(card(1)), "kept_by_sender") << "the disk gets its second";
    EXPECT_EQ(*admit(1), "kept_by_sender");
    bool looked = false;
    session->when_stored([&](const session_state&) { looked = true; });
    EXPECT_TRUE(looked) << "reading goes on";
    later(std::chrono::seconds{1});
    store_now(card(1));
}

TEST_F(Recovery, ThePauseIsASecondWhateverHappensToTheWallClock) {
    fail_a_commit();
    read();
    wall_clock_jumps(std::chrono::hours{24});
    EXPECT_EQ(*ask(card(1)), "kept_by_sender") << "the disk gets its second";
    wall_clock_jumps(std::chrono::hours{-48});
    later(std::chrono::seconds{1});
    store_now(card(1));
}

TEST_F(Recovery, AFileThatCannotBeReadIsTriedAgainAtEveryTick) {
    fail_a_commit();
    bool looked = false;
    session->when_stored([&](const session_state&) { looked = true; });
    tick();
    EXPECT_EQ(store.loads.size(), 1u) << "one reading at a time";
    read(false);
    EXPECT_THAT(store.loads, IsEmpty());
    later(std::chrono::minutes{1});
    EXPECT_EQ(*ask(card(1)), "kept_by_sender");
    EXPECT_FALSE(looked);
    EXPECT_FALSE(session->idle());
    tick();
    read();
    EXPECT_TRUE(looked);
    store_now(card(1));
}

TEST_F(Recovery, AFeedThatResumesFromBeforeTheFailureGetsASnapshot) {
    store_now(add_cluster{{"ideas"}, cluster_nr(1), "Eins"});
    ask(card(1));
    run();
    const auto feed = join(audience::participants, std::nullopt, feed_position{"e1", 0});
    commit(false);
    read();
    EXPECT_THAT(feed->news(), ElementsAre("snapshot e2/0 participants cards=0 connected=0"));
}

TEST_F(Recovery, WhoLeavesMeanwhileDoesNotStayAsAGhost) {
    ask(card(1));
    run();
    const auto feed = join(audience::participants, seat_nr(1));
    commit(false);
    session->unsubscribe(*feed);
    read();
    EXPECT_THAT(feed->news(), IsEmpty());
    EXPECT_TRUE(session->idle());
}

TEST_F(Recovery, ASecondFailureIsSurvivedAsTheFirst) {
    fail_a_commit();
    read();
    later(std::chrono::seconds{1});
    fail_a_commit();
    read();
    later(std::chrono::seconds{1});
    store_now(card(1));
}

}  // namespace
}  // namespace klartext::live::testing
