#include <gmock/gmock.h>

#include "suggestions/suggestions.hpp"
#include "suggestions/terms.hpp"
#include "suggestions/vectors.hpp"
#include "unit/suggestions/shuffled.hpp"

namespace klartext::suggestions {
namespace {

using ::testing::Each;
using ::testing::IsEmpty;
using texts = std::vector<std::string>;

std::optional<std::size_t> nearest_to_first(const texts& all, language of = language::german) {
    const auto found = nearest_neighbours(all, of).at(0);
    return found ? std::optional(found->text) : std::nullopt;
}

TEST(NearestNeighbour, HasTheSameStem) {
    EXPECT_EQ(nearest_to_first({"Radwege bauen", "Parkplätze", "Den Radweg sanieren", "Bänke"}), 2u);
    EXPECT_EQ(nearest_to_first({"safe crossings", "parking", "a safer crossing", "benches"}, language::english), 2u);
}

TEST(NearestNeighbour, HasAPartOfTheSameCompound) {
    EXPECT_EQ(nearest_to_first({"Fahrradständer", "Spielplatz", "Lastenfahrrad", "Beleuchtung"}), 2u);
}

TEST(NearestNeighbour, IsFoundInChineseAndHebrewAndAmongEmoji) {
    EXPECT_EQ(nearest_to_first({"公共交通很方便", "我喜歡咖啡", "改善公共交通"}), 2u);
    EXPECT_EQ(nearest_to_first({"תחבורה ציבורית", "עוד עצים", "לשפר תחבורה"}), 2u);
    EXPECT_EQ(nearest_to_first({"👍", "👎", "👍🏽"}), 2u);
}

TEST(NearestNeighbour, IsNobodyWhereNothingIsInCommon) {
    EXPECT_EQ(nearest_to_first({"Radweg", "Bänke"}), std::nullopt);
    EXPECT_EQ(nearest_to_first({"", "", "..."}), std::nullopt);
    EXPECT_EQ(nearest_to_first({"und die", "und die"}), std::nullopt) << "function words alone say nothing";
    EXPECT_EQ(nearest_to_first({"Radweg"}), std::nullopt);
    EXPECT_THAT(nearest_neighbours(texts{}, language::german), IsEmpty());
}

TEST(NearestNeighbour, OfEqualTextsIsAsAlikeAsCanBe) {
    const auto found = nearest_neighbours(texts{"Mehr Bäume", "Mehr Bäume"}, language::german);
    ASSERT_TRUE(found[0] && found[1]);
    EXPECT_EQ(found[0]->text, 1u);
    EXPECT_EQ(found[1]->text, 0u);
    EXPECT_NEAR(found[0]->alike, 1, 1e-6);
    EXPECT_LE(found[0]->alike, 1);
}

TEST(NearestNeighbour, IsTakenAmongThoseAskedAlone) {
    const std::vector<std::size_t> among{0, 2};
    const auto found = nearest_neighbours(texts{"Radweg", "Radweg", "Radwege"}, language::german, among);
    EXPECT_EQ(found[0]->text, 2u);
    EXPECT_EQ(found[1], std::nullopt);
}

TEST(NearestNeighbour, OfRareWordsIsNearerThanOfCommonOnes) {
    EXPECT_EQ(nearest_to_first({"Baum Hund", "Baum Gras", "Baum Moos", "Baum Laub", "Zaun Hund"}), 4u);
}

TEST(NearestNeighbour, IsTheSameInAnyOrder) {
    const texts all{"Radweg", "Radwege",  "Fahrradweg", "Bänke", "Mehr Bänke",
                    "Bank",   "Tempo 30", "Tempo 50",   "Bänke", "公共交通"};
    const auto expected = nearest_neighbours(all, language::german);
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto other = testing::shuffle(all, seed);
        const auto found = nearest_neighbours(other.texts, language::german);
        for (std::size_t text = 0; text < all.size(); ++text) {
            const auto& before = expected[other.before[text]];
            ASSERT_EQ(found[text].has_value(), before.has_value());
            if (!before) continue;
            EXPECT_EQ(other.texts[found[text]->text], all[before->text]);
            EXPECT_EQ(found[text]->alike, before->alike) << "to the last bit";
        }
    }
}

TEST(NearestNeighbour, OfLongTextsIsFound) {
    std::string one, other;
    for (int n = 0; n < 300; ++n) {
        one += "Radweg" + std::to_string(n) + ' ';
        other += "Bank" + std::to_string(n) + ' ';
    }
    one.resize(4000, 'x');
    EXPECT_EQ(nearest_to_first({one, other, one + " Ende"}), 2u);
}

TEST(NearestNeighbour, OfTooManyTextsIsRefused) {
    EXPECT_NO_THROW((void)read_all(texts(most_texts), language::german));
    EXPECT_THROW((void)nearest_neighbours(texts(most_texts + 1), language::german), std::length_error);
}

TEST(Terms, CountInFewerWordsOfEachTextTheMoreTextsThereAre) {
    EXPECT_EQ(words_that_count(0), 800u);
    EXPECT_EQ(words_that_count(250), 800u);
    EXPECT_EQ(words_that_count(most_texts), 40u);
    std::string text;
    for (int n = 0; n < 900; ++n) text += "w" + std::to_string(n) + ' ';
    EXPECT_EQ(read_all(texts{text}, language::german).texts[0].stems.size(), 800u);
}

TEST(Terms, OfTextsBeyondWhatIsReadAreTheSameWhereTheRestIs) {
    const std::string read(16 * 800, 'x');
    const auto all = read_all(texts{read + "Ende", read + "Ende", read + "ende"}, language::german);
    EXPECT_EQ(all.texts[0].same, all.texts[1].same);
    EXPECT_NE(all.texts[1].same, all.texts[2].same);
}

TEST(Terms, OfAWordWithoutEndAreBounded) {
    EXPECT_LT(read_all(texts{std::string(4000, 'a')}, language::german).texts[0].pieces.size(), 50u);
}

TEST(Vectors, HaveLengthOneOrNone) {
    const auto made = weigh(read_all(texts{"Mehr Bäume", "Bäume und Bänke", "und"}, language::german).texts);
    std::vector<double> lengths;
    for (const auto& vector : made.of) {
        double squares = 0;
        for (const auto& [term, value] : vector) squares += static_cast<double>(value) * value;
        lengths.push_back(squares);
    }
    EXPECT_THAT(lengths, Each(::testing::AnyOf(::testing::DoubleNear(1, 1e-5), 0.0)));
    EXPECT_EQ(std::ranges::count(lengths, 0.0), 1);
}

TEST(Vectors, LeaveOutWhatIsInMostTextsWhereThereIsTooMuchToAddUp) {
    const auto all = read_all(texts{"Baum Radweg", "Baum Tempo", "Baum Gras"}, language::german);
    const auto with = weigh(all.texts).of[0].size();
    EXPECT_LT(weigh(all.texts, 20).of[0].size(), with);
    EXPECT_EQ(weigh(all.texts, 0).of[0].size(), 0u);
}

}  // namespace
}  // namespace klartext::suggestions
