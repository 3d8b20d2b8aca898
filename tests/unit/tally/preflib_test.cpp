#include "tally/preflib.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

using namespace klartext::tally;
using klartext::domain::ranking_ballot;
using testing::ElementsAre;

namespace {

const std::string three_dishes =
    "# DATA TYPE: soi\n# ALTERNATIVE NAME 1: Suppe\n# ALTERNATIVE NAME 2: Salat: grün\n# ALTERNATIVE NAME 3: Nudeln\n";

std::variant<preflib_rankings, unreadable> read(const std::string& text) {
    std::istringstream file(text);
    return read_preflib(file);
}

/// "line: reason" of what must not be read.
std::string objection(const std::string& text) {
    const auto outcome = read(text);
    const auto* why = std::get_if<unreadable>(&outcome);
    return why ? std::to_string(why->line) + ": " + why->reason : "was read";
}

std::string objection_to_pile(const std::string& line) { return objection(three_dishes + line + "\n"); }

}  // namespace

TEST(Preflib, EachRankingComesAsOftenAsTheFileSays) {
    const auto outcome = read(three_dishes + "2: 3,1\n\n 1 : 2 , 3,1 \r\n");
    const auto& read = std::get<preflib_rankings>(outcome);
    EXPECT_THAT(read.alternatives, ElementsAre("Suppe", "Salat: grün", "Nudeln"));
    EXPECT_THAT(read.ballots, ElementsAre(ranking_ballot{{2, 0}}, ranking_ballot{{2, 0}}, ranking_ballot{{1, 2, 0}}));
}

TEST(Preflib, ABallotThatCannotBeCountedIsNamedByItsLine) {
    EXPECT_EQ(objection_to_pile("3,1"), "5: this is no line \"how many: first, second, ...\"");
    EXPECT_EQ(objection_to_pile("0: 3,1"),
              "5: how many ballots are the same is \"0\", not a number from 1 to 10000000");
    EXPECT_EQ(objection_to_pile("-2: 1"),
              "5: how many ballots are the same is \"-2\", not a number from 1 to 10000000");
    EXPECT_EQ(objection_to_pile("1: 2,x"), "5: an alternative is \"x\", not a number from 1 to 10000000");
    EXPECT_EQ(objection_to_pile("1: 2,"), "5: an alternative is \"\", not a number from 1 to 10000000");
    EXPECT_EQ(objection_to_pile("1: 2.5"), "5: an alternative is \"2.5\", not a number from 1 to 10000000");
    EXPECT_EQ(objection_to_pile("1: 4"), "5: there is no alternative 4");
    EXPECT_EQ(objection_to_pile("1: 2,1,2"), "5: the ballot names an alternative twice");
    EXPECT_EQ(objection_to_pile("1: {1,2},3"), "5: alternatives that tie in a ballot cannot be counted");
}

TEST(Preflib, MoreBallotsThanAnyBoxHoldsAreNotTaken) {
    EXPECT_EQ(objection_to_pile("1: 1\n10000000: 2"), "6: these are more than 10000000 ballots");
    EXPECT_EQ(objection_to_pile("99999999999999999999: 2").substr(0, 3), "5: ");
    EXPECT_EQ(objection_to_pile("1: 1\n18446744073709551615: 2").substr(0, 3), "6: ") << "the sum would be 0";
}

TEST(Preflib, WhatTheHeadSaysMustBeSo) {
    EXPECT_EQ(objection(""), "0: the file names no alternatives");
    EXPECT_EQ(objection("# ALTERNATIVE NAME 2: Salat\n"),
              "1: the names of the alternatives are not numbered 1, 2, 3 and so on");
    EXPECT_EQ(objection("# NUMBER ALTERNATIVES: 4\n" + three_dishes),
              "0: the file speaks of 4 alternatives and names 3");
    EXPECT_EQ(objection("# NUMBER VOTERS: 3\n" + three_dishes + "2: 1\n"),
              "0: the file speaks of 3 voters and holds 2 ballots");
    EXPECT_EQ(objection("# NUMBER VOTERS: viele\n" + three_dishes),
              "1: the number of voters is \"viele\", not a number from 1 to 10000000");
}

TEST(Preflib, ARealFileIsReadWhole) {
    std::ifstream file(KLARTEXT_SOURCE_DIR "/tests/data/ballots/nsw-ballina-2015/00058-00000003.soi");
    const auto outcome = read_preflib(file);
    const auto& read = std::get<preflib_rankings>(outcome);
    EXPECT_EQ(read.ballots.size(), 47'458u);
    EXPECT_EQ(read.alternatives.at(4), "SMITH Tamara");
    EXPECT_EQ(read.ballots.front(), ranking_ballot{{2}});
}
