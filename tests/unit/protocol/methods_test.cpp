#include "protocol/methods/method.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "protocol/compose.hpp"
#include "protocol/csv.hpp"
#include "protocol/documents.hpp"
#include "protocol/html.hpp"
#include "protocol/json.hpp"
#include "protocol/sorted_items.hpp"
#include "protocol/text_mail.hpp"
#include "protocol/xlsx/xlsx.hpp"
#include "sample_minutes.hpp"
#include "unpacked.hpp"

namespace klartext::protocol {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const vote& vote_of(std::size_t number) {
    static const auto of = judged_minutes();
    return *of.activities.at(number).vote;
}
const vote& rating() { return vote_of(0); }
const vote& mood() { return vote_of(1); }
const vote& ranking() { return vote_of(2); }
const vote& criteria() { return vote_of(3); }

std::vector<table> tables_of(std::size_t number) {
    auto of = judged_minutes();
    of.activities = {of.activities.at(number)};
    std::vector<table> found;
    for (const auto& each : compose(of))
        if (const auto* one = std::get_if<table>(&each)) found.push_back(*one);
    found.erase(found.begin());  // the schedule
    return found;
}

chart chart_of(const vote& voted) { return method_of(voted).drawn(voted, ranked(voted), language::de); }

TEST(Methods, ARatingIsSortedByItsMeanAndWhatNobodyJudgedStandsLast) {
    const auto tables = tables_of(0);
    ASSERT_EQ(tables.size(), 3u);
    EXPECT_THAT(tables[0].rows[0], ElementsAre("Termin von zu Hause buchen, ohne Konto", "4,28", "4,5", "18"));
    EXPECT_THAT(tables[0].rows[2], ElementsAre(HasSubstr("עמדה"), "", "", "0"));
    EXPECT_THAT(tables[1].rows[0], ElementsAre("Termin von zu Hause buchen, ohne Konto", "0,87", "0,43"));
    EXPECT_EQ(tables[2].caption, "Wie oft jede Stufe gewählt wurde");
    EXPECT_THAT(tables[2].rows[1], ElementsAre(HasSubstr("Abholbox"), "7", "1", "0", "2", "6", "2"));
}

TEST(Methods, ItsHistogramHasAColumnForEachStepAndTheMeanBeside) {
    const auto drawn = std::get<histograms>(chart_of(rating()).drawn);
    EXPECT_THAT(drawn.rows[0].counts, ElementsAre(0, 1, 2, 6, 9));
    EXPECT_EQ(drawn.rows[0].shown, "Ø 4,3");
    EXPECT_EQ(drawn.rows[2].shown, "–");
    EXPECT_THAT(drawn.legend, IsEmpty());
}

TEST(Methods, AMoodThatIsAskedTwiceShowsTheShift) {
    const auto drawn = std::get<histograms>(chart_of(mood()).drawn);
    EXPECT_THAT(drawn.legend, ElementsAre("Vorher", "Jetzt"));
    EXPECT_THAT(drawn.rows[0].before, ElementsAre(5, 6, 4, 2, 0));
    EXPECT_EQ(drawn.rows[0].shown, "Ø 2,2 → 3,6");
    const auto tables = tables_of(1);
    ASSERT_EQ(tables.size(), 4u);
    EXPECT_THAT(tables[0].rows[0], ElementsAre("Stimmung", "3,56", "2,18", "4", "18"));
    EXPECT_THAT(tables[1].rows[0], ElementsAre("Stimmung", "1,07", "0,53"));
    EXPECT_EQ(tables[3].caption, "Vorher: wie oft jede Stufe gewählt wurde");
    EXPECT_THAT(tables[3].rows[0], ElementsAre("Stimmung", "5", "6", "4", "2", "0"));
    EXPECT_EQ(method_of(mood()).amount(mood(), mood().items[0], language::de), "Mittelwert 3,6, vorher 2,2");
}

TEST(Methods, AnItemThatIsNewInTheSecondRoundHadNothingBefore) {
    auto voted = mood();
    voted.items.push_back({"neu", rated{{0, 0, 0, 0, 2}, 0, {}}});
    const auto drawn = std::get<histograms>(chart_of(voted).drawn);
    EXPECT_THAT(drawn.rows[0].before, ElementsAre(0, 0, 0, 0, 0));
    EXPECT_EQ(drawn.rows[0].shown, "Ø 5,0");
    for (const auto& each : voted.items)
        EXPECT_EQ(method_of(voted).figures(voted, each).size(), method_of(voted).columns(voted, language::de).size());
}

TEST(Methods, EqualPointsShareAPlace) {
    auto of = judged_minutes();
    auto& voted = *of.activities[2].vote;
    voted.items = {{"A", placed{20.5, 1, 4, 3}}, {"B", placed{20.5, 2, 3, 2}}, {"C", placed{41, 9, 9, 1}}};
    voted.contest.reset();
    const auto sheet = to_csv(csv_sheets(of)[2], language::en);
    EXPECT_THAT(sheet, HasSubstr("C,1,41,9,9\r\nA,2,20.5,1,4\r\nB,2,20.5,2,3\r\n"));
    EXPECT_EQ(std::get<bar_chart>(chart_of(voted).drawn).bars[1].shown, "20,5");
}

TEST(Methods, WhatIsBetterStandsFurtherUpAndToTheRight) {
    const auto field = std::get<portfolio>(chart_of(criteria()).drawn);
    ASSERT_EQ(field.points.size(), 4u) << "nobody judged the last one";
    EXPECT_EQ(field.points[0].number, 1);
    EXPECT_DOUBLE_EQ(field.points[0].across, 4.6 / 5);
    EXPECT_DOUBLE_EQ(field.points[0].up, 1 - 1.2 / 5) << "little effort is good";
    EXPECT_EQ(field.up.low, "5 (hoch)");
    EXPECT_EQ(field.up.high, "0 (niedrig)");
    EXPECT_EQ(field.across.high, "5 (hoch)");
    EXPECT_EQ(tables_of(3)[0].rows[0][0], "1. Termine") << "the chart calls it by its number";
}

TEST(Methods, TheRuleNamesTheEndsOfTheScaleAndTheWeights) {
    EXPECT_THAT(method_of(rating()).rule(rating(), language::de),
                HasSubstr("von 1 (passt gar nicht) bis 5 (passt sehr gut)"));
    const auto rule = method_of(criteria()).rule(criteria(), language::en);
    EXPECT_THAT(rule, HasSubstr("from 0 to 5"));
    EXPECT_THAT(rule, HasSubstr("Wirkung (weight 2), Aufwand (weight 1, less is better)"));
}

TEST(Methods, FiguresOfOneNameAreOneListForPrograms) {
    const auto made = nlohmann::json::parse(to_json(judged_minutes()));
    const auto& item = made["activities"][0]["items"][1];
    EXPECT_EQ(item["steps"], nlohmann::json({7, 1, 0, 2, 6}));
    EXPECT_EQ(item["mean"], 2.9375);
    EXPECT_EQ(made["activities"][0]["items"][2]["mean"], nullptr);
    EXPECT_EQ(made["activities"][3]["items"][0]["means"], nlohmann::json({4.6, 1.2}));
    EXPECT_EQ(made["activities"][3]["criteria"][1]["inverted"], true);
}

TEST(Methods, TablesForSpreadsheetsHaveAllFiguresInOneRow) {
    const auto of = judged_minutes();
    const auto sheets = csv_sheets(of);
    EXPECT_THAT(
        to_csv(sheets[0], language::de),
        HasSubstr("Vorschlag;Mittelwert;Median;Standardabweichung;Uneinigkeit;Urteile;1;2;3;4;5;Kein Urteil\r\n"));
    EXPECT_THAT(to_csv(sheets[0], language::de), HasSubstr(";\"4,28\";\"4,5\";\"0,87\";\"0,43\";18;0;1;2;6;9;0\r\n"));
    EXPECT_THAT(to_csv(sheets[0], language::en), HasSubstr(",4.28,4.5,0.87,0.43,18,"));
    EXPECT_THAT(to_csv(sheets[1], language::de), HasSubstr(";Vorher 5\r\n"));
}

TEST(Methods, AWorkbookDrawsThemItself) {
    const auto xlsx = to_xlsx(judged_minutes());
    EXPECT_THAT(file_in(xlsx, "xl/charts/chart1.xml"), HasSubstr("percentStacked"));
    const auto ranked = file_in(xlsx, "xl/charts/chart3.xml");
    EXPECT_THAT(ranked, HasSubstr("<c:barDir val=\"bar\"/>"));
    EXPECT_THAT(ranked, HasSubstr("$C$5:$C$7")) << "the points, not the places";
    const auto field = file_in(xlsx, "xl/charts/chart4.xml");
    EXPECT_THAT(field, HasSubstr("scatterChart"));
    EXPECT_THAT(field, HasSubstr("$D$5:$D$9"));
    EXPECT_THAT(field, HasSubstr("$C$5:$C$9"));
}

TEST(Methods, WithheldOnesTellNothing) {
    auto told = judged_minutes();
    for (auto& each : told.activities) {
        each.ballots = 3;
        each.vote->withheld = true;
    }
    auto empty = told;
    for (auto& each : empty.activities) {
        each.vote->others.clear();
        each.vote->contest.reset();
        for (auto& item : each.vote->items) item.result = {};
    }
    const auto of_told = render(told, all_formats()), of_empty = render(empty, all_formats());
    ASSERT_EQ(of_told.size(), of_empty.size());
    for (std::size_t at = 0; at < of_told.size(); ++at)
        EXPECT_TRUE(of_told[at].content == of_empty[at].content) << of_told[at].name;
    EXPECT_EQ(compose_mail(told, "").text, compose_mail(empty, "").text);
}

TEST(Methods, TotalsAreComparedAsExactlyAsTheyComeAndLargeOnesDoNotRunOver) {
    auto voted = criteria();
    voted.items = {
        {"A", weighed{{}, 9.999999998, {}}}, {"B", weighed{{}, 10, {}}}, {"C", weighed{{}, 9.999999999, {}}}};
    EXPECT_EQ(ranked(voted).front()->text, "B");
    EXPECT_EQ(ranked(voted).back()->text, "A");
    EXPECT_FALSE(tied(voted, voted.items[0], voted.items[2]));
    EXPECT_TRUE(tied(voted, voted.items[1], voted.items[1]));
}

TEST(Methods, ATieNamesWhatIsShared) {
    auto of = judged_minutes();
    auto& voted = *of.activities[0].vote;
    voted = {.method = vote_method::agree_disagree, .items = {{"A", judged{4, 0, 4}}, {"B", judged{1, 0, 1}}}};
    EXPECT_THAT(to_html(of), HasSubstr("Gleichauf vorn liegen „A“ und „B“ (je 50 % Zustimmung)."));
    voted = {.method = vote_method::rating,
             .scale = {"", ""},
             .items = {{"A", rated{{1, 1}, 0, {2, 0}}}, {"B", rated{{2, 2}, 0, {0, 9}}}}};
    EXPECT_THAT(to_html(of), HasSubstr("(je 1,5 im Mittel)"));
    for (auto& each : voted.items) each.result = rated{{0, 0}, 3, {}};
    EXPECT_THAT(to_html(of), HasSubstr("Dazu gab es kein Urteil."));
}

TEST(Methods, EnglishSpeaksOfPointsAndGermanInWholeSentences) {
    EXPECT_EQ(method_of(ranking()).amount(ranking(), ranking().items[0], language::en), "21 points");
    const auto html = to_html(judged_minutes());
    EXPECT_THAT(html, HasSubstr("mit keinem Urteil."));
    EXPECT_THAT(html,
                HasSubstr("Feld mit 4 Punkten: nach rechts Wirkung, nach oben weniger Aufwand. Am besten bewertet ist "
                          "„1. Termine“ mit einer Gesamtbewertung von 4,3."));
}

TEST(Methods, MeansAreRoundedAlikeEverywhere) {
    auto of = judged_minutes();
    of.activities[0].vote->items = {{"A", rated{{0, 2, 4, 1, 1}, 0, {}}}};  // 25 / 8
    EXPECT_THAT(to_csv(csv_sheets(of)[0], language::en), HasSubstr("A,3.13,3,"));
    EXPECT_THAT(to_html(of), HasSubstr("<td>3,13</td>"));
}

TEST(Methods, AWorkbookStandsTitlesThatPeopleGiveToCriteria) {
    auto of = judged_minutes();
    auto& voted = *of.activities[3].vote;
    voted.criteria[0].title = "=SUM(A1)";
    voted.criteria[1].title = "";
    voted.criteria.push_back({"Gesamt", 0.25, false});
    voted.criteria.push_back({std::string(300, 'x'), 1, false});
    const auto xlsx = to_xlsx(of);
    EXPECT_THAT(file_in(xlsx, "xl/charts/chart4.xml"), HasSubstr("<c:v>=SUM(A1)</c:v>")) << "a text, not a formula";
    EXPECT_THAT(file_in(xlsx, "xl/charts/chart4.xml"), HasSubstr("<c:orientation val=\"maxMin\"/>"))
        << "little effort is right";
    const auto table = file_in(xlsx, "xl/tables/table4.xml");
    EXPECT_THAT(table, HasSubstr("name=\"Gesamt (2)\""));
    EXPECT_THAT(table, HasSubstr("name=\"–\""));
}

}  // namespace
}  // namespace klartext::protocol
