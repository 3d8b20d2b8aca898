#include <gmock/gmock.h>

#include "suggestions/suggestions.hpp"
#include "suggestions/theme_names.hpp"
#include "unit/suggestions/shuffled.hpp"

namespace klartext::suggestions {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using texts = std::vector<std::string>;

const texts workshop{"Mehr Radwege",          "Radwege sanieren",       "Bäume pflanzen", "Sichere Radwege für Kinder",
                     "Mehr Bäume im Viertel", "Öffentliche Toiletten",  "Bäume gießen",   "Radweg an der Hauptstraße",
                     "Zebrastreifen",         "Alte Bäume nicht fällen"};

TEST(Themes, GatherTextsOnTheSameMatterAndLeaveOutWhatFitsNowhere) {
    const auto found = themes(workshop, language::german);
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_THAT(found[0].texts, ElementsAre(2, 4, 6, 9));
    EXPECT_THAT(found[1].texts, ElementsAre(0, 1, 3, 7));
}

TEST(Themes, AreNamedByWordsOfTheirOwnInTheSpellingUsedMost) {
    const auto found = themes(workshop, language::german);
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[0].words.at(0), "Bäume");
    EXPECT_EQ(found[1].words.at(0), "Radwege") << "three times, Radweg once";
    for (const auto& theme : found) EXPECT_LE(theme.words.size(), 3u);
}

TEST(Themes, AreNotNamedByWhatAllTextsHave) {
    const texts all{"Altona Radweg", "Altona Radweg", "Altona Bänke", "Altona Bänke"};
    const std::vector<std::vector<std::size_t>> groups{{0, 1}, {2, 3}};
    const auto names = names_of(groups, all, read_all(all, language::german), language::german);
    ASSERT_THAT(names, SizeIs(2));
    EXPECT_EQ(names[0].at(0), "Radweg");
    EXPECT_EQ(names[1].at(0), "Bänke");
}

TEST(Themes, AreNamedByAWordBeforeItsNumber) {
    const auto found =
        themes(texts{"Tempo 30", "Tempo 30 vor der Kita", "Überall Tempo 30", "Bänke"}, language::german);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].words, ElementsAre("Tempo", "30"));
}

TEST(Themes, OfSignsAloneAreNamedByThem) {
    const auto found = themes(texts{"👍", "👍🏽", "👍", "Bänke"}, language::german);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].words, ElementsAre("👍"));
}

TEST(Themes, AreFoundInOtherLanguages) {
    const auto english =
        themes(texts{"Safer crossings", "A crossing at the school", "Benches", "Crossings for children", "Trees"},
               language::english);
    ASSERT_THAT(english, SizeIs(1));
    EXPECT_THAT(english[0].texts, ElementsAre(0, 1, 3));
    EXPECT_EQ(english[0].words.at(0), "Crossings") << "of spellings used once each the one with a capital";
    const auto chinese = themes(texts{"改善公共交通", "公共交通很方便", "咖啡", "公共交通太貴"}, language::english);
    ASSERT_THAT(chinese, SizeIs(1));
    EXPECT_THAT(chinese[0].words, ElementsAre("交通", "公共"));
    const auto hebrew = themes(texts{"תחבורה ציבורית", "עצים", "תחבורה זולה", "עוד תחבורה"}, language::german);
    ASSERT_THAT(hebrew, SizeIs(1));
    EXPECT_EQ(hebrew[0].words.at(0), "תחבורה");
}

TEST(Themes, AreNoneAmongTooFewOrTooDifferentTexts) {
    EXPECT_THAT(themes(texts{}, language::german), IsEmpty());
    EXPECT_THAT(themes(texts{"Radweg"}, language::german), IsEmpty());
    EXPECT_THAT(themes(texts{"Radweg", "Radwege"}, language::german), IsEmpty());
    EXPECT_THAT(themes(texts{"Radweg", "Bänke", "Zebrastreifen", "Tempo"}, language::german), IsEmpty());
    EXPECT_THAT(themes(texts{"", "", "", "..."}, language::german), IsEmpty());
}

TEST(Themes, OfEqualTextsAreThemes) {
    const auto found = themes(texts{"Mehr Bäume", "Mehr Bäume", "Mehr Bäume"}, language::german);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].words, ElementsAre("Bäume"));
    EXPECT_NEAR(found[0].alike, 1, 1e-6);
}

TEST(Themes, KeepToTheirOptions) {
    EXPECT_THAT(themes(workshop, language::german, {.fewest_texts = 5}), IsEmpty());
    EXPECT_THAT(themes(workshop, language::german, {.most_themes = 1}), SizeIs(1));
    EXPECT_THAT(themes(workshop, language::german, {.least_alike = 0.99}), IsEmpty());
    for (const auto& theme : themes(workshop, language::german, {.least_alike = 0.2, .fewest_texts = 2}))
        EXPECT_GE(theme.alike, 0.2);
}

TEST(Themes, AreTheSameInAnyOrder) {
    auto all = workshop;
    for (const auto& text : workshop) all.push_back(text + " bitte");
    const auto expected = themes(all, language::german);
    ASSERT_FALSE(expected.empty());
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto other = testing::shuffle(all, seed);
        const auto found = themes(other.texts, language::german);
        ASSERT_EQ(found.size(), expected.size());
        for (std::size_t theme = 0; theme < found.size(); ++theme) {
            EXPECT_EQ(testing::texts_at(found[theme].texts, other.texts),
                      testing::texts_at(expected[theme].texts, all));
            EXPECT_EQ(found[theme].words, expected[theme].words);
            EXPECT_EQ(found[theme].alike, expected[theme].alike);
        }
    }
}

}  // namespace
}  // namespace klartext::suggestions
