#include "protocol/writing.hpp"

#include <gtest/gtest.h>

namespace klartext::protocol {
namespace {

TEST(Writing, TheFirstLetterWithADirectionDecides) {
    EXPECT_TRUE(reads_right_to_left("שלום"));
    EXPECT_TRUE(reads_right_to_left("12: – 🌳 مرحبا hello"));
    EXPECT_FALSE(reads_right_to_left("hello שלום"));
    EXPECT_FALSE(reads_right_to_left("12"));
    EXPECT_FALSE(reads_right_to_left("\xFF\xD7"));
    EXPECT_FALSE(reads_right_to_left(""));
}

TEST(Writing, AnyLetterToTheLeftIsFound) {
    EXPECT_TRUE(holds_right_to_left("hello שלום"));
    EXPECT_FALSE(holds_right_to_left("hello 请 🌳"));
}

TEST(Writing, TheLettersTellTheLanguage) {
    EXPECT_EQ(complex_language_of("Straße مرحبا שלום").language, "ar");
    EXPECT_EQ(complex_language_of("שלום مرحبا").language, "he");
    EXPECT_EQ(complex_language_of("").language, "he");
    EXPECT_EQ(asian_language_of("请在街上").language, "zh");
    EXPECT_EQ(asian_language_of("日本の").language, "ja");
    EXPECT_EQ(asian_language_of("서울").language, "ko");
}

TEST(Writing, OnlyLettersThatRunToTheLeftAreSetApart) {
    EXPECT_EQ(set_apart("Bank 🌳 (neu)"), "Bank 🌳 (neu)");
    const auto apart = set_apart("שלום 8:00");
    EXPECT_EQ(apart, "\u200E\u2068שלום 8:00\u2069");
    EXPECT_FALSE(reads_right_to_left(apart + ": Beiträge"));
}

}  // namespace
}  // namespace klartext::protocol
