#include "domain/notice.hpp"
#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

using Session = workshop;

TEST_F(Session, StartsOnceAndKeepsTheDay) {
    start_with({collect("ideas")});
    EXPECT_EQ(state.head.phase, session_phase::running);
    EXPECT_EQ(state.head.day, std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(at.now)});
    EXPECT_TRUE(does(start_session{"anderer Hinweis"}).empty());
    EXPECT_EQ(state.head.frozen_notice, "Hinweis");
}

TEST_F(Session, ClosingClosesWhatIsOpenAndCountsTheSeats) {
    start_with({collect("ideas")});
    open("ideas");
    drop(1);
    does(close_session{});
    EXPECT_EQ(state.find({"ideas"})->phase, phase::closed);
    EXPECT_TRUE(entry_at(1).shown);
    EXPECT_EQ(state.head.participants, 12);
    EXPECT_TRUE(does(close_session{}).empty());
}

TEST_F(Session, AClosedOneCannotBeChanged) {
    start_with({collect("ideas")});
    does(close_session{});
    EXPECT_EQ(refused(open_activity{{"ideas"}}), refusal::session_closed);
    EXPECT_EQ(refused(edit_session{{.title = "anders"}}), refusal::session_closed);
    EXPECT_EQ(refused(add_activity{collect("more"), 0}), refusal::session_closed);
    EXPECT_EQ(refused(set_door{false}), refusal::session_closed);
    EXPECT_EQ(refused(start_session{""}), refusal::session_closed);
}

TEST_F(Session, ClosingForgetsTheTextsOfRemovedEntriesAndTheSpentStamps) {
    start_with({collect("ideas", {.sections = {}, .comments = false, .release = release::live})});
    open("ideas");
    drop(1, "Geheim");
    does(remove_entry{{"ideas"}, entry_nr(1)});
    EXPECT_EQ(entry_at(1).text, "Geheim") << "kept, to be restored";
    does(close_session{});
    EXPECT_EQ(entry_at(1).text, "");
    EXPECT_TRUE(state.agenda[0].spent.empty());
}

using Stage = workshop;

TEST_F(Stage, HoldsWhatWasOpenedLastUntilTheFacilitatorChoosesAnother) {
    start_with({collect("ideas"), vote("vote", single_choice_rules{}, {"A"})});
    EXPECT_EQ(state.head.stage, std::nullopt);
    open("ideas");
    open("vote");
    EXPECT_EQ(state.head.stage, activity_id{"vote"});
    close("vote");
    EXPECT_EQ(state.head.stage, activity_id{"vote"}) << "now its result is there to be looked at";
    does(set_stage{activity_id{"ideas"}});
    EXPECT_EQ(state.head.stage, activity_id{"ideas"});
    EXPECT_TRUE(does(set_stage{activity_id{"ideas"}}).empty());
    does(set_stage{std::nullopt});
    EXPECT_EQ(state.head.stage, std::nullopt);
}

TEST_F(Stage, TakesNothingThatIsUnknownOrOnlyPlanned) {
    does(add_activity{collect("ideas"), std::nullopt});
    EXPECT_EQ(refused(set_stage{activity_id{"ideas"}}), refusal::session_not_running);
    does(start_session{"Hinweis"});
    EXPECT_EQ(refused(set_stage{activity_id{"ideas"}}), refusal::activity_not_open);
    EXPECT_EQ(refused(set_stage{activity_id{"nowhere"}}), refusal::unknown_activity);
}

using Timer = workshop;

TEST_F(Timer, RunsForAnOpenActivityAndEndsWithIt) {
    start_with({collect("ideas")});
    const set_timer five_minutes{{"ideas"}, std::chrono::sys_seconds{std::chrono::seconds{300}}};
    EXPECT_EQ(refused(five_minutes), refusal::activity_not_open);
    open("ideas");
    does(five_minutes);
    EXPECT_EQ(state.agenda[0].timer_ends, five_minutes.ends);
    EXPECT_TRUE(does(five_minutes).empty());
    does(set_timer{{"ideas"}, std::nullopt});
    EXPECT_EQ(state.agenda[0].timer_ends, std::nullopt);
    does(five_minutes);
    close("ideas");
    EXPECT_EQ(state.agenda[0].timer_ends, std::nullopt);
}

using AnonymityRule11 = workshop;

TEST_F(AnonymityRule11, TheNoticeIsFrozenWhenTheSessionStarts) {
    start_with({});
    auto settings = state.head.settings;
    settings.notice = "Doch mit Namen";
    EXPECT_EQ(refused(edit_session{settings}), refusal::notice_frozen);
    settings = state.head.settings;
    settings.title = "Neuer Titel";
    does(edit_session{settings});
    EXPECT_EQ(state.head.settings.title, "Neuer Titel");
}

TEST_F(AnonymityRule11, TheNoticeSaysHowAnonymousTheSessionIs) {
    const auto has = [](const std::string& text, std::string_view part) {
        return text.find(part) != std::string::npos;
    };
    const auto german = compose_notice({.title = "x", .language = language::de, .notice = "Wozu: **Bäume**"});
    EXPECT_TRUE(german.starts_with("Wozu: **Bäume**"));
    EXPECT_TRUE(has(german, "zweiten privaten Fenster"));
    EXPECT_TRUE(has(german, "weniger als 5 Stimmzetteln"));
    const auto english =
        compose_notice({.title = "x", .language = language::en, .notice = "", .open_small_group = true});
    EXPECT_TRUE(has(english, "second private window"));
    EXPECT_TRUE(has(english, "votes can be guessed"));
    EXPECT_FALSE(has(english, "fewer than 5"));
}

}  // namespace
}  // namespace klartext::domain
