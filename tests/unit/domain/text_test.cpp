#include "domain/text.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <utility>
#include <vector>

namespace klartext::domain {
namespace {

TEST(Text, IsCountedInCodePoints) {
    EXPECT_EQ(code_points("Bäume 🌳"), 7u);
    EXPECT_EQ(code_points("זה"), 2u);
}

TEST(Text, LosesWhiteSpaceOfEveryScriptAtItsEndsOnly) {
    EXPECT_EQ(trimmed("\u2003\u00a0 a\u3000b \u2028\n"), "a\u3000b");
    EXPECT_EQ(trimmed(" \t\u205f"), "");
    EXPECT_EQ(trimmed("\u200d"), "\u200d") << "a joiner is no white space";
}

TEST(Text, OfWhichNothingCanBeSeenIsEmpty) {
    for (const auto* text : {"", " \n", "\u200b", "\u200b \u200b\n", "\u00ad", "\u200d\ufe0f", "\u202e\u2066\u2069",
                             "\ufeff", "\u3164", "\u2800\u3000", "\U000e0020\U000e007f"}) {
        const auto checked = checked_text(text, 100, emptiness::refused);
        ASSERT_FALSE(checked) << text;
        EXPECT_EQ(checked.error(), refusal::text_empty);
        EXPECT_TRUE(checked_text(text, 100, emptiness::allowed)) << text;
    }
}

TEST(Text, KeepsInvisibleMarksBesideWhatCanBeSeen) {
    for (const auto* text :
         {"\u200fשלום\u200f", "👩\u200d🌾", "❤\ufe0f", "\u202b.\u202c", "नमस्\u200dते", "\u0301", "\u200b1"}) {
        const auto checked = checked_text(text, 100, emptiness::refused);
        ASSERT_TRUE(checked) << text;
        EXPECT_EQ(*checked, text);
    }
}

TEST(Text, IsTheSameNameInUpperAndLowerCase) {
    const std::vector<std::pair<std::string_view, std::string_view>> same{
        {"Verkehr", "verkehr"}, {"ÄÖÜ ẞ", "äöü ß"}, {"ŁÓDŹ", "łódź"}, {"Česko", "ČESKO"}, {"ŞTEFAN ȘI", "ştefan și"},
        {"ΟΔΟΣ", "οδος"},       {"οδός", "ΟΔΌΣ"},   {"ЁЖ Ґ", "ёж ґ"}, {"ĐƯỜNG", "đường"}, {"🌳 A", "🌳 a"},
    };
    for (const auto& [left, right] : same) EXPECT_TRUE(same_but_for_case(left, right)) << left << ' ' << right;
    const std::vector<std::pair<std::string_view, std::string_view>> others{
        {"Bus", "Busse"}, {"Busse", "Bus"}, {"Maß", "Mass"}, {"a", "ä"}, {"", "a"}, {"[", "{"}, {"×", "÷"}, {"1", "2"},
    };
    for (const auto& [left, right] : others) EXPECT_FALSE(same_but_for_case(left, right)) << left << ' ' << right;
}

}  // namespace
}  // namespace klartext::domain
