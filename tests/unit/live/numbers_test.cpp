#include "unit/live/rehearsal.hpp"

namespace klartext::live::testing {
namespace {

using namespace domain;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Numbers : rehearsal {
    std::shared_ptr<listener> feed;

    void SetUp() override {
        open_session(running());
        feed = join(audience::participants, seat_nr(1));
        run();
        tick();
        feed->news();
    }
    void cast(std::uint8_t ballots) {
        for (std::uint8_t n = 1; n <= ballots; ++n) ask(ballot(n));
        run();
        commit();
    }
};

using AnonymityRule7 = Numbers;

TEST_F(AnonymityRule7, ComingAndGoingIsToldAsANumberAndAtATickOnly) {
    join(audience::participants, seat_nr(2));
    run();
    EXPECT_THAT(feed->news(), IsEmpty()) << "not before the tick";
    tick();
    EXPECT_THAT(feed->news(), ElementsAre("numbers e1/2 participants connected=2"));
    session->tick();
    EXPECT_THAT(posted, IsEmpty());
}

TEST_F(AnonymityRule7, TwoTabsOfOneSeatCountAsOneConnectedSeat) {
    const auto second_tab = join(audience::participants, seat_nr(1));
    const auto other = join(audience::participants, seat_nr(2));
    run();
    tick();
    EXPECT_THAT(feed->news(), ElementsAre("numbers e1/2 participants connected=2"));
    session->unsubscribe(*second_tab);
    tick();
    EXPECT_THAT(feed->news(), IsEmpty());
    session->unsubscribe(*other);
    tick();
    EXPECT_THAT(feed->news(), ElementsAre("numbers e1/3 participants connected=1"));
}

TEST_F(Numbers, ASnapshotIsSetRightThoughTheCountReturnedToWhatWasAnnounced) {
    const auto second = join(audience::participants, seat_nr(2));
    run();
    const auto third = join(audience::participants, seat_nr(3));
    run();
    ASSERT_THAT(third->news(), ElementsAre("snapshot e1/1 participants cards=0 connected=2"));
    session->unsubscribe(*second);
    session->unsubscribe(*feed);
    tick();
    EXPECT_THAT(third->news(), ElementsAre("numbers e1/2 participants connected=1"));
    tick();
    EXPECT_THAT(third->news(), IsEmpty());
}

TEST_F(Numbers, AreAnnouncedThoughChangesAreCommittedAllTheTime) {
    for (std::uint8_t n = 1; n <= 5; ++n) {
        ask(ballot(n));
        run();
    }
    ask(add_cluster{{"ideas"}, cluster_nr(1), "Eins"});
    session->tick();
    run();
    commit();
    commit();
    EXPECT_THAT(feed->news(),
                ElementsAre("update e1/2 participants cluster", "numbers e1/3 participants ballots:vote=5"));
}

TEST_F(Numbers, AreNotRepeatedWhenAnUpdateHasToldThem) {
    store_now(close_activity{{"ideas"}});
    feed->news();
    store_now(open_activity{{"ideas"}});
    EXPECT_THAT(feed->news(), ElementsAre("update e1/3 participants opened"));
    tick();
    EXPECT_THAT(feed->news(), IsEmpty());
    later(std::chrono::seconds{300});
    cast(1);
    store_now(add_activity{workshop::collect("more"), std::nullopt});
    EXPECT_THAT(feed->news(), ::testing::SizeIs(1)) << "the whole agenda, with the new batch and the ballot";
    tick();
    EXPECT_THAT(feed->news(), IsEmpty());
}

TEST_F(Numbers, ThatASnapshotAloneHasToldAreToldToTheOthers) {
    later(std::chrono::seconds{300});
    const auto second = join(audience::participants, seat_nr(2));
    run();
    second->news();
    tick();
    EXPECT_THAT(feed->news(), ElementsAre("numbers e1/2 participants connected=2 batch:ideas=1"));
    tick();
    EXPECT_THAT(feed->news(), IsEmpty());
}

TEST_F(Numbers, SayNothingOfStampsOnceTheSessionIsClosed) {
    store_now(close_session{});
    feed->news();
    tick();
    EXPECT_THAT(feed->news(), IsEmpty());
    EXPECT_EQ(session->round_stamps(), 0);
    join(audience::participants, seat_nr(2));
    run();
    tick();
    EXPECT_THAT(feed->news(), ElementsAre("numbers e1/3 participants connected=2"));
}

using AnonymityRule8 = Numbers;

TEST_F(AnonymityRule8, WaitingCardsAreAnnouncedInStepsOfFive) {
    store_now(close_activity{{"ideas"}});
    store_now(add_activity{workshop::collect("covered", {.release = release::covered}), std::nullopt});
    store_now(open_activity{{"covered"}});
    const auto drop = [&](std::uint8_t n) {
        store_now(drop_entry{{"covered"}, entry_nr(n), stamp_nr(n), proof_nr(n), "Text", "", std::nullopt, ""});
    };
    for (std::uint8_t n = 1; n <= 4; ++n) drop(n);
    tick();
    feed->news();
    tick();
    EXPECT_THAT(feed->news(), IsEmpty());
    drop(5);
    tick();
    EXPECT_THAT(feed->news(), ElementsAre("numbers e1/5 participants waiting:covered=5"));
    for (std::uint8_t n = 6; n <= 9; ++n) drop(n);
    tick();
    EXPECT_THAT(feed->news(), IsEmpty());
}

using AnonymityRule9 = Numbers;

TEST_F(AnonymityRule9, BallotsAreAnnouncedInStepsOfFive) {
    for (std::uint8_t n = 2; n <= 20; ++n) join(audience::participants, seat_nr(n));
    run();
    tick();
    feed->news();
    cast(4);
    tick();
    EXPECT_THAT(feed->news(), IsEmpty()) << "4 of 20";
    cast(5);
    tick();
    EXPECT_THAT(feed->news(), ElementsAre("numbers e1/3 participants ballots:vote=5"));
    cast(9);
    tick();
    EXPECT_THAT(feed->news(), IsEmpty()) << "9 of 20";
}

TEST_F(AnonymityRule9, BallotsAreAnnouncedExactlyOnceAsManyAreInAsSeatsAreConnected) {
    for (std::uint8_t n = 2; n <= 7; ++n) join(audience::participants, seat_nr(n));
    run();
    tick();
    feed->news();
    cast(6);
    tick();
    EXPECT_THAT(feed->news(), ElementsAre("numbers e1/3 participants ballots:vote=5"));
    cast(7);
    tick();
    EXPECT_THAT(feed->news(), ElementsAre("numbers e1/4 participants ballots:vote=7"));
}

TEST_F(AnonymityRule9, ABallotIsNeverToldAsItComes) {
    const auto desk = join(audience::desk);
    run();
    desk->news();
    cast(9);
    EXPECT_THAT(feed->news(), IsEmpty());
    EXPECT_THAT(desk->news(), IsEmpty());
}

TEST_F(Numbers, OnlyWhatIsStoredIsCounted) {
    for (std::uint8_t n = 1; n <= 5; ++n) ask(ballot(n));
    run();
    tick();
    EXPECT_THAT(feed->news(), IsEmpty());
    commit();
    EXPECT_THAT(feed->news(), ElementsAre("numbers e1/2 participants ballots:vote=5"));
}

TEST_F(Numbers, TheStampBatchGrowsWithTime) {
    const activity_id ideas{"ideas"};
    EXPECT_EQ(session->stamp_batch(ideas), 0);
    later(std::chrono::seconds{299});
    EXPECT_EQ(session->stamp_batch(ideas), 0);
    later(std::chrono::seconds{1});
    EXPECT_EQ(session->stamp_batch(ideas), 1);
    tick();
    EXPECT_THAT(feed->news(), ElementsAre("numbers e1/2 participants batch:ideas=1"));
    later(std::chrono::minutes{10});
    EXPECT_EQ(session->stamp_batch(ideas), 3);
    store_now(close_activity{ideas});
    EXPECT_EQ(session->stamp_batch(ideas), std::nullopt);
    EXPECT_EQ(session->stamp_batch({"vote"}), std::nullopt) << "takes ballots, no entries";
    EXPECT_EQ(session->stamp_batch({"unknown"}), std::nullopt);
}

TEST_F(Numbers, ABatchNeverGoesBackWhenTheClockIsSetBack) {
    const activity_id ideas{"ideas"};
    later(std::chrono::minutes{10});
    wall_clock_jumps(std::chrono::hours{-1});
    EXPECT_EQ(session->stamp_batch(ideas), 2);
    later(std::chrono::minutes{5});
    EXPECT_EQ(session->stamp_batch(ideas), 3);
    wall_clock_jumps(std::chrono::hours{24});
    EXPECT_EQ(session->stamp_batch(ideas), 3) << "nor does it jump ahead";
}

TEST_F(Numbers, ABatchIsFoundAgainFromTheStoredMinuteAfterARestart) {
    later(std::chrono::minutes{10});
    steady = std::chrono::steady_clock::time_point{std::chrono::seconds{3}};  // the machine was restarted, too
    open_session(on_disk());
    EXPECT_EQ(session->stamp_batch({"ideas"}), 2);
    wall_clock_jumps(std::chrono::hours{-2});
    open_session(on_disk());
    EXPECT_EQ(session->stamp_batch({"ideas"}), 0) << "opened in the future: as if it was now";
}

TEST_F(Numbers, BatchesOfAnActivityThatOpensAgainGoOnCounting) {
    const activity_id ideas{"ideas"};
    later(std::chrono::minutes{5});
    store_now(close_activity{ideas});
    later(std::chrono::minutes{5});
    store_now(open_activity{ideas});
    EXPECT_EQ(session->stamp_batch(ideas), 2);
}

TEST_F(Numbers, RoundStampsAreToppedUpInTwenties) {
    EXPECT_EQ(session->round_stamps(), 20);
    const auto add_votes_up_to = [&](int most) {
        for (int n = static_cast<int>(session->unsettled().agenda.size()); n <= most; ++n)
            ask(add_activity{workshop::vote("vote" + std::to_string(n), single_choice_rules{}, {"A"}), std::nullopt});
        run();
        commit();
    };
    add_votes_up_to(15);
    EXPECT_EQ(session->round_stamps(), 20) << "five slots are in reserve";
    add_votes_up_to(16);
    EXPECT_EQ(session->round_stamps(), 40);
    tick();
    EXPECT_THAT(feed->news().back(), ::testing::HasSubstr("round-stamps=40"));
    add_votes_up_to(35);
    EXPECT_EQ(session->round_stamps(), 40);
    add_votes_up_to(36);
    EXPECT_EQ(session->round_stamps(), 60);
}

}  // namespace
}  // namespace klartext::live::testing
