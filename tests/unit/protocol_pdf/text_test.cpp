#include "protocol/pdf/text.hpp"

#include <gmock/gmock.h>

namespace klartext::protocol::pdf {
namespace {

using testing::HasSubstr;

laid_text set(const std::string& text, double width = 300) {
    static const typesetter german(language::de);
    return german.set({{text}}, {.width = width});
}

// What a reader is told: the text of the glyphs, and what stands for those that have none.
std::string told(const laid_text& laid) {
    std::string out;
    for (const auto& line : laid.lines)
        for (const auto& each : line.pieces) out += each.stands_for.empty() ? each.text : each.stands_for;
    return out;
}

TEST(Text, IsToldAsItWasWrittenHoweverItIsBroken) {
    EXPECT_EQ(told(set("Mehr Bäume statt Stellplätze für alle.", 50)),
              "Mehr Bäume statt Stell\xC2\xADplätze für alle.");
    EXPECT_GT(set("Mehr Bäume statt Stellplätze für alle.", 50).lines.size(), 3u);
}

TEST(Text, AWordOfEightyLettersStaysWithinItsColumn) {
    const auto laid = set("Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungsänderungsgesetz", 90);
    EXPECT_LE(laid.width, 90.5);
    const auto letters = set(std::string(80, 'q'), 90);
    EXPECT_LE(letters.width, 90.5);
    EXPECT_GT(letters.lines.size(), 3u);
}

TEST(Text, RightToLeftIsToldInTheOrderOfReadingAndStandsAtTheRight) {
    const std::string hebrew = "שלום לכולם";
    const auto laid = set(hebrew);
    EXPECT_EQ(told(laid), hebrew);
    EXPECT_NEAR(laid.lines[0].right, 300, 0.5);
    EXPECT_NEAR(set("Hallo").lines[0].left, 0, 0.01);
    const auto& first = laid.lines[0].pieces.front();
    EXPECT_GT(first.glyphs.front().x, first.glyphs.back().x) << "painted from right to left";
}

TEST(Text, MixedDirectionsAreToldInTheOrderOfWriting) {
    const std::string mixed = "Auf Hebräisch: שלום (Hallo)";
    EXPECT_EQ(told(set(mixed)), mixed);
}

TEST(Text, EmojiAreColouredPicturesThatSayWhatTheyAre) {
    const auto laid = set("Baum 🌳👨‍👩‍👧!");
    std::vector<std::string> pictures;
    for (const auto& each : laid.lines[0].pieces)
        if (each.picture) pictures.push_back(each.stands_for);
    EXPECT_THAT(pictures, testing::ElementsAre("🌳", "👨‍👩‍👧"));
    EXPECT_NEAR(laid.lines[0].pieces[1].right - laid.lines[0].pieces[1].left, 1.25 * 10.5, 0.6);
    EXPECT_EQ(told(laid), "Baum 🌳👨‍👩‍👧!");
}

TEST(Text, ALineBreakOfTheWriterKeepsWordsApart) {
    EXPECT_EQ(told(set("eins\nzwei")), "eins zwei");
    EXPECT_EQ(set("eins\r\nzwei").lines.size(), 2u);
}

TEST(Text, NoFontHasItIsABoxThatSaysWhatItIs) {
    const auto laid = set("a\xF3\xB0\x80\x80z");
    ASSERT_EQ(laid.lines[0].pieces.size(), 3u);
    EXPECT_TRUE(laid.lines[0].pieces[1].unknown);
    EXPECT_EQ(laid.lines[0].pieces[1].stands_for, "\xF3\xB0\x80\x80");
}

TEST(Text, BrokenBytesAndControlCharactersAreReplaced) {
    EXPECT_EQ(printable("a\xFFz\x01\tb"), "a\xEF\xBF\xBDz\xEF\xBF\xBD    b");
    EXPECT_EQ(printable("a\r\nb\rc\xE2\x80\xA8"
                        "d"),
              "a\nb\nc\nd");
}

TEST(Text, ADigitComesFromTheFontOfTheText) { EXPECT_NEAR(set("0123456789").width, 10 * 0.572 * 10.5, 0.5); }

}  // namespace
}  // namespace klartext::protocol::pdf
