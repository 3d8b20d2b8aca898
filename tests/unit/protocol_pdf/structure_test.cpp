#include <glib.h>
#include <gmock/gmock.h>

#include <set>

#include "protocol/card_marks.hpp"
#include "protocol/compose.hpp"
#include "protocol/markdown_parts.hpp"
#include "protocol/pdf/pdf.hpp"
#include "protocol/texts.hpp"
#include "read_pdf.hpp"
#include "unit/protocol/sample_minutes.hpp"

namespace klartext::protocol::pdf {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string& sample() {
    static const auto made = to_pdf(sample_minutes());
    return made;
}

const read_file& tags() {
    static const auto found = read(sample());
    return found;
}

// Everything that compose() says, in its order, without figures.
struct words_of {
    language in;
    std::string out = {};

    void say(const std::string& text) { out += text; }
    void operator()(const heading& head) { say(head.text + head.note); }
    void operator()(const paragraph& said) { say(said.text); }
    void operator()(const facts& known) {
        for (const auto& row : known.rows) say(row.label + row.value);
    }
    void operator()(const bullets& list) {
        for (const auto& item : list.items) say("•" + item);
    }
    void operator()(const cards& list) {
        for (const auto& item : list.items) {
            say(item.withdrawn + item.text + line_of_marks(item) + item.tags + item.comments_label);
            for (const auto& comment : item.comments) say(comment);
        }
    }
    void operator()(const table& data) {
        say(data.caption + data.note);
        for (const auto& column : data.columns) say(column.title);
        for (const auto& row : data.rows)
            for (const auto& cell : row) say(cell);
    }
    void operator()(const chart& data) { say(data.title + data.note); }
    void operator()(const contents&) { say(text_of(in, "contents")); }
    void operator()(const page_end&) {}
    void operator()(const markdown_text& text) { parts(markdown_to_parts(text.source, text.under_level)); }
    void parts(const std::vector<markdown_part>& all) {
        for (const auto& part : all) {
            say(part.label);
            for (const auto& run : part.runs) say(run.text);
            parts(part.parts);
        }
    }
};

// Not read from the tags by poppler: blanks, hyphens at ends of lines, marks of direction, emoji.
bool is_unread(gunichar c) {
    const bool mark = c == 0x200E || (c >= 0x2066 && c <= 0x2069);
    return g_unichar_isspace(c) || c == 0x2010 || c == 0xAD || c == 0x200D || c == 0xFE0F || c >= 0x1F000 || mark;
}

std::string bare(const std::string& text) {
    std::string out;
    for (const char* at = text.c_str(); *at; at = g_utf8_next_char(at)) {
        const auto c = g_utf8_get_char(at);
        if (is_unread(c)) continue;
        out.append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
    }
    return out;
}

/// Nothing, or what stands where they part.
std::string difference(const std::string& read, const std::string& written) {
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(read, written).in1 - read.begin());
    if (read == written) return {};
    const auto from = at < 60 ? 0 : at - 60;
    return "read:    " + read.substr(from, 120) + "\nwritten: " + written.substr(std::min(from, written.size()), 120);
}

TEST(Structure, WhateverIsPaintedIsReadOrAnArtifact) {
    EXPECT_EQ(tags().unmarked_paintings, 0);
    EXPECT_GT(tags().marks, 100);
    EXPECT_EQ(tags().orphaned_marks, 0);
    EXPECT_THAT(tags().problems, IsEmpty());
    EXPECT_TRUE(tags().marked);
}

TEST(Structure, EveryMarkBelongsToOneElement) {
    int contents = 0;
    for (const auto& each : tags().elements) contents += each.contents;
    EXPECT_EQ(contents, tags().marks);
}

TEST(Structure, FiguresHaveWordsAndHeadsOfTablesAScope) {
    int figures = 0, heads = 0;
    for (const auto& each : tags().elements) {
        if (each.role == "Figure") {
            EXPECT_TRUE(each.has_alternative) << figures;
        }
        if (each.role == "Figure") ++figures;
        if (each.role == "TH") {
            EXPECT_THAT(each.scope, testing::AnyOf("/Column", "/Row")) << heads;
        }
        if (each.role == "TH") ++heads;
    }
    EXPECT_EQ(figures, 3);
    EXPECT_EQ(heads, 4 + 7 + 3 + 5 + 5 + 4 + 3 + 3);
}

TEST(Structure, ACaptionAndItsNoteAreReadApart) {
    int captions = 0;
    for (std::size_t at = 0; at < tags().elements.size(); ++at) {
        if (tags().elements[at].role != "Caption") continue;
        ++captions;
        EXPECT_EQ(tags().elements[at].contents, 0) << "its words are in paragraphs";
        EXPECT_EQ(tags().elements[at + 1].role, "P");
    }
    EXPECT_GT(captions, 5);
}

TEST(Structure, TextsInOtherScriptsNameTheirLanguage) {
    std::set<std::string> languages;
    for (const auto& each : tags().elements) languages.insert(each.language);
    EXPECT_THAT(languages, testing::IsSupersetOf({"", "he", "zh"}));
    EXPECT_THAT(languages, Not(Contains("de"))) << "the document's own";
}

// Their glyphs are those of the other bracket, and some readers lose all that follows such a one.
TEST(Structure, BracketsInTextsThatRunToTheLeftSayWhatTheyAre) {
    const auto made = to_pdf(full_of("תאורה (LED)"));
    std::multiset<std::string> said;
    for (const auto& each : read(made).elements) said.insert(each.stands_for);
    EXPECT_GT(said.count("("), 0u);
    EXPECT_EQ(said.count("("), said.count(")"));
    EXPECT_THAT(text_by_tags(made), HasSubstr("LED"));
}

TEST(Structure, HeadingsBeginWithOneAndSkipNoLevel) {
    int before = 0, firsts = 0;
    for (const auto& each : tags().elements) {
        if (each.role.size() != 2 || each.role[0] != 'H' || !g_ascii_isdigit(each.role[1])) continue;
        const int level = each.role[1] - '0';
        EXPECT_LE(level, before + 1);
        firsts += level == 1;
        before = level;
    }
    EXPECT_EQ(firsts, 1);
}

TEST(Structure, LinksAreAnnotationsWithWords) {
    int links = 0, references = 0;
    for (const auto& each : tags().elements) {
        if (each.role != "Link") continue;
        ++links;
        references += each.references;
        EXPECT_GE(each.references, 1);
        EXPECT_GE(each.contents, 1);
    }
    EXPECT_EQ(references, tags().links);
    EXPECT_EQ(tags().links_without_words, 0);
    EXPECT_EQ(links, 16) << "15 in the contents, one in a prompt";
}

TEST(Structure, ListsHaveItemsAndCommentsAreListsInside) {
    std::vector<std::string> path;
    std::set<std::string> seen;
    for (const auto& each : tags().elements) {
        path.resize(static_cast<std::size_t>(each.depth));
        if (each.role == "LI") {
            EXPECT_EQ(path.back(), "L");
        }
        if (each.role == "LBody" || each.role == "Lbl") {
            EXPECT_EQ(path.back(), "LI");
        }
        if (each.role == "TH" || each.role == "TD") {
            EXPECT_EQ(path.back(), "TR");
        }
        if (each.role == "TR") {
            EXPECT_EQ(path.back(), "Table");
        }
        if (each.role == "TOCI") {
            EXPECT_EQ(path.back(), "TOC");
        }
        path.push_back(each.role);
        std::string joined;
        for (const auto& role : path) joined += "/" + role;
        seen.insert(joined);
    }
    EXPECT_THAT(seen, Contains("/Document/L/LI/LBody/L/LI/LBody"));
    EXPECT_THAT(seen, Contains("/Document/TOC/TOC/TOCI/Reference/Link"));
    EXPECT_THAT(seen, Contains("/Document/Table/Caption"));
}

TEST(Structure, EmojiSayWhatTheyAre) {
    std::vector<std::string> spans;
    for (const auto& each : tags().elements)
        if (each.role == "Span" && each.stands_for != "\xC2\xAD") spans.push_back(each.stands_for);
    EXPECT_THAT(spans, ElementsAre("💧", "🌳", "👨‍👩‍👧"));
}

TEST(Structure, TheDocumentSaysItsTitleAndLanguage) {
    EXPECT_EQ(tags().language, "de");
    EXPECT_EQ(tags().title, "Protokoll: Bürgerwerkstatt „Zukunft Grünstraße“");
    EXPECT_TRUE(tags().title_shown);
    EXPECT_TRUE(tags().tabs_follow_structure);
    EXPECT_THAT(tags().xmp, HasSubstr(tags().title));
    EXPECT_THAT(tags().xmp, HasSubstr("<rdf:li>de</rdf:li>"));
    EXPECT_THAT(tags().xmp, Not(HasSubstr("pdfuaid"))) << "no conformance is claimed that nobody has validated";
    EXPECT_THAT(tags().xmp, Not(HasSubstr("pdfaid")));
    EXPECT_EQ(read(to_pdf(sample_minutes(language::en))).language, "en");
}

TEST(Structure, FontsAreEmbeddedAndSayUnicode) {
    ASSERT_GE(tags().fonts.size(), 5u);
    for (const auto& font : tags().fonts) {
        EXPECT_TRUE(font.embedded) << font.name;
        EXPECT_THAT(font.name, HasSubstr("+NotoSans"));
    }
}

TEST(Structure, BookmarksAreTheHeadings) {
    EXPECT_THAT(tags().outline, Contains("Bürgerwerkstatt „Zukunft Grünstraße“"));
    EXPECT_THAT(tags().outline, Contains(" Ideen für die Grünstraße"));
    EXPECT_THAT(tags().outline, Contains("  Grün & Schatten"));
    EXPECT_EQ(tags().outline.size(), 23u);
}

TEST(Structure, TheWholeTextIsReadInOrder) {
    for (const auto in : {language::de, language::en}) {
        const auto of = sample_minutes(in);
        words_of said{in};
        for (const auto& block : compose(of)) std::visit(said, block);
        EXPECT_EQ(difference(bare(text_by_tags(to_pdf(of))), bare(text_of(in, "minutes") + said.out)), "");
    }
}

}  // namespace
}  // namespace klartext::protocol::pdf
