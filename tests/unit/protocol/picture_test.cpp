#include "protocol/picture/picture.hpp"

#include <cairo.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <future>
#include <memory>

#include "protocol/pdf/pdf.hpp"
#include "sample_minutes.hpp"

namespace klartext::protocol {
namespace {

constexpr auto square =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>)";

using surface = std::unique_ptr<cairo_surface_t, decltype([](cairo_surface_t* of) { cairo_surface_destroy(of); })>;

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

/// White paper with words on it, and nothing else.
picture words(std::vector<picture_words> all) {
    const std::string bare = R"(<svg xmlns="http://www.w3.org/2000/svg" width="200" height="20"></svg>)";
    return {bare, bare, std::move(all), 200, 20};
}

struct painted_picture {
    surface pixels;
    std::uint32_t at(int x, int y) const {
        const auto* row = cairo_image_surface_get_data(pixels.get()) +
                          static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(pixels.get());
        return reinterpret_cast<const std::uint32_t*>(row)[x] & 0xFFFFFF;
    }
    bool is_blank(int from, int to) const {
        for (int x = from; x < to; ++x)
            for (int y = 0; y < 40; ++y)
                if (at(x, y) != 0xFFFFFF) return false;
        return true;
    }
    bool any(auto is) const {
        for (int x = 0; x < 400; ++x)
            for (int y = 0; y < 40; ++y)
                if (is(at(x, y))) return true;
        return false;
    }
};

painted_picture painted(const picture& of) {
    const auto png = rasterised(of, 2);
    std::string_view rest = png;
    return {surface(cairo_image_surface_create_from_png_stream(
        [](void* from, unsigned char* to, unsigned count) {
            auto& left = *static_cast<std::string_view*>(from);
            std::memcpy(to, left.data(), count);
            left.remove_prefix(count);
            return CAIRO_STATUS_SUCCESS;
        },
        &rest))};
}

bool is_grey(std::uint32_t colour) {
    const auto red = static_cast<int>(colour >> 16), green = static_cast<int>(colour >> 8 & 0xFF),
               blue = static_cast<int>(colour & 0xFF);
    return std::abs(red - green) < 32 && std::abs(green - blue) < 32;
}

TEST(Picture, WordsBeginAtTheirPlaceAndNumbersEndThere) {
    const auto text = painted(words({{"Wort", 50, 15}})),
               number = painted(words({{"12", 50, 15, words_end::end, true}}));
    EXPECT_TRUE(text.is_blank(0, 100));
    EXPECT_FALSE(text.is_blank(100, 200));
    EXPECT_TRUE(number.is_blank(100, 400));
    EXPECT_FALSE(number.is_blank(0, 100));
    const auto hebrew = painted(words({{"שלום", 50, 15}}));
    EXPECT_TRUE(hebrew.is_blank(0, 100)) << "words that run to the left stand where the others do";
    EXPECT_FALSE(hebrew.is_blank(100, 200));
}

TEST(Picture, EmojiAreInColour) {
    EXPECT_TRUE(painted(words({{"🌳", 10, 15}})).any([](auto colour) { return !is_grey(colour); }));
    EXPECT_FALSE(painted(words({{"Baum", 10, 15}})).any([](auto colour) { return !is_grey(colour); }));
}

std::string square_of(int x, int y, int side, std::uint32_t colour) {
    std::array<char, 100> made;
    const auto size =
        std::snprintf(made.data(), made.size(), R"(<rect x="%d" y="%d" width="%d" height="%d" fill="#%06x"/>)", x, y,
                      side, side, colour);
    return {made.data(), static_cast<std::size_t>(size)};
}

TEST(Picture, PlainAreasKeepTheirColourHoweverManyShadesThereAre) {
    auto busy = words({});
    busy.shapes = R"(<svg xmlns="http://www.w3.org/2000/svg" width="200" height="20">)";
    for (int n = 0; n < 400; ++n)
        busy.shapes += square_of(n % 50, n / 50, 1, static_cast<std::uint32_t>(n % 16 << 20 | n / 16 * 4));
    for (std::uint32_t n = 0; n < 8; ++n) busy.shapes += square_of(60 + static_cast<int>(n), 0, 1, 0xE14000 + n);
    busy.shapes += square_of(180, 0, 20, 0xE14005) + "</svg>";
    const auto seen = painted(busy);
    EXPECT_EQ(seen.at(390, 20), 0xE14005u);
    EXPECT_EQ(seen.at(121, 1), 0xE14005u) << "a shade that nobody tells from it";
    EXPECT_EQ(seen.at(300, 1), 0xFFFFFFu);
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
