#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "judged_votes.hpp"
#include "protocol/compose.hpp"
#include "protocol/csv.hpp"
#include "protocol/html.hpp"
#include "protocol/json.hpp"
#include "protocol/markdown_document.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/methods/spread.hpp"
#include "protocol/sorted_items.hpp"
#include "protocol/ties.hpp"
#include "protocol/xlsx/xlsx.hpp"
#include "unpacked.hpp"

namespace klartext::protocol {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(MethodWords, EachMethodFillsItsColumns) {
    for (const auto in : {language::de, language::en})
        for (const auto& each : judged_minutes(in).activities)
            for (const auto& item : each.vote->items)
                EXPECT_EQ(method_of(*each.vote).figures(*each.vote, item).size(),
                          method_of(*each.vote).columns(*each.vote, in).size())
                    << each.title;
}

TEST(MethodWords, AMultipleChoiceHasSharesOfBallotsAndTheTextsUnderOther) {
    const auto& voted = vote_of(choices_at);
    EXPECT_THAT(figures_of(voted, 0), ElementsAre("11", "65 %"));
    EXPECT_THAT(rule_of(voted), HasSubstr("1 bis 3 Möglichkeiten"));
    EXPECT_THAT(rule_of(voted), HasSubstr("„Sonstiges“"));
    EXPECT_THAT(texts_of(additions_of(voted).at(0)),
                ElementsAre("Der Spielteppich\nim Wartebereich", "die Pflanzen 🌿"));
}

TEST(MethodWords, ItsLimitsAreToldAsTheyAre) {
    auto voted = vote_of(choices_at);
    const auto told = [&](int least, int most) {
        voted.rules = choice_rules{least, most, false};
        return rule_of(voted, language::en);
    };
    EXPECT_THAT(told(0, 0), HasSubstr("as many options as they liked"));
    EXPECT_THAT(told(0, 2), HasSubstr("up to 2 options"));
    EXPECT_THAT(told(2, 0), HasSubstr("at least 2 options"));
    EXPECT_THAT(told(2, 2), HasSubstr("exactly 2 options"));
    EXPECT_THAT(told(2, 2), Not(HasSubstr("other")));
    EXPECT_THAT(told(0, 1), HasSubstr("choose 1 option at most"));
    EXPECT_THAT(told(1, 0), HasSubstr("at least 1 option or"));
    EXPECT_THAT(told(1, 1), HasSubstr("exactly 1 option or"));
    EXPECT_THAT(told(1, 2), HasSubstr("1 to 2 options"));
    EXPECT_THAT(rule_of(voted, language::de), HasSubstr("1 bis 2 Möglichkeiten"));
}

TEST(MethodWords, ApprovalIsMeasuredAgainstTheBallotsThatAreNoAbstentions) {
    const auto& voted = vote_of(approved_at);
    EXPECT_THAT(figures_of(voted, 0), ElementsAre("15", "83 %"));
    EXPECT_EQ(method_of(voted).amount(voted, voted.items[0], language::de), "Zustimmung auf 15 von 18 Stimmzetteln");
}

TEST(MethodWords, PointsSayWhatTheyCost) {
    auto voted = vote_of(points_at);
    EXPECT_THAT(rule_of(voted), HasSubstr("2 Punkte kosteten 4"));
    EXPECT_THAT(rule_of(voted), HasSubstr("ausgegeben werden"));
    voted.rules = point_rules{};
    voted.per_item = 30;
    EXPECT_THAT(rule_of(voted), Not(HasSubstr("quadratisch")));
    EXPECT_THAT(rule_of(voted), HasSubstr("höchstens 30 Punkte"));
}

TEST(MethodWords, WhereNobodyFilledInABallotThereAreNoTiesAndNoPlaces) {
    const auto told = [](vote_method by, const auto& nothing) {
        auto of = judged_minutes();
        auto& voted = *of.activities[points_at].vote;
        voted.method = by;
        if (by == vote_method::multiple_choice) voted.rules = choice_rules{};
        if (by == vote_method::ranking) voted.rules = ranking_rules{};
        voted.items = {{"A", nothing}, {"B", nothing}};
        voted.abstentions = 5;
        voted.filled_in = 0;
        return to_markdown(of);
    };
    for (const auto by : {vote_method::single_choice, vote_method::multiple_choice, vote_method::approval})
        EXPECT_THAT(told(by, chosen{}), Not(HasSubstr("teilen sich „A“")));
    EXPECT_THAT(told(vote_method::dots, dotted{}), Not(HasSubstr("teilen sich „A“")));
    EXPECT_THAT(told(vote_method::points, allotted{}), Not(HasSubstr("teilen sich „A“")));
    EXPECT_THAT(told(vote_method::ranking, placed{0, 0, 0, 1}), Not(HasSubstr("teilen sich „A“")));
    auto voted = vote_of(ranked_at);
    voted.items = {{"A", placed{0, 0, 0, 1}}, {"B", placed{0, 0, 0, 1}}};
    for (const bool by_runoff : {false, true}) {
        voted.rules = ranking_rules{unranked_items::nothing, by_runoff, 0};
        EXPECT_THAT(figures_of(voted, 1), ElementsAre("", "0", "0", "0"));
    }
    nlohmann::ordered_json item;
    method_of(voted).tell_item(voted, voted.items[0], item);
    EXPECT_TRUE(item["runoffPlace"].is_null());
}

TEST(MethodWords, WhatPeopleAreFarApartOnIsListedTheFarthestFirst) {
    const auto talk = additions_of(vote_of(rated_at)).at(0);
    EXPECT_EQ(talk.title, "Darüber reden");
    EXPECT_THAT(texts_of(talk),
                ElementsAre(HasSubstr("Abholbox"), "„Termin von zu Hause buchen, ohne Konto“: Uneinigkeit 0,43"));
    EXPECT_EQ(talk.shown, addition::where::documents) << "the table has it";
    auto agreed = vote_of(rated_at);
    for (auto& each : agreed.items) each.result = rated{{0, 0, 0, 9, 9}, 0, {}};
    EXPECT_THAT(additions_of(agreed), IsEmpty());
}

TEST(MethodWords, ASpreadIsThatOfTheTextbook) {
    const auto halves = spread_of({4, 0, 0, 0, 4}, 1).value();
    EXPECT_DOUBLE_EQ(halves.dissent, 1) << "the half at either end";
    EXPECT_DOUBLE_EQ(halves.median, 3);
    EXPECT_DOUBLE_EQ(spread_of({0, 0, 7}, 0)->dissent, 0);
    EXPECT_FALSE(spread_of({0, 0}, 0));
    EXPECT_FALSE(spread_of({3}, 0)->talk) << "a scale of one step";
}

TEST(MethodWords, OfDissentThatIsExactlyTheLimitNobodyNeedsToTalk) {
    auto voted = vote_of(rated_at);
    voted.scale.assign(10, "");
    voted.items = {{"A", rated{{23, 53, 1, 0, 1, 0, 0, 0, 1, 1}, 0, {}}}};
    EXPECT_GT(spread_of({23, 53, 1, 0, 1, 0, 0, 0, 1, 1}, 1)->dissent, 0.3) << "by the last bit";
    EXPECT_THAT(additions_of(voted), IsEmpty());
    voted.items = {{"A", rated{{23, 53, 1, 0, 1, 0, 0, 0, 0, 2}, 0, {}}}};
    EXPECT_EQ(additions_of(voted).size(), 1u);
}

TEST(MethodWords, CriteriaTellHowFarJudgementsOfEachAreApart) {
    const auto all = additions_of(vote_of(criteria_at));
    const auto& rows = table_of(all.back()).rows;
    EXPECT_EQ(rows.size(), 10u);
    EXPECT_THAT(rows.at(1), ElementsAre("Termine", "Aufwand", "1", "0,83", "0,33", "15", "3"));
    EXPECT_THAT(rows.back(), ElementsAre(HasSubstr("Niemand"), "Aufwand", "", "", "", "0", "18"));
    EXPECT_THAT(texts_of(all.front()), testing::Contains(HasSubstr("„Termine“, Aufwand: Uneinigkeit 0,33")));
}

TEST(MethodWords, ConsensingPutsTheLeastResistanceFirst) {
    const auto& voted = vote_of(resisted_at);
    EXPECT_EQ(ranked(voted).front()->text, "Abholbox vor dem Rathaus");
    const auto drawn = method_of(voted).drawn(voted, ranked(voted), language::de);
    const auto& bars = std::get<bar_chart>(drawn.drawn);
    EXPECT_EQ(bars.scale, 10);
    EXPECT_EQ(bars.bars[0].shown, "1,6 · 84 %");
    EXPECT_EQ(bars.bars[1].label, "Alles bleibt, wie es ist (Passivlösung)");
}

TEST(MethodWords, ConsensingNamesVetoesObjectionsAndThePassiveOption) {
    const auto& voted = vote_of(resisted_at);
    EXPECT_THAT(rule_of(voted), HasSubstr("ab 8 gilt als Veto"));
    EXPECT_THAT(rule_of(voted), HasSubstr("zählt nicht als 0"));
    EXPECT_THAT(figures_of(voted, 1), ElementsAre("6,17", "38 %", "111", "11", "18", "9", "4,40", "0,88"));
    const auto all = additions_of(voted);
    ASSERT_EQ(all.size(), 3u);
    EXPECT_THAT(all[1].words, ElementsAre("Weniger Widerstand als die Passivlösung hat: „Abholbox vor dem Rathaus“."));
    EXPECT_THAT(table_of(all[2]).rows.at(1),
                ElementsAre("Abholbox vor dem Rathaus", "Wer zahlt den Strom –\nauch nachts?"));
}

TEST(MethodWords, EstimatesAreDrawnWithTheirQuartilesAndMakeNoOrder) {
    const auto& voted = vote_of(estimated_at);
    const auto drawn = method_of(voted).drawn(voted, ranked(voted), language::de);
    const auto& row = std::get<histograms>(drawn.drawn).rows.at(0);
    EXPECT_THAT(row.edges, ElementsAre("0", "10", "20", "30", "40", "50", "60"));
    EXPECT_DOUBLE_EQ(row.quartiles.at(1), 0.2);
    EXPECT_EQ(row.shown, "12 Wochen");
    EXPECT_THAT(figures_of(voted, 0), ElementsAre("12", "8,5", "20", "4", "52", "17", "15,700", "11,300", "0,38"));
    EXPECT_THAT(rule_of(voted),
                HasSubstr("von 0 bis 60 schätzen. Erlaubt war 1 Stelle nach dem Komma. Einheit: Wochen."));
    EXPECT_THAT(rule_of(voted), HasSubstr("(n − 1) / 4"));
    EXPECT_THAT(ties_in_words(voted, language::de), IsEmpty());
    EXPECT_THAT(to_html(judged_minutes()), HasSubstr("bis zur ersten Abholbox“: Median 12 Wochen und „"));
}

TEST(MethodWords, EstimatesInThousandthsKeepThePlacesThatTellThemApart) {
    auto of = judged_minutes();
    auto& voted = *of.activities[estimated_at].vote;
    voted.rules = estimate_rules{3, {}, {}, "g"};
    voted.items.resize(1);  // 0.002, 0.002, 0.003, 0.003, 0.004, 0.004
    voted.items[0].result = estimated{.estimates = 6,
                                      .median = 0.003,
                                      .mean = 0.003,
                                      .deviation = 0.000816496580927726,
                                      .lower_quartile = 0.00225,
                                      .upper_quartile = 0.00375,
                                      .lowest = 0.002,
                                      .highest = 0.004};
    EXPECT_THAT(figures_of(voted, 0),
                ElementsAre("0,003", "0,00225", "0,00375", "0,002", "0,004", "6", "0,00300", "0,00082"));
    EXPECT_THAT(csv_named(of, "09-"), HasSubstr(";\"0,00300\";\"0,00082\"\r\n"));
    EXPECT_THAT(to_json(of), HasSubstr("\"deviation\": 0.000816496580927726")) << "programs round by themselves";
    EXPECT_THAT(file_in(to_xlsx(of), "xl/styles.xml"), HasSubstr("formatCode=\"0.00000\""));
}

TEST(MethodWords, AnswersStandUnderTheirQuestionsAndMakeNoOrder) {
    const auto& voted = vote_of(answered_at);
    EXPECT_THAT(rule_of(voted), HasSubstr("bis zu 300 Zeichen"));
    EXPECT_FALSE(method_of(voted).orders());
    EXPECT_THAT(figures_of(voted, 0), ElementsAre("4"));
    EXPECT_EQ(method_of(voted).amount(voted, voted.items[0], language::de), "4 Antworten");
    EXPECT_EQ(method_of(voted).amount(voted, voted.items[1], language::en), "no answer");
    const auto all = additions_of(voted);
    ASSERT_EQ(all.size(), 2u) << "one question, and all of them as a sheet";
    EXPECT_EQ(all[0].title, "Was fehlt Ihnen im Bürgerbüro?");
    EXPECT_EQ(texts_of(all[0]).size(), 4u);
    EXPECT_EQ(table_of(all[1]).rows.size(), 4u);
}

TEST(MethodWords, AnswersAreInEveryFormatOnceAndInTheShortVersionOnlyCounted) {
    const auto of = judged_minutes();
    for (const auto& text : {to_html(of), to_markdown(of), to_json(of)}) EXPECT_THAT(text, HasSubstr("שקט"));
    EXPECT_THAT(file_in(to_xlsx(of), "xl/sharedStrings.xml"), HasSubstr("שקט"));
    EXPECT_THAT(csv_named(of, "10-was-fehlt-noch-antworten"),
                HasSubstr("Frage;Antwort\r\nWas fehlt Ihnen im Bürgerbüro?;'=SUM(A1)"));
    const auto said = [&](edition how) {
        bool found = false;
        for (const auto& each : compose(of, how))
            if (const auto* texts = std::get_if<bullets>(&each))
                for (const auto& text : texts->items) found = found || text == "שקט 🤫";
        return found;
    };
    EXPECT_TRUE(said(edition::full));
    EXPECT_FALSE(said(edition::brief));
    const auto told = nlohmann::json::parse(to_json(of))["activities"][answered_at];
    EXPECT_EQ(told["rules"]["longest"], 300);
    EXPECT_EQ(told["items"][0]["answers"].size(), 4u);
    EXPECT_EQ(told["items"][0]["count"], 4);
}

TEST(MethodWords, RemovedTextsAreCounted) {
    auto of = judged_minutes();
    of.activities[answered_at].removed = 2;
    EXPECT_THAT(to_markdown(of), HasSubstr("2 Texte von der Moderation entfernt"));
    EXPECT_EQ(nlohmann::json::parse(to_json(of))["activities"][answered_at]["removed"], 2);
}

TEST(MethodWords, WhatDissentIsStandsWithTheTableThatHasIt) {
    constexpr std::string_view how = "geteilt durch die größte mögliche";
    for (const auto number : {rated_at, mood_at, criteria_at, resisted_at, estimated_at}) {
        auto of = judged_minutes();
        of.activities = {of.activities.at(number)};
        const auto text = to_markdown(of);
        const auto first = text.find(how);
        EXPECT_NE(first, std::string::npos) << number;
        EXPECT_EQ(text.find(how, first + 1), std::string::npos) << "once, in " << number;
    }
    auto unlimited = vote_of(estimated_at);
    unlimited.rules = estimate_rules{};
    auto of = judged_minutes();
    of.activities = {of.activities.at(estimated_at)};
    of.activities[0].vote = unlimited;
    EXPECT_THAT(to_markdown(of), Not(HasSubstr(std::string(how)))) << "there is none";
    EXPECT_THAT(rule_of(unlimited), HasSubstr("ganzen Zahlen"));
}

TEST(MethodWords, CriteriaSayWhatHasNoTotal) {
    EXPECT_THAT(rule_of(vote_of(criteria_at)), HasSubstr("nicht nach jedem Kriterium mindestens ein Urteil"));
    auto voted = vote_of(criteria_at);
    voted.criteria[0].weight = 2.5;
    EXPECT_THAT(rule_of(voted), HasSubstr("Wirkung (Gewicht 2,5), Aufwand (Gewicht 1, "));
}

TEST(MethodWords, TiesAreSaid) {
    EXPECT_EQ(ties_in_words(vote_of(choices_at), language::de), "Platz 1 teilen sich „Öffnungszeiten“ und „Beratung“.");
    EXPECT_EQ(ties_in_words(vote_of(approved_at), language::en), "none");
    auto voted = vote_of(approved_at);
    voted.items.assign(7, {"A", chosen{3}});
    EXPECT_EQ(ties_in_words(voted, language::en), "Place 1 is shared by 7 rows of the table.");
    EXPECT_EQ(ties_in_words(vote_of(rated_at), language::en), "none") << "what nobody judged has no place";
}

TEST(MethodWords, WhoCannotJudgeIsCountedBesideTheBallots) {
    EXPECT_EQ(method_of(vote_of(rated_at)).also_counted(vote_of(rated_at), language::de).at(0).value, "20 Mal");
    auto voted = vote_of(rated_at);
    voted.cannot_judge = false;
    EXPECT_THAT(method_of(voted).also_counted(voted, language::de), IsEmpty());
    EXPECT_THAT(rule_of(voted), Not(HasSubstr("nicht beurteilen")));
}

TEST(MethodWords, WhatAMethodAddsStandsInEveryFormat) {
    const auto of = judged_minutes();
    for (const auto& text : {to_html(of), to_markdown(of), to_json(of)}) EXPECT_THAT(text, HasSubstr("Vandalismus?"));
    EXPECT_THAT(csv_named(of, "08-was-tragen-alle-mit-einwaende"),
                HasSubstr("Vorschlag;Einwand\r\nAbholbox vor dem Rathaus;"));
    EXPECT_THAT(csv_named(of, "einwaende"), HasSubstr(";'=SUM(A1)")) << "no formula";
    EXPECT_THAT(csv_named(of, "stichwahl"), HasSubstr("Termine;9;11\r\n"));
    EXPECT_THAT(csv_named(of, "sonstiges"), HasSubstr("die Pflanzen"));
    EXPECT_THAT(file_in(to_xlsx(of), "xl/sharedStrings.xml"), HasSubstr("Vandalismus?"));
}

TEST(MethodWords, ANumberBelowZeroStaysOneForSpreadsheets) {
    auto of = judged_minutes();
    auto& first = std::get<estimated>(of.activities[estimated_at].vote->items[0].result);
    first.lowest = -4.5;
    EXPECT_THAT(csv_named(of, "09-"), HasSubstr(";\"-4,5\";"));
}

TEST(MethodWords, ProgramsGetRulesAndContests) {
    const auto all = nlohmann::json::parse(to_json(judged_minutes()))["activities"];
    EXPECT_EQ(all[ranked_at]["rules"]["unranked"], "share_rest");
    EXPECT_EQ(all[ranked_at]["contest"]["pairs"][0], nlohmann::json({0, 11, 9}));
    EXPECT_EQ(all[ranked_at]["contest"]["runoff"][1]["exhausted"], 2);
    EXPECT_EQ(all[points_at]["rules"]["quadratic"], true);
    EXPECT_EQ(all[resisted_at]["items"][2]["passive"], true);
    EXPECT_EQ(all[estimated_at]["items"][0]["histogram"][1]["count"], 7);
    EXPECT_EQ(all[choices_at]["others"].size(), 2u);
}

}  // namespace
}  // namespace klartext::protocol
