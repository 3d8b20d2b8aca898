#include "unit/letterbox/post_office.hpp"

namespace klartext::letterbox::testing {
namespace {

using Drawing = post_office;
using AnonymityRule3 = post_office;
using AnonymityRule10 = post_office;

std::set<stamp> all_of(const drawn_stamps& drawn) {
    std::set<stamp> all(drawn.rounds.begin(), drawn.rounds.end());
    for (const auto& [slot, each] : drawn.second_rounds) all.insert(each);
    for (const auto& batch : drawn.entries) all.insert(batch.stamps.begin(), batch.stamps.end());
    for (const auto& [activity, each] : drawn.cards) all.insert(each.begin(), each.end());
    for (const auto& [activity, each] : drawn.sign_ups) all.insert(each);
    for (const auto& [activity, each] : drawn.up_votes) all.insert(each);
    for (const auto& [activity, each] : drawn.sheets) all.insert(each.own);
    all.insert(drawn.address);
    return all;
}

TEST_F(AnonymityRule3, ALostReplyCostsNothingDrawingAgainGivesTheSameStamps) {
    EXPECT_EQ(all_of(drawn()), all_of(drawn()));
    EXPECT_EQ(drawn().rounds, drawn().rounds);
    EXPECT_EQ(all_of(drawn()).size(), 40u + 200u + 1u) << "no two of them are equal";
}

TEST_F(AnonymityRule3, TwoSeatsShareNoStamp) {
    auto both = all_of(drawn(1));
    both.merge(all_of(drawn(2)));
    EXPECT_EQ(both.size(), 2u * 241u);
}

TEST_F(AnonymityRule3, EverySeatDrawsTwentyRoundSlotsAndTwoHundredEntryStampsPerBatch) {
    for (const std::uint8_t seat : {1, 2}) {
        const auto stamps = drawn(seat);
        EXPECT_EQ(stamps.rounds.size(), 20u);
        ASSERT_EQ(stamps.entries.size(), 1u) << "the vote takes no entries";
        EXPECT_EQ(stamps.entries[0].activity.text, "ideas");
        EXPECT_EQ(stamps.entries[0].number, 0);
        EXPECT_EQ(stamps.entries[0].stamps.size(), 200u);
    }
}

TEST_F(AnonymityRule3, TheNextBatchComesWithTimeForAllSeatsAlikeUsedOrNot) {
    ASSERT_EQ(sent(card(1, entry_stamp(1))), "received");
    later(std::chrono::seconds{300});
    for (const std::uint8_t seat : {1, 2}) {
        const auto stamps = drawn(seat);
        ASSERT_EQ(stamps.entries.size(), 2u);
        EXPECT_EQ(stamps.entries[1].number, 1);
        EXPECT_EQ(stamps.entries[1].stamps.size(), 200u);
        EXPECT_EQ(all_of(stamps).size(), 40u + 400u + 1u);
    }
}

TEST_F(AnonymityRule10, LateComersGetNoStampForTheSecondRoundOfAVoteThatIsOver) {
    EXPECT_EQ(drawn().second_rounds.size(), 20u) << "who comes while it runs takes part in both";
    const auto early = drawn();
    store_now(domain::close_activity{{"vote"}});
    EXPECT_FALSE(drawn().second_rounds.contains(0));
    EXPECT_EQ(drawn().second_rounds.size(), 19u) << "other votes are not concerned";
    EXPECT_EQ(drawn().rounds, early.rounds);
}

TEST_F(Drawing, GivesTheBatchesThatAreAskedFor) {
    later(std::chrono::seconds{900});
    const auto numbers = [&](int since) {
        std::vector<int> found;
        const auto drawn = draw(*session, secret_nr(1), {{{"ideas"}, since}});
        for (const auto& batch : drawn->entries) found.push_back(batch.number);
        return found;
    };
    EXPECT_EQ(numbers(2), (std::vector{2, 3}));
    EXPECT_EQ(numbers(4), std::vector<int>{});
    EXPECT_EQ(numbers(-7), (std::vector{0, 1, 2, 3}));
}

TEST_F(Drawing, GivesEntryStampsOfOpenActivitiesOnly) {
    store_now(domain::close_activity{{"ideas"}});
    EXPECT_TRUE(drawn().entries.empty());
}

TEST_F(AnonymityRule3, NoSlotSharesAStampWithAnotherOrWithAnotherSeat) {
    using domain::workshop;
    for (const auto* id : {"q1", "q2"})
        store_now(domain::add_activity{workshop::collect(id, {.up_votes = true}), std::nullopt});
    for (const auto* id : {"b1", "b2"}) {
        const domain::collect_plan plan{.release = domain::release::covered, .sheets = domain::brainwriting{3, 5, 6}};
        store_now(domain::add_activity{workshop::collect(id, plan), std::nullopt});
    }
    for (const auto* id : {"q1", "q2", "b1", "b2"}) store_now(domain::open_activity{{id}});
    // Rounds, five activities that take entries, cards of two, up-votes of two, sheets of two, the address.
    constexpr std::size_t of_a_seat = 40 + 5 * 200 + 2 * 3 + 2 + 2 + 1;
    auto all = all_of(drawn(1));
    EXPECT_EQ(all.size(), of_a_seat);
    EXPECT_EQ(all, all_of(drawn(1))) << "drawn again";
    all.merge(all_of(drawn(2)));
    EXPECT_EQ(all.size(), 2 * of_a_seat);
    store_now(domain::start_turn{{"b1"}, 2});
    const auto next = drawn(1);
    all.insert(next.sheets.at({"b1"}).own);
    EXPECT_EQ(all.size(), 2 * of_a_seat + 1) << "the next turn has a stamp of its own";
}

TEST_F(Drawing, ASeatThatTheSessionDoesNotKnowDrawsNothing) { EXPECT_FALSE(draw(*session, secret_nr(3), {})); }

TEST_F(Drawing, NothingIsDrawnAfterTheClose) {
    store_now(domain::close_session{});
    EXPECT_FALSE(draw(*session, secret_nr(1), {}));
}

}  // namespace
}  // namespace klartext::letterbox::testing
