#include "protocol/chart.hpp"

#include <gmock/gmock.h>

#include "protocol/escape.hpp"

#include "tag_balance.hpp"

namespace klartext::protocol {
namespace {

using testing::HasSubstr;
using testing::Not;

chart bars(std::vector<bar_chart::bar> of, double scale) {
    return {.title = "Punkte", .description = "Zwei Balken", .drawn = bar_chart{{}, scale, std::move(of)}};
}

chart stacked(std::vector<bar_chart::bar> of) {
    return {
        .title = "Meinungen", .description = "Balken", .drawn = bar_chart{{"ja", "egal", "nein"}, 0, std::move(of)}};
}

TEST(Chart, TheLongestBarTakesItsFullWidthAndTheOthersTheirShare) {
    const auto svg = draw(bars({{"A", {40}, "40"}, {"B", {10}, "10"}}, 40), "c");
    EXPECT_THAT(svg, HasSubstr("width=\"84.00%\" height=\"18\" fill=\"#e14005\""));
    EXPECT_THAT(svg, HasSubstr("width=\"21.00%\" height=\"18\" fill=\"#e14005\""));
    EXPECT_THAT(svg, HasSubstr(">40</text>"));
    EXPECT_THAT(svg, HasSubstr(">10</text>"));
}

TEST(Chart, NothingGotIsNoBarAndNoDivisionByZero) {
    const auto svg = draw(bars({{"A", {0}, "0"}}, 0), "c");
    EXPECT_THAT(svg, Not(HasSubstr("#e14005")));
    EXPECT_EQ(imbalance(draw(stacked({{"A", {0, 0, 0}, "0 · 0 · 0"}}), "c")), "");
    EXPECT_EQ(imbalance(draw(bars({}, 0), "c")), "");
}

TEST(Chart, TheThreeStancesDifferByPatternAndFillTheBar) {
    const auto svg = draw(stacked({{"A", {2, 1, 1}, "2 · 1 · 1"}}), "chart-7");
    EXPECT_THAT(svg, HasSubstr("x=\"0.00%\" y=\"50\" width=\"34.00%\" height=\"18\" fill=\"#005b71\""));
    EXPECT_THAT(svg, HasSubstr("x=\"34.00%\" y=\"50\" width=\"17.00%\" height=\"18\" fill=\"url(#chart-7-dots)\""));
    EXPECT_THAT(svg, HasSubstr("x=\"51.00%\" y=\"50\" width=\"17.00%\" height=\"18\" fill=\"url(#chart-7-stripes)\""));
    EXPECT_THAT(svg, HasSubstr("<pattern id=\"chart-7-stripes\""));
    EXPECT_THAT(svg, HasSubstr(">egal</text>"));
}

TEST(Chart, LabelsAreEscapedAndTakeTwoLinesAtMost) {
    const auto svg = draw(bars({{"</svg><script>", {1}, "1"}, {std::string(4000, 'x'), {1}, "1"}}, 1), "c");
    EXPECT_EQ(imbalance(svg), "");
    EXPECT_THAT(svg, HasSubstr("&lt;/svg&gt;&lt;script&gt;"));
    EXPECT_THAT(svg, HasSubstr(">" + std::string(44, 'x') + "</text>"));
    EXPECT_THAT(svg, HasSubstr(">" + std::string(43, 'x') + "…</text>"));
}

TEST(Chart, TitleAndDescriptionAreReadAloud) {
    auto data = bars({}, 0);
    data.description = "Meist <gewählt>";
    const auto svg = draw(data, "c");
    EXPECT_THAT(svg, HasSubstr("role=\"img\""));
    EXPECT_THAT(svg, HasSubstr("aria-labelledby=\"c-title c-desc\""));
    EXPECT_THAT(svg, HasSubstr("<desc id=\"c-desc\">Meist &lt;gewählt&gt;</desc>"));
}

TEST(Chart, ItGrowsWithItsBars) {
    EXPECT_THAT(draw(bars(std::vector<bar_chart::bar>(1, {"A", {1}, "1"}), 1), "c"), HasSubstr("height=\"50\""));
    EXPECT_THAT(draw(bars(std::vector<bar_chart::bar>(40, {"A", {1}, "1"}), 1), "c"), HasSubstr("height=\"2000\""));
}

TEST(Chart, OnPaperItHasASizeAndLettersOfItsOwn) {
    const auto drawn = draw_at_width(bars({{"A", {1}, "1"}}, 1), "c", 640);
    EXPECT_EQ(drawn.width, 640);
    EXPECT_EQ(drawn.height, 42);
    EXPECT_THAT(drawn.svg, HasSubstr("width=\"640\" height=\"42\""));
    EXPECT_THAT(drawn.svg, HasSubstr("font-family=\"Noto Sans\""));
}

TEST(Chart, OnPaperShapesAndWordsCanBeHadApart) {
    const auto drawn = draw_at_width(stacked({{"Mehr & Meer", {2, 1, 1}, "2 · 1 · 1"}}), "c", 640);
    EXPECT_THAT(drawn.shapes, Not(HasSubstr("<text")));
    EXPECT_THAT(drawn.shapes, HasSubstr("url(#c-stripes)"));
    ASSERT_EQ(drawn.words.size(), 5u);
    for (const auto& each : drawn.words) EXPECT_THAT(drawn.svg, HasSubstr(">" + escaped(each.text) + "</text>"));
    const auto& second = drawn.words[1];
    EXPECT_NEAR(second.x, 0.34 * 640 + 22, 0.01);
    EXPECT_EQ(drawn.words[3].text, "Mehr & Meer");
    EXPECT_FALSE(drawn.words[3].bold);
    const auto& number = drawn.words[4];
    EXPECT_EQ(number.text, "2 · 1 · 1");
    EXPECT_TRUE(number.bold);
    EXPECT_EQ(number.x, 640);
    EXPECT_THAT(drawn.svg,
                HasSubstr("y=\"" + std::to_string(static_cast<int>(number.base)) + "\" text-anchor=\"end\""));
}

TEST(Chart, OnPaperALongWordStandsOnOneLine) {
    const std::string word = "Straßenverkehrsordnungsänderungsverfahren";
    const std::vector<bar_chart::bar> one{{"Das " + word + " braucht ein Ende", {1}, "1"}};
    EXPECT_THAT(draw_at_width(bars(one, 1), "c", 640).svg, HasSubstr(word));
}

TEST(Chart, OnPaperThereAreNoSeamsBetweenTheTilesOfAPattern) {
    const auto svg = draw_at_width(stacked({{"A", {2, 1, 1}, "2 · 1 · 1"}}), "c", 640).svg;
    EXPECT_THAT(svg, HasSubstr("height=\"14\" fill=\"#e14005\"/>\n<rect x=\"51.00%\""));
    EXPECT_THAT(svg, Not(HasSubstr("<rect width=\"8\"")));
}

chart rated_by(std::vector<int> before, std::vector<int> counts) {
    histograms of;
    if (!before.empty()) of.legend = {"Vorher", "Jetzt"};
    of.rows.push_back({"Frage", std::move(before), std::move(counts), "Ø 3,4"});
    return {.title = "<Stimmung>", .description = "Säulen", .drawn = std::move(of)};
}

TEST(Chart, AHistogramHasAColumnANumberAndAStepForEachCount) {
    const auto svg = draw(rated_by({}, {0, 4, 2}), "c");
    EXPECT_EQ(imbalance(svg), "");
    EXPECT_THAT(svg, HasSubstr("height=\"44\" fill=\"#005b71\""));
    EXPECT_THAT(svg, HasSubstr("height=\"22\" fill=\"#005b71\""));
    EXPECT_THAT(svg, HasSubstr(">4</text>"));
    EXPECT_THAT(svg, HasSubstr(">3</text>")) << "the step";
    EXPECT_THAT(svg, Not(HasSubstr(">0</text>")));
    EXPECT_THAT(svg, HasSubstr(">Ø 3,4</text>"));
}

TEST(Chart, TwoRoundsDifferByPattern) {
    const auto svg = draw(rated_by({3, 1}, {1, 3}), "c");
    EXPECT_THAT(svg, HasSubstr("fill=\"url(#c-dots)\""));
    EXPECT_THAT(svg, HasSubstr(">Vorher</text>"));
}

TEST(Chart, NobodyJudgedIsNoColumnAndNoDivisionByZero) {
    EXPECT_THAT(draw(rated_by({}, {0, 0}), "c"), Not(HasSubstr("fill=\"#005b71\"")));
    EXPECT_EQ(imbalance(draw(rated_by({}, {}), "c")), "");
}

TEST(Chart, ItIsAsHighAsItsPartsSay) {
    const std::string label(100, 'x');
    chart many = rated_by({}, {1, 2});
    auto& rows = std::get<histograms>(many.drawn).rows;
    rows = {{label, {}, {1, 2}, ""}, {"kurz", {}, {1, 2}, ""}};
    EXPECT_EQ(draw_at_width(many, "c", 640).height, histogram_height(label) + histogram_height("kurz"));
    EXPECT_EQ(draw_at_width(bars({{label, {1}, "1"}, {"kurz", {1}, "1"}}, 1), "c", 640).height,
              bar_height(label) + bar_height("kurz"));
}

chart field_of(std::vector<portfolio::point> points) {
    return {.title = "Feld",
            .description = "Feld",
            .drawn = portfolio{{"</svg>", "1", "5"}, {"Wirkung", "1", "5"}, std::move(points)}};
}

TEST(Chart, APointStandsWhereItBelongs) {
    const auto drawn = draw_at_width(field_of({{1, 0, 0}, {2, 1, 1}}), "c", 1000);
    EXPECT_EQ(imbalance(drawn.svg), "");
    EXPECT_THAT(drawn.shapes, HasSubstr("<circle cx=\"40\" cy=\"324\""));
    EXPECT_THAT(drawn.shapes, HasSubstr("<circle cx=\"960\" cy=\"24\""));
    EXPECT_THAT(draw(field_of({{1, 0, 0}}), "c"), HasSubstr("&lt;/svg&gt;"));
}

TEST(Chart, PointsThatWouldCoverEachOtherStandSideBySideAndWithinThePicture) {
    std::vector<portfolio::point> same;
    for (int n = 1; n <= 30; ++n) same.push_back({n, 0.5, 0.5});
    const auto drawn = draw_at_width(field_of(same), "c", 640);
    EXPECT_THAT(drawn.shapes, HasSubstr("cx=\"320\""));
    EXPECT_THAT(drawn.shapes, HasSubstr("cx=\"344\""));
    EXPECT_THAT(drawn.shapes, HasSubstr("cx=\"296\""));
    for (const auto& each : drawn.words) {
        EXPECT_GE(each.x, 0);
        EXPECT_LE(each.x, 640);
    }
}

}  // namespace
}  // namespace klartext::protocol
