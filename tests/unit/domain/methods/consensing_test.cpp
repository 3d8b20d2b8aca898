#include "domain/methods/consensing.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "unit/domain/methods/real_ballots.hpp"
#include "unit/domain/methods/shuffled.hpp"

namespace klartext::domain {
namespace {

const consensing_rules to_ten{.passive = "Alles bleibt"};

refusal why(const consensing_rules& rules, const consensing_ballot& ballot) { return check(rules, 3, ballot).error(); }

TEST(Consensing, ResistanceGoesToTwoFiveOrTen) {
    const auto allowed = [](consensing_rules rules) { return check(rules, 0).has_value(); };
    EXPECT_TRUE(allowed({}) && allowed({.highest = 5, .veto = 5}) && allowed({.highest = 2}));
    EXPECT_FALSE(allowed({.highest = 3}));
    EXPECT_FALSE(allowed({.veto = -1}));
    EXPECT_EQ(check(consensing_rules{.highest = 5, .veto = 6}, 3).error(), refusal::bad_rules);
}

TEST(Consensing, ThePassiveOptionNeedsAnother) {
    EXPECT_EQ(check(to_ten, 1).error(), refusal::bad_number_of_items);
    EXPECT_TRUE(check(to_ten, 2));
    EXPECT_TRUE(check(consensing_rules{}, 1));
    EXPECT_EQ(check(consensing_rules{.passive = std::string(4001, 'x')}, 3).error(), refusal::text_too_long);
}

TEST(Consensing, WhatTheRulesForbidIsRefused) {
    EXPECT_TRUE(check(to_ten, 3, consensing_ballot{}));
    EXPECT_TRUE(check(to_ten, 3, {{{0, 0}, {2, 10}}, {{2, "Zu laut."}}}));
    EXPECT_EQ(why(to_ten, {{{0, 11}}, {}}), refusal::value_out_of_range);
    EXPECT_EQ(why(to_ten, {{{0, -1}}, {}}), refusal::value_out_of_range);
    EXPECT_EQ(why({.highest = 5}, {{{0, 6}}, {}}), refusal::value_out_of_range);
    EXPECT_EQ(why(to_ten, {{{3, 0}}, {}}), refusal::unknown_item);
    EXPECT_EQ(why(to_ten, {{{-1, 0}}, {}}), refusal::unknown_item);
}

TEST(Consensing, AnObjectionIsATextToAnItem) {
    EXPECT_EQ(why(to_ten, {{}, {{3, "Zu laut."}}}), refusal::unknown_item);
    EXPECT_EQ(why(to_ten, {{}, {{0, " "}}}), refusal::text_empty);
    EXPECT_EQ(why(to_ten, {{}, {{0, std::string(4001, 'x')}}}), refusal::text_too_long);
    EXPECT_EQ(why({.objections = false}, {{}, {{0, "Zu laut."}}}), refusal::text_not_asked);
    EXPECT_TRUE(check(consensing_rules{.objections = false}, 3, consensing_ballot{{{0, 3}}, {}}));
}

// What the method is for: a majority prefers the first, and the second carries everybody.
TEST(Consensing, TheLeastResistanceNeedNotBeTheFirstChoiceOfMost) {
    std::vector<consensing_ballot> ballots(6, {{{0, 0}, {1, 2}, {2, 8}}, {}});
    ballots.insert(ballots.end(), 4, {{{0, 10}, {1, 1}, {2, 6}}, {}});
    const auto result = tally(to_ten, 3, ballots);
    EXPECT_EQ(result.rows[0].resistance, 40);
    EXPECT_EQ(result.rows[1].resistance, 16);
    EXPECT_EQ(result.rows[2].resistance, 72);
    EXPECT_EQ(result.rows[1].mean, 1.6);
    EXPECT_EQ(result.rows[1].acceptance, 84);
    EXPECT_EQ(result.rows[0].acceptance, 60);
    EXPECT_EQ(result.rows[0].steps, (std::vector{6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4}));
    EXPECT_NEAR(result.rows[0].dissent.value(), 0.9798, 0.0001);
}

TEST(Consensing, ItemsAreComparedByTheMeanOfThoseWhoJudged) {
    const std::vector<consensing_ballot> ballots{{{{0, 4}, {1, 3}}, {}}, {{{1, 3}}, {}}, {{{1, 3}}, {}}};
    const auto result = tally(to_ten, 2, ballots);
    EXPECT_FALSE(result.rows[0].better_than_passive) << "a sum of 4 against 9, but a mean of 4 against 3";
    EXPECT_EQ(result.rows[0].judgements, 1);
    EXPECT_EQ(result.rows[0].mean, 4);
}

TEST(Consensing, TheLastItemIsThePassiveOption) {
    const std::vector<consensing_ballot> ballots{{{{0, 4}, {1, 5}, {3, 5}}, {}}};
    const auto result = tally(to_ten, 4, ballots);
    EXPECT_EQ(result.passive_item, 3);
    EXPECT_TRUE(result.rows[0].better_than_passive);
    EXPECT_FALSE(result.rows[1].better_than_passive) << "as good is not better";
    EXPECT_FALSE(result.rows[2].better_than_passive) << "nobody judged it";
    EXPECT_FALSE(result.rows[3].better_than_passive);
    const auto without = tally({}, 4, ballots);
    EXPECT_FALSE(without.passive_item);
    EXPECT_FALSE(without.rows[0].better_than_passive);
}

TEST(Consensing, NothingIsBetterThanAPassiveOptionThatNobodyJudged) {
    const std::vector<consensing_ballot> ballots{{{{0, 0}}, {}}};
    EXPECT_FALSE(tally(to_ten, 2, ballots).rows[0].better_than_passive);
}

TEST(Consensing, AVetoIsResistanceFromAStepOn) {
    const std::vector<consensing_ballot> ballots{{{{0, 8}}, {}}, {{{0, 9}}, {}}, {{{0, 10}}, {}}};
    EXPECT_EQ(tally({.veto = 9}, 2, ballots).rows[0].vetoes, 2);
    EXPECT_EQ(tally({.veto = 10}, 2, ballots).rows[0].vetoes, 1);
    EXPECT_EQ(tally({}, 2, ballots).rows[0].vetoes, 0);
}

const std::vector<consensing_ballot> with_objections{
    {{{0, 9}}, {{0, "Zu laut. "}}}, {{{1, 2}}, {{0, "Am Rand."}}}, {{}, {{1, "Zu teuer."}}}, {}};

TEST(Consensing, ObjectionsAreSortedSoThatNoOrderOfArrivalRemains) {
    const auto result = tally(to_ten, 2, with_objections);
    EXPECT_EQ(result.rows[0].objections, (std::vector<std::string>{"Am Rand.", "Zu laut."}));
    EXPECT_EQ(result.rows[1].objections, (std::vector<std::string>{"Zu teuer."}));
    EXPECT_EQ(result.ballots, 4);
    EXPECT_EQ(result.abstentions, 1);
    EXPECT_EQ(tally(to_ten, 2, shuffled(with_objections)), result);
}

TEST(Consensing, WithoutABallotThereIsNoMean) {
    const auto result = tally({.highest = 2, .passive = "As it is"}, 2, {});
    EXPECT_EQ(result.rows, std::vector(2, consensing_result::row{.steps = {0, 0, 0}}));
    EXPECT_EQ(result.passive_item, 1);
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream stream(line + ",");
    for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
    return cells;
}

std::vector<std::vector<std::string>> table(const std::string& name) {
    std::vector<std::vector<std::string>> lines;
    auto file = real_ballots(name);
    for (std::string line; std::getline(file, line);) lines.push_back(cells_of(line));
    return lines;
}

/// Agree as no resistance, pass as 5, disagree as 10; what was left out is left out.
consensing_ballot resistance_of(const std::vector<std::string>& person, std::size_t first) {
    consensing_ballot ballot;
    for (auto cell = first; cell < person.size(); ++cell)
        if (!person[cell].empty()) ballot.resistance[static_cast<int>(cell - first)] = 5 - 5 * std::stoi(person[cell]);
    return ballot;
}

TEST(Consensing, AddsUpRealAnswersOfWhichNoneIsComplete) {
    constexpr std::size_t first = 6;  // the columns before tell about the person
    std::vector<consensing_ballot> ballots;
    for (const auto& person : table("freshwater-2017/participants-votes.csv"))
        if (person.front() != "participant") ballots.push_back(resistance_of(person, first));
    for (const auto& ballot : ballots) ASSERT_TRUE(check(to_ten, 80, ballot));
    const auto result = tally(to_ten, 80, ballots);
    EXPECT_EQ(result.ballots, 117);
    auto expected = table("freshwater-2017/expected-comments.csv");
    ASSERT_EQ(expected.size(), 81u);
    for (std::size_t item = 0; item < 80; ++item) {
        const auto& row = expected[item + 1];
        EXPECT_EQ(result.rows[item].judgements, std::stoi(row[2]));
        EXPECT_EQ(result.rows[item].resistance, std::stoi(row[10]));
        EXPECT_NEAR(result.rows[item].mean.value(), std::stod(row[11]), 0.0000005);
    }
}

}  // namespace
}  // namespace klartext::domain
