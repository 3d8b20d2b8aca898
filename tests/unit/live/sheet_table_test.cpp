#include "live/sheet_table.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

namespace klartext::live {
namespace {

using ::testing::AnyOf;
using ::testing::Each;
using ::testing::ElementsAre;

const domain::activity_id ideas{"ideas"};

domain::stamp_hash stamp_of(int person, int turn) {
    return {.bytes = {static_cast<std::uint8_t>(person / 256), static_cast<std::uint8_t>(person % 256),
                      static_cast<std::uint8_t>(turn)}};
}

std::vector<int> from_one_to(int last) {
    std::vector<int> sheets(static_cast<std::size_t>(last));
    std::iota(sheets.begin(), sheets.end(), 1);
    return sheets;
}

/// People who ask in any order, turn by turn, and remember what they had.
struct SheetTable : ::testing::Test {
    sheet_table table;
    std::map<int, std::vector<int>> had;
    std::map<int, int> people;  ///< of this turn, by sheet
    int turn = 0;
    std::mt19937 dice{1};

    int ask(int person, const std::vector<int>& sheets) {
        const int sheet = table.give(ideas, turn, stamp_of(person, turn), sheets, had[person]);
        ++people[sheet];
        return sheet;
    }
    int alone() const {
        return static_cast<int>(std::ranges::count_if(people, [](const auto& each) { return each.second == 1; }));
    }
    /// Looks at every rule while they ask.
    void turn_of(std::vector<int> persons, const std::vector<int>& sheets) {
        ++turn;
        people.clear();
        std::ranges::shuffle(persons, dice);
        for (const int person : persons) {
            const auto before = people;
            const bool one_waited = alone() > 0;
            const int sheet = ask(person, sheets);
            EXPECT_THAT(sheets, ::testing::Contains(sheet));
            EXPECT_LE(alone(), 1) << "a second person comes before another sheet goes out";
            const auto& mine = had[person];
            const bool again = std::ranges::count(mine, sheet) > 0;
            const auto is_new = [&](int each) { return std::ranges::count(mine, each) == 0; };
            const bool none_is_new = std::ranges::none_of(sheets, is_new);
            EXPECT_TRUE(!again || one_waited || none_is_new) << "there was one that this person had not had";
            had[person].push_back(sheet);
        }
    }
    std::vector<int> counts() const {
        std::vector<int> all;
        for (const auto& [sheet, count] : people) all.push_back(count);
        return all;
    }
};

using AnonymityRule14 = SheetTable;

TEST_F(AnonymityRule14, ASheetGoesToASecondPersonBeforeAnotherOneGoesOut) {
    turn_of(from_one_to(12), from_one_to(6));
    EXPECT_THAT(counts(), ElementsAre(2, 2, 2, 2, 2, 2));
}

TEST_F(AnonymityRule14, WhetherPeopleComeOrGoAndWhateverTheyHad) {
    for (int course = 0; course < 50; ++course) {
        table = {};
        had.clear();
        turn = 0;
        turn_of(from_one_to(12), from_one_to(6));
        turn_of(from_one_to(17), from_one_to(6));  // late comers
        turn_of({1, 3, 5, 7, 9}, from_one_to(6));  // leavers
        turn_of(from_one_to(40), {2, 3, 5});       // few sheets were written on
        turn_of(from_one_to(30), from_one_to(6));
    }
}

TEST_F(AnonymityRule14, OfAnOddNumberTheLastIsTheThirdOnASheet) {
    turn_of(from_one_to(13), from_one_to(6));
    EXPECT_THAT(counts(), Each(AnyOf(2, 3)));
}

TEST_F(SheetTable, ALateComerJoinsWhereSomebodyIsAloneOrTheFewestAre) {
    turn = 1;
    const auto sheets = from_one_to(2);
    const int first = ask(1, sheets);
    EXPECT_EQ(ask(2, sheets), first);
    const int other = ask(3, sheets);
    EXPECT_NE(other, first);
    EXPECT_EQ(ask(4, sheets), other);
    const int third = ask(5, sheets);
    EXPECT_NE(ask(6, sheets), third) << "three are on that one";
}

TEST_F(SheetTable, NobodyGetsASheetTwiceWhileThereIsAnother) {
    const auto sheets = from_one_to(6);
    for (turn = 1; turn <= 6; ++turn) {
        // Two at a time, who had the same: nobody is ever in the way of another.
        people.clear();
        const int sheet = ask(1, sheets);
        EXPECT_EQ(ask(2, sheets), sheet);
        for (const int person : {1, 2}) had[person].push_back(sheet);
    }
    EXPECT_EQ(std::set<int>(had[1].begin(), had[1].end()).size(), 6u);
    EXPECT_THAT(sheets, ::testing::Contains(ask(1, sheets))) << "after all of them one comes again";
}

TEST_F(SheetTable, OnePersonAloneGetsWhatThereIs) {
    for (int each = 0; each < 3; ++each) {
        turn_of({1}, {1});
        EXPECT_THAT(had[1], Each(1));
    }
}

TEST_F(SheetTable, AThousandPeopleAreSpreadEvenly) {
    turn_of(from_one_to(1000), from_one_to(50));
    EXPECT_THAT(counts(), Each(20));
    turn_of(from_one_to(1000), from_one_to(50));
    EXPECT_EQ(
        std::accumulate(people.begin(), people.end(), 0, [](int sum, const auto& each) { return sum + each.second; }),
        1000);
    EXPECT_EQ(people.size(), 50u);
}

TEST_F(SheetTable, AskedAgainItGivesTheSameSheetAndTheSheetNoSecondPerson) {
    turn = 1;
    const auto sheets = from_one_to(50);
    const int mine = ask(1, sheets);
    for (int again = 0; again < 20; ++again) EXPECT_EQ(ask(1, sheets), mine);
    EXPECT_EQ(ask(2, sheets), mine) << "the next one is its second person";
    EXPECT_NE(ask(3, sheets), mine);
}

TEST_F(SheetTable, TheNextTurnKnowsNothingOfTheOneBefore) {
    const auto sheets = from_one_to(50);
    turn = 1;
    const auto stamp = stamp_of(1, 1);
    std::set<int> given;
    for (turn = 1; turn <= 60; ++turn) given.insert(table.give(ideas, turn, stamp, sheets, {}));
    EXPECT_GT(given.size(), 10u) << "even with the same stamp: 60 draws of 50";
}

TEST_F(SheetTable, WhichSheetComesFirstIsChance) {
    std::set<int> first;
    for (int course = 0; course < 60; ++course) first.insert(sheet_table{}.give(ideas, 1, {}, from_one_to(50), {}));
    EXPECT_GT(first.size(), 10u);
}

TEST_F(SheetTable, TwoActivitiesHaveSheetsOfTheirOwn) {
    const std::vector sheets{1};
    EXPECT_EQ(table.give({"a"}, 3, {}, sheets, {}), 1);
    EXPECT_EQ(table.give({"b"}, 1, {}, from_one_to(3), std::vector{1, 2}), 3);
    EXPECT_EQ(table.give({"a"}, 3, {}, from_one_to(50), {}), 1) << "asked again";
}

TEST_F(SheetTable, WhoIsAlonePartnersUpAlsoWhenTheSheetIsBlankMeanwhile) {
    turn = 2;
    const int first = ask(1, {3});
    EXPECT_EQ(first, 3);
    EXPECT_EQ(ask(2, {1, 2}), 3) << "its cards were removed, and somebody writes on it still";
    EXPECT_NE(ask(3, {1, 2}), 3);
}

}  // namespace
}  // namespace klartext::live
