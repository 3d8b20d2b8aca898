#include "protocol/picture/picture.hpp"

#include <gtest/gtest.h>

#include <future>

#include "protocol/pdf/pdf.hpp"
#include "sample_minutes.hpp"

namespace klartext::protocol {
namespace {

constexpr auto square =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>)";

TEST(Picture, ADrawingBecomesAPictureOfItsSizeTimesTheScale) {
    const auto png = look_at(rasterised(square, 20, 10, 3));
    ASSERT_TRUE(png);
    EXPECT_EQ(png->kind, picture_kind::png);
    EXPECT_EQ(png->width, 60);
    EXPECT_EQ(png->height, 30);
}

TEST(Picture, LettersAreTheSameWhateverTheThreadHasDrawnBefore) {
    constexpr auto letters =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="200" height="20" font-family="Noto Sans">)"
        R"(<text y="15">שלום 夏 ☁ 🌳</text></svg>)";
    const auto drawn = [&] { return rasterised(letters, 200, 20, 2); };
    const auto alone = std::async(std::launch::async, drawn).get();
    const auto after = std::async(std::launch::async, [&] {
                           (void)to_pdf(sample_minutes());
                           return drawn();
                       }).get();
    EXPECT_EQ(after, alone);
}

TEST(Picture, TheSizeOfADrawingIsItsOwnOrThatOfItsBox) {
    EXPECT_EQ(look_at(square)->width, 20);
    EXPECT_EQ(look_at(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 40"/>)")->height, 40);
}

TEST(Picture, WhatIsNoPictureIsNone) {
    for (const auto* bytes : {"", "x", "\x89PNG", "\x89PNG\r\n\x1A\n", "<svg", "<html/>",
                              R"(<svg xmlns="http://www.w3.org/2000/svg" width="0" height="5"/>)",
                              R"(<svg xmlns="http://www.w3.org/2000/svg"/>)"})
        EXPECT_FALSE(look_at(bytes)) << bytes;
    EXPECT_FALSE(look_at(rasterised(square, 20, 10, 1).substr(0, 60))) << "cut";
    EXPECT_THROW((void)rasterised("no drawing", 1, 1, 1), std::runtime_error);
}

TEST(Picture, ADrawingLoadsNothingElse) {
    constexpr auto leads_out =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><image href="file:///etc/passwd" width="20" height="10"/></svg>)";
    constexpr auto empty = R"(<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>)";
    EXPECT_EQ(rasterised(leads_out, 20, 10, 1), rasterised(empty, 20, 10, 1));
}

}  // namespace
}  // namespace klartext::protocol
