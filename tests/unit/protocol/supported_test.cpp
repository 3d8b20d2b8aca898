#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "blocks_in.hpp"
#include "parsed_xml.hpp"
#include "protocol/card_marks.hpp"
#include "protocol/compose.hpp"
#include "protocol/csv.hpp"
#include "protocol/gathering.hpp"
#include "protocol/handed_over.hpp"
#include "protocol/html.hpp"
#include "protocol/json.hpp"
#include "protocol/markdown_document.hpp"
#include "protocol/odt/odt.hpp"
#include "protocol/text_mail.hpp"
#include "protocol/xlsx/xlsx.hpp"
#include "sample_minutes.hpp"
#include "tag_balance.hpp"
#include "unpacked.hpp"

/// Cards with up-votes, sheets that went round and what goes on by up-votes, in every format.
namespace klartext::protocol {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

enum at : std::size_t { questions_at, few_at, sheets_at, vote_at, sign_up_at };

const std::string arabic = "متى تبدأ أعمال البناء؟ 🚧", hebrew = "האם יהיו יותר עצים? 🌳";

minutes alone(std::size_t number, language in = language::de) {
    auto of = supported_minutes(in);
    of.activities = {of.activities.at(number)};
    return of;
}

std::vector<std::string> marks_in(const std::vector<block>& blocks) {
    std::vector<std::string> found;
    for (const auto& list : all<cards>(blocks))
        for (const auto& each : list.items) found.push_back(line_of_marks(each));
    return found;
}

TEST(UpVotes, StandBesideEachCardInWords) {
    EXPECT_THAT(marks_in(compose(alone(questions_at))),
                ElementsAre("14 Stimmen · beantwortet", "9 Stimmen", "9 Stimmen · beantwortet", "1 Stimme",
                            "keine Stimmen", "keine Stimmen · beantwortet", ""))
        << "of a withdrawn card nothing is told";
    EXPECT_THAT(marks_in(compose(alone(questions_at, language::en))),
                ElementsAre("14 votes · answered", "9 votes", "9 votes · answered", "1 vote", "no votes",
                            "no votes · answered", ""));
}

TEST(UpVotes, ASentenceTellsHowManyGaveThemAndTheRule) {
    for (const auto how : {edition::full, edition::brief}) {
        EXPECT_THAT(
            sentences(compose(alone(questions_at), how)),
            Contains("23 Personen haben Stimmen gegeben. Jede Person konnte jede Karte einmal unterstützen. Die "
                     "Zahlen wurden in Wellen veröffentlicht, nicht Stimme für Stimme, und erst ab fünf "
                     "Personen. Die meisten Stimmen stehen zuerst."));
        EXPECT_THAT(facts_in(compose(alone(questions_at), how)), Contains("Beantwortet: 3 von 6 Karten"));
    }
    auto of = alone(questions_at, language::en);
    of.activities[0].sections = {{"s", "Traffic"}};
    of.activities[0].up_votes->open_small_group = true;
    EXPECT_THAT(sentences(compose(of)),
                Contains(AllOf(HasSubstr("in the open small group from one person on"),
                               HasSubstr("Within each cluster and section most votes"), Not(HasSubstr("five")))));
}

TEST(UpVotes, WhereNothingWasPublishedThereIsNoNumber) {
    const auto of = alone(few_at);
    const auto blocks = compose(of);
    EXPECT_THAT(sentences(blocks),
                Contains("Weniger als fünf Personen haben Stimmen gegeben; die Zahlen werden deshalb nicht gezeigt."));
    EXPECT_THAT(marks_in(blocks), ElementsAre(""));
    EXPECT_THAT(all<chart>(blocks), IsEmpty());
    EXPECT_THAT(to_json(of), HasSubstr("\"upVotes\": {}"));
    EXPECT_THAT(to_csv(csv_sheets(of).at(0), language::de), Not(HasSubstr("Stimmen")));
    auto small = of;
    small.activities[0].up_votes->open_small_group = true;
    EXPECT_THAT(sentences(compose(small)), Contains("Niemand hat Stimmen gegeben."));
    small.activities[0].actual_minutes.reset();
    EXPECT_THAT(sentences(compose(small)), Contains("Die Stimmen sind noch nicht veröffentlicht."));
    EXPECT_THAT(rules_of_gathering(sample_minutes().activities[1], language::de), IsEmpty()) << "there were none";
}

TEST(UpVotes, TheFirstStandInATableWithItsChartInBothEditions) {
    for (const auto how : {edition::full, edition::brief}) {
        const auto blocks = compose(alone(questions_at), how);
        const auto counts = all<table>(blocks).at(1);
        ASSERT_EQ(counts.rows.size(), 4u) << "cards with votes alone";
        EXPECT_EQ(counts.caption, "Stimmen je Karte");
        EXPECT_THAT(counts.rows[1], ElementsAre(arabic, "9", ""));
        EXPECT_THAT(counts.rows[2], ElementsAre(hebrew, "9", "ja"));
        ASSERT_EQ(all<chart>(blocks).size(), 1u);
        const auto drawn = all<chart>(blocks)[0];
        const auto& bars = std::get<bar_chart>(drawn.drawn);
        EXPECT_EQ(bars.scale, 14);
        EXPECT_EQ(bars.bars.at(3).shown, "1");
        EXPECT_THAT(drawn.description, StartsWith("Balkendiagramm mit 4 Balken. Die meisten Stimmen hat „Wann"));
    }
    EXPECT_THAT(headings_of_first(compose(alone(questions_at))),
                ElementsAre("2 Ihre Fragen an die Verwaltung", "3 Die meisten Stimmen", "3 Alle Karten / 7 Beiträge"));
}

TEST(UpVotes, OfManyCardsTheTableHasTheFirstTen) {
    auto of = alone(questions_at);
    auto& entries = of.activities[0].entries;
    entries.clear();
    for (int n = 30; n > 0; --n) {
        entries.emplace_back().text = "Frage " + std::to_string(n);
        entries.back().up_votes = n % 20;
    }
    const auto counts = all<table>(compose(of)).at(1);
    ASSERT_EQ(counts.rows.size(), 10u);
    EXPECT_EQ(counts.columns.size(), 2u) << "none is answered";
    EXPECT_EQ(counts.note, "Die ersten 10 von 29 Karten mit Stimmen.");
    EXPECT_THAT(counts.rows[0], ElementsAre("Frage 19", "19"));
    EXPECT_EQ(counts.rows[9][1], "10") << "the most of all, in whatever order they are read";
}

TEST(UpVotes, TheFirstPageSaysWhatMostPeopleSupport) {
    const auto first = [](const minutes& of) { return all<bullets>(compose(of)).at(0).items.at(0); };
    auto of = alone(questions_at);
    EXPECT_EQ(first(of),
              "Ihre Fragen an die Verwaltung: 7 Beiträge. Die meisten Stimmen hat „Wann wird die Haltestelle "
              "barrierefrei – …“ (14 Stimmen).");
    of.activities[0].entries[0].up_votes = 2;
    EXPECT_THAT(first(of), AllOf(HasSubstr("Die meisten Stimmen haben „\u200e\u2068متى"),
                                 HasSubstr("\u2069“ und „\u200e\u2068האם"), HasSubstr("(je 9 Stimmen)")))
        << "letters that run to the left keep to themselves";
    for (auto& each : of.activities[0].entries) each.up_votes = 3;
    EXPECT_THAT(first(of), HasSubstr("7 Karten haben gleich viele und die meisten Stimmen (je 3 Stimmen)."));
    EXPECT_EQ(first(alone(few_at)), "Nachgefragt: 1 Beitrag");
}

TEST(UpVotes, AreColumnsOfTheSpreadsheets) {
    const auto of = alone(questions_at);
    const auto text = to_csv(csv_sheets(of).at(0), language::de);
    EXPECT_THAT(text, StartsWith("\xEF\xBB\xBFNr.;Art;Thema;Gruppe;Text;Stimmen;Beantwortet\r\n"));
    EXPECT_THAT(text, HasSubstr("und wer bezahlt das?\";14;ja\r\n1;Kommentar;;;Das frage ich seit zwei Jahren.;;\r\n"))
        << "a comment has none";
    EXPECT_THAT(text, HasSubstr(arabic + ";9;\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\n5;Beitrag;;;'=SUM(A1);0;\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\n7;zurückgezogen;;;;;\r\n"));
    EXPECT_THAT(to_csv(csv_sheets(alone(questions_at, language::en)).at(0), language::en),
                HasSubstr(",Votes,Answered\r\n"));
}

TEST(UpVotes, AreNumbersInTheWorkbook) {
    const auto xlsx = to_xlsx(alone(questions_at));
    const parsed_xml sheet(file_in(xlsx, "xl/worksheets/sheet2.xml"));
    EXPECT_THAT(sheet.all("//x:row[@r>4]/x:c[starts-with(@r,'F')][not(@t)]/x:v"),
                ElementsAre("14", "9", "9", "1", "0", "0"));
    const auto texts = parsed_xml(file_in(xlsx, "xl/sharedStrings.xml")).all("//x:si");
    EXPECT_THAT(texts, Contains("Stimmen"));
    EXPECT_THAT(texts, Contains(StartsWith("23 Personen haben Stimmen gegeben."))) << "the rule stands below";
    EXPECT_THAT(texts, Contains(HasSubstr("Beantwortet: 3 von 6 Karten")));
}

TEST(UpVotes, AreFieldsForPrograms) {
    const auto told = nlohmann::json::parse(to_json(supported_minutes()))["activities"];
    EXPECT_EQ(told[questions_at]["upVotes"], nlohmann::json::parse(R"({"voters":23})"));
    const auto& entries = told[questions_at]["entries"];
    EXPECT_EQ(entries[0]["upVotes"], 14);
    EXPECT_EQ(entries[0]["answered"], true);
    EXPECT_FALSE(entries[1].contains("answered"));
    EXPECT_FALSE(entries[4].contains("upVotes"));
    EXPECT_FALSE(told[sheets_at].contains("upVotes"));
    EXPECT_EQ(told[vote_at]["source"]["byUpVotes"], true);
    EXPECT_FALSE(
        nlohmann::json::parse(to_json(handed_over_minutes()))["activities"][1]["source"].contains("byUpVotes"));
}

TEST(UpVotes, ThePageSetsNumbersApartAndKeepsEveryDirection) {
    const auto html = to_html(alone(questions_at));
    EXPECT_EQ(imbalance(html), "");
    EXPECT_THAT(html, HasSubstr(R"(<p class="marks"><span class="votes" dir="auto">14 Stimmen</span> · )"
                                R"(<span dir="auto">beantwortet</span></p>)"));
    EXPECT_THAT(html, HasSubstr(R"(<p class="said" dir="auto" lang="ar">)" + arabic + "</p>"));
    EXPECT_THAT(html, HasSubstr(R"(<th scope="row" dir="auto" lang="he">)" + hebrew + "</th><td>9</td>"));
}

TEST(UpVotes, StandInMarkdownAndInTheTextDocument) {
    EXPECT_THAT(to_markdown(alone(questions_at)), HasSubstr("- " + hebrew + " (*9 Stimmen · beantwortet*)"));
    const parsed_xml content(file_in(to_odt(alone(questions_at)), "content.xml"));
    EXPECT_THAT(content.all("//text:list-item/text:p"), Contains("14 Stimmen · beantwortet"));
    EXPECT_THAT(content.all("//text:list-item/text:p"), Contains(arabic));
    EXPECT_THAT(content.all("//table:table-cell/text:p"), Contains(hebrew));
}

TEST(Sheets, StandInTheirOrderAndThoseWithoutOneLast) {
    EXPECT_THAT(headings_of_first(compose(alone(sheets_at))),
                ElementsAre("2 Brainwriting: ein Platz für alle", "3 Blatt 1 / 3 Beiträge", "3 Blatt 2 / 2 Beiträge",
                            "3 Blatt 10 / 1 Beitrag", "3 Ohne Blatt / 1 Beitrag"));
    EXPECT_THAT(
        all<bullets>(compose(alone(sheets_at, language::en), edition::brief)).at(1).items,
        ElementsAre("Sheet 1: 3 entries", "Sheet 2: 2 entries", "Sheet 10: 1 entry", "Without a sheet: 1 entry"));
}

TEST(Sheets, ASentenceTellsHowManyTurnsThereWereAndWhatASheetDoesNotSay) {
    for (const auto how : {edition::full, edition::brief})
        EXPECT_THAT(sentences(compose(alone(sheets_at), how)),
                    Contains("Brainwriting: Die Blätter gingen in 4 Durchgängen herum. Ein Blatt sagt nichts darüber, "
                             "wer darauf geschrieben hat, und eine Karte nichts darüber, in welchem Durchgang sie "
                             "entstanden ist."));
    const auto known = facts_in(compose(alone(sheets_at)));
    EXPECT_THAT(known, Contains("Durchgänge: 4 (geplant: 6)"));
    EXPECT_THAT(known, Contains("Je Durchgang: 5 Minuten, höchstens 3 Karten"));
    auto of = alone(sheets_at, language::en);
    of.activities[0].brainwriting = brainwriting{.turns = 1};
    EXPECT_THAT(sentences(compose(of)),
                Contains("Brainwriting: there was 1 turn. A sheet says nothing of who wrote on it."));
    EXPECT_THAT(facts_in(compose(of)), Not(Contains(HasSubstr("urn:"))));
}

TEST(Sheets, ACardInAClusterNamesItsSheet) {
    auto of = alone(sheets_at);
    of.activities[0].clusters = {"Sitzen"};
    of.activities[0].entries[0].cluster = "Sitzen";
    EXPECT_EQ(marks_in(compose(of)).at(0), "Blatt 1");
}

TEST(Sheets, AreNumbersThatASpreadsheetCanSort) {
    const auto of = alone(sheets_at);
    EXPECT_THAT(to_csv(csv_sheets(of).at(0), language::de),
                AllOf(StartsWith("\xEF\xBB\xBFNr.;Art;Blatt;Gruppe;Text\r\n"),
                      HasSubstr("\r\n6;Beitrag;10;;\"Eine Bühne, die nachts keine ist\"\r\n"),
                      HasSubstr("\r\n7;Beitrag;;;Einfach nichts hinstellen\r\n")));
    const auto xlsx = to_xlsx(of);
    const parsed_xml sheet(file_in(xlsx, "xl/worksheets/sheet2.xml"));
    EXPECT_THAT(sheet.all("//x:row[@r>4]/x:c[starts-with(@r,'C')][not(@t)]/x:v"),
                ElementsAre("1", "1", "1", "2", "2", "10"));
    EXPECT_THAT(parsed_xml(file_in(xlsx, "xl/sharedStrings.xml")).all("//x:si"),
                Contains(StartsWith("Brainwriting: Die Blätter gingen in 4 Durchgängen herum.")));
}

TEST(Sheets, AreSectionsForPrograms) {
    const auto told = nlohmann::json::parse(to_json(alone(sheets_at)))["activities"][0];
    EXPECT_EQ(told["brainwriting"],
              nlohmann::json::parse(R"({"turns":4,"plannedTurns":6,"perTurn":3,"turnMinutes":5})"));
    EXPECT_EQ(told["sections"][2], nlohmann::json::parse(R"({"id":"10","title":"10"})"));
    EXPECT_EQ(told["entries"][5]["section"], "10");
}

TEST(Sheets, EveryLetterComesOut) {
    const auto html = to_html(alone(sheets_at));
    EXPECT_THAT(html, HasSubstr(R"(<p class="said" dir="auto" lang="ar">مقاعد في الظل 🪑</p>)"));
    EXPECT_THAT(html, HasSubstr(R"(<p class="said" dir="auto" lang="he">ספסל ליד המזרקה</p>)"));
    const parsed_xml content(file_in(to_odt(alone(sheets_at)), "content.xml"));
    EXPECT_THAT(content.all("//text:list-item/text:p"), Contains("مقاعد في الظل 🪑"));
}

TEST(HandedOverByUpVotes, TheRuleIsSaidInWords) {
    item_source first{.title = "Fragen", .taken = taken::top, .count = 3, .by_up_votes = true};
    EXPECT_EQ(in_words(first, 3, language::de), "die 3 Karten mit den meisten Stimmen aus „Fragen“");
    EXPECT_EQ(
        in_words(first, 4, language::de),
        "die 3 Karten mit den meisten Stimmen aus „Fragen“; es sind 4, denn mehrere teilen sich den letzten Platz");
    EXPECT_EQ(in_words(first, 2, language::en),
              "the 3 cards of “Fragen” with the most votes; nobody supported more than 2");
    first.count = 1;
    EXPECT_EQ(in_words(first, 1, language::de), "die Karte mit den meisten Stimmen aus „Fragen“");
    item_source above{.title = "Fragen", .taken = taken::above, .line = 5, .by_up_votes = true};
    EXPECT_EQ(in_words(above, 7, language::de), "die Karten aus „Fragen“ mit mindestens 5 Stimmen");
    above.line = 0;
    EXPECT_EQ(in_words(above, 7, language::en), "the cards of “Fragen” with at least 1 vote");
}

TEST(SignUp, SaysByWhatRuleItsThemesCame) {
    const std::string rule = "Übernommen: die Karten aus „Ihre Fragen an die Verwaltung“ mit mindestens 5 Stimmen";
    EXPECT_THAT(facts_in(compose(alone(sign_up_at))), Contains(rule));
    auto listed = alone(sign_up_at);
    listed.activities[0].themes_from.reset();
    EXPECT_THAT(facts_in(compose(listed)), Each(Not(StartsWith("Übernommen"))));
    const auto texts = parsed_xml(file_in(to_xlsx(alone(sign_up_at)), "xl/sharedStrings.xml")).all("//x:si");
    EXPECT_THAT(texts, Contains(HasSubstr(rule)));
    EXPECT_THAT(texts, Contains("מי משקה את העצים?")) << "the themes are in the workbook, too";
    EXPECT_EQ(nlohmann::json::parse(to_json(alone(sign_up_at)))["activities"][0]["source"],
              nlohmann::json::parse(
                  R"({"title":"Ihre Fragen an die Verwaltung","taken":"above","line":5.0,"byUpVotes":true})"));
}

TEST(MailOfGathering, TellsTheFirstQuestionsKindsAndTags) {
    const auto text = compose_mail(supported_minutes(), "").text;
    EXPECT_THAT(text, HasSubstr("Ihre Fragen an die Verwaltung\n- „Wann wird die Haltestelle barrierefrei – …“: 14 "
                                "Stimmen, beantwortet\n- „\u200e\u2068متى"));
    EXPECT_THAT(text, HasSubstr("- und 1 weiterer Eintrag im Protokoll\n"));
    EXPECT_THAT(text, HasSubstr("Nachgefragt\n- Weniger als fünf Personen haben Stimmen gegeben"));
    EXPECT_THAT(text, Not(HasSubstr("ein Platz für alle"))) << "cards alone are in the minutes";
    const auto gathered = compose_mail(gathered_minutes(), "");
    EXPECT_THAT(gathered.text,
                HasSubstr("Wer kommt ins Bürgerbüro?\n- Arten der Karten: Beobachtung (1), Idee (2), Bedenken (1), "
                          "Frage (2) und Zitat (0)\n- Schlagwörter: Termine (2), Gebäude (2) und Barrierefreiheit "
                          "(3)\n"));
    EXPECT_THAT(gathered.html, HasSubstr("<li dir=\"auto\">Schlagwörter: Termine (2)"));
    EXPECT_THAT(gathered.text, Not(HasSubstr("Parkplatz")));
}

TEST(MailOfGathering, OfManyTagsTheFirstAreTold) {
    auto of = gathered_minutes(language::en);
    auto& tags = of.activities[0].tags;
    tags.clear();
    for (int n = 1; n <= 15; ++n) tags.push_back({"t" + std::to_string(n), "", n});
    const auto text = compose_mail(of, "").text;
    EXPECT_THAT(text, HasSubstr("t12 (12) and 3 more\n"));
    EXPECT_THAT(text, Not(HasSubstr("t13")));
}

}  // namespace
}  // namespace klartext::protocol
