#include "protocol/odt/styles.hpp"

#include <vector>

#include "protocol/card_marks.hpp"
#include "protocol/escape.hpp"
#include "protocol/odt/package.hpp"
#include "protocol/texts.hpp"

namespace klartext::protocol::odt {
namespace {

constexpr std::string_view sheet = R"xml(<office:font-face-decls>
<style:font-face style:name="Noto Sans" svg:font-family="'Noto Sans'" style:font-family-generic="swiss" style:font-pitch="variable"/>
<style:font-face style:name="Noto Sans Mono" svg:font-family="'Noto Sans Mono'" style:font-family-generic="modern" style:font-pitch="fixed"/>
<style:font-face style:name="@asian-font@" svg:font-family="'@asian-font@'" style:font-family-generic="system" style:font-pitch="variable"/>
<style:font-face style:name="@complex-font@" svg:font-family="'@complex-font@'" style:font-family-generic="system" style:font-pitch="variable"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="graphic"><style:text-properties fo:language="@language@" fo:country="@country@"/></style:default-style>
<style:default-style style:family="paragraph"><style:paragraph-properties style:tab-stop-distance="1.25cm" style:writing-mode="page" fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="Noto Sans" fo:font-size="10.5pt" fo:color="#112028" fo:language="@language@" fo:country="@country@" style:font-name-asian="@asian-font@" style:font-size-asian="10.5pt" style:language-asian="@asian@" style:country-asian="@asian-country@" style:font-name-complex="@complex-font@" style:font-size-complex="10.5pt" style:language-complex="@complex@" style:country-complex="@complex-country@" fo:hyphenate="false"/></style:default-style>
<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard" style:class="text"><style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.22cm" fo:line-height="135%" fo:orphans="3" fo:widows="3"/><style:text-properties fo:hyphenate="true" fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3"/></style:style>
<style:style style:name="Lead" style:family="paragraph" style:parent-style-name="Text_20_body" style:class="text"><style:paragraph-properties fo:keep-with-next="always"/></style:style>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:class="text"><style:paragraph-properties fo:margin-top="0.6cm" fo:margin-bottom="0.2cm" fo:line-height="120%" fo:keep-with-next="always" fo:keep-together="always"/><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>
@headings@<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:class="chapter"><style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.5cm"/>@title-size@</style:style>
<style:style style:name="Subtitle" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:class="chapter"><style:paragraph-properties fo:margin-top="0.35cm" fo:margin-bottom="0.1cm"/><style:text-properties fo:color="@accent@"/></style:style>
<style:style style:name="House" style:family="paragraph" style:parent-style-name="Standard" style:class="extra"><style:paragraph-properties fo:margin-bottom="0.3cm" fo:keep-with-next="always" fo:padding-bottom="0.25cm" fo:border="none" fo:border-bottom="3pt solid @accent@"><style:tab-stops><style:tab-stop style:position="17cm" style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="Fact" style:family="paragraph" style:parent-style-name="Standard" style:class="text"><style:paragraph-properties fo:margin-left="4.2cm" fo:text-indent="-4.2cm" fo:margin-bottom="0.08cm" fo:line-height="130%" fo:keep-with-next="always"><style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="Last_20_Fact" style:display-name="Last Fact" style:family="paragraph" style:parent-style-name="Fact" style:next-style-name="Text_20_body" style:class="text"><style:paragraph-properties fo:margin-left="4.2cm" fo:text-indent="-4.2cm" fo:margin-bottom="0.3cm"/></style:style>
<style:style style:name="Note" style:family="paragraph" style:parent-style-name="Text_20_body" style:class="text"><style:text-properties fo:color="#4a5b63" fo:font-style="italic" style:font-style-asian="italic" style:font-style-complex="italic"/></style:style>
<style:style style:name="Warning" style:family="paragraph" style:parent-style-name="Text_20_body" style:class="text"><style:paragraph-properties fo:margin-left="0.3cm" fo:margin-top="0.3cm" fo:margin-bottom="0.35cm" fo:keep-together="always" fo:background-color="#fff6df" fo:padding="0.2cm" fo:border="none" fo:border-left="3pt solid #b97900"/></style:style>
<style:style style:name="Notice" style:family="paragraph" style:parent-style-name="Text_20_body" style:class="text"/>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Text_20_body" style:class="html"><style:paragraph-properties fo:margin-left="0.8cm" fo:margin-right="0.8cm" fo:padding-left="0.25cm" fo:border="none" fo:border-left="2pt solid #c3ced3"/></style:style>
<style:style style:name="Preformatted_20_Text" style:display-name="Preformatted Text" style:family="paragraph" style:parent-style-name="Standard" style:class="html"><style:paragraph-properties fo:margin-top="0.1cm" fo:margin-bottom="0.3cm" fo:background-color="#f4f7f8" fo:padding="0.15cm"/><style:text-properties style:font-name="Noto Sans Mono" fo:font-size="9.5pt"/></style:style>
<style:style style:name="Horizontal_20_Line" style:display-name="Horizontal Line" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:class="html"><style:paragraph-properties fo:margin-bottom="0.4cm" fo:border="none" fo:border-bottom="0.5pt solid #c3ced3"/><style:text-properties fo:font-size="5pt"/></style:style>
<style:style style:name="List" style:family="paragraph" style:parent-style-name="Text_20_body" style:class="list"/>
<style:style style:name="List_20_Contents" style:display-name="List Contents" style:family="paragraph" style:parent-style-name="List" style:class="list"><style:paragraph-properties fo:margin-bottom="0.1cm"/></style:style>
<style:style style:name="List_20_Start" style:display-name="List Start" style:family="paragraph" style:parent-style-name="List_20_Contents" style:class="list"><style:paragraph-properties fo:keep-with-next="always"/></style:style>
<style:style style:name="List_20_Heading" style:display-name="List Heading" style:family="paragraph" style:parent-style-name="List" style:next-style-name="List_20_Contents" style:class="list"><style:paragraph-properties fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="Contribution" style:family="paragraph" style:parent-style-name="List" style:class="list"><style:paragraph-properties fo:margin-top="0.14cm" fo:margin-bottom="0.06cm"/></style:style>
<style:style style:name="Withdrawn" style:family="paragraph" style:parent-style-name="Contribution" style:class="list"><style:text-properties fo:color="#4a5b63" fo:font-style="italic" style:font-style-asian="italic" style:font-style-complex="italic"/></style:style>
<style:style style:name="Contribution_20_Start" style:display-name="Contribution Start" style:family="paragraph" style:parent-style-name="Contribution" style:class="list"><style:paragraph-properties fo:keep-with-next="always"/></style:style>
<style:style style:name="Withdrawn_20_Start" style:display-name="Withdrawn Start" style:family="paragraph" style:parent-style-name="Withdrawn" style:class="list"><style:paragraph-properties fo:keep-with-next="always"/></style:style>
<style:style style:name="Contribution_20_Section" style:display-name="Contribution Section" style:family="paragraph" style:parent-style-name="List" style:class="list"><style:paragraph-properties fo:margin-bottom="0.06cm"/><style:text-properties fo:color="#4a5b63" @small@/></style:style>
<style:style style:name="Comments_20_Label" style:display-name="Comments Label" style:family="paragraph" style:parent-style-name="Contribution_20_Section" style:next-style-name="Comment" style:class="list"><style:paragraph-properties fo:keep-with-next="always"/></style:style>
<style:style style:name="Comment" style:family="paragraph" style:parent-style-name="List" style:class="list"><style:paragraph-properties fo:margin-bottom="0.05cm"/></style:style>
<style:style style:name="Table_20_Contents" style:display-name="Table Contents" style:family="paragraph" style:parent-style-name="Standard" style:class="extra"><style:paragraph-properties fo:line-height="125%"/><style:text-properties fo:font-size="10pt" style:font-size-asian="10pt" style:font-size-complex="10pt" fo:hyphenate="true" fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3"/></style:style>
<style:style style:name="Table_20_Heading" style:display-name="Table Heading" style:family="paragraph" style:parent-style-name="Table_20_Contents" style:class="extra"><style:paragraph-properties fo:keep-with-next="always"/><style:text-properties @small@ fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="Number_20_Contents" style:display-name="Number Contents" style:family="paragraph" style:parent-style-name="Table_20_Contents" style:class="extra"><style:paragraph-properties fo:text-align="end"/><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="Number_20_Heading" style:display-name="Number Heading" style:family="paragraph" style:parent-style-name="Table_20_Heading" style:class="extra"><style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="After_20_Table" style:display-name="After Table" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:class="extra"><style:paragraph-properties fo:margin-bottom="0.1cm"/><style:text-properties fo:font-size="5pt"/></style:style>
<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard" style:class="extra"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:line-height="125%" fo:keep-with-next="always"/><style:text-properties @small@ fo:color="#112028"/></style:style>
<style:style style:name="Figure" style:family="paragraph" style:parent-style-name="Standard" style:class="extra"><style:paragraph-properties fo:margin-top="0.3cm" fo:keep-with-next="always"/></style:style>
<style:style style:name="Illustration" style:family="paragraph" style:parent-style-name="Caption" style:class="extra"><style:paragraph-properties fo:margin-top="0.1cm" fo:margin-bottom="0.5cm" fo:keep-with-next="auto"/></style:style>
<style:style style:name="Contents_20_Heading" style:display-name="Contents Heading" style:family="paragraph" style:parent-style-name="Heading" style:class="index"><style:text-properties fo:font-size="12pt" style:font-size-asian="12pt" style:font-size-complex="12pt"/></style:style>
<style:style style:name="Contents_20_1" style:display-name="Contents 1" style:family="paragraph" style:parent-style-name="Standard" style:class="index"><style:paragraph-properties fo:margin-top="0.06cm" fo:line-height="125%"><style:tab-stops><style:tab-stop style:position="17cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="Contents_20_2" style:display-name="Contents 2" style:family="paragraph" style:parent-style-name="Standard" style:class="index"><style:paragraph-properties fo:margin-left="0.6cm" fo:line-height="125%"><style:tab-stops><style:tab-stop style:position="16.4cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties><style:text-properties @small@/></style:style>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard" style:class="extra"><style:paragraph-properties fo:padding-top="0.15cm" fo:border="none" fo:border-top="0.5pt solid #c3ced3"><style:tab-stops><style:tab-stop style:position="17cm" style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:color="#4a5b63" fo:font-size="8.5pt" style:font-size-asian="8.5pt" style:font-size-complex="8.5pt"/></style:style>
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic" style:font-style-asian="italic" style:font-style-complex="italic"/></style:style>
<style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="Source_20_Text" style:display-name="Source Text" style:family="text"><style:text-properties style:font-name="Noto Sans Mono"/></style:style>
<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="@accent@" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>
<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>
<style:style style:name="Label" style:family="text"><style:text-properties fo:color="#4a5b63" fo:font-weight="normal" style:font-weight-asian="normal" style:font-weight-complex="normal"/></style:style>
<style:style style:name="Count" style:family="text"><style:text-properties fo:color="#4a5b63" @small@ fo:font-weight="normal" style:font-weight-asian="normal" style:font-weight-complex="normal"/></style:style>
@tones@<style:style style:name="Bullet_20_Symbols" style:display-name="Bullet Symbols" style:family="text"><style:text-properties fo:color="@accent@"/></style:style>
<style:style style:name="Graphics" style:family="graphic"><style:graphic-properties text:anchor-type="as-char" style:vertical-pos="middle" style:vertical-rel="text" fo:border="none" fo:padding="0cm" style:wrap="none"/></style:style>
<text:list-style style:name="List_20_1" style:display-name="List 1">@bullets@</text:list-style>
<text:list-style style:name="Contributions">@contributions@</text:list-style>
<text:list-style style:name="Numbering_20_1" style:display-name="Numbering 1">@numbers@</text:list-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="2cm" fo:margin-bottom="1.3cm" fo:margin-left="2cm" fo:margin-right="2cm" style:writing-mode="lr-tb"/><style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Footer">@foot@<text:tab/>@page@</text:p></style:footer></style:master-page>
</office:master-styles>
)xml";

std::string sized(std::string_view points, std::string_view more = {}) {
    const std::string size(points);
    return "<style:text-properties fo:font-size=\"" + size + "\" style:font-size-asian=\"" + size +
           "\" style:font-size-complex=\"" + size + "\"" + std::string(more) + "/>";
}

std::string headings(const std::string& accent) {
    struct kind {
        std::string_view size;
        bool coloured;
        bool ruled;
    };
    constexpr kind kinds[] = {{"15pt", true, true},
                              {"12.5pt", true, false},
                              {"11pt", false, false},
                              {"10.5pt", false, false},
                              {"10.5pt", false, false}};
    std::string out;
    int level = 0;
    for (const auto& [size, coloured, ruled] : kinds) {
        const auto number = std::to_string(++level);
        out += "<style:style style:name=\"Heading_20_" + number + "\" style:display-name=\"Heading " + number +
               R"(" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" )"
               "style:class=\"text\" style:default-outline-level=\"" +
               number + "\">";
        if (ruled)
            out +=
                R"(<style:paragraph-properties fo:margin-top="0.9cm" fo:margin-bottom="0.3cm" fo:padding-top="0.15cm" fo:border="none" fo:border-top="1.5pt solid )" +
                accent + "\"/>";
        out += sized(size, coloured ? " fo:color=\"" + accent + "\"" : "") + "</style:style>\n";
    }
    return out;
}

// Of blanks that stand for a kind of card beside its word.
std::string tones() {
    std::string out;
    for (const auto tone : all_tones()) {
        const auto name = std::string(name_of(tone));
        out += "<style:style style:name=\"Tone_20_" + name + "\" style:display-name=\"Tone " + name +
               "\" style:family=\"text\"><style:text-properties fo:background-color=\"" + std::string(colour_of(tone)) +
               "\"/></style:style>\n";
    }
    return out;
}

constexpr int list_levels = 10;

std::string indented(int level) {
    const auto tenths = 6 * level;
    const auto left = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "cm";
    return R"(<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position=")" +
           left + "\" fo:text-indent=\"-0.6cm\" fo:margin-left=\"" + left + "\"/></style:list-level-properties>";
}

std::string bullet_levels(std::string_view first, std::string_view deeper) {
    std::string out;
    for (int level = 1; level <= list_levels; ++level)
        out += "<text:list-level-style-bullet text:level=\"" + std::to_string(level) +
               R"(" text:style-name="Bullet_20_Symbols" text:bullet-char=")" +
               std::string(level == 1 ? first : deeper) + "\">" + indented(level) + "</text:list-level-style-bullet>";
    return out;
}

std::string number_levels() {
    std::string out;
    for (int level = 1; level <= list_levels; ++level)
        out += "<text:list-level-style-number text:level=\"" + std::to_string(level) +
               R"(" style:num-suffix="." style:num-format="1">)" + indented(level) + "</text:list-level-style-number>";
    return out;
}

void replace_all(std::string& in, const std::string& from, std::string_view to) {
    for (auto at = in.find(from); at != std::string::npos; at = in.find(from, at + to.size()))
        in.replace(at, from.size(), to);
}

std::string page_number(language in) {
    auto words = escaped(text_of(in, "page", {{"n", "{n}"}, {"of", "{of}"}}));
    replace_all(words, "{n}", R"(<text:page-number text:select-page="current">1</text:page-number>)");
    replace_all(words, "{of}", "<text:page-count>1</text:page-count>");
    return words;
}

}  // namespace

std::string styles_of(const look& of) {
    const bool german = of.language == language::de;
    const std::vector<std::pair<std::string, std::string>> fillings{
        {"@headings@", headings(of.accent)},
        {"@tones@", tones()},
        {"@title-size@", sized("21pt")},
        {"@small@", R"(fo:font-size="9.5pt" style:font-size-asian="9.5pt" style:font-size-complex="9.5pt")"},
        {"@bullets@", bullet_levels("•", "–")},
        {"@contributions@", bullet_levels("▪", "–")},
        {"@numbers@", number_levels()},
        {"@accent@", of.accent},
        {"@language@", german ? "de" : "en"},
        {"@country@", german ? "DE" : "GB"},
        {"@asian@", std::string(of.asian.language)},
        {"@asian-country@", std::string(of.asian.country)},
        {"@asian-font@", std::string(of.asian.font)},
        {"@complex@", std::string(of.complex.language)},
        {"@complex-country@", std::string(of.complex.country)},
        {"@complex-font@", std::string(of.complex.font)},
        {"@page@", page_number(of.language)},
        // Last: it is somebody's text, in which nothing is to be replaced.
        {"@foot@", escaped(of.foot)}};
    std::string out(sheet);
    for (const auto& [from, to] : fillings) replace_all(out, from, to);
    return std::string(xml_head) + "<office:document-styles " + std::string(namespaces) + ">\n" + out +
           "</office:document-styles>\n";
}

}  // namespace klartext::protocol::odt
