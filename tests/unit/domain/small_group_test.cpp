#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

struct AnonymityRule10 : workshop {
    void vote_with(int ballots) {
        open("vote");
        for (int n = 0; n < ballots; ++n)
            does(cast_ballot{
                {"vote"}, stamp_nr(static_cast<std::uint8_t>(n)), 1, agree_disagree_ballot{{{0, stance::agree}}}});
        close("vote");
    }
    void SetUp() override { start_with({vote("vote", agree_disagree_rules{}, {"A", "B"})}); }
};

TEST_F(AnonymityRule10, FourBallotsGiveNoResult) {
    vote_with(4);
    EXPECT_FALSE(published_result(state, state.agenda[0]));
    EXPECT_TRUE(withheld(state, state.agenda[0]));
}

TEST_F(AnonymityRule10, FromFiveBallotsOnEverythingIsShown) {
    vote_with(5);
    EXPECT_FALSE(withheld(state, state.agenda[0]));
    const auto result = std::get<agree_disagree_result>(*published_result(state, state.agenda[0]));
    EXPECT_EQ(result.rows[0].agree, 5);
    EXPECT_EQ(result.rows[1], agree_disagree_result::row{}) << "an item that few judged is shown, too";
}

TEST_F(AnonymityRule10, AnOpenSmallGroupSeesResultsFromOneBallotOn) {
    state.head.settings.open_small_group = true;
    vote_with(1);
    EXPECT_TRUE(published_result(state, state.agenda[0]));
}

TEST_F(AnonymityRule10, TheChoiceIsFrozenAtTheStart) {
    auto settings = state.head.settings;
    settings.open_small_group = true;
    EXPECT_EQ(refused(edit_session{settings}), refusal::notice_frozen);
}

TEST_F(AnonymityRule10, AVoteWithoutBallotsHidesNothing) {
    vote_with(0);
    EXPECT_FALSE(withheld(state, state.agenda[0]));
}

}  // namespace
}  // namespace klartext::domain
