#include "unit/live/rehearsal.hpp"

namespace klartext::live::testing {
namespace {

using namespace domain;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Phases : rehearsal {
    struct call {
        session_phase phase;
        std::optional<session_keys> keys;
        std::function<void()> then;
    };
    std::vector<call> calls;

    void SetUp() override {
        phase_hook = [this](session_phase phase, const std::optional<session_keys>& keys, std::function<void()> then) {
            calls.push_back({phase, keys, std::move(then)});
        };
    }
};

TEST_F(Phases, AStartIsAnsweredOnlyOnceTheWorldAroundHasFollowed) {
    open_session(draft());
    const auto feed = join();
    run();
    feed->news();
    const auto said = ask(start_session{"Hinweis"});
    run();
    EXPECT_THAT(calls, IsEmpty()) << "not before it is stored";
    commit();
    ASSERT_EQ(calls.size(), 1u);
    EXPECT_EQ(calls[0].phase, session_phase::running);
    EXPECT_EQ(*said, "nothing");
    EXPECT_THAT(feed->news(), IsEmpty());
    calls[0].then();
    EXPECT_EQ(*said, "received");
    EXPECT_THAT(feed->news(), ElementsAre("update e1/1 participants session-started"));
    EXPECT_TRUE(session->keys());
}

TEST_F(Phases, NothingOvertakesAClose) {
    open_session(running());
    const auto said = ask(close_session{});
    run();
    commit();
    ASSERT_EQ(calls.size(), 1u);
    EXPECT_EQ(calls[0].phase, session_phase::closed);
    const auto resend = ask(close_session{});
    const auto late_card = ask(card(1));
    const auto late_seat = admit(9);
    const auto feed = join();
    bool looked = false;
    session->when_stored([&](const session_state&) { looked = true; });
    run();
    EXPECT_THAT(store.commits, IsEmpty());
    for (const auto& each : {said, resend, late_card, late_seat}) EXPECT_EQ(*each, "nothing");
    EXPECT_THAT(feed->news(), IsEmpty());
    EXPECT_FALSE(looked);

    calls[0].then();
    run();
    EXPECT_EQ(*said, "received");
    EXPECT_EQ(*resend, "received");
    EXPECT_EQ(*late_card, "session_closed");
    EXPECT_EQ(*late_seat, "session_closed");
    EXPECT_EQ(feed->news().size(), 1u);
    EXPECT_TRUE(looked);
}

TEST_F(Phases, TheKeysAreHandedOverAtTheCloseAndThenGone) {
    open_session(running());
    const auto keys = session->keys();
    ASSERT_TRUE(keys);
    ask(close_session{});
    run();
    EXPECT_TRUE(session->keys()) << "not stored yet";
    commit();
    EXPECT_EQ(calls.at(0).keys, keys);
    calls[0].then();
    EXPECT_FALSE(session->keys());
    EXPECT_FALSE(on_disk().keys);
    EXPECT_TRUE(on_disk().seats.empty());
}

TEST_F(Phases, SeatsAreForgottenOnceTheCloseIsStoredAndTheirFeedsGoOn) {
    auto stored = running();
    stored.seats.insert(seat_nr(1));
    open_session(std::move(stored));
    const auto feed = join(audience::participants, seat_nr(1));
    run();
    feed->news();
    ask(close_session{});
    run();
    commit();
    EXPECT_TRUE(session->knows(seat_nr(1))) << "not told yet";
    calls.at(0).then();
    EXPECT_FALSE(session->knows(seat_nr(1)));
    EXPECT_EQ(feed->ended, std::nullopt);
    EXPECT_EQ(feed->news().size(), 1u);
    session->unsubscribe(*feed);
    EXPECT_TRUE(session->idle());
}

TEST_F(Phases, ACloseAskedForWhileTheStartIsStoredKeepsItsKeysAndItsTurn) {
    open_session(draft());
    const auto keys = session->keys();
    const auto started = ask(start_session{"Hinweis"});
    run();
    const auto closed = ask(close_session{});
    run();
    commit();
    ASSERT_EQ(calls.size(), 1u);
    EXPECT_EQ(calls[0].phase, session_phase::running) << "the close is not stored";
    calls[0].then();
    EXPECT_EQ(*started, "received");
    EXPECT_EQ(*closed, "nothing");
    EXPECT_TRUE(session->keys());
    run();
    commit();
    ASSERT_EQ(calls.size(), 2u);
    EXPECT_EQ(calls[1].phase, session_phase::closed);
    EXPECT_EQ(calls[1].keys, keys);
    calls[1].then();
    EXPECT_EQ(*closed, "received");
    EXPECT_FALSE(session->keys());
}

TEST_F(Phases, ACloseThatFailsTellsNobodyAndKeepsTheKeys) {
    open_session(running());
    const auto said = ask(close_session{});
    run();
    commit(false);
    read();
    EXPECT_EQ(*said, "kept_by_sender");
    EXPECT_THAT(calls, IsEmpty());
    EXPECT_TRUE(session->keys());
    later(std::chrono::seconds{1});
    const auto again = ask(close_session{});
    run();
    commit();
    ASSERT_EQ(calls.size(), 1u);
    calls[0].then();
    EXPECT_EQ(*again, "received");
}

TEST_F(Phases, ACloseThatGotOntoTheDiskAlthoughItsCommitFailedIsFollowed) {
    open_session(running());
    const auto keys = session->keys();
    ask(close_session{});
    run();
    merge(on_disk(), store.commits.front().rows);
    commit(false);
    const auto reader = join();
    read();
    ASSERT_EQ(calls.size(), 1u);
    EXPECT_EQ(calls[0].phase, session_phase::closed);
    EXPECT_EQ(calls[0].keys, keys) << "nowhere else by now";
    EXPECT_THAT(reader->news(), IsEmpty());
    calls[0].then();
    run();
    EXPECT_EQ(reader->news().size(), 1u);
    EXPECT_FALSE(session->keys());
    later(std::chrono::seconds{1});
    EXPECT_EQ(*ask(close_session{}), "received");
}

TEST_F(Phases, OtherChangesAreNoConcernOfTheWorldAround) {
    open_session(running());
    store_now(set_door{false});
    store_now(card(1));
    EXPECT_THAT(calls, IsEmpty());
}

TEST_F(Phases, WithoutAnybodyToTellACloseIsAnsweredWhenStored) {
    phase_hook = nullptr;
    open_session(running());
    store_now(close_session{});
    EXPECT_FALSE(session->keys());
}

}  // namespace
}  // namespace klartext::live::testing
