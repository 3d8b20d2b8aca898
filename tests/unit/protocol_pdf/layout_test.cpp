#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <set>

#include "protocol/compose.hpp"
#include "protocol/pdf/flow.hpp"
#include "protocol/pdf/write_blocks.hpp"
#include "unit/protocol/sample_minutes.hpp"

namespace klartext::protocol::pdf {
namespace {

flow laid_out(const std::vector<block>& blocks) {
    const typesetter letters_of(language::de);
    composer to(letters_of, usual_accent);
    write_document(blocks, language::de, {}, nullptr, to);
    return std::move(to.out);
}

// Texts of a real workshop's length, a little longer each, so that pages end at every possible place.
std::vector<block> awkward(std::size_t shift) {
    auto of = sample_minutes();
    of.activities.push_back(dots_vote(30));
    std::string text;
    for (std::size_t n = 0; n < shift; ++n) text += "Die Straße braucht mehr Schatten und mehr Bänke. ";
    of.notice = text + "\n\n" + text;
    of.activities[1].entries[2].text = text + text;
    return compose(of);
}

// Every text of more than one line: how many of its lines stand on each page.
void expect_no_line_alone(const flow& of, const std::vector<page_run>& pages) {
    std::map<const told_text*, std::vector<std::size_t>> lines;
    for (const auto& page : pages) {
        std::map<const told_text*, std::size_t> here;
        for (std::size_t at = page.first; at < page.first + page.tops.size(); ++at)
            for (const auto& mark : of.strips[at].marks)
                if (const auto* line = std::get_if<line_mark>(&mark)) ++here[line->text.get()];
        for (const auto& [text, count] : here) lines[text].push_back(count);
    }
    for (const auto& [text, counts] : lines) {
        if (text->laid.lines.size() < 2) continue;
        for (const auto count : counts) EXPECT_GE(count, 2u) << "of " << text->laid.lines.size();
    }
}

TEST(Layout, NoLineStandsAloneAndNoHeadingAtTheFootWhereverPagesEnd) {
    for (std::size_t shift = 1; shift < 30; shift += 3) {
        const auto of = laid_out(awkward(shift));
        const auto pages = pages_of(of);
        expect_no_line_alone(of, pages);
        for (std::size_t n = 0; n + 1 < pages.size(); ++n) {
            const auto last = pages[n].first + pages[n].tops.size() - 1;
            EXPECT_TRUE(of.strips[last].anchor.empty()) << "a heading ends page " << n + 1;
            EXPECT_NE(of.strips[last].size.with_next, bond::firm) << "page " << n + 1 << ", shift " << shift;
            EXPECT_LE(pages[n].used, a4::text_height + 0.1);
        }
    }
}

TEST(Layout, NothingIsWiderThanThePage) {
    const auto of = laid_out(awkward(3));
    for (const auto& strip : of.strips)
        for (const auto& mark : strip.marks) {
            const auto* line = std::get_if<line_mark>(&mark);
            if (!line) continue;
            const auto& at = line->text->laid.lines[line->line];
            EXPECT_GE(line->left + at.left, -0.5);
            for (const auto& each : at.pieces) EXPECT_LE(line->left + each.right, a4::text_width + 4);
        }
}

TEST(Layout, AShortListIsNotPartedFromTheWordsBeforeIt) {
    std::string words;
    for (int lines = 0; lines < 45; ++lines) {
        words += "Die Straße braucht mehr Schatten, mehr Bänke und einen Brunnen, aus dem man trinken kann. ";
        const auto of = laid_out({paragraph{words}, bullets{{"A", "B", "C"}}});
        EXPECT_LE(pages_of(of).back().first, of.strips.size() - 5) << "after " << lines;
    }
}

TEST(Layout, HeadsOfColumnsOfWordsAreNotBroken) {
    table of{.caption = "C", .note = {}, .columns = {{"Vorschlag"}, {"Kriterium"}}, .rows = {{"Termine", "Aufwand"}}};
    for (const auto* title : {"Median", "Standardabweichung", "Uneinigkeit", "Urteile", "Kein Urteil"}) {
        of.columns.push_back({title, true});
        of.rows[0].emplace_back("0,20");
    }
    const auto made = laid_out({of});
    std::set<const told_text*> broken;
    for (const auto& strip : made.strips)
        for (const auto& mark : strip.marks)
            if (const auto* line = std::get_if<line_mark>(&mark); line && line->line > 0)
                broken.insert(line->text.get());
    EXPECT_EQ(broken.size(), 1u) << "\"Kein Urteil\", which is of numbers";
}

TEST(Layout, ACardOfFewLinesIsNotParted) {
    const auto of = laid_out(compose(sample_minutes()));
    const auto pages = pages_of(of);
    for (const auto& each : of.grounds) {
        if (each.width <= 0 || each.last - each.first > 8) continue;
        const auto page_at = [&](std::size_t strip) {
            return std::ranges::find_if(pages, [&](const page_run& page) {
                return strip >= page.first && strip < page.first + page.tops.size();
            });
        };
        EXPECT_EQ(page_at(each.first), page_at(each.last));
    }
}

TEST(Layout, APageEndBeginsANewPage) {
    const std::vector<block> two{heading{1, "Eins", "one"}, page_end{}, heading{2, "Zwei", "two"},
                                 paragraph{"Auf der zweiten Seite."}};
    const auto of = laid_out(two);
    const auto pages = pages_of(of);
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_TRUE(of.strips[pages[1].first - 1].size.ends_page);
}

TEST(Layout, NumbersStandAtTheRightOfTheirColumn) {
    const auto of = laid_out(compose(sample_minutes()));
    std::map<int, std::set<long>> rights;
    for (const auto& strip : of.strips)
        for (const auto& mark : strip.marks) {
            const auto* line = std::get_if<line_mark>(&mark);
            if (!line || strip.head != 1 || line->left < 10 || line->text->laid.lines[0].pieces.empty()) continue;
            rights[static_cast<int>(line->left)].insert(
                std::lround(line->left + line->text->laid.lines[0].pieces.back().right));
        }
    ASSERT_EQ(rights.size(), 2u);
    for (const auto& [left, ends] : rights) EXPECT_EQ(ends.size(), 1u);
}

}  // namespace
}  // namespace klartext::protocol::pdf
