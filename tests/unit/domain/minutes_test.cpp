#include "domain/limits.hpp"
#include "domain/visibility.hpp"
#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

using MinutesChoices = workshop;

TEST_F(MinutesChoices, CanBeChangedInEveryPhase) {
    const auto next = [&] { return state.head.minutes.next; };
    does(edit_minutes{{.next = "Im März."}});
    EXPECT_EQ(next(), "Im März.");
    start_with({collect("ideas")});
    does(edit_minutes{{.next = "Im April."}});
    does(close_session{});
    does(edit_minutes{{.next = "  Im Mai.  "}});
    EXPECT_EQ(next(), "Im Mai.");
    EXPECT_TRUE(does(edit_minutes{{.next = "Im Mai."}}).empty());
}

TEST_F(MinutesChoices, NameStepsOfTheAgendaEachOnce) {
    start_with({collect("ideas"), collect("more")});
    EXPECT_EQ(refused(edit_minutes{{.left_out = {{"nowhere"}}}}), refusal::unknown_activity);
    does(edit_minutes{{.left_out = {{"more"}, {"ideas"}, {"more"}}}});
    EXPECT_EQ(state.head.minutes.left_out, (std::vector<activity_id>{{"ideas"}, {"more"}}));
}

TEST_F(MinutesChoices, ForgetAStepThatIsRemoved) {
    start_with({collect("ideas"), collect("more")});
    does(edit_minutes{{.left_out = {{"ideas"}, {"more"}}}});
    does(remove_activity{{"more"}});
    EXPECT_EQ(state.head.minutes.left_out, (std::vector<activity_id>{{"ideas"}}));
}

TEST_F(MinutesChoices, HaveTheirLimits) {
    EXPECT_EQ(refused(edit_minutes{{.about = std::string(limits::cover_text + 1, 'x')}}), refusal::text_too_long);
    EXPECT_EQ(refused(edit_minutes{{.link_days = 0}}), refusal::bad_link_days);
    EXPECT_EQ(refused(edit_minutes{{.link_days = limits::link_days + 1}}), refusal::bad_link_days);
    does(edit_minutes{{.attached = {minutes_file::zip, minutes_file::pdf, minutes_file::zip}, .link_days = 1}});
    EXPECT_EQ(state.head.minutes.attached, (std::vector{minutes_file::pdf, minutes_file::zip}));
}

using MinutesLink = workshop;

TEST_F(MinutesLink, IsGivenTakenBackAndGivenAnewOnceTheSessionIsClosed) {
    start_with({collect("ideas")});
    EXPECT_EQ(refused(set_minutes_link{"new"}), refusal::session_not_closed);
    does(close_session{});
    does(set_minutes_link{"new"});
    EXPECT_EQ(state.head.minutes_token, "new");
    does(set_minutes_link{});
    EXPECT_EQ(state.head.minutes_token, "");
    EXPECT_TRUE(does(set_minutes_link{}).empty()) << "it was taken back already";
}

TEST_F(MinutesLink, IsToldToNobody) {
    for (const auto to : {audience::participants, audience::presenter, audience::desk})
        EXPECT_FALSE(may_be_told{to}(minutes_link_set{"secret"}));
}

}  // namespace
}  // namespace klartext::domain
