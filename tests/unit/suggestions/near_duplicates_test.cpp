#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "suggestions/suggestions.hpp"
#include "unit/suggestions/shuffled.hpp"

namespace klartext::suggestions {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using texts = std::vector<std::string>;

std::vector<std::vector<std::size_t>> groups(const texts& all, language of = language::german) {
    std::vector<std::vector<std::size_t>> places;
    for (const auto& group : near_duplicates(all, of)) places.push_back(group.texts);
    return places;
}

TEST(NearDuplicates, HaveTheSameWordsWhateverCasePunctuationAndSpaces) {
    const texts all{"Mehr Bäume!", "Bänke", " mehr   bäume\n", "&quot;Mehr&quot; Ba\u0308ume"};
    const auto found = near_duplicates(all, language::german);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].texts, ElementsAre(0, 2, 3));
    EXPECT_TRUE(found[0].same_words);
    EXPECT_EQ(found[0].alike, 1);
}

TEST(NearDuplicates, MayHaveOtherEndings) {
    const auto found =
        near_duplicates(texts{"Einbahnstraße", "Bänke aufstellen", "Einbahnstraßen", "Radweg"}, language::german);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].texts, ElementsAre(0, 2));
    EXPECT_FALSE(found[0].same_words);
    EXPECT_GE(found[0].alike, alike_as_duplicates);
    EXPECT_LT(found[0].alike, 1);
}

TEST(NearDuplicates, AreFoundInEveryScript) {
    EXPECT_THAT(groups({"公共交通", "咖啡", "公共交通。"}), ElementsAre(ElementsAre(0, 2)));
    EXPECT_THAT(groups({"שָׁלוֹם", "עצים", "שלום!"}), ElementsAre(ElementsAre(0, 2)));
    EXPECT_THAT(groups({"👍", "👎", "👍🏽"}), ElementsAre(ElementsAre(0, 2)));
    EXPECT_THAT(groups({"More trees please", "Benches", "more trees, please"}, language::english),
                ElementsAre(ElementsAre(0, 2)));
}

TEST(NearDuplicates, DoNotSayTheOpposite) {
    EXPECT_THAT(groups({"Sitzmöglichkeiten schaffen im Park", "Keine Sitzmöglichkeiten schaffen im Park"}), IsEmpty());
    EXPECT_THAT(
        groups({"Mehr Parkplätze am Bahnhof und am Marktplatz", "Weniger Parkplätze am Bahnhof und am Marktplatz"}),
        IsEmpty());
    EXPECT_THAT(
        groups({"Close the road for through traffic", "Don't close the road for through traffic"}, language::english),
        IsEmpty());
    EXPECT_THAT(groups({"Bitte keine Autos", "Kein Parkplatz", "Keine Autos mehr!"}), SizeIs(1));
}

TEST(NearDuplicates, AreNoneAmongDifferentTexts) {
    EXPECT_THAT(groups({"Radweg", "Bänke", "Bäume"}), IsEmpty());
    EXPECT_THAT(groups({}), IsEmpty());
    EXPECT_THAT(groups({"Radweg"}), IsEmpty());
}

TEST(NearDuplicates, AreNoneWhereNothingIsSaid) { EXPECT_THAT(groups({"", "", "...", "…", " "}), IsEmpty()); }

TEST(NearDuplicates, OfFunctionWordsAloneHaveTheSameWords) {
    EXPECT_THAT(groups({"und dann", "Und dann?", "aber wann"}), ElementsAre(ElementsAre(0, 1)));
}

TEST(NearDuplicates, DifferInSignsOfMeaning) { EXPECT_THAT(groups({"+", "-", "€"}), IsEmpty()); }

TEST(NearDuplicates, OfLongTextsDifferInTheirLastWord) {
    std::string text;
    for (int n = 0; text.size() < 4000; ++n) text += "Wort" + std::to_string(n) + ' ';
    const auto found = near_duplicates(texts{text + "Anfang", text + "Ende", text + "Ende."}, language::german);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_FALSE(found[0].same_words);
    EXPECT_EQ(groups({text + "Ende", text + "Ende."}), groups({"a", "a"}));
}

TEST(NearDuplicates, AreInOneGroupAtMost) {
    texts all;
    for (const auto* street :
         {"Große Brunnenstraße", "Grosse Brunnenstrasse", "Grosse Brunnenstrassen", "Brunnenstraße"})
        for (const auto* more : {"", " neu", " sperren"}) all.push_back(std::string(street) + more);
    std::vector<int> seen(all.size());
    for (const auto& group : groups(all)) {
        EXPECT_GE(group.size(), 2u);
        EXPECT_TRUE(std::ranges::is_sorted(group));
        for (const auto text : group) EXPECT_EQ(++seen[text], 1) << all[text];
    }
}

TEST(NearDuplicates, ComeClosestFirst) {
    const auto found = near_duplicates(texts{"Einbahnstraße", "Einbahnstraßen", "Bänke", "Bänke"}, language::german);
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_THAT(found[0].texts, ElementsAre(2, 3));
    EXPECT_THAT(found[1].texts, ElementsAre(0, 1));
}

TEST(NearDuplicates, AreFewerWhereMoreIsAskedFor) {
    const texts all{"Einbahnstraße", "Einbahnstraßen", "Bänke", "Bänke"};
    EXPECT_THAT(near_duplicates(all, language::german, 1), SizeIs(1))
        << "the same words are found whatever is asked for";
}

TEST(NearDuplicates, AreTheSameInAnyOrder) {
    const texts all{"Einbahnstraße", "Einbahnstraßen",   "Einbahnstrasse!", "Bänke",  "Bänke",   "Mehr Bänke",
                    "Tempo 30",      "Tempo 30 überall", "Tempo 50",        "Radweg", "Radwege", "Der Radweg"};
    const auto expected = near_duplicates(all, language::german);
    ASSERT_FALSE(expected.empty());
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto other = testing::shuffle(all, seed);
        const auto found = near_duplicates(other.texts, language::german);
        ASSERT_EQ(found.size(), expected.size());
        for (std::size_t group = 0; group < found.size(); ++group) {
            EXPECT_EQ(testing::texts_at(found[group].texts, other.texts),
                      testing::texts_at(expected[group].texts, all));
            EXPECT_EQ(found[group].alike, expected[group].alike);
        }
    }
}

TEST(NearDuplicates, OfARealConversationAreTheFourPairsThatDifferInSpacesAndPunctuation) {
    std::ifstream file(KLARTEXT_SOURCE_DIR "/tests/data/freshwater.jsonl");
    std::string header;
    ASSERT_TRUE(std::getline(file, header));
    const texts statements = nlohmann::json::parse(header).at("session").at("agenda").at(0).at("items");
    ASSERT_EQ(statements.size(), 80u);
    std::vector<std::vector<std::size_t>> same;
    for (const auto& group : near_duplicates(statements, language::english))
        if (group.same_words) same.push_back(group.texts);
    EXPECT_THAT(same, ::testing::UnorderedElementsAre(ElementsAre(47, 64), ElementsAre(51, 65), ElementsAre(48, 63),
                                                      ElementsAre(45, 67)));
}

}  // namespace
}  // namespace klartext::suggestions
