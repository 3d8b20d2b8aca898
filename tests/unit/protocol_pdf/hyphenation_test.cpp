#include "protocol/pdf/hyphenation.hpp"

#include <gtest/gtest.h>

namespace klartext::protocol::pdf {
namespace {

std::string shown(std::string_view text, language in = language::de) {
    auto out = with_soft_hyphens(text, in);
    for (auto at = out.find("\xC2\xAD"); at != out.npos; at = out.find("\xC2\xAD")) out.replace(at, 2, "|");
    return out;
}

TEST(Hyphenation, GermanCompoundsBreakBetweenTheirPartsToo) {
    EXPECT_EQ(shown("Straßenverkehrsordnung"), "Stra|ßen|ver|kehrs|ord|nung");
}

TEST(Hyphenation, CapitalsAndUmlautsDoNotMatter) {
    EXPECT_NE(shown("ÜBERTRAGUNGSVERORDNUNG").find("ÜBER|"), std::string::npos) << shown("ÜBERTRAGUNGSVERORDNUNG");
}

TEST(Hyphenation, ShortWordsAddressesAndOtherScriptsStayWhole) {
    for (const auto* text : {"Grün und Licht", "https://example.org/gruenstrassenverordnung",
                             "ordnungsamt@stadtverwaltung.example", "שלום לכולם יותר", "请在街上多种树夏天太热了", ""})
        EXPECT_EQ(shown(text), text);
}

TEST(Hyphenation, EnglishIsBrokenTheEnglishWay) {
    const auto parted = shown("neighbourhood administration", language::en);
    EXPECT_NE(parted.find('|'), parted.npos) << parted;
    EXPECT_NE(parted, shown("neighbourhood administration", language::de));
}

TEST(Hyphenation, NothingButSoftHyphensIsAdded) {
    const std::string text = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung, „Café“ – 12.345 m²!";
    auto out = shown(text);
    std::erase(out, '|');
    EXPECT_EQ(out, text);
}

}  // namespace
}  // namespace klartext::protocol::pdf
