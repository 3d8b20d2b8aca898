#include "protocol/json.hpp"
#include "unit/minutes/after_the_workshop.hpp"

namespace klartext::minutes::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Minutes = after_the_workshop;

TEST_F(Minutes, NameTheSessionItsDayItsNoticeAndHowManyTookPart) {
    start_with({collect("ideas")});
    close_session_of(7);
    const auto minutes = written();
    EXPECT_EQ(minutes.title, "Auftakt");
    EXPECT_EQ(minutes.date, std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(at.now)});
    EXPECT_EQ(minutes.language, protocol::language::de);
    EXPECT_EQ(minutes.notice, "Hinweis");
    EXPECT_EQ(minutes.participants, 7);
    EXPECT_FALSE(minutes.open_small_group);
}

TEST_F(Minutes, CountTheSeatsWhileTheSessionRuns) {
    start_with({collect("ideas")});
    for (std::uint8_t n = 1; n <= 3; ++n) seats.insert({.bytes = {n}});
    EXPECT_EQ(written().participants, 3);
}

TEST_F(Minutes, FollowTheAgenda) {
    start_with({{{"hello"}, "Willkommen", "# Guten Tag", 5, present_plan{}},
                collect("ideas", {.sections = {{"more", "Mehr"}, {"less", "Weniger"}}}),
                vote("vote", single_choice_rules{}, {"A"}),
                {{"end"}, "Rückmeldung", "", std::nullopt, feedback_plan{}}});
    const auto activities = written().activities;
    ASSERT_EQ(activities.size(), 4u);
    EXPECT_EQ(activities[0].kind, protocol::activity_kind::present);
    EXPECT_EQ(activities[0].id, "hello");
    EXPECT_EQ(activities[0].title, "Willkommen");
    EXPECT_EQ(activities[0].prompt, "# Guten Tag");
    EXPECT_EQ(activities[0].planned_minutes, 5);
    EXPECT_EQ(activities[0].actual_minutes, std::nullopt);
    EXPECT_EQ(activities[1].kind, protocol::activity_kind::collect);
    ASSERT_EQ(activities[1].sections.size(), 2u);
    EXPECT_EQ(activities[1].sections[1].id, "less");
    EXPECT_EQ(activities[1].sections[1].title, "Weniger");
    EXPECT_FALSE(activities[1].vote);
    EXPECT_EQ(activities[2].kind, protocol::activity_kind::vote);
    EXPECT_TRUE(activities[2].vote);
    EXPECT_EQ(activities[3].kind, protocol::activity_kind::feedback);
}

TEST_F(Minutes, HaveTheThemesOfASignUp) {
    start_with({{{"go-on"}, "Mitmachen", "", std::nullopt, sign_up_plan{std::vector<std::string>{"Radweg", "Bänke"}}}});
    EXPECT_THAT(activity().themes, IsEmpty()) << "not opened";
    open("go-on");
    EXPECT_EQ(activity().kind, protocol::activity_kind::sign_up);
    EXPECT_THAT(activity().themes, ElementsAre("Radweg", "Bänke"));
    EXPECT_FALSE(activity().vote);
}

TEST_F(Minutes, SayHowLongAnActivityTook) {
    collect_ideas();
    EXPECT_EQ(activity().actual_minutes, std::nullopt);
    at.now += std::chrono::minutes{17};
    close("ideas");
    EXPECT_EQ(activity().actual_minutes, 17);
    state.agenda[0].closed = *state.agenda[0].opened - std::chrono::minutes{3};
    EXPECT_EQ(activity().actual_minutes, 0) << "the clock was set back";
}

TEST_F(Minutes, PutClustersFirstThenSectionsThenIds) {
    collect_ideas({.sections = {{"x", "X"}, {"y", "Y"}}});
    drop_in(1, "1y", "y");
    drop_in(2, "2x", "x");
    drop_in(3, "3y", "y");
    drop_in(4, "4x", "x");
    drop_in(5, "5", "");
    drop_in(6, "6x in B", "x");
    drop_in(7, "7y in A", "y");
    drop_in(8, "8x in A", "x");
    drop_in(9, "9x in A", "x");
    drop_in(10, "10 in B", "");
    does(add_cluster{{"ideas"}, cluster_nr(9), "A"});
    does(add_cluster{{"ideas"}, cluster_nr(1), "B"});
    move({entry_nr(7), entry_nr(9), entry_nr(8)}, 9);
    move({entry_nr(6), entry_nr(10)}, 1);
    EXPECT_THAT(texts(),
                ElementsAre("8x in A", "9x in A", "7y in A", "6x in B", "10 in B", "2x", "4x", "1y", "3y", "5"));
    EXPECT_THAT(activity().clusters, ElementsAre("A", "B"));
    EXPECT_EQ(activity().entries[0].cluster, "A");
    EXPECT_EQ(activity().entries[0].section, "x");
    EXPECT_EQ(activity().entries[3].cluster, "B");
    EXPECT_EQ(activity().entries[5].cluster, std::nullopt);
}

TEST_F(Minutes, PutCommentsUnderTheirCardById) {
    collect_ideas({.comments = true});
    for (std::uint8_t n = 1; n <= 5; ++n) drop(n, "Karte " + std::to_string(n));
    for (const std::uint8_t n : {23, 21, 22}) {
        auto said = card(n, "Zu 2: " + std::to_string(n));
        said.on = entry_nr(2);
        does(said);
    }
    EXPECT_THAT(texts(), ElementsAre("Karte 1", "Karte 2", "Karte 3", "Karte 4", "Karte 5"));
    EXPECT_THAT(activity().entries[1].comments, ElementsAre("Zu 2: 21", "Zu 2: 22", "Zu 2: 23"));
    EXPECT_THAT(activity().entries[0].comments, IsEmpty());
}

TEST_F(Minutes, CountRemovedEntriesTogetherWithTheirComments) {
    collect_ideas({.comments = true});
    for (std::uint8_t n = 1; n <= 5; ++n) drop(n);
    comment(21, 1);
    comment(22, 1);
    comment(23, 2);
    comment(24, 2);
    does(remove_entry{{"ideas"}, entry_nr(22)});
    EXPECT_EQ(activity().removed, 1);
    does(remove_entry{{"ideas"}, entry_nr(1)});
    does(remove_entry{{"ideas"}, entry_nr(24)});
    EXPECT_EQ(activity().removed, 4) << "card 1 with both comments, and one comment of card 2";
    EXPECT_EQ(activity().entries.size(), 4u);
    EXPECT_EQ(activity().entries[0].comments.size(), 1u);
    does(restore_entry{{"ideas"}, entry_nr(1)});
    EXPECT_EQ(activity().removed, 2);
    EXPECT_EQ(activity().entries.size(), 5u);
}

TEST_F(Minutes, DoNotCountAWithdrawnCommentOfARemovedCard) {
    collect_ideas({.comments = true});
    for (std::uint8_t n = 1; n <= 5; ++n) drop(n);
    comment(21, 1);
    does(withdraw_entry{{"ideas"}, entry_nr(21), proof_nr(21), 1});
    does(remove_entry{{"ideas"}, entry_nr(1)});
    EXPECT_EQ(activity().removed, 1);
}

TEST_F(Minutes, KeepAWithdrawnCardOnlyWhileItHasComments) {
    collect_ideas({.comments = true, .release = release::live});
    for (std::uint8_t n = 1; n <= 3; ++n) drop(n, "Karte " + std::to_string(n));
    comment(21, 1);
    does(withdraw_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1});
    does(withdraw_entry{{"ideas"}, entry_nr(2), proof_nr(2), 1});
    EXPECT_THAT(texts(), ElementsAre("", "Karte 3"));
    EXPECT_TRUE(activity().entries[0].withdrawn);
    EXPECT_THAT(activity().entries[0].comments, ElementsAre("Gute Idee"));
    EXPECT_FALSE(activity().entries[1].withdrawn);
    does(withdraw_entry{{"ideas"}, entry_nr(21), proof_nr(21), 1});
    EXPECT_THAT(texts(), ElementsAre("Karte 3"));
    EXPECT_EQ(activity().removed, 0) << "withdrawn is not removed";
}

TEST_F(Minutes, GiveEveryTextByteForByte) {
    collect_ideas({.release = release::live});
    const std::string text = "=1+1 <b>\r\n\t\u05e9\u05dc\u05d5\u05dd \U0001F333 \u4f60\u597d e\u0301";
    drop(1, text);
    EXPECT_THAT(texts(), ElementsAre(text));
}

TEST_F(Minutes, AreTheSameTwice) {
    collect_ideas({.sections = {{"x", "X"}}, .comments = true});
    for (std::uint8_t n = 1; n <= 9; ++n) drop_in(n, "Karte " + std::to_string(n), n % 2 == 0 ? "x" : "");
    comment(21, 1);
    close_session_of();
    EXPECT_EQ(protocol::to_json(written()), protocol::to_json(written()));
    EXPECT_NE(protocol::to_json(written()).find("Karte 9"), std::string::npos);
}

using AnonymityRule8 = after_the_workshop;

TEST_F(AnonymityRule8, APreviewOfTheMinutesShowsNoCardThatWaits) {
    collect_ideas({.comments = true});
    for (std::uint8_t n = 1; n <= 7; ++n) drop(n, "Karte " + std::to_string(n));
    comment(21, 7);
    EXPECT_THAT(texts(), ElementsAre("Karte 1", "Karte 2", "Karte 3", "Karte 4", "Karte 5"));
    for (const auto& entry : activity().entries) EXPECT_THAT(entry.comments, IsEmpty());
    close("ideas");
    EXPECT_EQ(texts().size(), 7u);
    EXPECT_THAT(activity().entries[6].comments, ElementsAre("Gute Idee"));
}

TEST_F(AnonymityRule8, APreviewOfTheMinutesShowsNoCommentThatWaits) {
    collect_ideas({.comments = true});
    for (std::uint8_t n = 1; n <= 5; ++n) drop(n);
    comment(21, 1);
    ASSERT_EQ(activity().entries[0].comments.size(), 1u);
    state.find({"ideas"})->entries.at(entry_nr(21)).shown = false;
    EXPECT_THAT(activity().entries[0].comments, IsEmpty());
}

TEST_F(AnonymityRule8, APreviewOfTheMinutesShowsNoEditThatWaits) {
    collect_ideas();
    for (std::uint8_t n = 1; n <= 5; ++n) drop(n, "Karte " + std::to_string(n));
    does(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1, "Neu"});
    does(withdraw_entry{{"ideas"}, entry_nr(2), proof_nr(2), 1});
    EXPECT_THAT(texts(), ElementsAre("Karte 1", "Karte 2", "Karte 3", "Karte 4", "Karte 5"));
    close_session_of();
    EXPECT_THAT(texts(), ElementsAre("Neu", "Karte 3", "Karte 4", "Karte 5"));
}

TEST_F(AnonymityRule8, APreviewOfTheMinutesShowsNothingThatIsCovered) {
    collect_ideas({.release = release::covered});
    for (std::uint8_t n = 1; n <= 9; ++n) drop(n);
    EXPECT_THAT(texts(), IsEmpty());
    does(uncover{{"ideas"}});
    EXPECT_EQ(texts().size(), 9u);
}

TEST_F(AnonymityRule8, FeedbackIsShownOnceItsActivityIsClosed) {
    start_with({{{"ideas"}, "Rückmeldung", "", std::nullopt, feedback_plan{}}});
    open("ideas");
    for (std::uint8_t n = 1; n <= 9; ++n) drop(n);
    EXPECT_THAT(texts(), IsEmpty());
    close("ideas");
    EXPECT_EQ(texts().size(), 9u);
}

TEST_F(Minutes, HoldNothingOfAStepThatIsLeftOut) {
    collect_ideas({.sections = {}, .comments = false, .release = release::live});
    drop(1, "Nur für uns");
    does(edit_minutes{{.about = "Worum", .next = "Danach", .left_out = {{"ideas"}}}});
    close_session_of();
    const auto told = activity();
    EXPECT_TRUE(told.left_out);
    EXPECT_EQ(told.title, "Ideen");
    EXPECT_TRUE(told.actual_minutes);
    EXPECT_TRUE(told.entries.empty());
    EXPECT_TRUE(told.prompt.empty());
    EXPECT_EQ(written().cover.about, "Worum");
    EXPECT_EQ(written().cover.next, "Danach");
}

}  // namespace
}  // namespace klartext::minutes::testing
