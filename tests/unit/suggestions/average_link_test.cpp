#include "suggestions/average_link.hpp"

#include <gmock/gmock.h>

#include <random>

namespace klartext::suggestions {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using pairs = std::vector<std::vector<float>>;  // below the diagonal

std::vector<linked> link(const pairs& values, double least) {
    alike_table table(values.size());
    for (std::size_t one = 0; one < values.size(); ++one)
        for (std::size_t other = 0; other < one; ++other) table.between(one, other) = values[one][other];
    return average_link(table, values.size(), least);
}

std::vector<std::vector<std::size_t>> groups(const pairs& values, double least) {
    std::vector<std::vector<std::size_t>> all;
    for (const auto& group : link(values, least)) all.push_back(group.things);
    std::ranges::sort(all);
    return all;
}

/// Joins the two most alike again and again, by the definition.
std::vector<std::vector<std::size_t>> by_definition(const pairs& values, double least) {
    std::vector<std::vector<std::size_t>> all;
    for (std::size_t one = 0; one < values.size(); ++one) all.push_back({one});
    const auto mean = [&](const auto& left, const auto& right) {
        double sum = 0;
        for (const auto a : left)
            for (const auto b : right) sum += values[std::max(a, b)][std::min(a, b)];
        return sum / static_cast<double>(left.size() * right.size());
    };
    while (true) {
        double most = least;
        std::pair<std::size_t, std::size_t> best;
        for (std::size_t a = 0; a < all.size(); ++a)
            for (std::size_t b = 0; b < a; ++b)
                if (const auto alike = mean(all[a], all[b]); alike >= most) {
                    most = alike;
                    best = {a, b};
                }
        if (best.first == best.second) break;
        auto& into = all[best.second];
        into.insert(into.end(), all[best.first].begin(), all[best.first].end());
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(best.first));
    }
    for (auto& group : all) std::ranges::sort(group);
    std::ranges::sort(all);
    return all;
}

TEST(AverageLink, JoinsWhileGroupsAreAlikeOnAverage) {
    const pairs values{{}, {0.9f}, {0.5f, 0.3f}, {0, 0, 0.35f}};
    EXPECT_THAT(groups(values, 0.41), ElementsAre(ElementsAre(0, 1), ElementsAre(2), ElementsAre(3)));
    EXPECT_THAT(groups(values, 0.39), ElementsAre(ElementsAre(0, 1, 2), ElementsAre(3)));
}

TEST(AverageLink, SaysHowAlikeAnyTwoOfAGroupAreOnAverage) {
    const auto all = link({{}, {0.9f}, {0.5f, 0.3f}}, 0.1);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_NEAR(all[0].alike, (0.9 + 0.5 + 0.3) / 3, 1e-6);
}

TEST(AverageLink, OfNothingAndOfOneThingIsDone) {
    EXPECT_THAT(groups({}, 0.1), IsEmpty());
    EXPECT_THAT(groups({{}}, 0.1), ElementsAre(ElementsAre(0)));
}

TEST(AverageLink, EndsWhereAllAreEquallyAlike) {
    EXPECT_THAT(groups({{}, {0.5f}, {0.5f, 0.5f}, {0.5f, 0.5f, 0.5f}}, 0.5), ElementsAre(ElementsAre(0, 1, 2, 3)));
    EXPECT_THAT(groups({{}, {0}, {0, 0}}, 0.1), SizeIs(3));
}

TEST(AverageLink, GivesTheGroupsOfItsDefinition) {
    std::mt19937 drawn(1);
    for (int round = 0; round < 50; ++round) {
        pairs values(12);
        for (std::size_t one = 0; one < values.size(); ++one)
            for (std::size_t other = 0; other < one; ++other)
                values[one].push_back(static_cast<float>(drawn() % 100'000) / 100'000);
        EXPECT_EQ(groups(values, 0.55), by_definition(values, 0.55));
    }
}

}  // namespace
}  // namespace klartext::suggestions
