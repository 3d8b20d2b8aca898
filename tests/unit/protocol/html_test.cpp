#include "protocol/html.hpp"

#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "protocol/escape.hpp"
#include "sample_minutes.hpp"
#include "tag_balance.hpp"

namespace klartext::protocol {
namespace {

using testing::HasSubstr;
using testing::Not;

int count_of(const std::string& text, std::string_view part) {
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

std::vector<int> heading_levels(const std::string& html) {
    static const std::regex opening("<h([1-6])[ >]");
    std::vector<int> levels;
    for (std::sregex_iterator at(html.begin(), html.end(), opening), end; at != end; ++at)
        levels.push_back(std::stoi((*at)[1]));
    return levels;
}

void expect_sound(const std::string& html) {
    EXPECT_EQ(imbalance(html), "");
    EXPECT_EQ(count_of(html, "<script"), 0);
    EXPECT_EQ(count_of(html, "<img"), 0);
    EXPECT_EQ(count_of(html, " style="), 0);
    int before = 0;
    for (const int level : heading_levels(html)) {
        EXPECT_LE(level, before + 1);
        before = level;
    }
    EXPECT_EQ(count_of(html, "<h1 "), 1);
}

TEST(Html, TheWholeFileIsBalancedInBothLanguages) {
    expect_sound(to_html(sample_minutes(language::de)));
    expect_sound(to_html(sample_minutes(language::en)));
    EXPECT_THAT(to_html(sample_minutes(language::de)), HasSubstr("<html lang=\"de\">"));
    EXPECT_THAT(to_html(sample_minutes(language::en)), HasSubstr("<html lang=\"en\">"));
}

TEST(Html, NothingThatAPersonWritesBecomesMarkup) {
    for (const auto* text : {"<script>alert(1)</script>", "</title></style></main><img src=x onerror=alert(1)>",
                             "\" onmouseover=\"alert(1)", "' autofocus onfocus='x", "<!-- ", "]]>", "&lt;script&gt;",
                             "<b>offen", "<svg/onload=alert(1)>", "<h1>groß</h1>"}) {
        SCOPED_TRACE(text);
        const auto html = to_html(full_of(text));
        expect_sound(html);
        EXPECT_THAT(html, Not(HasSubstr("<svg/onload")));
        EXPECT_THAT(html, Not(HasSubstr("\" onmouseover")));
        EXPECT_THAT(html, HasSubstr("<p class=\"said\" dir=\"auto\">" + escaped(text) + "</p>"));
    }
}

TEST(Html, TextsOfAnyScriptAndLengthComeThrough) {
    for (const auto& text : {std::string("שלום לכולם 🌳👨‍👩‍👧"), std::string("夏天太热了"),
                             std::string(4000, 'x'), std::string("Zeile eins\n\n  Zeile zwei"), std::string(80, 'w')}) {
        const auto html = to_html(full_of(text));
        expect_sound(html);
        EXPECT_THAT(html, HasSubstr("\">" + text + "</p>"));
    }
}

TEST(Html, TextsInOtherScriptsNameTheirLanguageForReadingAloud) {
    EXPECT_THAT(to_html(full_of("שלום")), HasSubstr("dir=\"auto\" lang=\"he\">שלום</p>"));
    EXPECT_THAT(to_html(full_of("夏天")), HasSubstr("dir=\"auto\" lang=\"zh\">夏天</p>"));
    EXPECT_THAT(to_html(full_of("Sommer 夏天 שלום")), HasSubstr("dir=\"auto\">Sommer 夏天 שלום</p>"));
}

TEST(Html, ControlCharactersAndBrokenBytesAreReplaced) {
    EXPECT_EQ(escaped("a\x01\x7F\xC3(\xED\xA0\x80\t\n"), "a\uFFFD\uFFFD\uFFFD(\uFFFD\uFFFD\uFFFD\t\n");
    EXPECT_EQ(escaped("<a href='x'>\"&"), "&lt;a href=&#39;x&#39;&gt;&quot;&amp;");
    EXPECT_EQ(escaped("Bäume 🌳 树"), "Bäume 🌳 树");
    EXPECT_EQ(escaped("\xF4\x90\x80\x80 \xC0\xAF \xF0\x9F"), "\uFFFD\uFFFD\uFFFD\uFFFD \uFFFD\uFFFD \uFFFD\uFFFD");
}

TEST(Html, NothingIsFetchedFromAnywhere) {
    const auto html = to_html(sample_minutes());
    EXPECT_THAT(html, HasSubstr("default-src 'none'; style-src 'unsafe-inline'"));
    EXPECT_THAT(html, Not(HasSubstr("@import")));
    EXPECT_THAT(html, Not(HasSubstr("<link")));
    static const std::regex outside("url\\((?!#)");
    EXPECT_FALSE(std::regex_search(html, outside));
}

TEST(Html, TablesSayWhatTheirCellsBelongTo) {
    const auto html = to_html(sample_minutes());
    EXPECT_EQ(count_of(html, "<table>"), 4)
        << "schedule, dots, agree or disagree, single choice; none for the withheld one";
    EXPECT_EQ(count_of(html, "<caption"), 4);
    EXPECT_THAT(html, HasSubstr("<th scope=\"col\" class=\"number\">Punkte</th>"));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\" dir=\"auto\">Tempo 30 ganztags</th><td>19</td><td>11</td>"));
}

TEST(Html, ChartsHaveAnAlternativeTextAndACaption) {
    const auto html = to_html(sample_minutes());
    EXPECT_EQ(count_of(html, "<figure>"), 3);
    EXPECT_EQ(count_of(html, "role=\"img\""), 3);
    EXPECT_EQ(count_of(html, "<figcaption>"), 3);
    EXPECT_THAT(html, HasSubstr("<title id=\"chart-1-title\">Punkte je Vorschlag</title>"));
    EXPECT_THAT(html, HasSubstr("Unten steht „请"));
}

TEST(Html, NoIdStandsTwiceAndEveryReferenceLeadsSomewhere) {
    const auto html = to_html(sample_minutes());
    static const std::regex given(" id=\"([^\"]*)\""), linked("(?:href=\"#|url\\(#)([^\")]*)");
    std::set<std::string> ids;
    for (std::sregex_iterator at(html.begin(), html.end(), given), end; at != end; ++at)
        EXPECT_TRUE(ids.insert((*at)[1]).second) << (*at)[1];
    for (std::sregex_iterator at(html.begin(), html.end(), linked), end; at != end; ++at)
        EXPECT_TRUE(ids.contains((*at)[1])) << (*at)[1];
}

TEST(Html, TheTableOfContentsNamesEveryActivity) {
    const auto html = to_html(sample_minutes());
    EXPECT_THAT(html, HasSubstr("<a href=\"#activity-2\">Ideen für die Grünstraße</a>"));
    EXPECT_THAT(html, HasSubstr("<a href=\"#notice\">"));
    EXPECT_THAT(html, HasSubstr("<a class=\"skip\" href=\"#content\">"));
}

TEST(Html, AnEmptySessionIsStillADocument) {
    const auto html = to_html(empty_minutes());
    expect_sound(html);
    EXPECT_THAT(html, HasSubstr("Ohne Titel"));
    EXPECT_THAT(html, HasSubstr("niemand"));
    EXPECT_THAT(html, HasSubstr("Es wurde kein Hinweis gezeigt."));
    EXPECT_THAT(html, HasSubstr("Dieser Workshop hatte keine Agenda."));
}

TEST(Html, TheHouseStandsAboveWithItsLogoInside) {
    const house whose{"Stadt Ulm", R"(<svg xmlns="http://www.w3.org/2000/svg" width="2" height="4"/>)", "Ein \"Turm\"",
                      "#7a1f3d"};
    const auto html = to_html(sample_minutes(), {}, edition::full, whose);
    EXPECT_EQ(imbalance(html), "");
    EXPECT_THAT(html, HasSubstr(R"(<img src="data:image/svg+xml;base64,PHN2Zy)"));
    EXPECT_THAT(html, HasSubstr(R"(alt="Ein &quot;Turm&quot;")"));
    EXPECT_THAT(html, HasSubstr(">Stadt Ulm</p>"));
    EXPECT_EQ(count_of(html, "{ --accent: #7a1f3d; }"), 2);
    EXPECT_THAT(to_html(sample_minutes(), {}, edition::full, {"Stadt Ulm", "no picture", "", ""}),
                Not(HasSubstr("<img")));
}

TEST(Html, AThousandEntriesAndTwoThousandItemsFit) {
    auto minutes = sample_minutes();
    minutes.activities[1].entries.assign(1000, {.text = "Idee", .section = "ideas", .cluster = {}, .comments = {}});
    minutes.activities.push_back(dots_vote(2000));
    const auto html = to_html(minutes);
    expect_sound(html);
    EXPECT_EQ(count_of(html, ">Idee</p>"), 1000);
    EXPECT_THAT(html, HasSubstr("1.000 Beiträge"));
    EXPECT_THAT(html, HasSubstr(">1. Vorschlag 2000</th><td>2.000</td>"));
}

}  // namespace
}  // namespace klartext::protocol
