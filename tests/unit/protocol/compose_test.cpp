#include "protocol/compose.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "blocks_in.hpp"
#include "protocol/sorted_items.hpp"
#include "sample_minutes.hpp"

namespace klartext::protocol {
namespace {

using testing::_;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> headings(const std::vector<block>& blocks) {
    std::vector<std::string> found;
    for (const auto& one : all<heading>(blocks)) found.push_back(std::to_string(one.level) + " " + one.text);
    return found;
}

minutes only(activity wanted, language in = language::de) {
    auto made = empty_minutes(in);
    made.activities.push_back(std::move(wanted));
    return made;
}

activity sample(std::size_t number) { return sample_minutes().activities.at(number); }

TEST(Compose, OfASignUpThereAreTheThemesAndWhereTheListIs) {
    activity asked;
    asked.kind = activity_kind::sign_up;
    asked.title = "Wer macht weiter?";
    asked.themes = {"Radweg", "Bänke"};
    const auto blocks = compose(only(asked));
    ASSERT_EQ(all<bullets>(blocks).size(), 2u);
    EXPECT_THAT(all<bullets>(blocks)[0].items,
                ElementsAre(HasSubstr("Wer mitmachen will, steht in einer Liste bei der Moderation.")));
    EXPECT_THAT(all<bullets>(blocks)[1].items, ElementsAre("Radweg", "Bänke"));
    EXPECT_THAT(sentences(blocks), Contains(HasSubstr("in einer Liste, die nicht zum Protokoll gehört")));
    EXPECT_THAT(facts_in(blocks), Contains("Art: Mitmachen"));
    EXPECT_THAT(sentences(blocks), Not(Contains(HasSubstr("Keine Beiträge"))));
}

TEST(Compose, OfASignUpThatWasNeverOpenedNoListIsClaimed) {
    activity asked;
    asked.kind = activity_kind::sign_up;
    asked.title = "Wer macht weiter?";
    const auto blocks = compose(only(asked));
    EXPECT_THAT(sentences(blocks), Not(Contains(HasSubstr("in einer Liste"))));
    ASSERT_EQ(all<bullets>(blocks).size(), 1u);
    EXPECT_THAT(all<bullets>(blocks)[0].items, ElementsAre(HasSubstr("Die Liste wurde nicht geöffnet.")));
}

TEST(Compose, TheHeadSaysWhatWhenAndHowMany) {
    const auto blocks = compose(sample_minutes());
    EXPECT_EQ(headings(blocks).at(0), "1 Bürgerwerkstatt „Zukunft Grünstraße“");
    EXPECT_THAT(facts_in(blocks), Contains("Datum: 21. November 2026"));
    EXPECT_THAT(facts_in(blocks), Contains("Teilnehmende: 42 Personen"));
    EXPECT_THAT(headings(blocks), Contains("2 So anonym war dieser Workshop"));
    EXPECT_EQ(all<markdown_text>(blocks).at(1).source, sample_minutes().notice);
}

TEST(Compose, AnOpenSmallGroupIsSaidForTheSessionAndForTheVote) {
    auto minutes = sample_minutes(language::en);
    const std::string said = "in a group this small votes can be guessed";
    EXPECT_THAT(sentences(compose(minutes)), Not(Contains(HasSubstr(said))));
    minutes.open_small_group = true;
    EXPECT_THAT(sentences(compose(minutes)), Contains(HasSubstr(said)).Times(1));
    minutes.activities[2].vote->open_small_group = true;
    EXPECT_THAT(sentences(compose(minutes)), Contains(HasSubstr(said)).Times(2));
}

TEST(Compose, PlannedAndActualMinutesStandSideBySide) {
    EXPECT_THAT(facts_in(compose(only(sample(0)))),
                ElementsAre(_, _, "Art: Informieren", "Geplant: 5 Minuten", "Tatsächlich: 7 Minuten"));
    EXPECT_THAT(facts_in(compose(only(sample(3)))), Contains("Tatsächlich: unter 1 Minute"));
    EXPECT_THAT(facts_in(compose(only(sample(4)))), Contains("Tatsächlich: 1 Minute"));
    EXPECT_THAT(facts_in(compose(only(sample(6)))), Contains("Tatsächlich: nicht geöffnet"));
}

TEST(Compose, EntriesStandByClusterThenBySection) {
    const auto blocks = compose(only(sample(1)));
    EXPECT_THAT(headings(blocks),
                ElementsAre("1 Ohne Titel", "2 Kurz gesagt", "3 Worum ging es?", "3 Was kam heraus?",
                            "2 So anonym war dieser Workshop", "2 Hinweis an die Teilnehmenden", "2 Ablauf",
                            "2 Ideen für die Grünstraße", "3 Grün & Schatten", "3 Verkehr", "3 Barrierefreiheit",
                            "3 Keiner Gruppe zugeordnet", "4 Ideen", "4 Sorgen"));
    EXPECT_THAT(sentences(blocks), Contains("Keine Beiträge in dieser Gruppe."));
    const auto lists = all<cards>(blocks);
    ASSERT_EQ(lists.size(), 4u);
    EXPECT_EQ(lists[0].items[0].text, "Mehr Bäume statt Stellplätze –\nim Sommer ist es unerträglich heiß.");
    EXPECT_EQ(lists[0].items[0].section, "Ideen") << "the heading is the cluster's, so the card names its section";
    EXPECT_THAT(lists[0].items[0].comments, ElementsAre("Ja, bitte Linden!", "Wer gießt sie im August?"));
    EXPECT_EQ(lists[0].items[0].comments_label, "2 Kommentare");
    EXPECT_EQ(lists[2].items.size(), 3u);
    EXPECT_EQ(lists[2].items[0].section, "");
}

TEST(Compose, EveryEntryIsThereOnceWhateverItsClusterAndSection) {
    auto ideas = sample(1);
    ideas.entries.push_back({.text = "fremd", .section = "unknown", .cluster = {}, .comments = {}});
    ideas.entries.push_back({.text = "lose", .section = "ideas", .cluster = "nirgends genannt", .comments = {}});
    std::size_t shown = 0;
    for (const auto& list : all<cards>(compose(only(ideas)))) shown += list.items.size();
    EXPECT_EQ(shown, ideas.entries.size());
    EXPECT_THAT(headings(compose(only(ideas))), Contains("4 Ohne Thema"));
    EXPECT_THAT(headings(compose(only(ideas))), Contains("3 nirgends genannt"));
}

TEST(Compose, WithoutClustersEverySectionIsNamedEvenIfEmpty) {
    auto ideas = sample(1);
    ideas.clusters.clear();
    std::erase_if(ideas.entries, [](const entry& one) { return one.section == "worries"; });
    for (auto& entry : ideas.entries) entry.cluster.reset();
    const auto blocks = compose(only(ideas));
    EXPECT_THAT(headings(blocks), Contains("3 Sorgen"));
    EXPECT_THAT(sentences(blocks), Contains("Keine Beiträge."));
    EXPECT_THAT(headings(blocks), Not(Contains("3 Keiner Gruppe zugeordnet")));
}

TEST(Compose, AWithdrawnEntryKeepsItsCommentsAndLosesItsText) {
    auto ideas = sample(1);
    ideas.entries[3].text = "doch noch da";
    const auto withdrawn = all<cards>(compose(only(ideas, language::en))).at(1).items.at(1);
    EXPECT_EQ(withdrawn.text, "");
    EXPECT_EQ(withdrawn.withdrawn, "(withdrawn by its writer)");
    EXPECT_THAT(withdrawn.comments, ElementsAre("Das sehe ich auch so."));
}

TEST(Compose, WhatWasRemovedLeavesATrace) {
    EXPECT_THAT(sentences(compose(only(sample(1)))), Contains("1 Beitrag von der Moderation entfernt"));
    EXPECT_THAT(sentences(compose(only(sample(1), language::en))), Contains("1 entry removed by the facilitator"));
    EXPECT_THAT(sentences(compose(only(sample(6)))), Not(Contains(HasSubstr("entfernt"))));
}

TEST(Compose, NobodyWroteAnything) {
    EXPECT_THAT(sentences(compose(only(sample(6)))), Contains("Keine Beiträge."));
    EXPECT_THAT(sentences(compose(only(sample(6), language::en))), Contains("No entries."));
}

TEST(Compose, TheRuleOfTheVoteIsSaidInWords) {
    const auto rule = [](activity one) { return sentences(compose(only(std::move(one)))); };
    auto dots = sample(2);
    EXPECT_THAT(rule(dots), Contains("Jede Person konnte bis zu 5 Punkte vergeben, höchstens 3 auf einen Vorschlag."));
    dots.vote->per_item = 5;
    EXPECT_THAT(rule(dots), Contains("Jede Person konnte bis zu 5 Punkte vergeben, auch alle auf einen Vorschlag."));
    dots.vote->budget = dots.vote->per_item = 1;
    EXPECT_THAT(rule(dots), Contains("Jede Person hatte 1 Punkt zu vergeben."));
    EXPECT_THAT(rule(sample(3)), Contains(HasSubstr("zustimmen, sie ablehnen")));
    EXPECT_THAT(rule(sample(4)), Contains("Jede Person konnte eine Möglichkeit wählen."));
}

TEST(Compose, AResultIsATableAndAChartInTheSameOrder) {
    const auto blocks = compose(only(sample(2)));
    const auto table = all<protocol::table>(blocks).at(1);
    const auto chart = all<protocol::chart>(blocks).at(0);
    ASSERT_EQ(table.rows.size(), 5u);
    EXPECT_THAT(table.rows[1], ElementsAre("Grün & Schatten", "34", "20"));
    EXPECT_EQ(table.rows[2][0], "Tempo 30 ganztags") << "a tie with the Hebrew one, shown first";
    EXPECT_EQ(table.rows[3][0], "יותר צל בבקשה");
    for (std::size_t at = 0; at < 5; ++at)
        EXPECT_EQ(std::get<bar_chart>(chart.drawn).bars[at].label, table.rows[at][0]);
    EXPECT_EQ(std::get<bar_chart>(chart.drawn).scale, 61);
    EXPECT_THAT(chart.description, HasSubstr("Balkendiagramm mit 5 Balken. Oben steht „Barrierefreie Haltestelle"));
    EXPECT_THAT(chart.description, HasSubstr("mit 61 Punkten."));
    EXPECT_THAT(facts_in(blocks), Contains("Übernommen: die Gruppen aus „Ideen für die Grünstraße“"));
    EXPECT_THAT(facts_in(blocks), Contains("Stimmzettel: 42"));
    EXPECT_THAT(facts_in(blocks), Contains("Enthaltungen: 1"));
}

TEST(Compose, StatementsStandByTheirShareOfAgreementAndUnjudgedOnesLast) {
    const auto table = all<protocol::table>(compose(only(sample(3)))).at(1);
    EXPECT_THAT(table.rows[0], ElementsAre("Die Sperrmüllabfuhr soll häufiger kommen.", "1", "0", "0", "100 %"));
    EXPECT_EQ(table.rows[1][0], "Tempo 30 soll den ganzen Tag gelten.");
    EXPECT_THAT(table.rows[3], ElementsAre("Dazu hat niemand etwas gesagt.", "0", "0", "0", ""));
}

TEST(Compose, AnUnjudgedStatementStandsBelowOneThatNobodyAgreedWith) {
    const vote two{.method = vote_method::agree_disagree,
                   .items = {{"ungesehen", judged{}}, {"abgelehnt", judged{0, 0, 9}}}};
    EXPECT_EQ(ranked(two)[0]->text, "abgelehnt");
}

TEST(Compose, SharesAreRoundedToWholePercents) {
    const auto table = all<protocol::table>(compose(only(sample(4)))).at(1);
    EXPECT_THAT(table.rows[0], ElementsAre("Mittwoch", "25", "66 %"));
    EXPECT_THAT(table.rows[2], ElementsAre("Donnerstag", "1", "3 %"));
}

TEST(Compose, AWithheldResultSaysWhyAndWhatToDo) {
    auto choice = sample(4);
    choice.ballots = 4;
    choice.vote->withheld = true;
    const auto blocks = compose(only(choice));
    EXPECT_EQ(all<table>(blocks).size(), 1u) << "the schedule alone";
    EXPECT_THAT(all<chart>(blocks), IsEmpty());
    EXPECT_THAT(sentences(blocks), Contains(HasSubstr("weniger als 5 Stimmzettel")));
    EXPECT_THAT(sentences(blocks), Contains(HasSubstr("in einer neuen Runde abstimmen")));
    EXPECT_THAT(facts_in(blocks), Not(Contains(HasSubstr("Enthaltungen"))));
    EXPECT_THAT(all<bullets>(blocks).at(1).items, ElementsAre("Dienstag", "Mittwoch", "Donnerstag")) << "order shown";
}

TEST(Compose, AVoteWithoutBallotsOrItemsSaysSo) {
    auto choice = sample(4);
    choice.ballots = 0;
    EXPECT_THAT(sentences(compose(only(choice))), Contains("Es wurden keine Stimmzettel abgegeben."));
    EXPECT_EQ(all<table>(compose(only(choice))).size(), 1u) << "the schedule alone";
    choice.vote->items.clear();
    EXPECT_THAT(sentences(compose(only(choice))), Contains(HasSubstr("nichts, worüber")));
}

TEST(Compose, ALongResultIsDrawnInPartsThatFitAPage) {
    const auto charts = all<chart>(compose(only(dots_vote(40))));
    ASSERT_EQ(charts.size(), 3u);
    EXPECT_EQ(charts[0].title, "Punkte je Vorschlag (Zeilen 1 bis 19 von 40)");
    EXPECT_EQ(charts[2].title, "Punkte je Vorschlag (Zeilen 39 bis 40 von 40)");
    EXPECT_EQ(std::get<bar_chart>(charts[2].drawn).scale, 40) << "all parts are drawn to the same scale";
}

TEST(Compose, WhereABarIsFarFromItsRowBothHaveTheNumberOfTheRow) {
    const auto blocks = compose(only(dots_vote(40)));
    const auto table = all<protocol::table>(blocks).at(1);
    EXPECT_EQ(table.rows[39][0], "40. Vorschlag 1");
    EXPECT_EQ(std::get<bar_chart>(all<chart>(blocks)[2].drawn).bars.back().label, "40. Vorschlag 1");
    EXPECT_EQ(all<protocol::table>(compose(only(dots_vote(12)))).at(1).rows[0][0], "Vorschlag 12");
}

TEST(Compose, OfAVeryLongResultTheBeginningIsDrawn) {
    const auto blocks = compose(only(dots_vote(522)));
    std::size_t bars = 0;
    for (const auto& each : all<chart>(blocks)) bars += std::get<bar_chart>(each.drawn).bars.size();
    EXPECT_EQ(bars, 30u);
    EXPECT_THAT(sentences(blocks), Contains("Die übrigen 492 Zeilen stehen in der Tabelle davor."));
    EXPECT_EQ(all<protocol::table>(blocks).at(1).rows.size(), 522u);
}

TEST(Compose, ALabelIsTheFirstLineAndSaysThatThereAreMore) {
    auto vote = dots_vote(1);
    vote.vote->items[0].text = "Erste Zeile\n\n  zweite";
    EXPECT_EQ(std::get<bar_chart>(all<chart>(compose(only(vote)))[0].drawn).bars[0].label, "Erste Zeile …");
}

TEST(Compose, AStepOfLessThanAMinuteDidTakePlace) {
    auto step = sample(3);
    step.actual_minutes = 0;
    EXPECT_EQ(all<table>(compose(only(step))).at(0).rows[0].back(), "< 1");
}

TEST(Compose, HeadingsNeverSkipALevelAndAnchorsAreUnique) {
    std::set<std::string> anchors;
    int before = 0;
    for (const auto& head : all<heading>(compose(sample_minutes()))) {
        EXPECT_LE(head.level, before + 1) << head.text;
        EXPECT_TRUE(anchors.insert(head.anchor).second) << head.anchor;
        before = head.level;
    }
}

std::vector<std::string> listed(const std::vector<block>& blocks) {
    std::vector<std::string> found;
    for (const auto& one : all<bullets>(blocks)) found.insert(found.end(), one.items.begin(), one.items.end());
    return found;
}

TEST(Compose, TheFirstPageIsSaidByTheFacilitatorOrByTheResults) {
    auto minutes = sample_minutes();
    const auto blocks = compose(minutes);
    EXPECT_THAT(headings(blocks), Contains("2 Kurz gesagt"));
    EXPECT_THAT(sentences(blocks), Contains(HasSubstr("Am 21. November 2026 haben 42 Personen teilgenommen")));
    EXPECT_THAT(listed(blocks), Contains("Ideen für die Grünstraße: 9 Beiträge"));
    EXPECT_THAT(listed(blocks), Contains(HasSubstr("Gewichten: Vorn liegt „Barrierefreie Haltestelle")));
    EXPECT_THAT(
        listed(blocks),
        Contains(
            "Stimmungsbild: Vorn liegt „Die Sperrmüllabfuhr soll häufiger kommen.“ (Zustimmung: 1 von 1, 100 %)."));
    EXPECT_EQ(all<markdown_text>(blocks).at(0).source, minutes.cover.next);
    minutes.cover = {"Worum?", "Was?", ""};
    const auto written = compose(minutes);
    EXPECT_EQ(all<markdown_text>(written).at(0).source, "Worum?");
    EXPECT_EQ(all<markdown_text>(written).at(1).source, "Was?");
    EXPECT_THAT(headings(written), Not(Contains("3 Wie geht es weiter?")));
    EXPECT_EQ(all<page_end>(written).size(), 1U);
}

TEST(Compose, ATitleThatIsAQuestionHasItsMarkAlready) {
    auto asked = sample(1);
    asked.title = "Was fehlt?";
    EXPECT_THAT(listed(compose(only(asked))), Contains("Was fehlt? 9 Beiträge"));
}

TEST(Compose, ATieOnTheFirstPageIsATie) {
    auto tied = sample(4);
    tied.vote->items = {{"A", chosen{7}}, {"B", chosen{7}}, {"C", chosen{1}}};
    EXPECT_THAT(listed(compose(only(tied))), Contains(HasSubstr("Gleichauf vorn liegen „A“ und „B“ (je 7 Stimmen).")));
    tied.vote->items.assign(5, {"X", chosen{7}});
    EXPECT_THAT(listed(compose(only(tied))), Contains(HasSubstr("5 liegen gleichauf vorn (je 7 Stimmen).")));
    tied.vote->items.assign(5, {"X", chosen{0}});
    EXPECT_THAT(listed(compose(only(tied))), Contains(HasSubstr("Nichts davon wurde gewählt.")));
}

TEST(Compose, TheScheduleSetsPlannedAgainstActualMinutes) {
    const auto tables = all<table>(compose(only(sample(1))));
    ASSERT_FALSE(tables.empty());
    EXPECT_THAT(tables.front().rows.at(0), ElementsAre("Ideen für die Grünstraße", "Sammeln", "20", "23"));
}

TEST(Compose, AStepThatIsLeftOutIsNamedAndNothingMore) {
    auto hidden = sample(1);
    hidden = {.id = hidden.id,
              .kind = hidden.kind,
              .title = hidden.title,
              .prompt = {},
              .planned_minutes = 20,
              .actual_minutes = 23,
              .sections = {},
              .clusters = {},
              .entries = {},
              .left_out = true,
              .vote = {}};
    const auto blocks = compose(only(hidden));
    EXPECT_THAT(headings(blocks), Contains("2 Ideen für die Grünstraße"));
    EXPECT_THAT(sentences(blocks), Contains("Die Moderation hat diesen Schritt im Protokoll ausgelassen."));
    EXPECT_THAT(sentences(blocks), Not(Contains(HasSubstr("Keine Beiträge"))));
}

TEST(Compose, TheShortVersionHasResultsAndNumbersOnly) {
    const auto blocks = compose(sample_minutes(), edition::brief);
    EXPECT_THAT(sentences(blocks), Contains(HasSubstr("Dies ist die Kurzfassung")));
    EXPECT_TRUE(all<cards>(blocks).empty());
    EXPECT_THAT(listed(blocks), Contains("Grün & Schatten: 2 Beiträge"));
    EXPECT_THAT(listed(blocks), Contains("Barrierefreiheit: 0 Beiträge"));
    EXPECT_THAT(listed(blocks), Contains("Keiner Gruppe zugeordnet: 5 Beiträge"));
    EXPECT_EQ(all<chart>(blocks).size(), all<chart>(compose(sample_minutes())).size());
    EXPECT_THAT(headings(blocks), Not(Contains("2 Hinweis an die Teilnehmenden")));
}

}  // namespace
}  // namespace klartext::protocol
