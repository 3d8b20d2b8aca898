#include "protocol/markdown_document.hpp"

#include <cmark.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <memory>

#include "protocol/escape.hpp"
#include "sample_minutes.hpp"

namespace klartext::protocol {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string html_of(const std::string& markdown) {
    const std::unique_ptr<char, decltype(&std::free)> html(
        cmark_markdown_to_html(markdown.data(), markdown.size(), CMARK_OPT_UNSAFE), &std::free);
    return html.get();
}

// As a text stands in a list of entries, between two others.
std::string in_a_list(const std::string& text) {
    return html_of("- vorher\n- " + as_markdown(text, "  ") + "\n- nachher\n");
}

constexpr const char* hostile[] = {"# Titel",
                                   "#",
                                   "## a ##",
                                   "* a",
                                   "+ a",
                                   "- a",
                                   "-",
                                   "---",
                                   "- - -",
                                   "***",
                                   "___",
                                   "===",
                                   "1. eins",
                                   "12) zwölf",
                                   "> zitiert",
                                   "```",
                                   "~~~",
                                   "    Programm",
                                   "\tProgramm",
                                   "<b>fett</b>",
                                   "<script>x",
                                   "<!-- x",
                                   "<?php",
                                   "&lt;b&gt;",
                                   "&#65;",
                                   "*kursiv*",
                                   "**fett**",
                                   "_kursiv_",
                                   "__fett__",
                                   "`code`",
                                   "[a](https://t.example)",
                                   "![a](https://t.example)",
                                   "[a]: https://t.example",
                                   "[a][b]",
                                   "[^1]",
                                   "<https://t.example>",
                                   "a\\",
                                   "\\*a\\*",
                                   "~~weg~~",
                                   "$x$",
                                   "| a | b |\n| --- | --- |\n| c | d |",
                                   "a\n===",
                                   "a\n---",
                                   "a\n:--",
                                   "eins\nzwei",
                                   "a_b_c",
                                   "_a",
                                   "a_",
                                   "5. ",
                                   "a  "};

TEST(MarkdownDocument, NothingThatAPersonWritesBecomesMarkup) {
    for (const std::string text : hostile) {
        SCOPED_TRACE(text);
        const auto html = in_a_list(text);
        auto shown = escaped(text.substr(std::min(text.find_first_not_of(" \t"), text.size())));
        for (auto at = shown.find("&#39;"); at != std::string::npos; at = shown.find("&#39;"))
            shown.replace(at, 5, "'");
        while (shown.ends_with(' ')) shown.pop_back();
        for (auto at = shown.find('\n'); at != std::string::npos; at = shown.find('\n', at + 8))
            shown.replace(at, 1, "<br />\n");
        EXPECT_EQ(html, "<ul>\n<li>vorher</li>\n<li>" + shown + "</li>\n<li>nachher</li>\n</ul>\n");
    }
}

int count_of(const std::string& text, std::string_view part) {
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

// The facilitator's own texts are Markdown, so that they are left out.
std::string page_full_of(const std::string& text) {
    auto made = full_of(text);
    made.notice = "Hinweis";
    for (auto& activity : made.activities) activity.prompt = "Aufgabe";
    return html_of(to_markdown(made));
}

TEST(MarkdownDocument, NorDoesItInHeadingsTablesAndFacts) {
    const auto harmless = page_full_of("harmlos");
    for (const std::string text : hostile) {
        SCOPED_TRACE(text);
        const auto html = page_full_of(text);
        for (const auto* tag :
             {"<h1>",         "<h2>", "<h3>", "<h4>",     "<h5>", "<ul>", "<ol", "<li>",    "<pre>", "<code>",
              "<blockquote>", "<hr",  "<em>", "<strong>", "<a ",  "<img", "<b>", "<script", "<!--",  "<?"})
            EXPECT_EQ(count_of(html, tag), count_of(harmless, tag)) << tag << "\n" << html;
    }
}

TEST(MarkdownDocument, ReadsWellByItself) {
    const auto text = to_markdown(sample_minutes());
    EXPECT_THAT(text, StartsWith("# Bürgerwerkstatt „Zukunft Grünstraße“\n\n* **Datum:** 21. November 2026\n"));
    EXPECT_THAT(text,
                HasSubstr("\n- Mehr Bäume statt Stellplätze –\\\n  im Sommer ist es unerträglich heiß. (*Ideen*)\n"
                          "  - Ja, bitte Linden!\n  - Wer gießt sie im August?\n- Trink"));
    EXPECT_THAT(text,
                HasSubstr("\n| Vorschlag | Punkte | Stimmzettel mit Punkten |\n| --- | ---: | ---: |\n| Barriere"));
    EXPECT_THAT(text, HasSubstr("\n> **Zweck:** Ideen"));
    EXPECT_THAT(text, HasSubstr("\n*Punkte je Vorschlag:* Balkendiagramm mit 5 Balken."));
    EXPECT_THAT(text, HasSubstr("\n- =SUM(A1)\n  - @Moderation: bitte prüfen\n"));
    EXPECT_EQ(text.find("\n\n\n"), std::string::npos);
    EXPECT_TRUE(text.ends_with("\n") && !text.ends_with("\n\n"));
}

TEST(MarkdownDocument, ATextOfSeveralParagraphsStaysInItsItem) {
    EXPECT_EQ(as_markdown("eins\r\n\r\n\r\n  zwei\rdrei\n", "  "), "eins\n\n  zwei\\\n  drei");
    EXPECT_EQ(as_markdown("a\x01\xFF"), "a\uFFFD\uFFFD");
    EXPECT_EQ(as_markdown(" \n\t"), "");
    EXPECT_EQ(as_markdown("21. November", {}, false), "21. November");
    EXPECT_EQ(as_markdown("21. November"), "21\\. November");
}

TEST(MarkdownDocument, HeadingsAndListsAreWhatTheyAreInTheBlocks) {
    const auto html = html_of(to_markdown(sample_minutes()));
    EXPECT_THAT(html, HasSubstr("<h1>Bürgerwerkstatt „Zukunft Grünstraße“</h1>"));
    EXPECT_THAT(html, HasSubstr("<h3>Worum es geht</h3>"));
    EXPECT_THAT(html, HasSubstr("<h4>Sorgen · 2 Beiträge</h4>"));
    EXPECT_THAT(html, HasSubstr("<li>gemeinsam gewichten</li>"));
    EXPECT_THAT(html, HasSubstr("<em>(von der schreibenden Person zurückgezogen)</em> (<em>Sorgen</em>)\n<ul>\n<li>Das "
                                "sehe ich auch so.</li>"));
}

}  // namespace
}  // namespace klartext::protocol
