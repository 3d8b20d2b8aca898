#include "unit/live/rehearsal.hpp"

namespace klartext::live::testing {
namespace {

using namespace domain;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Feeds : rehearsal {
    void SetUp() override { open_session(running()); }

    /// Tells everybody something: adds a cluster.
    void tell(std::uint8_t n) { store_now(add_cluster{{"ideas"}, cluster_nr(n), "Gruppe"}); }
    std::vector<std::string> resumed(const feed_position& from) {
        const auto feed = join(audience::participants, std::nullopt, from);
        run();
        return feed->news();
    }
};

TEST_F(Feeds, AFeedBeginsWithASnapshotAndGoesOnWithTheNextUpdate) {
    tell(1);
    const auto feed = join();
    run();
    tell(2);
    EXPECT_THAT(feed->news(),
                ElementsAre("snapshot e1/1 participants cards=0 connected=0", "update e1/2 participants cluster"));
}

TEST_F(Feeds, WhoSubscribesDuringACommitMissesNothingAndGetsNothingTwice) {
    const auto early = join();
    run();
    early->news();
    ask(add_cluster{{"ideas"}, cluster_nr(1), "Eins"});
    run();
    const auto late = join();
    ask(add_cluster{{"ideas"}, cluster_nr(2), "Zwei"});
    run();
    EXPECT_THAT(late->news(), IsEmpty());
    commit();
    EXPECT_THAT(late->news(), IsEmpty()) << "the state holds what is not stored yet";
    commit();
    tell(3);
    EXPECT_THAT(early->news(), ElementsAre("update e1/1 participants cluster", "update e1/2 participants cluster",
                                           "update e1/3 participants cluster"));
    EXPECT_THAT(late->news(),
                ElementsAre("snapshot e1/2 participants cards=0 connected=0", "update e1/3 participants cluster"));
}

TEST_F(Feeds, ThoseWhoJoinTogetherShareOneSnapshot) {
    for (int each = 0; each < 300; ++each) join();
    const auto desk = join(audience::desk);
    run();
    EXPECT_EQ(encoder.snapshots, 2);
    EXPECT_THAT(desk->news(), ElementsAre("snapshot e1/0 desk cards=0 connected=0"));
}

TEST_F(Feeds, ResumingGetsExactlyWhatWasMissed) {
    for (std::uint8_t n = 1; n <= 4; ++n) tell(n);
    EXPECT_THAT(resumed({"e1", 2}),
                ElementsAre("update e1/3 participants cluster", "update e1/4 participants cluster"));
    EXPECT_THAT(resumed({"e1", 4}), IsEmpty());
}

TEST_F(Feeds, ResumingDuringACommitGetsWhatItBringsAsWell) {
    tell(1);
    ask(add_cluster{{"ideas"}, cluster_nr(2), "Zwei"});
    run();
    const auto feed = join(audience::participants, std::nullopt, feed_position{"e1", 0});
    ask(add_cluster{{"ideas"}, cluster_nr(3), "Drei"});
    commit();
    EXPECT_THAT(feed->news(), IsEmpty());
    commit();
    EXPECT_THAT(feed->news(), ElementsAre("update e1/1 participants cluster", "update e1/2 participants cluster",
                                          "update e1/3 participants cluster"));
    EXPECT_EQ(encoder.snapshots, 0);
}

TEST_F(Feeds, ResumingInAnotherEpochGetsASnapshot) {
    tell(1);
    EXPECT_THAT(resumed({"e0", 1}), ElementsAre("snapshot e1/1 participants cards=0 connected=0"));
}

TEST_F(Feeds, ResumingFromTheFutureGetsASnapshot) {
    tell(1);
    EXPECT_THAT(resumed({"e1", 2}), ElementsAre("snapshot e1/1 participants cards=0 connected=0"));
}

TEST_F(Feeds, ResumingFromTooLongAgoGetsASnapshot) {
    tell(1);
    for (int n = 0; n < 1000; ++n) store_now(rename_cluster{{"ideas"}, cluster_nr(1), "Name " + std::to_string(n)});
    EXPECT_EQ(resumed({"e1", 1}).size(), 1000u);
    EXPECT_THAT(resumed({"e1", 0}), ElementsAre("snapshot e1/1001 participants cards=0 connected=0"));
}

TEST_F(Feeds, WhoHasMissedTooMuchForOneGoGetsASnapshotAndWhatIsJustStoredCounts) {
    const auto write = [&](std::uint8_t n, std::size_t bytes) {
        encoder.padding = bytes;
        tell(n);
    };
    write(1, 10);
    write(2, most_missed_bytes - 1000);
    EXPECT_EQ(resumed({"e1", 1}).size(), 1u);
    encoder.padding = 2000;
    ask(add_cluster{{"ideas"}, cluster_nr(3), "Gruppe"});
    const auto feed = join(audience::participants, std::nullopt, feed_position{"e1", 1});
    run();
    commit();
    EXPECT_THAT(feed->news(), ElementsAre("snapshot e1/3 participants cards=0 connected=0"));
}

TEST_F(Feeds, TheDeskHasAStreamOfItsOwn) {
    const auto participant = join();
    const auto presenter = join(audience::presenter);
    const auto desk = join(audience::desk);
    run();
    for (const auto& feed : {participant, presenter, desk}) feed->news();
    store_now(set_door{false});
    tell(1);
    EXPECT_THAT(participant->news(), ElementsAre("update e1/1 participants cluster"));
    EXPECT_THAT(presenter->news(), ElementsAre("update e1/1 participants cluster"));
    EXPECT_THAT(desk->news(), ElementsAre("update e1/1 desk door", "update e1/2 desk cluster"));
}

TEST_F(Feeds, WhoLeavesIsToldNothingMore) {
    const auto feed = join();
    run();
    feed->news();
    session->unsubscribe(*feed);
    tell(1);
    EXPECT_THAT(feed->news(), IsEmpty());
    EXPECT_TRUE(session->idle());
}

TEST_F(Feeds, WhoLeavesBeforeTheFirstMessageDoesNotStayAsAGhost) {
    ask(card(1));
    run();
    const auto with_next_commit = join(audience::participants, seat_nr(1));
    session->unsubscribe(*with_next_commit);
    commit();
    ask(card(2));
    const auto with_this_commit = join(audience::participants, seat_nr(2));
    run();
    session->unsubscribe(*with_this_commit);
    commit();
    EXPECT_THAT(with_next_commit->news(), IsEmpty());
    EXPECT_THAT(with_this_commit->news(), IsEmpty());
    EXPECT_TRUE(session->idle());
}

TEST_F(Feeds, EndingAllFeedsEndsThoseThatWaitForTheirFirstMessageToo) {
    const auto listening = join();
    run();
    ask(card(1));
    run();
    const auto waiting = join();
    session->end_all_feeds(feed_end::restart);
    EXPECT_EQ(listening->ended, feed_end::restart);
    EXPECT_EQ(waiting->ended, feed_end::restart);
}

TEST_F(Feeds, ASessionIsFreedThoughSomebodyWaitsToJoin) {
    ask(card(1));
    run();
    const auto said = ask(card(2));
    join();
    const std::weak_ptr<live_session> watched = session;
    session.reset();
    EXPECT_TRUE(watched.expired());
    commit();
    EXPECT_EQ(*said, "nothing") << "whoever held the answer lets it go";
}

struct FeedHub : ::testing::Test {
    feed_hub hub{"e1"};
    const in_turn::post nothing_is_thrown;
    in_turn each{nothing_is_thrown};

    void tell(std::uint64_t revision, std::size_t size) {
        broadcast message;
        message.parts[0] = {revision, std::make_shared<const std::string>(size, 'x')};
        hub.send(message, each);
    }
    std::optional<std::size_t> missed_since(std::uint64_t revision) {
        const auto missed = hub.since({"e1", revision}, audience::participants);
        return missed ? std::optional(missed->size()) : std::nullopt;
    }
};

TEST_F(FeedHub, RemembersAThousandMessages) {
    for (std::uint64_t n = 1; n <= 1005; ++n) tell(n, 10);
    EXPECT_EQ(missed_since(5), 1000u);
    EXPECT_EQ(missed_since(4), std::nullopt);
    EXPECT_EQ(missed_since(1005), 0u);
    EXPECT_EQ(missed_since(1006), std::nullopt);
}

TEST_F(FeedHub, RemembersNoMoreThanIsEverSentInOneGo) {
    for (std::uint64_t n = 1; n <= 5; ++n) tell(n, 50'000);
    EXPECT_EQ(missed_since(3), 2u);
    EXPECT_EQ(missed_since(2), std::nullopt);
}

TEST_F(FeedHub, KnowsNothingOfTheDeskFromWhatParticipantsWereTold) {
    tell(1, 10);
    EXPECT_EQ(hub.since({"e1", 1}, audience::desk), std::nullopt);
    EXPECT_TRUE(hub.since({"e1", 0}, audience::desk)->empty());
}

TEST_F(FeedHub, ForgetsEverythingInANewEpoch) {
    tell(1, 10);
    hub.start_epoch("e2");
    EXPECT_EQ(missed_since(1), std::nullopt);
    EXPECT_EQ(hub.since({"e2", 1}, audience::participants), std::nullopt);
    EXPECT_TRUE(hub.since({"e2", 0}, audience::participants)->empty());
}

}  // namespace
}  // namespace klartext::live::testing
