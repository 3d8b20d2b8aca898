#include "protocol/odt/odt.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "parsed_xml.hpp"
#include "protocol/odt/body.hpp"
#include "protocol/odt/column_widths.hpp"
#include "sample_minutes.hpp"
#include "unpacked.hpp"

namespace klartext::protocol {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

parsed_xml content_of(const minutes& of) { return parsed_xml(file_in(to_odt(of), "content.xml")); }

minutes with_entry(const std::string& text) {
    auto made = empty_minutes();
    auto& ideas = made.activities.emplace_back();
    ideas.kind = activity_kind::collect;
    ideas.title = "Ideen";
    ideas.entries.emplace_back().text = text;
    return made;
}

minutes with_prompt(const std::string& markdown) {
    auto made = empty_minutes();
    made.activities.emplace_back().prompt = markdown;
    return made;
}

constexpr auto red_dot =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><circle cx="50" cy="50" r="40" fill="red"/></svg>)";

// Whatever is in it: parts that are XML, a manifest that names each, styles that exist, references that lead somewhere.
void expect_sound(const std::string& odt) {
    const auto files = unpacked(odt);
    std::set<std::string> names;
    for (const auto& file : files) {
        names.insert(file.name);
        EXPECT_EQ(file.extra_fields, 0u) << file.name;
        const bool holds_xml = file.name.ends_with(".xml") || file.name.ends_with(".svg");
        if (holds_xml) {
            EXPECT_NO_THROW(parsed_xml{file.content}) << file.name;
        }
    }
    std::set<std::string> listed{"mimetype", "META-INF/manifest.xml"};
    for (const auto& path : parsed_xml(file_in(odt, "META-INF/manifest.xml")).all("//@manifest:full-path"))
        if (path != "/") listed.insert(path);
    EXPECT_EQ(listed, names);

    const parsed_xml content(file_in(odt, "content.xml")), styles(file_in(odt, "styles.xml"));
    std::set<std::string> known;
    for (const auto& xml : {&content, &styles})
        for (const auto& name : xml->all("//@style:name")) known.insert(name);
    for (const auto& xml : {&content, &styles})
        for (const auto* used : {"//@text:style-name", "//@table:style-name", "//@draw:style-name",
                                 "//@style:parent-style-name", "//@style:next-style-name"})
            for (const auto& name : xml->all(used)) EXPECT_TRUE(known.contains(name)) << name;
    std::set<std::string> marks;
    for (const auto& name : content.all("//text:bookmark-start/@text:name"))
        EXPECT_TRUE(marks.insert(name).second) << name;
    for (const auto& name : content.all("//text:bookmark-ref/@text:ref-name"))
        EXPECT_TRUE(marks.contains(name)) << name;
    for (const auto& file : content.all("//draw:image/@xlink:href")) EXPECT_TRUE(names.contains(file)) << file;
    EXPECT_EQ(content.count("//draw:frame"), content.count("//draw:frame[svg:title != '' and svg:desc != '']"));
    int before = 0;
    for (const auto& level : content.all("//text:h/@text:outline-level")) {
        EXPECT_LE(std::stoi(level), before + 1);
        before = std::stoi(level);
    }
}

TEST(Odt, IsAPackageThatIsKnownByItsFirstBytes) {
    const auto odt = to_odt(sample_minutes());
    const auto files = unpacked(odt);
    EXPECT_EQ(files[0].name, "mimetype");
    EXPECT_TRUE(files[0].stored);
    EXPECT_EQ(files[0].content, "application/vnd.oasis.opendocument.text");
    EXPECT_EQ(odt.substr(30, 8), "mimetype");
    EXPECT_EQ(files[1].name, "META-INF/manifest.xml");
    expect_sound(odt);
    expect_sound(to_odt(sample_minutes(language::en)));
}

TEST(Odt, HeadingsMakeUpTheOutline) {
    const auto content = content_of(sample_minutes());
    EXPECT_THAT(content.all("//text:p[@text:style-name='Title']"), ElementsAre("Bürgerwerkstatt „Zukunft Grünstraße“"));
    EXPECT_EQ(content.count("//text:h[@text:outline-level='1']"), 11u);
    EXPECT_THAT(content.all("//text:h[@text:outline-level='2']"),
                testing::IsSupersetOf({"Worum es geht", "Grün & Schatten · 2 Beiträge", "Ergebnis"}));
    EXPECT_THAT(content.all("//text:h[@text:outline-level='3']"), Contains("Ideen · 3 Beiträge"));
    EXPECT_THAT(content.all("//text:h[@text:outline-level='1']/@text:style-name"), Contains("Heading_20_1").Times(11));
}

TEST(Odt, TheTableOfContentsNamesThePlacesAndAsksForTheirPages) {
    const auto content = content_of(sample_minutes());
    const std::string entries = "//text:index-body/text:p";
    EXPECT_EQ(content.count("//text:table-of-content"), 1u);
    EXPECT_THAT(content.all(entries), testing::IsSupersetOf({"Gewichten", "Grün & Schatten · 2 Beiträge"}));
    EXPECT_EQ(content.count(entries + "/text:a/text:bookmark-ref[@text:reference-format='page']"),
              content.count(entries));
    EXPECT_EQ(content.count(entries), content.count("//text:h[@text:outline-level < 3]"))
        << "what the office program would put there itself";
}

TEST(Odt, AVeryLongTableOfContentsNamesActivitiesAlone) {
    auto minutes = sample_minutes();
    for (int n = 0; n < 30; ++n) minutes.activities.push_back(minutes.activities[1]);
    const auto content = content_of(minutes);
    EXPECT_EQ(content.count("//text:index-body/text:p"), 41u);
    EXPECT_THAT(content.all("//text:table-of-content-source/@text:outline-level"), ElementsAre("1"));
}

TEST(Odt, TablesHaveHeadsThatAreRepeatedAndNumbersOnTheRight) {
    const auto content = content_of(sample_minutes());
    EXPECT_EQ(content.count("//table:table"), 4u);
    EXPECT_EQ(content.count("//table:table/table:table-header-rows"), 4u);
    EXPECT_EQ(content.count("//table:table/table:table-header-columns"), 4u);
    EXPECT_THAT(content.all("(//table:table-header-rows)[2]//text:p/@text:style-name"),
                ElementsAre("Table_20_Heading", "Number_20_Heading", "Number_20_Heading"));
    EXPECT_THAT(content.all("(//table:table)[2]/table:table-row[1]//text:p/@text:style-name"),
                ElementsAre("Table_20_Contents", "Number_20_Contents", "Number_20_Contents"));
    EXPECT_EQ(content.count("//text:p[@text:style-name='Caption']"), 4u);
    const parsed_xml styles(file_in(to_odt(sample_minutes()), "styles.xml"));
    EXPECT_THAT(styles.all("//style:style[@style:name='Number_20_Heading']/style:paragraph-properties/@fo:text-align"),
                ElementsAre("end"));
}

TEST(Odt, ColumnsAreAsWideAsWhatStandsInThem) {
    const auto widths = [](const table& of) { return odt::column_widths(of); };
    const auto objections = widths({.caption = {},
                                    .note = {},
                                    .columns = {{"Vorschlag"}, {"Einwand"}},
                                    .rows = {{"Abholbox", "Wer zahlt den Strom, und wer räumt auf, wenn etwas ist?"}}});
    EXPECT_THAT(objections, testing::ElementsAre(testing::Lt(70), testing::Gt(100)));
    const auto criteria = widths({.caption = {},
                                  .note = {},
                                  .columns = {{"Vorschlag"}, {"Kriterium"}, {"Median", true}, {"Uneinigkeit", true}},
                                  .rows = {{"Termine", "Wirkung", "4,5", "0,20"}}});
    EXPECT_GT(criteria[1], 26) << "no break within a word";
    table many{.caption = {}, .note = {}, .columns = {{"Vorschlag"}}, .rows = {{"A"}}};
    for (int n = 0; n < 30; ++n) {
        many.columns.push_back({"Standardabweichung", true});
        many.rows[0].push_back("1");
    }
    const auto narrow = widths(many);
    EXPECT_EQ(std::accumulate(narrow.begin(), narrow.end(), 0), 170);
    EXPECT_GT(*std::ranges::min_element(narrow), 0);
}

TEST(Odt, WordsThatLeadToAListStayWithIt) {
    const auto content = content_of(judged_minutes());
    EXPECT_THAT(content.all("//text:p[@text:style-name='Lead']/following-sibling::*[1]/@text:style-name"),
                testing::Each("List_20_1"));
    EXPECT_EQ(content.count("//text:p[@text:style-name='Lead']"), 7u);
}

TEST(Odt, ChartsAreDrawingsWithAPictureForTheOthersAndAnAlternativeText) {
    const auto content = content_of(sample_minutes());
    EXPECT_EQ(content.count("//draw:frame"), 3u);
    EXPECT_THAT(content.all("(//draw:frame)[2]/draw:image/@xlink:href"),
                ElementsAre("Pictures/chart-2.svg", "Pictures/chart-2.png"));
    EXPECT_THAT(content.all("(//draw:frame)[1]/draw:image/@xlink:href"), ElementsAre("Pictures/chart-1.png"))
        << "it holds Hebrew";
    EXPECT_THAT(content.all("(//draw:frame)[1]/svg:desc")[0], HasSubstr("Balkendiagramm mit 5 Balken."));
    EXPECT_THAT(file_in(to_odt(sample_minutes()), "Pictures/chart-2.png"), testing::StartsWith("\x89PNG"));
}

TEST(Odt, CommentsAreAListWithinTheListOfEntries) {
    const auto content = content_of(sample_minutes());
    EXPECT_THAT(
        content.all("//text:list[@text:style-name='Contributions']/text:list-item/text:list/text:list-item/text:p"),
        testing::IsSupersetOf({"Ja, bitte Linden!", "Wer gießt sie im August?"}));
    EXPECT_EQ(content.count("//text:p[@text:style-name='Withdrawn_20_Start']"), 1u) << "it stands with its comments";
}

TEST(Odt, MarkdownKeepsItsStructure) {
    const auto content = content_of(with_prompt(
        "# Zweck\n\nMehr **Bäume** und *Bänke*,\nmehr `Platz`.\n\n3. drei\n4. vier\n   - darunter\n\n> Zitat\n\n"
        "    Programm\n\n---\n\n[Stadt](https://example.org) <script>x</script> ![Skizze](https://t.example/x)"));
    EXPECT_THAT(content.all("//text:h[@text:outline-level='2']"), testing::Contains("Zweck"));
    EXPECT_THAT(content.all("//text:span[@text:style-name='Strong_20_Emphasis']"), testing::Contains("Bäume"));
    EXPECT_THAT(content.all("//text:p[text:span[@text:style-name='Emphasis']]"),
                ElementsAre("Mehr Bäume und Bänke, mehr Platz."));
    EXPECT_THAT(content.all("//text:list[@text:style-name='Numbering_20_1']/text:list-item[1]/@text:start-value"),
                ElementsAre("3"));
    EXPECT_THAT(content.all("//text:list-item/text:list[@text:style-name='List_20_1']"),
                ElementsAre(HasSubstr("darunter")));
    EXPECT_THAT(content.all("//text:p[@text:style-name='Quotations']"), ElementsAre("Zitat"));
    EXPECT_THAT(content.all("//text:p[@text:style-name='Preformatted_20_Text']"), ElementsAre("Programm"));
    EXPECT_EQ(content.count("//text:p[@text:style-name='Horizontal_20_Line']"), 1u);
    EXPECT_THAT(content.all("//text:a/@xlink:href"), Contains("https://example.org"));
    EXPECT_THAT(content.all("//text:a/@xlink:href"), Not(Contains(HasSubstr("t.example"))));
}

TEST(Odt, BlanksAndLineBreaksStay) {
    const auto content = content_of(with_entry("eins\r\n  zwei\n\n\tdrei   vier "));
    const std::string said = "//text:p[@text:style-name='Contribution']";
    EXPECT_EQ(content.count(said + "/text:line-break"), 3u);
    EXPECT_THAT(content.all(said + "/text:s/@text:c"), ElementsAre("2", "2"));
    EXPECT_EQ(content.count(said + "/text:tab"), 1u);
    EXPECT_THAT(content.all(said), ElementsAre("einszweidrei vier "));
}

TEST(Odt, EverythingThatPeopleWriteComesThrough) {
    for (const auto& text :
         {std::string("a\x01\x1F\x7F\xEF\xBF\xBE\xEF\xBF\xBF\xED\xA0\x80\xFF"),
          std::string("</text:p>]]><!-- &lt; @foot@ @accent@"), std::string(4000, 'x'), std::string(80, 'w'),
          std::string("שלום 🌳👨‍👩‍👧"), std::string("夏天太热了"), std::string("\0y", 2)}) {
        SCOPED_TRACE(text.substr(0, 20));
        expect_sound(to_odt(full_of(text)));
    }
    EXPECT_THAT(content_of(full_of("a\x01z")).all("//text:p[@text:style-name='Contribution']"), Contains("a\uFFFDz"));
    const auto long_one = std::string(3999, 'x') + "!";
    EXPECT_THAT(content_of(with_entry(long_one)).all("//text:p[@text:style-name='Contribution']"),
                ElementsAre(long_one));
}

TEST(Odt, WhatReadsFromRightToLeftIsSetSo) {
    const auto content = content_of(sample_minutes());
    EXPECT_THAT(content.all("//text:p[@text:style-name='Contribution_20_Start_rtl']"), ElementsAre(HasSubstr("שלום")));
    EXPECT_THAT(content.all("//text:p[@text:style-name='Comment_rtl']"), ElementsAre("תודה!"));
    EXPECT_THAT(content.all("//style:style[@style:name='Comment_rtl']/style:paragraph-properties/@style:writing-mode"),
                ElementsAre("rl-tb"));
}

TEST(Odt, LanguagesAreNamedForAllScripts) {
    const auto language_of = [](const minutes& of, const std::string& attribute) {
        return parsed_xml(file_in(to_odt(of), "styles.xml"))
            .all("//style:default-style[@style:family='paragraph']/style:text-properties/@" + attribute)
            .at(0);
    };
    EXPECT_EQ(language_of(sample_minutes(), "fo:language"), "de");
    EXPECT_EQ(language_of(sample_minutes(language::en), "fo:language"), "en");
    EXPECT_EQ(language_of(sample_minutes(), "style:language-complex"), "he");
    EXPECT_EQ(language_of(sample_minutes(), "style:language-asian"), "zh");
    EXPECT_EQ(language_of(with_entry("مرحبا"), "style:language-complex"), "ar");
    EXPECT_EQ(language_of(with_entry("ひらがな"), "style:language-asian"), "ja");
}

TEST(Odt, WhatComesAfterTheEndOfAPageBeginsOne) {
    const auto made = odt::body_of({paragraph{"davor"}, page_end{}, paragraph{"שלום"}, paragraph{"danach"}});
    EXPECT_EQ(made.before_contents, "");
    EXPECT_EQ(made.after_contents,
              "<text:p text:style-name=\"Text_20_body\">davor</text:p>\n"
              "<text:p text:style-name=\"Text_20_body_page_rtl\">שלום</text:p>\n"
              "<text:p text:style-name=\"Text_20_body\">danach</text:p>\n");
    EXPECT_THAT(made.styles.definitions(), HasSubstr("fo:break-before=\"page\" style:writing-mode=\"rl-tb\""));
}

TEST(Odt, TheFootHasTheTitleAndThePage) {
    const parsed_xml styles(file_in(to_odt(sample_minutes(language::en)), "styles.xml"));
    EXPECT_THAT(styles.all("//style:footer/text:p"),
                ElementsAre("Minutes: Bürgerwerkstatt „Zukunft Grünstraße“Page 1 of 1"));
    EXPECT_EQ(styles.count("//style:footer//text:page-number"), 1u);
    EXPECT_EQ(styles.count("//style:footer//text:page-count"), 1u);
}

TEST(Odt, TheHouseHasItsNameLogoAndColour) {
    const auto odt = to_odt(sample_minutes(), {"Stadt Ulm", red_dot, "Wappen", "#123abc"});
    expect_sound(odt);
    const parsed_xml content(file_in(odt, "content.xml"));
    EXPECT_THAT(content.all("//text:p[@text:style-name='House']"), ElementsAre(HasSubstr("Stadt Ulm")));
    EXPECT_THAT(content.all("//draw:frame[@draw:name='logo']/svg:desc"), ElementsAre("Wappen"));
    EXPECT_THAT(content.all("//draw:frame[@draw:name='logo']/@svg:width"), ElementsAre("6.01cm"));
    EXPECT_THAT(file_in(odt, "styles.xml"), HasSubstr("#123abc"));
    for (const auto* broken : {"no picture", "\x89PNG", "<svg xmlns='http://www.w3.org/2000/svg'/>"}) {
        const auto without = to_odt(sample_minutes(), {"Stadt Ulm", broken, "Wappen", "red\" x=\""});
        expect_sound(without);
        EXPECT_EQ(parsed_xml(file_in(without, "content.xml")).count("//draw:frame[@draw:name='logo']"), 0u) << broken;
    }
}

TEST(Odt, MetadataKnowTheMinutesAndNothingElse) {
    EXPECT_EQ(file_in(to_odt(empty_minutes()), "meta.xml").find("dc:creator"), std::string::npos);
    const parsed_xml meta(file_in(to_odt(sample_minutes()), "meta.xml"));
    EXPECT_THAT(meta.all("//office:meta/*"), ElementsAre("Klartext", "Protokoll: Bürgerwerkstatt „Zukunft Grünstraße“",
                                                         "de-DE", "2026-11-21T00:00:00"));
}

TEST(Odt, AnEmptySessionIsStillADocument) {
    auto nothing = empty_minutes();
    expect_sound(to_odt(nothing));
    EXPECT_THAT(content_of(nothing).all("//text:p"), Contains("Dieser Workshop hatte keine Agenda."));
    nothing.date = {};
    expect_sound(to_odt(nothing));
}

TEST(Odt, AThousandEntriesAndTwoHundredItemsFit) {
    auto minutes = sample_minutes();
    minutes.activities[1].entries.assign(1000, {.text = "Idee", .section = "ideas", .cluster = {}, .comments = {}});
    minutes.activities.push_back(dots_vote(200));
    const auto content = content_of(minutes);
    EXPECT_EQ(content.count("//text:p[.='Idee']"), 1000u);
    EXPECT_EQ(content.count("//table:table[last()]/table:table-row"), 200u);
}

TEST(Odt, TheSameMinutesGiveTheSameBytesInAnyTimeZone) {
    const auto once = to_odt(sample_minutes());
    ::setenv("TZ", "Asia/Tokyo", 1);
    ::tzset();
    const auto again = to_odt(sample_minutes());
    ::unsetenv("TZ");
    ::tzset();
    EXPECT_EQ(once, again);
}

}  // namespace
}  // namespace klartext::protocol
