#include <gmock/gmock.h>

#include <map>

#include "coded_ideas.hpp"
#include "suggestions/suggestions.hpp"
#include "unit/suggestions/shuffled.hpp"

namespace klartext::suggestions {
namespace {

using klartext::testing::coded_ideas;

const coded_ideas& ideas() {
    static const auto read = klartext::testing::read_coded_ideas(KLARTEXT_SOURCE_DIR "/tests/data");
    return read;
}

double ours(const std::vector<std::string>& texts) {
    klartext::testing::neighbours found;
    for (const auto& one : nearest_neighbours(texts, language::german, ideas().categorised))
        found.push_back(one ? std::optional(one->text) : std::nullopt);
    return agreement(ideas(), found);
}

double plain(const std::vector<std::string>& texts) { return agreement(ideas(), plain_neighbours(ideas(), texts)); }

/// Whether all of these are in one group.
bool together(const std::vector<std::size_t>& places, const std::vector<duplicate_group>& groups) {
    return std::ranges::any_of(groups, [&](const duplicate_group& group) {
        return std::ranges::all_of(places, [&](auto place) { return std::ranges::count(group.texts, place) == 1; });
    });
}

std::vector<std::size_t> places_of(const std::vector<std::string>& refs) {
    std::vector<std::size_t> places;
    for (const auto& ref : refs)
        places.push_back(static_cast<std::size_t>(std::ranges::find(ideas().refs, ref) - ideas().refs.begin()));
    return places;
}

TEST(CodedIdeas, AreReadAsPublished) {
    ASSERT_EQ(ideas().refs.size(), 697u);
    EXPECT_EQ(ideas().categorised.size(), 571u);
    std::size_t motorized = 0;
    for (const auto& categories : ideas().categories) motorized += categories[0];
    EXPECT_EQ(motorized, 394u);
    EXPECT_EQ(ideas().titles[0], "Alma Wartenberg Platz aufwerten");
}

TEST(CodedIdeas, GiveThePublishedFiguresOfPlainNeighbours) {
    EXPECT_NEAR(plain(ideas().titles), 0.586, 0.0005);
    EXPECT_NEAR(plain(ideas().texts), 0.640, 0.0005);
}

TEST(NearestNeighbours, AgreeWithPeopleAtLeastAsWellAsPlainOnesByTitle) {
    const auto reached = ours(ideas().titles);
    EXPECT_GE(reached, plain(ideas().titles));
    EXPECT_GE(reached, 0.600) << "less than was measured when the features were chosen";
}

TEST(NearestNeighbours, AgreeWithPeopleAtLeastAsWellAsPlainOnesByTitleAndText) {
    const auto reached = ours(ideas().texts);
    EXPECT_GE(reached, plain(ideas().texts));
    EXPECT_GE(reached, 0.665) << "less than was measured when the features were chosen";
}

TEST(NearDuplicates, OfRealTitlesAreFoundAll) {
    std::map<std::string, std::vector<std::size_t>> same;
    for (std::size_t idea = 0; idea < ideas().titles.size(); ++idea) same[ideas().titles[idea]].push_back(idea);
    std::erase_if(same, [](const auto& entry) { return entry.second.size() < 2; });
    ASSERT_EQ(same.size(), 17u);
    const auto groups = near_duplicates(ideas().titles, language::german);
    for (const auto& [title, places] : same) EXPECT_TRUE(together(places, groups)) << title;
}

TEST(NearDuplicates, OfRealTextsAreFoundWhereOneWasSentAgain) {
    const auto groups = near_duplicates(ideas().texts, language::german);
    EXPECT_TRUE(together(places_of({"Ott621", "Ott622", "Ott623"}), groups));
    EXPECT_TRUE(together(places_of({"Ott496", "Ott497"}), groups));
    EXPECT_LE(groups.size(), 20u) << "and little else";
}

TEST(Themes, OfRealTitlesAgreeWithPeopleBetterThanChance) {
    double sum = 0, pairs = 0;
    for (const auto& theme : themes(ideas().titles, language::german))
        for (const auto one : theme.texts)
            for (const auto other : theme.texts) {
                const auto& [a, b] = std::pair{ideas().categories[one], ideas().categories[other]};
                if (one >= other || a.none() || b.none()) continue;
                sum += static_cast<double>((a & b).count()) / static_cast<double>((a | b).count());
                ++pairs;
            }
    ASSERT_GT(pairs, 500);
    EXPECT_GT(sum / pairs, 0.55) << "two ideas drawn at random reach 0.427";
}

TEST(Suggestions, OfRealTitlesAreTheSameInAnyOrder) {
    const auto& titles = ideas().titles;
    const auto other = testing::shuffle(titles, 7);
    const auto expected = themes(titles, language::german);
    const auto found = themes(other.texts, language::german);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t theme = 0; theme < found.size(); ++theme) {
        EXPECT_EQ(testing::texts_at(found[theme].texts, other.texts), testing::texts_at(expected[theme].texts, titles));
        EXPECT_EQ(found[theme].words, expected[theme].words);
    }
}

}  // namespace
}  // namespace klartext::suggestions
