#include "live/registry.hpp"
#include "unit/live/failing_rehearsal.hpp"

/// What one caller or one browser breaks, breaks nothing for the others.
namespace klartext::live::testing {
namespace {

using namespace domain;
using ::testing::ElementsAre;

struct broken_listener : listener {
    bool broken = true;
    void send(std::shared_ptr<const std::string> message) override {
        if (broken) throw mishap{};
        listener::send(std::move(message));
    }
};

struct Failing : failing_rehearsal {
    std::shared_ptr<broken_listener> join_broken() {
        const auto feed = std::make_shared<broken_listener>();
        session->subscribe(feed, audience::participants, std::nullopt, std::nullopt);
        return feed;
    }
};

TEST_F(Failing, AReplyThatThrowsKeepsNobodyElseWaiting) {
    const auto feed = join();
    run();
    feed->news();
    ask_and_throw(add_cluster{{"ideas"}, cluster_nr(1), "Eins"});
    const auto said = ask(card(1));
    bool looked = false;
    session->when_stored([&](const session_state&) { looked = true; });
    run_on();
    const auto next = ask(card(2));
    commit_on();
    EXPECT_EQ(*said, "received");
    EXPECT_TRUE(looked);
    EXPECT_THAT(feed->news(), ElementsAre("update e1/1 participants cluster"));
    EXPECT_EQ(mishaps, 1) << "it is reported";
    commit_on();
    EXPECT_EQ(*next, "received") << "the next batch is handed over";
    session->unsubscribe(*feed);
    expect_all_is_well();
}

TEST_F(Failing, AReaderThatThrowsKeepsNobodyElseWaiting) {
    ask(card(1));
    session->when_stored([](const session_state&) { throw mishap{}; });
    bool looked = false;
    session->when_stored([&](const session_state&) { looked = true; });
    run_on();
    commit_on();
    EXPECT_TRUE(looked);
    EXPECT_EQ(mishaps, 1);
    expect_all_is_well();
}

TEST_F(Failing, AFeedThatThrowsHasMissedSomethingAndMustComeBack) {
    const auto broken = join_broken();
    broken->broken = false;
    const auto feed = join();
    run();
    feed->news();
    broken->broken = true;
    const auto said = ask(add_cluster{{"ideas"}, cluster_nr(1), "Eins"});
    run_on();
    commit_on();
    EXPECT_EQ(*said, "received");
    EXPECT_EQ(broken->ended, feed_end::restart);
    EXPECT_THAT(feed->news(), ElementsAre("update e1/1 participants cluster"));
    EXPECT_EQ(mishaps, 1);
    for (const auto& each : {std::static_pointer_cast<listener>(broken), feed}) session->unsubscribe(*each);
    expect_all_is_well();
}

TEST_F(Failing, AFeedThatThrowsAtItsFirstMessageIsNoHarmToTheOthers) {
    const auto broken = join_broken();
    const auto feed = join();
    run_on();
    EXPECT_EQ(broken->ended, feed_end::restart);
    EXPECT_THAT(feed->news(), ElementsAre("snapshot e1/0 participants cards=0 connected=0"));
    for (const auto& each : {std::static_pointer_cast<listener>(broken), feed}) session->unsubscribe(*each);
    expect_all_is_well();
}

TEST_F(Failing, AReplyThatThrowsWhileABatchIsLostStopsNoRecovery) {
    const auto broken = join_broken();
    const auto feed = join();
    broken->broken = false;
    run();
    feed->news();
    ask_and_throw(card(1));
    const auto said = ask(card(2));
    run_on();
    broken->broken = true;
    commit_on(false);
    EXPECT_EQ(*said, "kept_by_sender");
    read_on();
    EXPECT_THAT(feed->news(), ElementsAre("snapshot e2/0 participants cards=0 connected=0"));
    EXPECT_EQ(broken->ended, feed_end::restart);
    EXPECT_EQ(mishaps, 2);
    for (const auto& each : {std::static_pointer_cast<listener>(broken), feed}) session->unsubscribe(*each);
    expect_all_is_well();
}

TEST_F(Failing, WhoWaitsForASessionGetsItAlthoughSomebodyElseThrows) {
    registry sessions(around());
    sessions.list({the_session, "ABCD1234", {}});
    std::shared_ptr<live_session> found;
    sessions.with_session(the_session, [](const auto&) { throw mishap{}; });
    sessions.with_session(the_session, [&](const auto& each) { found = each; });
    read_on();
    EXPECT_TRUE(found);
    EXPECT_EQ(mishaps, 1);
}

TEST_F(Failing, AFeedThatThrowsAtTheEndKeepsNoOtherOpen) {
    struct : listener {
        void end(feed_end) override { throw mishap{}; }
    } broken;
    const auto feed = std::make_shared<listener>();
    session->subscribe({std::shared_ptr<void>(), &broken}, audience::participants, std::nullopt, std::nullopt);
    session->subscribe(feed, audience::participants, std::nullopt, std::nullopt);
    run();
    session->end_all_feeds(feed_end::restart);
    EXPECT_EQ(feed->ended, feed_end::restart);
    run_on();
    EXPECT_EQ(mishaps, 1);
}

}  // namespace
}  // namespace klartext::live::testing
