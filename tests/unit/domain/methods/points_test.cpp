#include "domain/methods/points.hpp"

#include <gtest/gtest.h>

#include <set>

#include "unit/domain/methods/real_ballots.hpp"
#include "unit/domain/methods/shuffled.hpp"

namespace klartext::domain {
namespace {

const points_rules ten_points{.budget = 10, .per_item = 6};
const points_rules ten_credits{.budget = 10, .quadratic = true};

refusal why(const points_rules& rules, points_ballot ballot) { return check(rules, 3, ballot).error(); }

TEST(Points, RulesThatContradictThemselvesAreRefused) {
    const auto allowed = [](points_rules rules) { return check(rules, 0).has_value(); };
    EXPECT_TRUE(allowed({}));
    EXPECT_TRUE(allowed({.budget = 10'000, .per_item = 10'000}));
    EXPECT_FALSE(allowed({.budget = 0}));
    EXPECT_FALSE(allowed({.budget = 10'001}));
    EXPECT_FALSE(allowed({.budget = 10, .per_item = 11}));
    EXPECT_EQ(check(points_rules{.per_item = -1}, 3).error(), refusal::bad_rules);
}

TEST(Points, ABallotMaySpendLessThanItsBudget) {
    EXPECT_TRUE(check(ten_points, 3, points_ballot{}));
    EXPECT_TRUE(check(ten_points, 3, points_ballot{{{0, 6}, {1, 4}, {2, 0}}}));
    EXPECT_TRUE(check(points_rules{.budget = 10}, 3, points_ballot{{{1, 10}}}));
}

TEST(Points, WhatTheRulesForbidIsRefused) {
    EXPECT_EQ(why(ten_points, {{{0, 6}, {1, 5}}}), refusal::too_many_dots);
    EXPECT_EQ(why({.budget = 10}, {{{0, 11}}}), refusal::too_many_dots);
    EXPECT_EQ(why(ten_points, {{{0, 7}}}), refusal::too_many_on_one_item);
    EXPECT_EQ(why(ten_points, {{{0, -1}, {1, 6}}}), refusal::negative_dots);
    EXPECT_EQ(why(ten_points, {{{3, 1}}}), refusal::unknown_item);
    EXPECT_EQ(why(ten_points, {{{-1, 1}}}), refusal::unknown_item);
}

TEST(Points, QuadraticPointsCostTheirSquare) {
    EXPECT_TRUE(check(ten_credits, 3, points_ballot{{{0, 3}, {1, 1}}}));
    EXPECT_EQ(why(ten_credits, {{{0, 3}, {1, 1}, {2, 1}}}), refusal::too_many_dots);
    EXPECT_EQ(why(ten_credits, {{{0, 4}}}), refusal::too_many_dots);
    EXPECT_EQ(why({.budget = 10'000, .quadratic = true}, {{{0, 65'536}}}), refusal::too_many_dots);
}

TEST(Points, WhereAllAreToBeSpentNoFurtherPointMayBeLeft) {
    const points_rules all{.budget = 10, .per_item = 4, .spend_all = true};
    EXPECT_EQ(why(all, {{{0, 4}, {1, 4}, {2, 1}}}), refusal::dots_left);
    EXPECT_TRUE(check(all, 3, points_ballot{{{0, 4}, {1, 4}, {2, 2}}}));
    EXPECT_TRUE(check(all, 2, points_ballot{{{0, 4}, {1, 4}}})) << "no item takes another";
    EXPECT_TRUE(check(all, 3, points_ballot{{{0, 0}}})) << "an abstention";
}

TEST(Points, WhatBuysNoFurtherQuadraticPointMayBeLeft) {
    const points_rules all{.budget = 10, .quadratic = true, .spend_all = true};
    EXPECT_TRUE(check(all, 2, points_ballot{{{0, 2}, {1, 2}}})) << "2 are left, the next costs 5";
    EXPECT_EQ(why(all, {{{0, 2}, {1, 2}}}), refusal::dots_left) << "the third item costs 1";
}

const std::vector<points_ballot> ballots{{{{1, 5}, {0, 2}}}, {{{2, 6}}}, {{{1, 1}, {2, 0}}}, {}, {{{0, 0}}}};

TEST(Points, TheTallyAddsUpPointsAndCountsAbstentions) {
    const auto result = tally(ten_points, 3, ballots);
    EXPECT_EQ(result.rows, (std::vector<points_result::row>{{2, 1}, {6, 2}, {6, 1}}));
    EXPECT_EQ(result.ballots, 5);
    EXPECT_EQ(result.abstentions, 2);
    EXPECT_EQ(tally(ten_points, 3, shuffled(ballots)), result);
}

TEST(Points, WithoutABallotEveryRowIsThere) {
    EXPECT_EQ(tally(ten_points, 2, {}).rows, (std::vector<points_result::row>{{0, 0}, {0, 0}}));
}

TEST(Points, SumsMayBeLargerThanAnInt) {
    const std::vector<points_ballot> many(300'000, {{{0, 10'000}}});
    EXPECT_EQ(tally({.budget = 10'000}, 1, many).rows[0].points, 3'000'000'000);
}

/// The votes of a conference as they came in. Of each person's valid ballots the last one counts.
struct hall {
    const points_rules rules{.budget = 99, .quadratic = true};
    int records = 0;
    std::set<std::string> people;
    std::map<std::string, points_ballot> valid;
    std::vector<refusal> refused;

    hall() {
        const auto election = real_json("beyond-conference-2025/election.json");
        for (const auto& record : election.at("votes")) {
            points_ballot ballot;
            for (const auto& vote : record.at("votes")) ballot.points[vote.at("candidate")] = vote.at("vote");
            take(record.at("voter"), std::move(ballot));
        }
    }
    void take(const std::string& person, points_ballot ballot) {
        ++records;
        people.insert(person);
        if (const auto taken = check(rules, 7, ballot); taken)
            valid[person] = std::move(ballot);
        else
            refused.push_back(taken.error());
    }
};

TEST(Points, TheHallOnAwajiIsCountedOncePerPersonAndWithoutNegativeNumbers) {
    const hall hall;
    const auto expected = real_json("beyond-conference-2025/expected.json");
    EXPECT_EQ(hall.records, 133);
    EXPECT_EQ(hall.people.size(), 124u);
    EXPECT_EQ(hall.refused, std::vector(3, refusal::negative_dots)) << "two people, one of them twice";
    std::vector<points_ballot> ballots;
    for (const auto& [person, ballot] : hall.valid) ballots.push_back(ballot);
    const auto result = tally(hall.rules, 7, ballots);
    EXPECT_EQ(result.ballots, expected.at("valid_ballots"));
    const auto& totals = expected.at("totals").at(
        "one_ballot_per_voter_ballots_with_a_negative_value_rejected__ONE_PERSON_ONE_VALID_BALLOT");
    for (std::size_t item = 0; item < 7; ++item) {
        const std::string title = expected.at("options").at(item);
        EXPECT_EQ(result.rows[item].points, totals.at(title)) << title;
        EXPECT_EQ(result.rows[item].ballots, expected.at("voters_giving_at_least_one_point").at(title)) << title;
    }
}

TEST(Points, InTheHallOnAwajiFiftyTwoSpentEveryCredit) {
    const hall hall;
    points_rules all = hall.rules;
    all.budget = 98;
    int over = 0;
    for (const auto& [person, ballot] : hall.valid) over += check(all, 7, ballot).has_error();
    EXPECT_EQ(over, 52);
}

}  // namespace
}  // namespace klartext::domain
