#include "suggestions/words.hpp"

#include <gmock/gmock.h>

#include "suggestions/function_words.hpp"
#include "suggestions/plain_text.hpp"

namespace klartext::suggestions {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> folded(std::string_view text, language of = language::german) {
    std::vector<std::string> all;
    for (const auto& one : words_of(text, of)) all.push_back(one.folded);
    return all;
}

std::string stem(std::string_view text, language of = language::german) { return words_of(text, of).at(0).stem; }

std::vector<std::string> without_function_words(std::string_view text, language of) {
    std::vector<std::string> all;
    for (const auto& one : words_of(text, of))
        if (!one.function_word) all.push_back(one.folded);
    return all;
}

TEST(Words, AreFoldedAndKeepTheirSpelling) {
    const auto words = words_of("Große STRASSE, ﬁnden!", language::german);
    ASSERT_EQ(words.size(), 3u);
    EXPECT_EQ(words[0].spelling, "Große");
    EXPECT_EQ(words[0].folded, "grosse");
    EXPECT_EQ(words[1].folded, "strasse");
    EXPECT_EQ(words[2].folded, "finden") << "a ligature is two letters";
}

TEST(Words, TypedWithCombiningAccentsAreTheSame) {
    EXPECT_EQ(folded("Ba\u0308ume"), folded("Bäume"));
    EXPECT_EQ(words_of("Ba\u0308ume", language::german)[0].spelling, "Bäume");
}

TEST(Words, ParsedWithASoftHyphenAreTheSame) { EXPECT_THAT(folded("Fahr\u00ADrad"), ElementsAre("fahrrad")); }

TEST(Words, HaveTheStemOfTheSessionsLanguage) {
    EXPECT_EQ(stem("Radwege"), stem("Radweg"));
    EXPECT_EQ(stem("Bäume"), stem("Baum"));
    EXPECT_EQ(stem("crossings", language::english), stem("crossing", language::english));
    EXPECT_NE(stem("Häuser", language::english), stem("Haus", language::english));
}

TEST(Words, ThatOnlyJoinOthersAreMarkedInBothLanguages) {
    EXPECT_THAT(without_function_words("Die Bäume und das Gras sind für uns", language::german),
                ElementsAre("bäume", "gras"));
    EXPECT_THAT(without_function_words("It's the trees and we’re with them", language::english), ElementsAre("trees"));
    EXPECT_THAT(without_function_words("the und", language::german), ElementsAre("the"));
}

TEST(Words, OfHowMuchAreFunctionWords) {
    EXPECT_THAT(without_function_words("nicht keine ohne mehr weniger Autos", language::german), ElementsAre("autos"));
    EXPECT_THAT(without_function_words("not no without more less don’t cars", language::english), ElementsAre("cars"));
}

TEST(FunctionWords, ThatTurnAMeaningRoundHaveOneSpelling) {
    EXPECT_EQ(turning_word("keinem", language::german), turning_word("kein", language::german));
    EXPECT_EQ(turning_word("don't", language::english), turning_word("not", language::english));
    EXPECT_NE(turning_word("weniger", language::german), "");
    EXPECT_EQ(turning_word("mehr", language::german), "");
    EXPECT_EQ(turning_word("keinerseits", language::german), "");
    EXPECT_EQ(turning_word("not", language::german), "");
}

TEST(Words, OfHtmlAreWhatTheEntitiesStandFor) {
    EXPECT_THAT(folded("&quot;Bus&quot; &amp;amp; B&auml;ume&nbsp;&#8364; &#x41; &hellip;Bahn"),
                ElementsAre("bus", "bäume", "€", "a", "bahn"));
    EXPECT_THAT(folded("&quot und R&D;"), ElementsAre("quot", "und", "r"));
    EXPECT_THAT(folded("A&#0;&#xD800;&#99999999999;B &;"), ElementsAre("a", "b"));
}

TEST(Words, AreNotFoundInAddressesOfPages) {
    EXPECT_THAT(folded("siehe https://example.org/a/b?c=Rad dort, www.example.org/x"), ElementsAre("siehe", "dort"));
    EXPECT_THAT(folded("awww.so süß"), ElementsAre("awww.so", "süss"));
}

TEST(Words, AreTheSameWithAndWithoutTheEndingForWomen) {
    for (const auto* written : {"Bürger*innen", "Bürger:innen", "Bürger_innen", "Bürger/innen", "Bürger/-innen"})
        EXPECT_THAT(folded(written), ElementsAre("bürger")) << written;
    EXPECT_THAT(folded("Bürger*innenrat"), ElementsAre("bürger", "innenrat"));
    EXPECT_THAT(folded("drinnen: innen"), ElementsAre("drinnen", "innen"));
}

TEST(Words, OfChineseAreFoundWithoutSpaces) {
    EXPECT_THAT(folded("公共交通很方便。"), ElementsAre("公共", "交通", "很", "方便"));
}

TEST(Words, OfHebrewAreTheSameWithAndWithoutPoints) { EXPECT_THAT(folded("שָׁלוֹם, עולם!"), ElementsAre("שלום", "עולם")); }

TEST(Words, EmojiAndSignsCountWhateverTheirShade) {
    EXPECT_THAT(folded("Gut 👍🏽👍 + 5 €"), ElementsAre("gut", "👍", "👍", "+", "5", "€"));
    EXPECT_EQ(folded("❤️"), folded("❤"));
}

TEST(Words, AreNoneInNothing) {
    EXPECT_THAT(folded(""), IsEmpty());
    EXPECT_THAT(folded(" \n\t…!? – \"\""), IsEmpty());
}

TEST(Words, OfBrokenBytesAreRead) {
    EXPECT_THAT(folded("Rad\xC3 \xFF weg"), ::testing::Contains("weg"));
    EXPECT_THAT(folded(std::string_view("a\0b", 3)), ElementsAre("a", "b"));
}

TEST(Words, OfFourThousandCharactersAreRead) {
    std::string text;
    for (int n = 0; n < 400; ++n) text += "Fahrräder ";
    EXPECT_EQ(folded(text).size(), 400u);
    EXPECT_EQ(folded(std::string(4000, 'a')).size(), 1u);
}

TEST(PlainText, LeavesOtherTextAsItIs) { EXPECT_EQ(plain_text("R&D, 3 < 5 & Söhne; :in"), "R&D, 3 < 5 & Söhne; :in"); }

}  // namespace
}  // namespace klartext::suggestions
