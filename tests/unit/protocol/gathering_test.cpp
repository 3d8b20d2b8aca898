#include <gmock/gmock.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "blocks_in.hpp"
#include "parsed_xml.hpp"
#include "protocol/card_marks.hpp"
#include "protocol/compose.hpp"
#include "protocol/csv.hpp"
#include "protocol/html.hpp"
#include "protocol/json.hpp"
#include "protocol/markdown_document.hpp"
#include "protocol/odt/odt.hpp"
#include "protocol/xlsx/xlsx.hpp"
#include "sample_minutes.hpp"
#include "tag_balance.hpp"
#include "unpacked.hpp"

/// Kinds of cards, canvases, tags and what was entered on behalf of somebody, in every format.
namespace klartext::protocol {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;
using testing::StartsWith;

card card_with(const std::vector<block>& blocks, const std::string& beginning) {
    for (const auto& list : all<cards>(blocks))
        for (const auto& each : list.items)
            if (each.text.starts_with(beginning)) return each;
    throw std::runtime_error("no such card");
}

minutes clustered() {
    auto made = gathered_minutes();
    auto& personas = made.activities[0];
    personas.clusters = {"Eingang"};
    personas.entries[1].cluster = "Eingang";
    return made;
}

TEST(Gathering, FieldsOfACanvasStandUnderItsHeadingInTheirOrder) {
    EXPECT_THAT(
        headings_of_first(compose(gathered_minutes())),
        ElementsAre("2 Wer kommt ins Bürgerbüro?", "3 Frau Yıldız, 34, Elternzeit / 4 Beiträge", "4 Ziele / 1 Beitrag",
                    "4 Hürden / 2 Beiträge", "4 Wünsche / 1 Beitrag", "3 Herr Brandt, 71, allein lebend / 2 Beiträge",
                    "4 Ziele / 1 Beitrag", "4 Hürden / 1 Beitrag", "3 Was fehlt noch? / 1 Beitrag",
                    "3 Schlagwortliste / 4 Schlagwörter"));
}

TEST(Gathering, OfACanvasEmptyFieldsAreNamedToo) {
    auto minutes = gathered_minutes();
    minutes.activities[0].entries.resize(1);
    const auto blocks = compose(minutes);
    EXPECT_THAT(headings_of_first(blocks), Contains("3 Herr Brandt, 71, allein lebend / 0 Beiträge"));
    EXPECT_THAT(headings_of_first(blocks), Contains("4 Hürden / 0 Beiträge").Times(2));
    EXPECT_THAT(sentences(blocks), Contains("Keine Beiträge."));
}

TEST(Gathering, BesideClustersACardNamesItsFieldByTheCanvasToo) {
    const auto blocks = compose(clustered());
    EXPECT_EQ(card_with(blocks, "Kein Platz").section, "Frau Yıldız, 34, Elternzeit – Hürden");
    EXPECT_EQ(card_with(blocks, "Kinderausweis").section, "");
    EXPECT_THAT(headings_of_first(blocks), Contains("4 Frau Yıldız, 34, Elternzeit / 3 Beiträge"));
    EXPECT_THAT(headings_of_first(blocks), Contains("5 Ziele / 1 Beitrag"));
}

TEST(Gathering, ACardSaysItsKindItsTagsAndThatItWasEnteredOnBehalf) {
    const auto blocks = compose(gathered_minutes());
    const auto told = card_with(blocks, "Kein Platz");
    EXPECT_EQ(told.kind, "Bedenken");
    EXPECT_EQ(told.tone, card_tone::red);
    EXPECT_EQ(told.on_behalf, "stellvertretend eingetragen");
    EXPECT_EQ(told.tags, "Schlagwörter: Gebäude, Barrierefreiheit");
    EXPECT_EQ(line_of_marks(told), "Bedenken · stellvertretend eingetragen");
    EXPECT_EQ(card_with(blocks, "=SUM").tags, "");
    EXPECT_EQ(line_of_marks(card_with(compose(sample_minutes()), "Trinkwasser")), "Ideen");
}

TEST(Gathering, HowManyOfEachKindAndOnBehalfIsSaidInBothEditions) {
    for (const auto how : {edition::full, edition::brief}) {
        const auto blocks = compose(gathered_minutes(), how);
        EXPECT_THAT(facts_in(blocks),
                    IsSupersetOf({"Beobachtung: 1 Karte", "Idee: 2 Karten", "Bedenken: 1 Karte", "Zitat: 0 Karten"}));
        EXPECT_THAT(sentences(blocks), Contains(StartsWith("2 Beiträge von der Moderation stellvertretend")));
        EXPECT_THAT(facts_in(blocks), Contains("Karten je Person: höchstens 3"));
        EXPECT_THAT(facts_in(blocks), Contains("Offen: neben den anderen Schritten"));
    }
    EXPECT_THAT(all<bullets>(compose(gathered_minutes(), edition::brief)).at(1).items,
                ElementsAre("Frau Yıldız, 34, Elternzeit – Ziele: 1 Beitrag",
                            "Frau Yıldız, 34, Elternzeit – Hürden: 2 Beiträge",
                            "Frau Yıldız, 34, Elternzeit – Wünsche: 1 Beitrag",
                            "Herr Brandt, 71, allein lebend – Ziele: 1 Beitrag",
                            "Herr Brandt, 71, allein lebend – Hürden: 1 Beitrag", "Was fehlt noch?: 1 Beitrag"));
}

TEST(Gathering, AParkingLotThatWasNeverOpenedWasNotBesideAnything) {
    auto of = gathered_minutes();
    of.activities[1].actual_minutes.reset();
    EXPECT_THAT(facts_in(compose(of)), Not(Contains("Offen: neben den anderen Schritten")));
}

TEST(Gathering, WhereThereIsNothingOfItNothingIsSaid) {
    for (const auto& known : facts_in(compose(sample_minutes()))) {
        EXPECT_THAT(known, Not(HasSubstr("Karten je Person")));
        EXPECT_THAT(known, Not(StartsWith("Offen:")));
    }
    for (const auto& said : sentences(compose(sample_minutes()))) EXPECT_THAT(said, Not(HasSubstr("stellvertretend")));
    EXPECT_THAT(to_json(sample_minutes()), Not(HasSubstr("\"kinds\"")));
    EXPECT_THAT(to_json(sample_minutes()), Not(HasSubstr("\"tags\"")));
}

TEST(Gathering, TheCodeBookIsATableInItsOwnOrder) {
    for (const auto how : {edition::full, edition::brief}) {
        const auto book = all<table>(compose(gathered_minutes(), how)).at(1);
        ASSERT_EQ(book.columns.size(), 3u);
        EXPECT_EQ(book.columns[1].title, "Bedeutung");
        EXPECT_TRUE(book.columns[2].numeric);
        ASSERT_EQ(book.rows.size(), 4u);
        EXPECT_THAT(book.rows[1], ElementsAre("Gebäude", "", "2"));
        EXPECT_THAT(book.rows[3], ElementsAre("Gebühren", "Was Dinge kosten", "0"));
    }
    auto minutes = gathered_minutes();
    for (auto& tag : minutes.activities[0].tags) tag.meaning.clear();
    EXPECT_EQ(all<table>(compose(minutes)).at(1).columns.size(), 2u) << "no meaning was written down";
}

TEST(Gathering, ACodeBookWithoutCardsIsKept) {
    auto minutes = gathered_minutes();
    minutes.activities[0].entries.clear();
    EXPECT_THAT(headings_of_first(compose(minutes)), Contains("3 Schlagwortliste / 4 Schlagwörter"));
    EXPECT_EQ(csv_sheets(minutes).at(0).name, "01-wer-kommt-ins-buergerbuero-schlagwoerter.csv");
}

// WCAG 2.2, 1.4.11: relative luminance.
double luminance(std::string_view colour) {
    const auto channel = [&](std::size_t at) {
        const auto value = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(std::string_view one, std::string_view other) {
    const auto a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

TEST(Gathering, ColoursOfKindsStandOutFromEveryPaper) {
    EXPECT_NEAR(contrast("#ffffff", "#000000"), 21, 0.01);
    for (const auto tone : all_tones())
        for (const auto* paper : {"#ffffff", "#f3f6f7", "#f4f7f8", "#172329", "#10191e"})
            EXPECT_GE(contrast(colour_of(tone), paper), 3) << name_of(tone) << " on " << paper;
}

TEST(Gathering, TheSpreadsheetHasAColumnForWhatThereIs) {
    const auto minutes = gathered_minutes();
    const auto sheets = csv_sheets(minutes);
    ASSERT_EQ(sheets.size(), 3u);
    const auto text = to_csv(sheets[0], language::de);
    EXPECT_THAT(text, StartsWith("\xEF\xBB\xBFNr.;Art;Canvas;Thema;Gruppe;Art der Karte;Text;Schlagwörter;"
                                 "Stellvertretend\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\n2;Beitrag;\"Frau Yıldız, 34, Elternzeit\";Hürden;;Bedenken;"));
    EXPECT_THAT(text, HasSubstr(";\"Gebäude; Barrierefreiheit\";ja\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\n6;Kommentar;\"Herr Brandt, 71, allein lebend\";Hürden;;Idee;Ja!;"))
        << "a comment stands with its card";
    EXPECT_THAT(to_csv(sheets[2], language::de), StartsWith("\xEF\xBB\xBFNr.;Art;Thema;Gruppe;Text\r\n"));
}

TEST(Gathering, TheCodeBookIsASpreadsheetOfItsOwn) {
    const auto minutes = gathered_minutes(language::en);
    const auto book = csv_sheets(minutes).at(1);
    EXPECT_EQ(book.name, "01-wer-kommt-ins-buergerbuero-tags.csv");
    EXPECT_EQ(book.holds, "Wer kommt ins Bürgerbüro?: Tags");
    EXPECT_THAT(to_csv(book, language::en), StartsWith("\xEF\xBB\xBFTag,Meaning,Cards\r\nTermine,\"Alles um "));
    auto many = minutes;
    many.activities[0].tags[0].cards = 12345;
    EXPECT_THAT(to_csv(csv_sheets(many).at(1), language::en), HasSubstr(",12345\r\n"));
}

TEST(Gathering, ProgramsGetKindsTagsAndCanvases) {
    const auto all = nlohmann::json::parse(to_json(gathered_minutes()))["activities"];
    const auto& personas = all[0];
    EXPECT_EQ(personas["kinds"][2], nlohmann::json::parse(R"({"title":"Bedenken","tone":"red","cards":1})"));
    EXPECT_EQ(personas["tags"][3],
              nlohmann::json::parse(R"({"name":"Gebühren","meaning":"Was Dinge kosten","cards":0})"));
    EXPECT_EQ(personas["sections"][3]["canvas"], "Herr Brandt, 71, allein lebend");
    EXPECT_FALSE(personas["sections"][5].contains("canvas"));
    EXPECT_EQ(personas["entries"][1]["kind"], "Bedenken");
    EXPECT_EQ(personas["entries"][1]["tags"], nlohmann::json::parse(R"(["Gebäude","Barrierefreiheit"])"));
    EXPECT_EQ(personas["entries"][1]["onBehalf"], true);
    EXPECT_FALSE(personas["entries"][0].contains("onBehalf"));
    EXPECT_EQ(personas["perPerson"], 3);
    EXPECT_EQ(personas["onBehalf"], 2);
    EXPECT_FALSE(personas.contains("beside"));
    EXPECT_EQ(all[1]["beside"], true);
}

TEST(Gathering, ThePageNeverTellsAKindByColourAlone) {
    const auto html = to_html(gathered_minutes());
    EXPECT_EQ(imbalance(html), "");
    EXPECT_THAT(html, HasSubstr(R"(<p class="marks"><span class="kind red" dir="auto">Bedenken</span> · )"
                                R"(<span dir="auto">stellvertretend eingetragen</span></p>)"));
    EXPECT_THAT(html, HasSubstr(R"(<dt class="kind green" dir="auto">Idee</dt><dd dir="auto">2 Karten</dd>)"));
    EXPECT_THAT(html, HasSubstr(R"(<p class="marks" dir="auto">Schlagwörter: Gebäude, Barrierefreiheit</p>)"));
    EXPECT_THAT(html, HasSubstr(R"(<td class="words" dir="auto">Was Dinge kosten</td><td>0</td>)"));
    for (const auto tone : all_tones())
        EXPECT_THAT(html, HasSubstr(".kind." + std::string(name_of(tone)) + "::before { background: #"));
}

TEST(Gathering, MarkdownSaysItInBrackets) {
    const auto text = to_markdown(gathered_minutes());
    EXPECT_THAT(text,
                HasSubstr("(*Bedenken · stellvertretend eingetragen · Schlagwörter: Gebäude, Barrierefreiheit*)"));
    EXPECT_THAT(text, HasSubstr("| Gebühren | Was Dinge kosten | 0 |"));
    EXPECT_THAT(text, HasSubstr("### Herr Brandt, 71, allein lebend · 2 Beiträge\n\n#### Ziele"));
}

TEST(Gathering, TheTextDocumentHasAFieldOfColourThatNoVoiceReads) {
    const auto odt = to_odt(gathered_minutes());
    const parsed_xml content(file_in(odt, "content.xml")), styles(file_in(odt, "styles.xml"));
    EXPECT_THAT(content.all("//text:span[@text:style-name='Tone_20_red']"), testing::Each("\u00a0\u00a0"));
    EXPECT_EQ(content.count("//text:list//text:span[@text:style-name='Tone_20_red']"), 1u);
    EXPECT_THAT(content.all("//text:p[text:span[@text:style-name='Tone_20_red']]"),
                Contains(HasSubstr("Bedenken · stellvertretend eingetragen")));
    for (const auto tone : all_tones())
        EXPECT_EQ(styles.count("//style:style[@style:name='Tone_20_" + std::string(name_of(tone)) + "']"), 1u);
}

TEST(Gathering, TheWorkbookHasTheColumnsAndASheetForTheCodeBook) {
    const auto xlsx = to_xlsx(gathered_minutes());
    EXPECT_THAT(
        parsed_xml(file_in(xlsx, "xl/workbook.xml")).all("//x:sheet/@name"),
        ElementsAre("Übersicht", "01 Wer kommt ins Bürgerbüro", "01 Wer kommt ins… Schlagwörter", "02 Parkplatz"));
    const auto texts = parsed_xml(file_in(xlsx, "xl/sharedStrings.xml")).all("//x:si");
    EXPECT_THAT(texts, IsSupersetOf({"Canvas", "Art der Karte", "Schlagwörter", "Stellvertretend", "Bedenken",
                                     "Gebäude; Barrierefreiheit", "ja", "Bedeutung", "Was Dinge kosten"}));
    EXPECT_THAT(texts, Contains(HasSubstr("Karten je Person: höchstens 3")));
    const parsed_xml book(file_in(xlsx, "xl/worksheets/sheet3.xml"));
    EXPECT_THAT(book.all("//x:c[not(@t)]/x:v"), ElementsAre("2", "2", "3", "0"));
}

}  // namespace
}  // namespace klartext::protocol
