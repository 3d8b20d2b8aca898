#include "protocol/pdf/page_breaker.hpp"

#include <gmock/gmock.h>

namespace klartext::protocol::pdf {
namespace {

using testing::ElementsAre;

std::vector<std::size_t> firsts(const std::vector<strip_size>& strips, double room = 100) {
    std::vector<std::size_t> found;
    for (const auto& page : break_into_pages(strips, room)) found.push_back(page.first);
    return found;
}

std::vector<strip_size> strips(std::size_t count, double height) {
    return std::vector<strip_size>(count, strip_size{.height = height});
}

TEST(PageBreaker, APageIsFilledAsFarAsItGoes) {
    EXPECT_THAT(firsts(strips(10, 25)), ElementsAre(0, 4, 8));
    EXPECT_THAT(firsts(strips(4, 25)), ElementsAre(0));
}

TEST(PageBreaker, GapsCountBetweenStripsAndVanishAtTheTop) {
    auto some = strips(6, 30);
    for (auto& each : some) each.gap = 5;
    const auto pages = break_into_pages(some, 100);
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_THAT(pages[0].tops, ElementsAre(0, 35, 70));
    EXPECT_THAT(pages[1].tops, ElementsAre(0, 35, 70));
    EXPECT_DOUBLE_EQ(pages[1].used, 100);
}

TEST(PageBreaker, AHeadingGoesWithWhatItStandsAbove) {
    auto some = strips(5, 25);
    some[3].with_next = bond::firm;
    EXPECT_THAT(firsts(some), ElementsAre(0, 3));
}

TEST(PageBreaker, TwoLinesStayTogetherAtBothEndsOfAPage) {
    auto lines = strips(10, 10);
    lines.insert(lines.begin(), strip_size{.height = 90});
    lines[1].with_next = lines[9].with_next = bond::firm;
    EXPECT_THAT(firsts(lines), ElementsAre(0, 1)) << "not one line at the bottom";
    lines[0].height = 10;
    EXPECT_THAT(firsts(lines), ElementsAre(0, 9)) << "not one line at the top";
}

TEST(PageBreaker, AShortTableIsTornOnlyWhereAPageWouldStayRatherEmpty) {
    auto some = strips(12, 10);
    some[0].height = 70;
    for (std::size_t at = 1; at + 1 < some.size(); ++at) some[at].with_next = bond::weak;
    EXPECT_THAT(firsts(some), ElementsAre(0, 1, 11))
        << "70 of 100 is full enough; the table itself is longer than a page";
    some[0].height = 40;
    EXPECT_THAT(firsts(some), ElementsAre(0, 7));
}

TEST(PageBreaker, WhatHoldsTogetherForMoreThanAPageIsBrokenAllTheSame) {
    auto some = strips(10, 30);
    for (auto& each : some) each.with_next = bond::firm;
    EXPECT_THAT(firsts(some), ElementsAre(0, 3, 6, 9));
}

TEST(PageBreaker, ATableHasRoomForItsHeadOnEveryPage) {
    auto rows = strips(8, 20);
    for (auto& each : rows) each.repeated = 30;
    rows[0].repeated = 0;
    const auto pages = break_into_pages(rows, 100);
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_EQ(pages[1].first, 5u);
    EXPECT_DOUBLE_EQ(pages[1].tops[0], 30);
}

TEST(PageBreaker, AnEndOfPageIsTheEndOfThePage) {
    auto some = strips(3, 10);
    some[0].ends_page = true;
    EXPECT_THAT(firsts(some), ElementsAre(0, 1));
}

TEST(PageBreaker, NothingIsOneEmptyPage) {
    const auto pages = break_into_pages({}, 100);
    ASSERT_EQ(pages.size(), 1u);
    EXPECT_TRUE(pages[0].tops.empty());
}

TEST(PageBreaker, AStripThatIsTooHighHasAPageOfItsOwn) {
    auto some = strips(3, 10);
    some[1].height = 500;
    EXPECT_THAT(firsts(some), ElementsAre(0, 1, 2));
}

}  // namespace
}  // namespace klartext::protocol::pdf
