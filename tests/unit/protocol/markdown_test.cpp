#include "protocol/markdown.hpp"

#include <gmock/gmock.h>

namespace klartext::protocol {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Markdown, EmphasisListsAndLinksBecomeHtml) {
    EXPECT_EQ(markdown_to_safe_html("Mehr **Bäume**"), "<p>Mehr <strong>Bäume</strong></p>\n");
    EXPECT_THAT(markdown_to_safe_html("- a\n- b"), HasSubstr("<li>a</li>"));
    EXPECT_EQ(markdown_to_safe_html("[Stadt](https://example.org/?a=1&b=2)"),
              "<p><a href=\"https://example.org/?a=1&amp;b=2\">Stadt</a></p>\n");
}

TEST(Markdown, RawHtmlIsDropped) {
    const auto html = markdown_to_safe_html("Vor <b onclick=\"x()\">fett</b>\n\n<script>alert(1)</script>\n\nnach");
    EXPECT_EQ(html, "<p>Vor fett</p>\n<p>nach</p>\n");
}

TEST(Markdown, OnlyLinksToKnownPlacesRemain) {
    for (const auto* url :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)", "vbscript:x",
          "data:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd", "/relative", "//example.org", ""})
        EXPECT_EQ(markdown_to_safe_html("[klick](<" + std::string(url) + ">)"), "<p>klick</p>\n") << url;
    EXPECT_THAT(markdown_to_safe_html("<mailto:a@example.org>"), HasSubstr("href=\"mailto:a@example.org\""));
    EXPECT_THAT(markdown_to_safe_html("<javascript:alert(1)>"), Not(HasSubstr("href")));
}

TEST(Markdown, AnImageBecomesItsAlternativeText) {
    EXPECT_EQ(markdown_to_safe_html("Plan: ![Skizze *neu*](https://tracker.example/x.png)"),
              "<p>Plan: Skizze <em>neu</em></p>\n");
    EXPECT_EQ(markdown_to_safe_html("[![Bild](https://tracker.example/x.png)](javascript:x)"), "<p>Bild</p>\n");
}

TEST(Markdown, HeadingsStandBelowTheHeadingAroundThem) {
    EXPECT_EQ(markdown_to_safe_html("# A\n## B\n# C"), "<h3>A</h3>\n<h4>B</h4>\n<h3>C</h3>\n");
    EXPECT_EQ(markdown_to_safe_html("### A\n##### B", 1), "<h2>A</h2>\n<h3>B</h3>\n") << "no level is skipped";
    EXPECT_EQ(markdown_to_safe_html("## A\n# B\n###### C"), "<h3>A</h3>\n<h3>B</h3>\n<h4>C</h4>\n");
    EXPECT_EQ(markdown_to_safe_html("# A\n## B\n### C\n#### D\n##### E"),
              "<h3>A</h3>\n<h4>B</h4>\n<h5>C</h5>\n<h6>D</h6>\n<h6>E</h6>\n");
}

TEST(Markdown, BrokenInputStaysHarmless) {
    EXPECT_EQ(markdown_to_safe_html(""), "");
    EXPECT_EQ(markdown_to_safe_html("a\xFF<"), "<p>a\xEF\xBF\xBD&lt;</p>\n");
    EXPECT_NO_THROW(
        (void)markdown_to_safe_html(std::string(4000, '>') + std::string(4000, '[') + std::string(4000, '*')));
}

TEST(Markdown, AsPlainTextItKeepsListsAndAddresses) {
    EXPECT_EQ(markdown_to_text("# Zweck\n\nMehr **Bäume**,\nmehr `Bänke`.\n\n1. eins\n2. zwei\n\n- a\n- b\n\n"
                               "[Stadt](https://example.org) <https://example.net> ![Skizze](https://t.example/x)"),
              "Zweck\n\nMehr Bäume, mehr Bänke.\n\n1. eins\n2. zwei\n\n- a\n- b\n\n"
              "Stadt (https://example.org) https://example.net Skizze");
    EXPECT_EQ(markdown_to_text("a<script>x</script>\n\n<p>weg</p>"), "ax");
    EXPECT_EQ(markdown_to_text("- a\n  - b\n- c\n\nd"), "- a\n- b\n- c\n\nd");
}

}  // namespace
}  // namespace klartext::protocol
