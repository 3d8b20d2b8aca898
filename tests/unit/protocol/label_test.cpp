#include "protocol/label.hpp"

#include <gmock/gmock.h>

namespace klartext::protocol {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Label, TheFirstLineWithWordsIsTaken) {
    EXPECT_EQ(one_line("\n \r\n  Mehr \t Bäume \x01 \nund Bänke"), "Mehr Bäume");
    EXPECT_EQ(one_line(" \n\t "), "");
}

TEST(Label, AShortTextStaysAndALongOneEndsInAnEllipsis) {
    EXPECT_EQ(shortened("zehn Zeich", 10), "zehn Zeich");
    EXPECT_EQ(shortened("hier sind viele Zeichen", 18), "hier sind viele…");
    EXPECT_EQ(shortened("elf Zeichen", 10), "elf Zeich…") << "a cut that keeps most of the line goes through a word";
}

TEST(Label, ACutNeverGoesThroughACharacter) {
    EXPECT_EQ(shortened("ÄÖÜÄÖÜ", 4), "ÄÖÜ…");
    EXPECT_EQ(shortened("树树树", 4), "树…") << "a Chinese character takes two columns";
    EXPECT_EQ(shortened("👨‍👩‍👧abcdef", 4), "👨‍👩‍👧a…") << "a family is one sign";
    EXPECT_EQ(shortened("👨‍👩‍👧abcdef", 2), "…");
    EXPECT_EQ(shortened("\xC3\xC3\xC3\xC3", 3), "\xC3\xC3…");
}

TEST(Label, LinesBreakBetweenWords) {
    EXPECT_THAT(wrapped("Mehr Bäume statt Stellplätze", 16, 2), ElementsAre("Mehr Bäume statt", "Stellplätze"));
    EXPECT_THAT(wrapped("Mehr Bäume statt Stellplätze und Bänke", 16, 2),
                ElementsAre("Mehr Bäume statt", "Stellplätze und…"));
    EXPECT_THAT(wrapped("  ", 16, 2), IsEmpty());
}

TEST(Label, AWordLongerThanALineIsCut) {
    EXPECT_THAT(wrapped(std::string(25, 'x'), 10, 2), ElementsAre(std::string(10, 'x'), std::string(9, 'x') + "…"));
}

TEST(Label, ASlugIsAsciiAndShort) {
    EXPECT_EQ(slug("Ideen für die Grünstraße!"), "ideen-fuer-die-gruenstrasse");
    EXPECT_EQ(slug("../../etc/passwd"), "etc-passwd");
    EXPECT_EQ(slug("Ça va, Łódź?"), "ca-va-lodz");
    EXPECT_EQ(slug("שלום 你好 🌳"), "");
    EXPECT_EQ(slug(std::string(39, 'x') + "ä"), std::string(39, 'x') + "a");
    EXPECT_EQ(slug("\xFF\xFE"), "");
}

}  // namespace
}  // namespace klartext::protocol
