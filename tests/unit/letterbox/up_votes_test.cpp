#include "unit/letterbox/post_office.hpp"

#include <gmock/gmock.h>

namespace klartext::letterbox::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::Key;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

/// "questions" with up-votes, "more" as well, and cards 1 to 3 on the wall of the first.
struct UpVoteEnvelopes : post_office {
    void SetUp() override {
        post_office::SetUp();
        for (const auto* id : {"questions", "more"}) {
            store_now(domain::add_activity{
                domain::workshop::collect(id, {.release = domain::release::live, .up_votes = true}), std::nullopt});
            store_now(domain::open_activity{{id}});
        }
        for (std::uint8_t n = 1; n <= 3; ++n) {
            auto question = card(n, {}, "Warum?");
            question.activity = {"questions"};
            for (const auto& batch : drawn().entries)
                if (batch.activity == question.activity) question.stamp = batch.stamps.at(n);
            ASSERT_EQ(sent(question), "received");
        }
    }
    stamp own(std::uint8_t seat = 1, const std::string& activity = "questions") {
        return drawn(seat).up_votes.at({activity});
    }
    static up_votes supporting(const stamp& with, std::vector<std::uint8_t> cards, std::uint32_t counter = 1) {
        up_votes made{{"questions"}, with, counter, {}};
        for (const auto n : cards) made.entries.push_back(domain::entry_nr(n));
        return made;
    }
    const domain::activity& questions() { return *on_disk().state.find({"questions"}); }
};

using AnonymityRule3UpVotes = UpVoteEnvelopes;

TEST_F(UpVoteEnvelopes, AreReceivedOnceTheyAreStored) {
    const auto said = drop(supporting(own(), {1, 3}));
    EXPECT_EQ(*said, "nothing");
    commit();
    EXPECT_EQ(*said, "received");
    ASSERT_THAT(questions().up_votes, UnorderedElementsAre(Key(hash_of(own()))));
    EXPECT_EQ(questions().up_votes.at(hash_of(own())).entries, (std::set{domain::entry_nr(1), domain::entry_nr(3)}));
}

TEST_F(UpVoteEnvelopes, ALaterOneReplacesTheFormerAndALateOneIsReceivedOnly) {
    ASSERT_EQ(sent(supporting(own(), {1}, 2)), "received");
    EXPECT_EQ(sent(supporting(own(), {2}, 1)), "received");
    EXPECT_EQ(sent(supporting(own(), {3}, 3)), "received");
    ASSERT_THAT(questions().up_votes, SizeIs(1));
    EXPECT_EQ(questions().up_votes.at(hash_of(own())).entries, std::set{domain::entry_nr(3)});
}

TEST_F(AnonymityRule3UpVotes, EverySeatHasOneStampForEachOpenActivityThatTakesThem) {
    for (const std::uint8_t seat : {1, 2})
        EXPECT_THAT(drawn(seat).up_votes,
                    UnorderedElementsAre(Key(domain::activity_id{"more"}), Key(domain::activity_id{"questions"})));
    EXPECT_NE(own(1), own(2));
    EXPECT_NE(own(1), own(1, "more"));
    EXPECT_EQ(own(1), own(1)) << "drawn again";
    store_now(domain::close_activity{{"questions"}});
    EXPECT_THAT(drawn().up_votes, UnorderedElementsAre(Key(domain::activity_id{"more"})));
    store_now(domain::open_activity{{"questions"}});
    EXPECT_THAT(drawn().up_votes, SizeIs(2));
}

TEST_F(AnonymityRule3UpVotes, AForeignStampIsTurnedDown) {
    auto forged = own();
    forged[31] ^= 1;
    const auto all = drawn();
    for (const auto& wrong :
         {stamp{}, forged, own(1, "more"), all.rounds.at(0), all.address, all.entries.at(0).stamps.at(0),
          make_stamp(stamp_key{9}, up_vote_slot({"questions"}), secret_nr(1), 0)})
        EXPECT_EQ(sent(supporting(wrong, {1})), "stamp_invalid");
    EXPECT_THAT(questions().up_votes, IsEmpty());
    auto unknown = supporting(own(), {1});
    unknown.activity = {"none"};
    EXPECT_EQ(sent(unknown), "stamp_invalid");
}

TEST_F(AnonymityRule3UpVotes, TheStampIsGoodForNothingElse) {
    auto question = card(9, own());
    question.activity = {"questions"};
    EXPECT_EQ(sent(question), "stamp_invalid");
    EXPECT_EQ(sent(klartext::letterbox::ballot{{"vote"}, own(), 1, domain::single_choice_ballot{0}}), "stamp_invalid");
    EXPECT_EQ(sent(address{own(), "a@example.org"}), "stamp_invalid");
}

TEST_F(UpVoteEnvelopes, AResendAfterTheCloseOfTheActivityIsReceivedAndANewOneIsNot) {
    const auto early = own();
    const auto other = own(2);
    ASSERT_EQ(sent(supporting(early, {1})), "received");
    store_now(domain::close_activity{{"questions"}});
    EXPECT_EQ(sent(supporting(early, {1})), "received");
    EXPECT_EQ(sent(supporting(other, {1})), "activity_not_open");
}

TEST_F(UpVoteEnvelopes, AClosedSessionSaysSo) {
    const auto early = own();
    ASSERT_EQ(sent(supporting(early, {1})), "received");
    store_now(domain::close_session{});
    EXPECT_EQ(sent(supporting(early, {2}, 2)), "session_closed");
    EXPECT_THAT(questions().up_votes, IsEmpty());
}

TEST_F(UpVoteEnvelopes, OfALostCommitStayWithTheirSender) {
    const auto said = drop(supporting(own(), {1}));
    commit(false);
    EXPECT_EQ(*said, "kept_by_sender");
    read();
    later(std::chrono::seconds{1});
    EXPECT_EQ(sent(supporting(own(), {1})), "received");
    EXPECT_THAT(questions().up_votes, SizeIs(1));
}

}  // namespace
}  // namespace klartext::letterbox::testing
