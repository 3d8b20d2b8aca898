#include "protocol/xlsx/xlsx.hpp"

#include <gmock/gmock.h>

#include <set>

#include "judged_votes.hpp"
#include "parsed_xml.hpp"
#include "protocol/xlsx/cell_text.hpp"
#include "sample_minutes.hpp"
#include "unpacked.hpp"

namespace klartext::protocol {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

// The sheet's cells as texts, row by row.
std::vector<std::string> texts_of(const std::string& xlsx, int sheet) {
    const auto shared = parsed_xml(file_in(xlsx, "xl/sharedStrings.xml")).all("//x:si");
    const parsed_xml cells(file_in(xlsx, "xl/worksheets/sheet" + std::to_string(sheet) + ".xml"));
    std::vector<std::string> texts;
    for (const auto& number : cells.all("//x:c[@t='s']/x:v")) texts.push_back(shared.at(std::stoul(number)));
    return texts;
}

std::vector<std::string> sheet_names(const std::string& xlsx) {
    return parsed_xml(file_in(xlsx, "xl/workbook.xml")).all("//x:sheet/@name");
}

minutes with_entry(const std::string& text) {
    auto made = empty_minutes();
    auto& ideas = made.activities.emplace_back();
    ideas.kind = activity_kind::collect;
    ideas.title = "Ideen";
    ideas.entries.emplace_back().text = text;
    return made;
}

void expect_sound(const std::string& xlsx) {
    std::set<std::string> names;
    for (const auto& file : unpacked(xlsx)) {
        names.insert(file.name);
        EXPECT_NO_THROW(parsed_xml{file.content}) << file.name;
    }
    for (const auto& part : parsed_xml(file_in(xlsx, "[Content_Types].xml")).all("//x:Override/@PartName"))
        EXPECT_TRUE(names.contains(part.substr(1))) << part;
    for (const auto& file : unpacked(xlsx))
        if (file.name.starts_with("xl/worksheets/sheet")) {
            EXPECT_EQ(parsed_xml(file.content).count("//x:f"), 0u) << "a formula in " << file.name;
        }
    std::set<std::string> sheets;
    for (const auto& name : sheet_names(xlsx)) {
        EXPECT_TRUE(sheets.insert(name).second) << name;
        EXPECT_LE(xlsx::utf16_units(name), 31u) << name;
        EXPECT_EQ(name.find_first_of("[]:*?/\\'"), std::string::npos) << name;
    }
}

TEST(Xlsx, HasAnOverviewAndASheetForEachActivity) {
    const auto xlsx = to_xlsx(sample_minutes());
    expect_sound(xlsx);
    EXPECT_THAT(sheet_names(xlsx),
                ElementsAre("Übersicht", "01 Anlass und Ziel", "02 Ideen für die Grünstraße", "03 Gewichten",
                            "04 Stimmungsbild", "05 Nächster Termin", "06 Zweite Runde", "07 Rückmeldung"));
}

TEST(Xlsx, TheOverviewSaysWhatWhenHowManyAndHowAnonymous) {
    const auto xlsx = to_xlsx(sample_minutes());
    EXPECT_THAT(texts_of(xlsx, 1),
                testing::IsSupersetOf<testing::Matcher<std::string>>(
                    {"Bürgerwerkstatt „Zukunft Grünstraße“", "21. November 2026", "42 Personen",
                     HasSubstr("Zweck: Ideen für die Grünstraße."), HasSubstr("ohne Namen, ohne Netzwerkadresse"),
                     "Geplant (Minuten)", "Womit sollen wir anfangen?"}));
    const parsed_xml sheet(file_in(xlsx, "xl/worksheets/sheet1.xml"));
    EXPECT_THAT(sheet.all("//x:hyperlink/@location"), Contains("'02 Ideen für die Grünstraße'!A1"));
    EXPECT_THAT(sheet.all("//x:row[x:c[@t='s']][last()]/x:c[not(@t)]/x:v"), ElementsAre("7", "5", "0"))
        << "planned, no actual minutes, no entries";
}

TEST(Xlsx, EntriesStandWithSectionClusterAndTheirCommentsBelow) {
    const auto xlsx = to_xlsx(sample_minutes());
    const auto texts = texts_of(xlsx, 3);
    EXPECT_THAT(std::vector(texts.begin() + 2, texts.begin() + 12),
                ElementsAre("Nr.", "Art", "Thema", "Gruppe", "Text", "Kommentare", "Beitrag", "Ideen",
                            "Grün & Schatten", "Mehr Bäume statt Stellplätze –\nim Sommer ist es unerträglich heiß."));
    EXPECT_THAT(texts, testing::IsSupersetOf({"Kommentar", "Ja, bitte Linden!", "zurückgezogen", "=SUM(A1)",
                                              "<b>Fett</i> & <script>alert('x')</script> </li></ul>"}));
    const parsed_xml sheet(file_in(xlsx, "xl/worksheets/sheet3.xml"));
    EXPECT_THAT(sheet.all("//x:row[@r='5']/x:c[not(@t)]/x:v"), ElementsAre("1", "2")) << "its number, its comments";
}

TEST(Xlsx, TablesStayInSightAreFilteredAndPrintedOnOnePagesWidth) {
    const auto xlsx = to_xlsx(sample_minutes());
    for (const auto sheet : {3, 4}) {
        const parsed_xml xml(file_in(xlsx, "xl/worksheets/sheet" + std::to_string(sheet) + ".xml"));
        EXPECT_THAT(xml.all("//x:pane/@ySplit"), ElementsAre("4"));
        EXPECT_THAT(xml.all("//x:pageSetup/@paperSize"), ElementsAre("9"));
        EXPECT_EQ(xml.count("//x:pageSetUpPr[@fitToPage='1']"), 1u);
        EXPECT_THAT(xml.all("//x:oddFooter")[0], HasSubstr("Seite &P von &N"));
    }
    const parsed_xml book(file_in(xlsx, "xl/workbook.xml")), table(file_in(xlsx, "xl/tables/table1.xml"));
    EXPECT_THAT(book.all("//x:definedName[@name='_xlnm.Print_Area']"), testing::SizeIs(8));
    EXPECT_THAT(book.all("//x:definedName[@name='_xlnm.Print_Titles']"),
                Contains("'02 Ideen für die Grünstraße'!$4:$4"));
    EXPECT_THAT(table.all("//x:autoFilter/@ref"), ElementsAre("A4:F18"));
}

TEST(Xlsx, VotesAreNumbersWithAChartThatFollowsThem) {
    const auto xlsx = to_xlsx(sample_minutes());
    const parsed_xml sheet(file_in(xlsx, "xl/worksheets/sheet4.xml"));
    EXPECT_THAT(sheet.all("//x:row[@r='5']/x:c[not(@t)]/x:v"), ElementsAre("61", "33"));
    const parsed_xml chart(file_in(xlsx, "xl/charts/chart1.xml"));
    EXPECT_THAT(chart.all("//c:val//c:f"), ElementsAre("'03 Gewichten'!$B$5:$B$9"));
    EXPECT_THAT(chart.all("//c:cat//c:v")[2], "Tempo 30 ganztags");
    EXPECT_THAT(chart.all("//c:plotVisOnly/@val"), ::testing::IsEmpty()) << "its labels stand in a hidden column";
    EXPECT_THAT(parsed_xml(file_in(xlsx, "xl/drawings/drawing1.xml")).all("//xdr:cNvPr/@descr")[0],
                StartsWith("Balkendiagramm mit 5 Balken. Oben steht „Barrierefreie"));
}

TEST(Xlsx, AlternativeTextsSayWhatIsDrawnHere) {
    const auto described = [](at number) {
        auto of = judged_minutes();
        of.activities = {of.activities.at(number)};
        return parsed_xml(file_in(to_xlsx(of), "xl/drawings/drawing1.xml")).all("//xdr:cNvPr/@descr").at(0);
    };
    EXPECT_THAT(described(rated_at), StartsWith("Gestapeltes Balkendiagramm mit 3 Balken. Oben steht „Termin von"));
    EXPECT_THAT(described(mood_at), StartsWith("Gestapeltes Balkendiagramm mit 1 Balken. "));
    EXPECT_THAT(described(resisted_at), StartsWith("Balkendiagramm mit 3 Balken. "));
    EXPECT_THAT(described(estimated_at), StartsWith("Balkendiagramm mit 2 Balken. "));
    EXPECT_THAT(described(criteria_at), StartsWith("Feld mit "));
}

TEST(Xlsx, WhatIsRemovedFromAVoteAreTexts) {
    auto of = judged_minutes();
    of.activities = {of.activities.back()};
    of.activities[0].removed = 2;
    EXPECT_THAT(texts_of(to_xlsx(of), 2), Contains(HasSubstr("2 Texte von der Moderation entfernt")));
}

TEST(Xlsx, StancesAreStacked) {
    const auto xlsx = to_xlsx(sample_minutes());
    const parsed_xml chart(file_in(xlsx, "xl/charts/chart2.xml"));
    EXPECT_THAT(chart.all("//c:grouping/@val"), ElementsAre("percentStacked"));
    EXPECT_THAT(chart.all("//c:ser/c:tx//c:v"), ElementsAre("Zustimmung", "Weder noch", "Ablehnung"));
    EXPECT_EQ(chart.count("//c:ser//a:pattFill"), 2u) << "told apart without colours";
}

TEST(Xlsx, AWithheldVoteSaysSoAndNothingElse) {
    auto minutes = sample_minutes();
    minutes.activities[4].vote->withheld = true;
    const auto xlsx = to_xlsx(minutes);
    const auto texts = texts_of(xlsx, 6);
    EXPECT_THAT(texts, Contains("nicht veröffentlicht").Times(3));
    EXPECT_THAT(texts, Contains(HasSubstr("weniger als 5 Stimmzettel")));
    EXPECT_EQ(parsed_xml(file_in(xlsx, "xl/worksheets/sheet6.xml")).count("//x:c[not(@t)]/x:v"), 0u);
    EXPECT_LT(std::ranges::find(texts, "Dienstag"), std::ranges::find(texts, "Mittwoch")) << "the order shown";
}

TEST(Xlsx, AnActivityWithEntriesAndItemsHasTwoSheets) {
    auto minutes = sample_minutes();
    minutes.activities[1].vote = minutes.activities[2].vote;
    const auto names = sheet_names(to_xlsx(minutes));
    EXPECT_EQ(names[2], "02 Ideen für die Grünstraße");
    EXPECT_EQ(names[3], "02 Ideen für die… Ergebnis");
}

TEST(Xlsx, NamesOfSheetsAreValidAndUniqueWhateverTheTitle) {
    using xlsx::sheet_name;
    EXPECT_EQ(sheet_name(3, "Was? [Wo] *: a/b\\c 'x'"), "03 Was Wo a b c x");
    EXPECT_EQ(sheet_name(12, ""), "12");
    EXPECT_EQ(sheet_name(1, "'History'"), "01 History");
    EXPECT_LE(xlsx::utf16_units(sheet_name(1, std::string(400, 'x'), " Ergebnis")), 31u);
    EXPECT_THAT(sheet_name(1, std::string(400, 'x'), " Ergebnis"), EndsWith("… Ergebnis"));
    std::string families;
    for (int n = 0; n < 10; ++n) families += "👨‍👩‍👧";
    EXPECT_EQ(sheet_name(1, families), "01 👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧…")
        << "cut between families, not within one";
}

TEST(Xlsx, NoTextIsAFormulaAndNoneIsReadAsAnEscape) {
    for (const std::string text : {"=1+1", "+1", "-1", "@x", "\t=1", "{=1}", "http://example.org", "_x0041_"}) {
        const auto xlsx = to_xlsx(with_entry(text));
        expect_sound(xlsx);
        EXPECT_THAT(texts_of(xlsx, 2), Contains(text == "_x0041_" ? "_x005F_x0041_" : text));
    }
}

TEST(Xlsx, ATextThatIsTooLongForACellEndsInAMark) {
    using xlsx::cell_text;
    EXPECT_EQ(cell_text(std::string(32767, 'x'), language::de), std::string(32767, 'x'));
    std::string trees;
    for (int n = 0; n < 20000; ++n) trees += "🌳";
    for (const auto& text : {std::string(32768, 'x'), trees}) {
        const auto cut = cell_text(text, language::de);
        EXPECT_LE(xlsx::utf16_units(cut), 32767u);
        EXPECT_GE(xlsx::utf16_units(cut), 32766u);
        EXPECT_THAT(cut, EndsWith("der ganze Text steht in minutes.html und minutes.json]"));
    }
    expect_sound(to_xlsx(full_of(std::string(40000, 'x'))));
}

TEST(Xlsx, EverythingThatPeopleWriteComesThrough) {
    for (const auto& text : {std::string("a\x01\x1F\x7F\xEF\xBF\xBE\xED\xA0\x80\xFF"), std::string("</t>]]>&<!--"),
                             std::string("'; &P &N \" '!A1"), std::string("שלום 🌳👨‍👩‍👧"),
                             std::string("\0y", 2), std::string(4000, 'w'), std::string("\r\n \r\n")}) {
        SCOPED_TRACE(text.substr(0, 20));
        expect_sound(to_xlsx(full_of(text)));
    }
    EXPECT_THAT(texts_of(to_xlsx(with_entry("a\x01z\r\nb\rc")), 2), Contains("a\uFFFDz\nb\nc"));
}

TEST(Xlsx, MetadataKnowTheMinutesAndNothingElse) {
    const parsed_xml core(file_in(to_xlsx(sample_minutes()), "docProps/core.xml"));
    EXPECT_THAT(core.all("/*/*"), ElementsAre("Protokoll: Bürgerwerkstatt „Zukunft Grünstraße“", "", "",
                                              "2026-11-21T00:00:00Z", "2026-11-21T00:00:00Z"));
}

TEST(Xlsx, AnEmptySessionIsStillAWorkbook) {
    auto nothing = empty_minutes(language::en);
    expect_sound(to_xlsx(nothing));
    EXPECT_THAT(sheet_names(to_xlsx(nothing)), ElementsAre("Overview"));
    nothing.date = {};
    expect_sound(to_xlsx(nothing));
}

TEST(Xlsx, AThousandEntriesAndTwoThousandItemsFit) {
    auto minutes = sample_minutes();
    minutes.activities[1].entries.assign(1000, {.text = "Idee", .section = "ideas", .cluster = {}, .comments = {}});
    minutes.activities.push_back(dots_vote(2000));
    const auto xlsx = to_xlsx(minutes);
    expect_sound(xlsx);
    EXPECT_THAT(texts_of(xlsx, 3), Contains("Idee").Times(1000));
    EXPECT_EQ(parsed_xml(file_in(xlsx, "xl/drawings/drawing4.xml")).count("//xdr:graphicFrame"), 1u)
        << "only the beginning is drawn";
}

TEST(Xlsx, TheSameMinutesGiveTheSameBytesInAnyTimeZone) {
    const auto once = to_xlsx(sample_minutes());
    ::setenv("TZ", "Asia/Tokyo", 1);
    ::tzset();
    const auto again = to_xlsx(sample_minutes());
    ::unsetenv("TZ");
    ::tzset();
    EXPECT_EQ(once, again);
}

}  // namespace
}  // namespace klartext::protocol
