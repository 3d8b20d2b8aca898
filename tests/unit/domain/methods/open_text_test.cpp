#include "domain/methods/open_text.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

namespace klartext::domain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const open_text_rules usual{};

bool allowed(const open_text_rules& rules, int items) { return check(rules, items).has_value(); }
refusal why(const open_text_ballot& ballot, const open_text_rules& rules = usual) {
    return check(rules, 2, ballot).error();
}
std::string umlauts(int count) {
    std::string text;
    for (; count > 0; --count) text += "ä";
    return text;
}

TEST(OpenText, AnAnswerHasFrom50To2000CharactersAtMost) {
    EXPECT_TRUE(allowed(usual, 0));
    EXPECT_TRUE(allowed({50}, 1));
    EXPECT_TRUE(allowed({2000}, 1));
    EXPECT_EQ(check(open_text_rules{49}, 1).error(), refusal::bad_rules);
    EXPECT_EQ(check(open_text_rules{2001}, 1).error(), refusal::bad_rules);
}

TEST(OpenText, AllAnswersOfABallotFitIntoItsEnvelope) {
    EXPECT_TRUE(allowed(usual, 20));
    EXPECT_EQ(check(usual, 21).error(), refusal::bad_number_of_items);
    EXPECT_TRUE(allowed({2000}, 5));
    EXPECT_EQ(check(open_text_rules{2000}, 6).error(), refusal::bad_number_of_items);
}

TEST(OpenText, QuestionsMayBeLeftOut) {
    EXPECT_TRUE(check(usual, 2, open_text_ballot{{{1, "Bänke"}}}));
    EXPECT_TRUE(check(usual, 2, open_text_ballot{}));
}

TEST(OpenText, WhatIsNoAnswerIsRefused) {
    EXPECT_EQ(why({{{2, "Bänke"}}}), refusal::unknown_item);
    EXPECT_EQ(why({{{-1, "Bänke"}}}), refusal::unknown_item);
    EXPECT_EQ(why({{{0, " \n "}}}), refusal::text_empty);
    EXPECT_EQ(why({{{0, "a\x07z"}}}), refusal::text_has_control_characters);
}

TEST(OpenText, ItsLengthIsCountedInCharacters) {
    EXPECT_TRUE(check({50}, 2, open_text_ballot{{{0, umlauts(50)}}}));
    EXPECT_EQ(why({{{0, umlauts(51)}}}, {50}), refusal::text_too_long);
}

TEST(OpenText, AnswersAreSortedByTheirBytesEachAsOftenAsItWasWritten) {
    const std::vector<open_text_ballot> ballots{
        {{{0, "b"}, {1, "x"}}}, {{{0, "  a\n"}}}, {}, {{{0, "b"}}}, {{{0, "Ähre"}}}};
    const auto result = tally(usual, 2, ballots);
    EXPECT_THAT(result.rows[0].answers, ElementsAre("a", "b", "b", "Ähre"));
    EXPECT_THAT(result.rows[1].answers, ElementsAre("x"));
    EXPECT_EQ(result.ballots, 5);
    EXPECT_EQ(result.abstentions, 1);
}

TEST(OpenText, TheOrderOfBallotsSaysNothing) {
    std::vector<open_text_ballot> ballots{{{{0, "b"}}}, {{{0, "a"}}}, {{{1, "c"}}}};
    const auto result = tally(usual, 2, ballots);
    std::ranges::reverse(ballots);
    EXPECT_EQ(tally(usual, 2, ballots), result);
}

TEST(OpenText, PutsNoQuestionBeforeAnother) {
    const auto scores = scores_of(usual, tally(usual, 2, std::vector<open_text_ballot>{{{{0, "a"}}}}));
    ASSERT_EQ(scores.size(), 2u);
    EXPECT_EQ(scores[0], item_score{});
    EXPECT_FALSE(scoring_of(usual).figure);
}

}  // namespace
}  // namespace klartext::domain
