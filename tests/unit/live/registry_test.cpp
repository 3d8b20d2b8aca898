#include "live/registry.hpp"

#include "unit/live/rehearsal.hpp"

namespace klartext::live::testing {
namespace {

using namespace domain;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const account_id anna{.bytes = {1}};
const account_id berta{.bytes = {2}};

struct Registry : rehearsal {
    registry sessions{around()};
    std::vector<std::shared_ptr<live_session>> found;

    void SetUp() override {
        store.disk[the_session] = running();
        sessions.list({the_session, "ABCD1234", anna});
    }
    void want(const session_id& id = the_session) {
        sessions.with_session(id, [this](std::shared_ptr<live_session> each) { found.push_back(std::move(each)); });
    }
    void tick_all() {
        sessions.tick();
        run();
    }
};

TEST_F(Registry, ReadsASessionOnceForAllWhoWait) {
    want();
    want();
    EXPECT_THAT(found, IsEmpty());
    EXPECT_EQ(store.loads.size(), 1u);
    read();
    ASSERT_EQ(found.size(), 2u);
    EXPECT_TRUE(found[0]);
    EXPECT_EQ(found[0], found[1]);
    want();
    ASSERT_EQ(found.size(), 3u) << "at once, from memory";
    EXPECT_EQ(found[2], found[0]);
    EXPECT_THAT(store.loads, IsEmpty());
}

TEST_F(Registry, AnUnknownSessionIsNothing) {
    want({.bytes = {13}});
    EXPECT_THAT(found, ElementsAre(nullptr));
    EXPECT_THAT(store.loads, IsEmpty()) << "strangers do not reach the disk";
}

TEST_F(Registry, ASessionThatCannotBeReadIsNothingAndTriedAgainNextTime) {
    want();
    read(false);
    EXPECT_THAT(found, ElementsAre(nullptr));
    want();
    read();
    EXPECT_TRUE(found.back());
}

TEST_F(Registry, LetsASessionGoWhenNobodyWantsIt) {
    want();
    read();
    const std::weak_ptr<live_session> watched = found[0];
    tick_all();
    want();
    ASSERT_EQ(found.size(), 2u) << "somebody still holds it: there must not be two of it";
    EXPECT_EQ(found[1], found[0]);
    found.clear();
    tick_all();
    EXPECT_TRUE(watched.expired());
    want();
    EXPECT_EQ(store.loads.size(), 1u);
}

TEST_F(Registry, KeepsASessionToWhichSomebodyListens) {
    want();
    read();
    const std::weak_ptr<live_session> watched = found[0];
    const auto feed = std::make_shared<listener>();
    found[0]->subscribe(feed, audience::participants, std::nullopt, std::nullopt);
    found.clear();
    tick_all();
    tick_all();
    ASSERT_FALSE(watched.expired());
    watched.lock()->unsubscribe(*feed);
    tick_all();
    EXPECT_TRUE(watched.expired());
}

TEST_F(Registry, KeepsASessionUntilEverythingIsStored) {
    want();
    read();
    session = std::exchange(found, {}).front();
    const auto said = ask(card(1));
    const std::weak_ptr<live_session> watched = session;
    session.reset();
    tick_all();
    tick_all();
    EXPECT_FALSE(watched.expired());
    commit();
    EXPECT_EQ(*said, "received");
    tick_all();
    EXPECT_TRUE(watched.expired());
}

TEST_F(Registry, ForgettingASessionEndsItsFeeds) {
    want();
    read();
    const auto feed = std::make_shared<listener>();
    found[0]->subscribe(feed, audience::participants, std::nullopt, std::nullopt);
    run();
    found.clear();
    sessions.forget(the_session);
    EXPECT_EQ(feed->ended, feed_end::session_gone);
    want();
    EXPECT_THAT(found, ElementsAre(nullptr));
    EXPECT_EQ(sessions.find(the_session), nullptr);
    EXPECT_EQ(sessions.find_code("ABCD1234"), nullptr);
}

TEST_F(Registry, ForgettingASessionWhileItIsReadLeavesNothing) {
    want();
    sessions.forget(the_session);
    read();
    EXPECT_THAT(found, ElementsAre(nullptr));
}

TEST_F(Registry, ForgettingASessionThatNobodyKnowsIsNothing) { sessions.forget({.bytes = {13}}); }

TEST_F(Registry, FindsSessionsByCodeAndOwner) {
    const session_id other{.bytes = {43}};
    sessions.list({other, "WXYZ5678", berta});
    ASSERT_TRUE(sessions.find_code("WXYZ5678"));
    EXPECT_EQ(sessions.find_code("WXYZ5678")->id, other);
    EXPECT_EQ(sessions.find_code("00000000"), nullptr);
    const auto of_anna = sessions.owned_by(anna);
    ASSERT_EQ(of_anna.size(), 1u);
    EXPECT_EQ(of_anna[0].id, the_session);
}

TEST_F(Registry, EndsAllFeeds) {
    want();
    read();
    const auto feed = std::make_shared<listener>();
    found[0]->subscribe(feed, audience::desk, std::nullopt, std::nullopt);
    run();
    sessions.end_all_feeds(feed_end::restart);
    EXPECT_EQ(feed->ended, feed_end::restart);
}

}  // namespace
}  // namespace klartext::live::testing
