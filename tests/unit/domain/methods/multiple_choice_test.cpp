#include "domain/methods/multiple_choice.hpp"

#include <gtest/gtest.h>

#include "domain/limits.hpp"
#include "unit/domain/methods/shuffled.hpp"

namespace klartext::domain {
namespace {

const multiple_choice_rules any_number{};
const multiple_choice_rules two_or_three{.least = 2, .most = 3, .other = true};

refusal why(const multiple_choice_rules& rules, const multiple_choice_ballot& ballot) {
    return check(rules, 5, ballot).error();
}

bool allowed(const multiple_choice_rules& rules, int items) { return check(rules, items).has_value(); }

TEST(MultipleChoice, RulesThatNobodyCanFollowAreRefused) {
    EXPECT_TRUE(allowed(any_number, 0));
    EXPECT_TRUE(allowed(two_or_three, 5));
    EXPECT_TRUE(allowed({.most = 9}, 3));
    EXPECT_FALSE(allowed({.least = -1}, 3));
    EXPECT_FALSE(allowed({.most = -1}, 3));
    EXPECT_FALSE(allowed({.least = 3, .most = 2}, 3));
    EXPECT_EQ(check(multiple_choice_rules{.least = 4}, 3).error(), refusal::bad_number_of_items);
    EXPECT_FALSE(allowed({.most = 2'000'000'000}, 3));
}

TEST(MultipleChoice, OtherIsOneMoreThingToChoose) {
    EXPECT_TRUE(allowed({.least = 4, .other = true}, 3));
    EXPECT_TRUE(check(two_or_three, 5, {{1}, "Etwas anderes"}));
    EXPECT_EQ(why(two_or_three, {{1, 2, 3}, "Etwas anderes"}), refusal::too_many_choices);
}

TEST(MultipleChoice, WhileTheItemsAreUnknownTheMostPossibleCount) {
    EXPECT_TRUE(allowed({.least = 2000}, 0));
    EXPECT_FALSE(allowed({.least = 2001}, 0));
}

TEST(MultipleChoice, WithoutALimitEveryItemMayBeChosen) { EXPECT_TRUE(check(any_number, 5, {{4, 3, 2, 1, 0}, ""})); }

TEST(MultipleChoice, AnEmptyBallotIsAlwaysAllowed) {
    EXPECT_TRUE(check(two_or_three, 5, multiple_choice_ballot{}));
    EXPECT_TRUE(check(two_or_three, 5, {{}, " \n "}));
}

TEST(MultipleChoice, WhatTheRulesForbidIsRefused) {
    EXPECT_EQ(why(two_or_three, {{4}, ""}), refusal::too_few_choices);
    EXPECT_EQ(why(two_or_three, {{0, 1, 2, 3}, ""}), refusal::too_many_choices);
    EXPECT_EQ(why(two_or_three, {{1, 1}, ""}), refusal::item_named_twice);
    EXPECT_EQ(why(two_or_three, {{1, 5}, ""}), refusal::unknown_item);
    EXPECT_EQ(why(two_or_three, {{1, -1}, ""}), refusal::unknown_item);
    EXPECT_EQ(why(any_number, {{1}, "Etwas anderes"}), refusal::text_not_asked);
}

TEST(MultipleChoice, AnotherTextIsCheckedLikeAnyText) {
    EXPECT_EQ(why(two_or_three, {{1}, "\u200b"}), refusal::text_empty);
    EXPECT_EQ(why(two_or_three, {{1}, std::string(limits::item_text + 1, 'x')}), refusal::text_too_long);
    EXPECT_EQ(why(two_or_three, {{1}, "a\x01z"}), refusal::text_has_control_characters);
}

const std::vector<multiple_choice_ballot> ballots{
    {{0, 2}, ""}, {{2, 1}, " Zwiebel"}, {{2}, "Apfel\n"}, {{1, 0}, "Apfel"}, {{}, " "}, {}};

TEST(MultipleChoice, EachTickAndEachTextCountsOnce) {
    const auto result = tally(two_or_three, 4, ballots);
    EXPECT_EQ(result.rows, (std::vector<multiple_choice_result::row>{{2}, {2}, {3}, {0}}));
    EXPECT_EQ(result.other_count, 3);
    EXPECT_EQ(result.others, (std::vector<std::string>{"Apfel", "Apfel", "Zwiebel"}));
    EXPECT_EQ(result.ballots, 6);
    EXPECT_EQ(result.abstentions, 2);
}

TEST(MultipleChoice, ATextAloneIsNoAbstention) {
    const std::vector<multiple_choice_ballot> one{{{}, "Apfel"}};
    const auto result = tally({.other = true}, 1, one);
    EXPECT_EQ(result.abstentions, 0);
    EXPECT_EQ(result.other_count, 1);
}

TEST(MultipleChoice, WithoutABallotEveryRowIsThere) {
    const auto result = tally(any_number, 2, {});
    EXPECT_EQ(result.rows, (std::vector<multiple_choice_result::row>{{0}, {0}}));
    EXPECT_EQ(result.ballots, 0);
}

TEST(MultipleChoice, TheOrderOfTheBallotsDoesNotMatter) {
    EXPECT_EQ(tally(two_or_three, 4, shuffled(ballots)), tally(two_or_three, 4, ballots));
}

}  // namespace
}  // namespace klartext::domain
