#include "replay/ballot_items.hpp"

#include <gmock/gmock.h>

using namespace klartext::replay;
using testing::ElementsAre;
using testing::Pair;

namespace {

const item_lookup by_table = [](const std::string& name) -> std::optional<std::string> {
    if (name == "gone") return std::nullopt;
    return "7" + name;
};

}  // namespace

TEST(BallotItems, AnEntryFindsItsItemByItsText) {
    const auto numbers = match_items({{"a", "01", "Ampel"}, {"b", "02", "Bank"}}, {{"0", "Bank"}, {"1", "Ampel"}});
    EXPECT_THAT(numbers, ElementsAre(Pair("a", "1"), Pair("b", "0")));
}

TEST(BallotItems, WhiteSpaceAtTheEndsDoesNotMatter) {
    const auto numbers = match_items({{"a", "01", "\n Ampel\u00a0\n"}}, {{"0", "Ampel"}});
    EXPECT_THAT(numbers, ElementsAre(Pair("a", "0")));
}

TEST(BallotItems, EqualTextsAreTakenInOrderOfTheirIds) {
    const auto numbers = match_items({{"late", "ff", "x"}, {"early", "01", "x"}}, {{"0", "x"}, {"1", "y"}, {"2", "x"}});
    EXPECT_THAT(numbers, ElementsAre(Pair("early", "0"), Pair("late", "2")));
}

TEST(BallotItems, AnEntryThatIsNotVotedOnIsLeftOut) {
    EXPECT_THAT(match_items({{"a", "01", "x"}, {"b", "02", "x"}}, {{"0", "x"}}), ElementsAre(Pair("a", "0")));
    EXPECT_TRUE(match_items({{"a", "01", "x"}}, {{"0", "other"}}).empty());
}

TEST(BallotItems, NamesBecomeNumbers) {
    EXPECT_EQ(translate_ballot(R"({"choice":"1","method":"single_choice"})", by_table).json,
              R"({"choice":71,"method":"single_choice"})");
    EXPECT_EQ(translate_ballot(R"({"dots":{"1":2,"2":1}})", by_table).json, R"({"dots":{"71":2,"72":1}})");
    EXPECT_EQ(translate_ballot(R"({"ranking":["2","1"]})", by_table).json, R"({"ranking":[72,71]})");
    EXPECT_EQ(translate_ballot(R"({"chosen":["2"],"other":"1"})", by_table).json, R"({"chosen":[72],"other":"1"})");
    EXPECT_EQ(translate_ballot(R"({"stances":{"1":"pass"}})", by_table).json, R"({"stances":{"71":"pass"}})");
}

TEST(BallotItems, AnItemThatIsGoneIsLeftOutAndCounted) {
    const auto ballot = translate_ballot(R"({"stances":{"1":"agree","gone":"pass"}})", by_table);
    EXPECT_EQ(ballot.json, R"({"stances":{"71":"agree"}})");
    EXPECT_EQ(ballot.left_out, 1u);
}

TEST(BallotItems, ABallotAboutNothingButGoneItemsIsNone) {
    EXPECT_EQ(translate_ballot(R"({"choice":"gone"})", by_table).json, std::nullopt);
    EXPECT_EQ(translate_ballot(R"({"dots":{"gone":1}})", by_table).json, std::nullopt);
}

TEST(BallotItems, AnAbstentionStaysOne) {
    EXPECT_EQ(translate_ballot(R"({"method":"single_choice"})", by_table).json, R"({"method":"single_choice"})");
    EXPECT_EQ(translate_ballot(R"({"stances":{}})", by_table).json, R"({"stances":{}})");
}
