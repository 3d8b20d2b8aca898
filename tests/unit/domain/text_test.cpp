#include "domain/text.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace klartext::domain
