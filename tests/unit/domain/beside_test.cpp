#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

struct Beside : workshop {
    static planned_activity parking_lot(std::string id = "parking", release how = release::waves) {
        return collect(std::move(id), {.release = how, .beside = true});
    }
    phase phase_of(const std::string& id) { return state.find({id})->phase; }
};

TEST_F(Beside, IsOpenFromTheStartOfTheSessionAndTakesNoStage) {
    start_with({collect("ideas"), parking_lot()});
    EXPECT_EQ(phase_of("parking"), phase::open);
    EXPECT_EQ(state.find({"parking"})->opened, at.now);
    EXPECT_EQ(phase_of("ideas"), phase::planned);
    EXPECT_FALSE(state.head.stage);
    open("ideas");
    EXPECT_EQ(state.head.stage, activity_id{"ideas"});
    EXPECT_EQ(phase_of("parking"), phase::open) << "whatever else is opened";
}

TEST_F(Beside, TakesCardsAtAnyTime) {
    start_with({parking_lot("ideas", release::live), collect("other")});
    open("other");
    close("other");
    EXPECT_EQ(shown_in(drop(1)), std::vector{entry_nr(1)});
}

TEST_F(Beside, AddedLaterItIsOpenedByHandAndLeavesTheStageAlone) {
    start_with({collect("ideas")});
    open("ideas");
    does(add_activity{parking_lot(), std::nullopt});
    EXPECT_EQ(phase_of("parking"), phase::planned);
    open("parking");
    EXPECT_EQ(phase_of("parking"), phase::open);
    EXPECT_EQ(state.head.stage, activity_id{"ideas"});
}

TEST_F(Beside, TheFacilitatorPutsItOnTheStage) {
    start_with({collect("ideas"), parking_lot()});
    does(set_stage{activity_id{"parking"}});
    EXPECT_EQ(state.head.stage, activity_id{"parking"});
    open("ideas");
    EXPECT_EQ(state.head.stage, activity_id{"ideas"});
}

TEST_F(Beside, ClosesWithTheSessionAndThenShowsWhatWaits) {
    start_with({parking_lot("ideas", release::covered)});
    drop(1);
    EXPECT_EQ(shown_in(does(close_session{})), std::vector{entry_nr(1)});
    EXPECT_EQ(phase_of("ideas"), phase::closed);
}

TEST_F(Beside, TheFacilitatorClosesItEarlierAndOpensItAgain) {
    start_with({parking_lot("ideas")});
    close("ideas");
    EXPECT_EQ(refused(card(1)), refusal::activity_not_open);
    open("ideas");
    drop(1);
    EXPECT_FALSE(state.head.stage);
}

TEST_F(Beside, CoveredItStaysCoveredUntilTheFacilitatorUncoversIt) {
    start_with({parking_lot("ideas", release::covered)});
    for (std::uint8_t n = 1; n <= 6; ++n) EXPECT_TRUE(shown_in(drop(n)).empty());
    EXPECT_EQ(shown_in(does(uncover{{"ideas"}})).size(), 6u);
}

TEST_F(Beside, ASecondStartOpensNothing) {
    start_with({parking_lot()});
    close("parking");
    EXPECT_TRUE(does(start_session{"Hinweis"}).empty());
    EXPECT_EQ(phase_of("parking"), phase::closed);
}

TEST_F(Beside, ThreeAtMostAreOpenAllTheTime) {
    for (const auto* id : {"a", "b", "c"}) does(add_activity{parking_lot(id), std::nullopt});
    EXPECT_EQ(refused(add_activity{parking_lot("d"), std::nullopt}), refusal::too_many_beside);
    does(add_activity{collect("d"), std::nullopt});
    EXPECT_EQ(refused(edit_activity{{"d"}, parking_lot("d")}), refusal::too_many_beside);
}

}  // namespace
}  // namespace klartext::domain
