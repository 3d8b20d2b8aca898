#include "protocol/chart.hpp"

#include <gmock/gmock.h>

#include "tag_balance.hpp"

namespace klartext::protocol {
namespace {

using testing::HasSubstr;
using testing::Not;

chart bars(std::vector<chart::bar> of, int scale) {
    return {.title = "Punkte",
            .note = {},
            .description = "Zwei Balken",
            .legend = {},
            .scale = scale,
            .bars = std::move(of)};
}

chart stacked(std::vector<chart::bar> of) {
    return {.title = "Meinungen",
            .note = {},
            .description = "Balken",
            .legend = {"ja", "egal", "nein"},
            .bars = std::move(of)};
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
    EXPECT_THAT(svg, HasSubstr("x=\"0.00%\" y=\"50\" width=\"34.00%\" height=\"18\" fill=\"url(#chart-7-agree)\""));
    EXPECT_THAT(svg, HasSubstr("x=\"34.00%\" y=\"50\" width=\"17.00%\" height=\"18\" fill=\"url(#chart-7-pass)\""));
    EXPECT_THAT(svg, HasSubstr("x=\"51.00%\" y=\"50\" width=\"17.00%\" height=\"18\" fill=\"url(#chart-7-disagree)\""));
    EXPECT_THAT(svg, HasSubstr("<pattern id=\"chart-7-disagree\""));
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
    EXPECT_THAT(draw(bars(std::vector<chart::bar>(1, {"A", {1}, "1"}), 1), "c"), HasSubstr("height=\"50\""));
    EXPECT_THAT(draw(bars(std::vector<chart::bar>(40, {"A", {1}, "1"}), 1), "c"), HasSubstr("height=\"2000\""));
}

}  // namespace
}  // namespace klartext::protocol
