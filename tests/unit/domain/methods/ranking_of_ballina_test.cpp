#include "domain/methods/ranking.hpp"

#include <gtest/gtest.h>

#include <ctime>

#include "tally/preflib.hpp"
#include "unit/domain/methods/real_ballots.hpp"
#include "unit/domain/methods/shuffled.hpp"

namespace klartext::domain {
namespace {

/// An election with 47,458 rankings, read once.
struct ballina {
    tally::preflib_rankings cast;
    nlohmann::json expected = real_json("nsw-ballina-2015/expected.json");

    ballina() {
        auto file = real_ballots("nsw-ballina-2015/00058-00000003.soi");
        cast = std::get<tally::preflib_rankings>(tally::read_preflib(file));
    }
    [[nodiscard]] ranking_result counted(ranking_rules rules = {}) const { return tally(rules, 7, cast.ballots); }
    [[nodiscard]] const std::string& name(item_number item) const {
        return cast.alternatives.at(static_cast<std::size_t>(item));
    }
};

const ballina& election() {
    static const ballina once;
    return once;
}

TEST(RankingOfBallina, FirstPlacesAndRankedAreAsPublished) {
    const auto result = election().counted();
    const auto& expected = election().expected;
    EXPECT_EQ(result.ballots, expected.at("ballots"));
    EXPECT_EQ(result.abstentions, 0);
    for (item_number item = 0; item < 7; ++item) {
        const auto& row = result.rows.at(static_cast<std::size_t>(item));
        EXPECT_EQ(row.first, expected.at("first_preferences").at(election().name(item)));
        EXPECT_EQ(row.ranked, expected.at("ballots_that_rank_the_candidate_at_all").at(election().name(item)));
    }
}

TEST(RankingOfBallina, EachReadingOfBordaGivesItsPoints) {
    for (const auto& [reading, where] : {std::pair{unranked_items::nothing, "borda_unranked_get_0"},
                                         {unranked_items::share_rest, "borda_unranked_share_the_rest_equally"},
                                         {unranked_items::counted_down, "borda_modified_k_down_to_1"}}) {
        const auto result = election().counted({.unranked = reading});
        for (item_number item = 0; item < 7; ++item)
            EXPECT_EQ(result.rows.at(static_cast<std::size_t>(item)).points,
                      election().expected.at(where).at(election().name(item)).get<double>())
                << where;
    }
}

TEST(RankingOfBallina, EachPairIsAsExpectedAndSmithBeatsEverybody) {
    const auto result = election().counted();
    const auto& pairs = election().expected.at("pairwise_row_preferred_to_column_unranked_lose");
    for (std::size_t one = 0; one < 7; ++one)
        for (std::size_t other = 0; other < 7; ++other)
            EXPECT_EQ(
                result.pairwise[one][other],
                one == other
                    ? 0
                    : pairs.at(election().cast.alternatives[one]).at(election().cast.alternatives[other]).get<int>());
    EXPECT_EQ(election().name(result.condorcet_winner.value()), election().expected.at("condorcet_winner"));
    EXPECT_EQ(result.smith_set, std::vector{*result.condorcet_winner});
}

TEST(RankingOfBallina, EachRoundOfTheRunoffIsAsExpected) {
    const auto result = election().counted();
    const auto& rounds = election().expected.at("instant_runoff_rounds_to_last_two");
    ASSERT_EQ(result.runoff.size(), rounds.size());
    for (std::size_t at = 0; at < rounds.size(); ++at) {
        std::map<std::string, int> votes;
        for (const auto& [item, ballots] : result.runoff[at].counts) votes[election().name(item)] = ballots;
        EXPECT_EQ(votes, (rounds[at].at("votes").get<std::map<std::string, int>>()));
        EXPECT_EQ(result.runoff[at].exhausted, rounds[at].at("exhausted"));
        std::vector<std::string> eliminated, expected;
        for (const auto item : result.runoff[at].eliminated) eliminated.push_back(election().name(item));
        if (rounds[at].contains("eliminated")) expected.push_back(rounds[at].at("eliminated"));
        EXPECT_EQ(eliminated, expected);
    }
    EXPECT_EQ(election().name(result.runoff_winner.value()), election().expected.at("instant_runoff_winner"));
}

TEST(RankingOfBallina, TheOrderOfTheBallotsDoesNotMatter) {
    EXPECT_EQ(tally(ranking_rules{}, 7, shuffled(election().cast.ballots)), election().counted());
}

TEST(RankingOfBallina, IsCountedInWellUnderASecond) {
    const auto began = std::clock();  // of the processor: others may keep the machine busy
    const auto result = election().counted();
    const auto milliseconds = 1000 * (std::clock() - began) / CLOCKS_PER_SEC;
    RecordProperty("milliseconds", static_cast<int>(milliseconds));
    EXPECT_LT(milliseconds, 700);
    EXPECT_EQ(result.ballots, 47'458);
}

}  // namespace
}  // namespace klartext::domain
