#include "unit/letterbox/post_office.hpp"

#include <gmock/gmock.h>

namespace klartext::letterbox::testing {
namespace {

using ::testing::Pair;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

/// "ideas" and "vote" of the rehearsal, and "two", where each person has two cards and as many comments as anywhere.
struct LimitedCards : post_office {
    void SetUp() override {
        post_office::SetUp();
        store_now(domain::add_activity{
            domain::workshop::collect("two", {.comments = true, .release = domain::release::live, .per_person = 2}),
            std::nullopt});
        store_now(domain::open_activity{{"two"}});
    }
    std::vector<stamp> card_stamps_of(std::uint8_t seat) { return drawn(seat).cards.at({"two"}); }
    stamp comment_stamp(std::size_t number = 0) {
        for (const auto& batch : drawn().entries)
            if (batch.activity.text == "two") return batch.stamps.at(number);
        throw std::logic_error("no stamps for comments");
    }
    static entry limited(std::uint8_t n, const stamp& with) {
        auto made = card(n, with);
        made.activity = {"two"};
        return made;
    }
    const domain::activity& two() { return *on_disk().state.find({"two"}); }
};

using AnonymityRule3Cards = LimitedCards;

TEST_F(AnonymityRule3Cards, EverySeatHasAsManyCardStampsAsTheActivityTakesCardsOfEachPerson) {
    for (const std::uint8_t seat : {1, 2})
        EXPECT_THAT(drawn(seat).cards, UnorderedElementsAre(Pair(domain::activity_id{"two"}, SizeIs(2))));
    EXPECT_NE(card_stamps_of(1), card_stamps_of(2));
    EXPECT_EQ(card_stamps_of(1), card_stamps_of(1)) << "drawn again";
}

TEST_F(AnonymityRule3Cards, CardStampsAreNotToppedUp) {
    const auto before = card_stamps_of(1);
    later(std::chrono::minutes{60});
    EXPECT_EQ(card_stamps_of(1), before);
    EXPECT_EQ(draw(*session, secret_nr(1), {{{"two"}, 99}})->cards.at({"two"}), before)
        << "whatever batch is asked for";
}

TEST_F(AnonymityRule3Cards, NoPersonDropsMoreCardsThanTheLimit) {
    const auto mine = card_stamps_of(1);
    EXPECT_EQ(sent(limited(1, mine[0])), "received");
    EXPECT_EQ(sent(limited(2, mine[1])), "received");
    EXPECT_EQ(sent(limited(3, mine[0])), "stamp_spent");
    EXPECT_EQ(sent(limited(3, mine[1])), "stamp_spent");
    EXPECT_EQ(sent(limited(3, comment_stamp())), "stamp_invalid") << "a stamp for comments is no way round";
    EXPECT_EQ(sent(limited(3, card_stamps_of(2)[0])), "received") << "somebody else has two of their own";
    EXPECT_EQ(two().entries.size(), 3u);
}

TEST_F(AnonymityRule3Cards, ACardStampIsGoodForNoComment) {
    const auto mine = card_stamps_of(1);
    ASSERT_EQ(sent(limited(1, mine[0])), "received");
    auto comment = limited(2, mine[1]);
    comment.on = domain::entry_nr(1);
    EXPECT_EQ(sent(comment), "stamp_invalid");
    comment.stamp = comment_stamp();
    EXPECT_EQ(sent(comment), "received");
    EXPECT_EQ(sent(limited(3, mine[1])), "received") << "comments are not counted";
}

TEST_F(AnonymityRule3Cards, ACardStampIsGoodForItsActivityAlone) {
    EXPECT_EQ(sent(card(1, card_stamps_of(1)[0])), "stamp_invalid") << "where cards are not limited";
    store_now(domain::add_activity{domain::workshop::collect("three", {.per_person = 3}), std::nullopt});
    store_now(domain::open_activity{{"three"}});
    auto elsewhere = limited(1, card_stamps_of(1)[0]);
    elsewhere.activity = {"three"};
    EXPECT_EQ(sent(elsewhere), "stamp_invalid");
}

TEST_F(AnonymityRule3Cards, AWithdrawnCardHasUsedItsStampUp) {
    const auto mine = card_stamps_of(1);
    ASSERT_EQ(sent(limited(1, mine[0])), "received");
    ASSERT_EQ(sent(withdrawal{{"two"}, domain::entry_nr(1), secret_nr(1), 1}), "received");
    EXPECT_EQ(sent(limited(2, mine[0])), "stamp_spent");
}

TEST_F(AnonymityRule3Cards, OpenedAgainAnActivityTakesNoMoreCardsOfAnybody) {
    const auto mine = card_stamps_of(1);
    ASSERT_EQ(sent(limited(1, mine[0])), "received");
    store_now(domain::close_activity{{"two"}});
    EXPECT_THAT(drawn().cards, SizeIs(0));
    store_now(domain::open_activity{{"two"}});
    EXPECT_EQ(card_stamps_of(1), mine);
    EXPECT_EQ(sent(limited(2, mine[0])), "stamp_spent");
    EXPECT_EQ(sent(limited(2, mine[1])), "received");
}

TEST_F(LimitedCards, AResendIsReceivedWhateverItsStamp) {
    ASSERT_EQ(sent(limited(1, card_stamps_of(1)[0])), "received");
    EXPECT_EQ(sent(limited(1, stamp{})), "received");
    EXPECT_EQ(two().entries.size(), 1u);
}

TEST_F(LimitedCards, WhoComesLateHasAsManyAsTheOthers) {
    ASSERT_EQ(sent(limited(1, card_stamps_of(1)[0])), "received");
    session->admit(seat_hash_of(secret_nr(7)), [](const live::answer&) {});
    run();
    commit();
    EXPECT_THAT(card_stamps_of(7), SizeIs(2));
    EXPECT_EQ(sent(limited(2, card_stamps_of(7)[0])), "received");
}

TEST_F(LimitedCards, ACardKeepsTheKindThatItsEnvelopeNames) {
    store_now(domain::add_activity{
        domain::workshop::collect("kinds", {.kinds = {{"idea", "Idee", domain::tone::yellow}}}), std::nullopt});
    store_now(domain::open_activity{{"kinds"}});
    auto made = card(1, {});
    made.activity = {"kinds"};
    made.kind = "idea";
    for (const auto& batch : drawn().entries)
        if (batch.activity == made.activity) made.stamp = batch.stamps.at(0);
    EXPECT_EQ(sent(made), "received");
    EXPECT_EQ(on_disk().state.find({"kinds"})->entries.at(domain::entry_nr(1)).kind, "idea");
}

}  // namespace
}  // namespace klartext::letterbox::testing
