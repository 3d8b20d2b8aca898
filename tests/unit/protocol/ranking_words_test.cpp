#include <gmock/gmock.h>

#include "judged_votes.hpp"
#include "protocol/methods/method.hpp"
#include "protocol/sorted_items.hpp"

namespace klartext::protocol {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(RankingWords, ARankingSaysHowBordaWasRead) {
    auto voted = vote_of(ranked_at);
    EXPECT_THAT(rule_of(voted), HasSubstr("teilt sich die Punkte der übrigen Plätze"));
    voted.rules = ranking_rules{unranked_items::counted_down, true, 2};
    EXPECT_THAT(rule_of(voted), HasSubstr("abgewandelten Borda-Zählung"));
    EXPECT_THAT(rule_of(voted), HasSubstr("bis zu 2 Vorschläge"));
    EXPECT_THAT(rule_of(voted), HasSubstr("richtet sich nach der Stichwahl"));
}

TEST(RankingWords, WhereOnlySomePlacesAreFilledTheFirstGivesAsMuchAsEver) {
    auto voted = vote_of(ranked_at);
    voted.rules = ranking_rules{unranked_items::nothing, false, 3};
    voted.items.resize(10, voted.items[0]);
    EXPECT_THAT(rule_of(voted), HasSubstr("Der erste Platz gibt 9 Punkte, jeder weitere einen weniger"));
    voted.items.resize(2);
    EXPECT_THAT(rule_of(voted), HasSubstr("Der erste Platz gibt 1 Punkt, "));
    voted.rules = ranking_rules{unranked_items::share_rest, false, 1};
    EXPECT_THAT(rule_of(voted, language::en), HasSubstr("the first place gives 1 point, "));
    voted.items.clear();
    EXPECT_THAT(rule_of(voted), HasSubstr("0 Punkte")) << "no number below";
}

TEST(RankingWords, ARankingComparesInPairsAndNamesWhoeverWinsAll) {
    auto voted = vote_of(ranked_at);
    const auto pairs = additions_of(voted).at(0);
    EXPECT_THAT(pairs.words, testing::Contains(HasSubstr("In diesen Vergleichen hebt sich nichts ab")));
    EXPECT_THAT(pairs.words, Not(testing::Contains(HasSubstr("schlägt (Smith-Menge)"))));
    EXPECT_THAT(pairs.words.at(0), HasSubstr("Was ein Stimmzettel nennt, steht vor allem, was er nicht nennt"));
    EXPECT_THAT(table_of(pairs).rows.at(1), ElementsAre("2. Abholbox", "5", "–", "14"));
    voted.contest->smith_set = {0, 1};
    EXPECT_THAT(additions_of(voted).at(0).words,
                testing::Contains(HasSubstr("alle anderen schlägt (Smith-Menge): „Termine“ und „Abholbox“.")));
    voted.contest->beats_all = 0;
    EXPECT_THAT(additions_of(voted).at(0).words, testing::Contains(HasSubstr("„Termine“ gewinnt jeden")));
}

TEST(RankingWords, ARankingTellsTheRoundsOfTheRunoffAndTheRuleForTies) {
    auto voted = vote_of(ranked_at);
    auto runoff = additions_of(voted).at(1);
    EXPECT_THAT(table_of(runoff).rows.at(0), ElementsAre("Termine", "9", "11"));
    EXPECT_THAT(table_of(runoff).rows.at(2), ElementsAre("Sprachen", "4", "–"));
    EXPECT_THAT(table_of(runoff).rows.at(3), ElementsAre(HasSubstr("keinen der verbliebenen"), "0", "2"));
    EXPECT_THAT(runoff.words, testing::Contains(HasSubstr("nicht gelost")));
    EXPECT_THAT(runoff.words, testing::Contains(HasSubstr("nicht gebraucht")));
    EXPECT_THAT(runoff.words, testing::Contains(HasSubstr("setzt sich „Termine“ durch")));
    voted.contest->runoff[0].tied = true;
    voted.contest->runoff_best.reset();
    runoff = additions_of(voted).at(1);
    EXPECT_THAT(runoff.words, testing::Contains(HasSubstr("in Runde 1")));
    EXPECT_THAT(runoff.words, testing::Contains(HasSubstr("unentschieden")));
}

TEST(RankingWords, ByTheRunoffItsPlacesMakeTheOrder) {
    auto voted = vote_of(ranked_at);
    voted.rules = ranking_rules{unranked_items::nothing, true, 0};
    std::get<placed>(voted.items[0].result).runoff = 3;
    std::get<placed>(voted.items[2].result).runoff = 1;
    EXPECT_EQ(ranked(voted).front()->text, "Sprachen");
    EXPECT_EQ(method_of(voted).amount(voted, voted.items[2], language::en), "place 1 in the instant runoff");
}

}  // namespace
}  // namespace klartext::protocol
