#include "domain/handing_over.hpp"
#include "unit/domain/workshop.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace klartext::domain {
namespace {

using take = item_source::kind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<item_number> chosen(const method_rules& rules, const tally_result& result, take how, int count = 0,
                                double line = 0) {
    return chosen_by_result(rules, result, {{"vote"}, how, count, line});
}

tally_result dots_of(std::vector<int> dots) {
    dots_result made{.ballots = 9};
    for (const int each : dots) made.rows.push_back({each, each});
    return made;
}

TEST(HandingOver, TheFirstSoManyGoOnAndTheBestStandsFirst) {
    EXPECT_THAT(chosen(dots_rules{}, dots_of({2, 7, 1, 5}), take::top, 2), ElementsAre(1, 3));
    EXPECT_THAT(chosen(dots_rules{}, dots_of({2, 7, 1, 5}), take::top, 9), ElementsAre(1, 3, 0, 2));
}

TEST(HandingOver, WhoSharesTheLastPlaceComesAlong) {
    EXPECT_THAT(chosen(dots_rules{}, dots_of({3, 7, 3, 5, 3, 2}), take::top, 3), ElementsAre(1, 3, 0, 2, 4));
    EXPECT_THAT(chosen(dots_rules{}, dots_of({3, 7, 3, 5, 3, 2}), take::top, 2), ElementsAre(1, 3));
}

TEST(HandingOver, WhatNobodyChoseDoesNotGoOnHoweverManyAreAskedFor) {
    EXPECT_THAT(chosen(dots_rules{}, dots_of({0, 4, 0}), take::top, 3), ElementsAre(1));
    EXPECT_THAT(chosen(dots_rules{}, dots_of({0, 4, 0}), take::above, 0, 0), ElementsAre(1));
    EXPECT_THAT(chosen(dots_rules{}, dots_of({0, 0}), take::top, 3), IsEmpty());
}

TEST(HandingOver, ALineIsMetByWhatIsEqualToIt) {
    EXPECT_THAT(chosen(dots_rules{}, dots_of({3, 7, 4, 5}), take::above, 0, 4), ElementsAre(1, 3, 2));
    const rating_rules rules;
    const rating_result result{
        .rows = {{.steps = {0, 0, 7, 3, 0}, .summary = summary_of(std::vector{0, 0, 7, 3, 0}, 1)},
                 {.steps = {0, 0, 8, 3, 0}, .summary = summary_of(std::vector{0, 0, 8, 3, 0}, 1)}}};
    EXPECT_THAT(chosen(rules, result, take::above, 0, 3.3), ElementsAre(0)) << "33 / 10 is 3.3";
}

TEST(HandingOver, OfStatementsTheShareThatAgreesDecidesInPercent) {
    const agree_disagree_result result{.rows = {{10, 0, 10}, {3, 0, 1}, {0, 0, 0}, {3, 3, 0}}};
    EXPECT_THAT(chosen(agree_disagree_rules{}, result, take::top, 1), ElementsAre(1)) << "3 of 4, not 10 of 20";
    EXPECT_THAT(chosen(agree_disagree_rules{}, result, take::above, 0, 50), ElementsAre(1, 0, 3))
        << "passes judge, too";
}

TEST(HandingOver, VotesApprovalsPointsAndEstimatesGoByTheirNumbers) {
    EXPECT_THAT(chosen(single_choice_rules{}, single_choice_result{.counts = {1, 4, 0}}, take::top, 1), ElementsAre(1));
    EXPECT_THAT(chosen(multiple_choice_rules{}, multiple_choice_result{.rows = {{1}, {4}}, .others = {}}, take::top, 1),
                ElementsAre(1));
    EXPECT_THAT(chosen(approval_rules{}, approval_result{.rows = {{1}, {4}}}, take::top, 1), ElementsAre(1));
    EXPECT_THAT(chosen(points_rules{}, points_result{.rows = {{61, 3}, {9, 4}}}, take::top, 1), ElementsAre(0));
    const std::vector<estimate_ballot> ballots{{{{0, 2}, {1, 8}}}, {{{0, 90}, {1, 8}}}, {{{0, 3}}}};
    const auto estimated = tally(estimate_rules{}, 3, ballots);
    EXPECT_THAT(chosen(estimate_rules{}, estimated, take::top, 3), ElementsAre(1, 0)) << "by the medians 8 and 3";
}

tally_result rankings(const ranking_rules& rules) {
    // Borda: item 1 ahead. Instant runoff: item 1 has no first place and goes first.
    const std::vector<ranking_ballot> ballots{{{0, 1}}, {{0, 1}}, {{0, 1}}, {{2, 1}}, {{2, 1}}};
    return tally(rules, 4, ballots);
}

TEST(HandingOver, ARankingGoesByThePointsOrByThePlacesOfTheRunoff) {
    ranking_rules rules{.unranked = unranked_items::nothing};
    EXPECT_THAT(chosen(rules, rankings(rules), take::top, 1), ElementsAre(1));
    EXPECT_FALSE(scoring_of(rules).less_is_better);
    rules.order = ranking_order::instant_runoff;
    EXPECT_THAT(chosen(rules, rankings(rules), take::top, 2), ElementsAre(0, 2));
    EXPECT_THAT(chosen(rules, rankings(rules), take::above, 0, 2), ElementsAre(0, 2)) << "not worse than second";
    EXPECT_THAT(chosen(rules, rankings(rules), take::top, 9), ElementsAre(0, 2, 1)) << "nobody ranked the fourth";
}

tally_result resistances(const consensing_rules& rules) {
    // By the means 2, 6, 0; the last one is the passive option.
    const std::vector<consensing_ballot> ballots{{{{0, 2}, {1, 2}, {2, 0}}, {}}, {{{0, 2}, {1, 10}, {2, 0}}, {}}};
    return tally(rules, 3, ballots);
}

TEST(HandingOver, LessResistanceIsBetterAndThePassiveOptionNeverGoesOn) {
    const consensing_rules rules{.highest = 10, .passive = "Alles bleibt"};
    EXPECT_THAT(chosen(rules, resistances(rules), take::top, 9), ElementsAre(0, 1));
    EXPECT_THAT(chosen(rules, resistances(rules), take::above, 0, 2), ElementsAre(0)) << "a mean of 2 is not worse";
    EXPECT_THAT(chosen(rules, resistances(rules), take::above, 0, 1.9), IsEmpty());
    EXPECT_THAT(chosen(rules, resistances(rules), take::disputed), ElementsAre(1));
}

TEST(HandingOver, TheMostDisputedStandsFirstAndNothingBelowTheFlagGoesOn) {
    const rating_rules rules;
    const auto row = [](std::vector<int> steps) {
        return rating_result::row{.steps = steps, .summary = summary_of(steps, 1)};
    };
    const rating_result result{
        .rows = {row({1, 0, 0, 0, 3}), row({0, 0, 4, 1, 0}), row({2, 0, 0, 0, 2}), row({0, 0, 0, 0, 0})}};
    EXPECT_THAT(chosen(rules, result, take::disputed), ElementsAre(2, 0));
}

const multi_criteria_rules effect_and_effort{.criteria = {{"Wirkung", 1, false}, {"Aufwand", 1, true}}};

tally_result judged(const multi_criteria_rules& rules, const std::vector<std::vector<int>>& items) {
    multi_criteria_ballot ballot;
    for (std::size_t item = 0; item < items.size(); ++item)
        for (std::size_t each = 0; each < items[item].size(); ++each)
            if (items[item][each] > 0)
                ballot.ratings[static_cast<int>(item)][static_cast<int>(each)] = items[item][each];
    return tally(rules, static_cast<int>(items.size()), std::vector{ballot});
}

TEST(HandingOver, InTheBetterQuarterIsWhatIsBetterThanTheMiddleByBothCriteria) {
    // The second criterion is effort: less is better.
    const auto result = judged(effect_and_effort, {{4, 2}, {5, 1}, {4, 4}, {2, 1}, {3, 1}, {5, 3}, {5, 0}});
    EXPECT_THAT(chosen(effect_and_effort, result, take::quadrant), ElementsAre(1, 0))
        << "the middle itself is not the better half, and what nobody judged by both is in none";
}

TEST(HandingOver, TheQuarterGoesByTheFirstTwoCriteriaAndWhatHasNoTotalStandsLast) {
    auto rules = effect_and_effort;
    rules.criteria.push_back({"Risiko", 1, true});
    const auto result = judged(rules, {{5, 1, 0}, {4, 2, 5}, {4, 2, 1}});
    EXPECT_THAT(chosen(rules, result, take::quadrant), ElementsAre(2, 1, 0));
}

TEST(HandingOver, OfSeveralCriteriaOneIsEnoughToBeDisputed) {
    const std::vector<multi_criteria_ballot> ballots{{{{0, {{0, 3}, {1, 1}}}, {1, {{0, 3}, {1, 3}}}}, {}},
                                                     {{{0, {{0, 3}, {1, 5}}}, {1, {{0, 3}, {1, 3}}}}, {}}};
    EXPECT_THAT(chosen(effect_and_effort, tally(effect_and_effort, 2, ballots), take::disputed), ElementsAre(0));
}

TEST(HandingOver, OnlyAMethodThatTellsItCanBeChosenBy) {
    EXPECT_TRUE(can_tell(dots_rules{}, take::top));
    EXPECT_TRUE(can_tell(estimate_rules{}, take::above));
    EXPECT_FALSE(can_tell(dots_rules{}, take::disputed));
    EXPECT_FALSE(can_tell(rating_rules{}, take::quadrant));
    EXPECT_TRUE(can_tell(rating_rules{}, take::disputed));
    EXPECT_TRUE(can_tell(consensing_rules{}, take::disputed));
    EXPECT_TRUE(can_tell(effect_and_effort, take::disputed));
    EXPECT_TRUE(can_tell(effect_and_effort, take::quadrant));
}

struct Sources : workshop {
    static planned_activity taking(std::string id, item_source source, method_rules rules = dots_rules{}) {
        return {{std::move(id)}, "Abstimmung", "", std::nullopt, vote_plan{rules, std::move(source)}};
    }
    static planned_activity measures(std::string id, std::optional<item_source> source = {}) {
        return {{std::move(id)}, "Maßnahmen", "", std::nullopt, measures_plan{std::move(source)}};
    }
    void cast(const std::string& id, std::vector<std::vector<int>> dots) {
        std::uint8_t stamp = 0;
        for (const auto& each : dots) {
            dots_ballot ballot;
            for (std::size_t item = 0; item < each.size(); ++item) ballot.dots[static_cast<int>(item)] = each[item];
            does(cast_ballot{{id}, stamp_nr(++stamp), 1, ballot});
        }
    }
    /// Five ballots that give 10, 5, 5 and 0 dots.
    void weigh(const std::string& id = "dots") {
        open(id);
        cast(id, {{2, 1, 1, 0}, {2, 1, 1, 0}, {2, 1, 1, 0}, {2, 1, 1, 0}, {2, 1, 1, 0}});
        close(id);
    }
    refusal not_added(planned_activity wanted) { return refused(add_activity{std::move(wanted), std::nullopt}); }
    std::vector<std::string> items(const std::string& id) { return state.find({id})->items; }
};

TEST_F(Sources, MustBeAnEarlierActivityOfTheRightKind) {
    does(add_activity{collect("ideas"), std::nullopt});
    does(add_activity{vote("dots", dots_rules{}, {"A", "B"}), std::nullopt});
    for (const auto how : {take::entries, take::clusters, take::tags})
        EXPECT_EQ(not_added(taking("next", {{"dots"}, how})), refusal::unknown_source);
    EXPECT_EQ(not_added(taking("next", {{"ideas"}, take::top, 3})), refusal::unknown_source);
    EXPECT_EQ(not_added(taking("next", {{"later"}, take::top, 3})), refusal::unknown_source);
    EXPECT_EQ(not_added(measures("next", item_source{{"dots"}, take::items})), refusal::unknown_source)
        << "measures are no round";
    EXPECT_EQ(not_added(taking("next", {{"dots"}, take::disputed})), refusal::source_not_scored);
    EXPECT_EQ(not_added(measures("next", item_source{{"dots"}, take::quadrant})), refusal::source_not_scored);
    does(add_activity{taking("next", {{"dots"}, take::top, 3}), std::nullopt});
    does(add_activity{measures("then", item_source{{"next"}, take::above, 0, 2}), std::nullopt});
    does(add_activity{measures("other", item_source{{"ideas"}, take::tags}), std::nullopt});
    does(add_activity{measures("free"), std::nullopt});
    EXPECT_EQ(refused(remove_activity{{"next"}}), refusal::source_needed);
    EXPECT_EQ(refused(reorder_agenda{{{"ideas"}, {"dots"}, {"then"}, {"next"}, {"other"}, {"free"}}}),
              refusal::unknown_source);
}

TEST_F(Sources, SayNoMoreThanTheirRuleAsksFor) {
    does(add_activity{vote("dots", dots_rules{}, {"A", "B"}), std::nullopt});
    does(add_activity{collect("ideas"), std::nullopt});
    for (const int count : {0, -1, 2001})
        EXPECT_EQ(not_added(taking("next", {{"dots"}, take::top, count})), refusal::bad_rules) << count;
    EXPECT_EQ(not_added(taking("next", {{"dots"}, take::top, 3, 1})), refusal::bad_rules);
    EXPECT_EQ(not_added(taking("next", {{"dots"}, take::above, 1, 1})), refusal::bad_rules);
    for (const double line : {std::nan(""), std::numeric_limits<double>::infinity()})
        EXPECT_EQ(not_added(taking("next", {{"dots"}, take::above, 0, line})), refusal::bad_rules);
    EXPECT_EQ(not_added(measures("next", item_source{{"ideas"}, take::entries, 1})), refusal::bad_rules);
    EXPECT_EQ(not_added(measures("next", item_source{{"ideas"}, take::entries, 0, 1})), refusal::bad_rules);
}

TEST_F(Sources, AVoteAndMeasuresTakeOverTheFirstOfAnEarlierVote) {
    start_with({vote("dots", dots_rules{}, {"A", "B", "C", "D"}), taking("again", {{"dots"}, take::top, 1}),
                measures("then", item_source{{"dots"}, take::top, 2})});
    weigh();
    open("again");
    EXPECT_THAT(items("again"), ElementsAre("A"));
    open("then");
    EXPECT_THAT(items("then"), ElementsAre("A", "B", "C")) << "two share the second place";
}

TEST_F(Sources, AChainGoesOnFromOneResultToTheNext) {
    start_with({vote("dots", dots_rules{}, {"A", "B", "C", "D"}), taking("again", {{"dots"}, take::top, 3}),
                measures("then", item_source{{"again"}, take::top, 1})});
    weigh();
    open("again");
    cast("again", {{0, 0, 1}, {0, 0, 1}, {0, 0, 1}, {0, 1, 0}, {0, 1, 0}});
    close("again");
    open("then");
    EXPECT_THAT(items("then"), ElementsAre("C"));
}

TEST_F(Sources, ASecondRoundCanBeOneToo) {
    start_with({vote("dots", dots_rules{}, {"A", "B"}), taking("again", {{"dots"}, take::items}),
                measures("then", item_source{{"again"}, take::top, 1})});
    open("dots");
    open("again");
    EXPECT_EQ(state.find({"dots"})->phase, phase::closed) << "as ever, the first round ends where the second begins";
    cast("again", {{0, 1}, {0, 1}, {0, 1}, {0, 1}, {0, 1}});
    close("again");
    open("then");
    EXPECT_THAT(items("then"), ElementsAre("B"));
}

TEST_F(Sources, AnOpenVoteHasNoResultToGoBy) {
    start_with({vote("dots", dots_rules{}, {"A", "B"}), measures("then", item_source{{"dots"}, take::top, 1})});
    EXPECT_EQ(refused(open_activity{{"then"}}), refusal::source_not_closed);
    open("dots");
    EXPECT_EQ(refused(open_activity{{"then"}}), refusal::source_not_closed);
    EXPECT_EQ(state.find({"dots"})->phase, phase::open) << "and is not closed by the way";
}

TEST_F(Sources, NothingIsHandedOverByAWithheldResult) {
    start_with({vote("dots", dots_rules{}, {"A", "B"}), measures("then", item_source{{"dots"}, take::top, 1})});
    open("dots");
    cast("dots", {{1, 0}, {1, 0}, {1, 0}, {1, 0}});
    close("dots");
    EXPECT_EQ(refused(open_activity{{"then"}}), refusal::source_withheld);
    EXPECT_EQ(seen_to_go_on(state, {{"dots"}, take::top, 1}).error(), refusal::source_withheld);
    state.head.settings.open_small_group = true;
    open("then");
    EXPECT_THAT(items("then"), ElementsAre("A"));
}

TEST_F(Sources, WhereNothingMeetsTheRuleNothingOpens) {
    start_with({vote("dots", dots_rules{}, {"A", "B", "C", "D"}),
                measures("then", item_source{{"dots"}, take::above, 0, 11}), vote("none", dots_rules{}, {"A"}),
                measures("of_none", item_source{{"none"}, take::top, 1})});
    weigh();
    EXPECT_EQ(refused(open_activity{{"then"}}), refusal::nothing_handed_over);
    open("none");
    close("none");
    EXPECT_EQ(refused(open_activity{{"of_none"}}), refusal::nothing_handed_over) << "nobody voted";
}

TEST_F(Sources, ThePassiveOptionComesWithTheRulesAndAfterTheOthers) {
    start_with({vote("dots", dots_rules{}, {"A", "B", "C", "D"}),
                taking("next", {{"dots"}, take::top, 1}, consensing_rules{.passive = "Alles bleibt"})});
    weigh();
    open("next");
    EXPECT_THAT(items("next"), ElementsAre("A", "Alles bleibt"));
}

TEST_F(Sources, TheTagsThatCardsHaveGoOnInTheOrderOfTheCodeBook) {
    start_with({collect("ideas", {.release = release::live}), measures("then", item_source{{"ideas"}, take::tags})});
    open("ideas");
    drop(1);
    drop(2);
    const auto tag_nr = [](std::uint8_t n) { return tag_id{.bytes = {n}}; };
    EXPECT_EQ(refused(open_activity{{"then"}}), refusal::no_items);
    does(add_tag{{"ideas"}, tag_nr(9), "Rad", ""});
    does(add_tag{{"ideas"}, tag_nr(5), "Bus", ""});
    does(add_tag{{"ideas"}, tag_nr(1), "Bahn", ""});
    does(add_tag{{"ideas"}, tag_nr(2), "Schiff", ""});
    does(tag_entries{{"ideas"}, {entry_nr(1), entry_nr(2)}, tag_nr(9), true});
    does(tag_entries{{"ideas"}, {entry_nr(1)}, tag_nr(1), true});
    does(tag_entries{{"ideas"}, {entry_nr(2)}, tag_nr(2), true});
    does(remove_entry{{"ideas"}, entry_nr(2)});
    open("then");
    EXPECT_THAT(items("then"), ElementsAre("Rad", "Bahn")) << "no card has the bus, and the ship's card is gone";
    EXPECT_EQ(state.find({"ideas"})->phase, phase::closed);
}

TEST_F(Sources, ATagGoesWithTheLastCardThatWasTakenBack) {
    start_with({collect("ideas"), measures("then", item_source{{"ideas"}, take::tags})});
    open("ideas");
    for (std::uint8_t n = 1; n <= 5; ++n) drop(n);
    const auto tag_nr = [](std::uint8_t n) { return tag_id{.bytes = {n}}; };
    for (const std::uint8_t n : {1, 2, 3}) does(add_tag{{"ideas"}, tag_nr(n), "Wort " + std::to_string(n), ""});
    for (const std::uint8_t n : {1, 2}) does(tag_entries{{"ideas"}, {entry_nr(n)}, tag_nr(n), true});
    does(withdraw_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1});
    does(edit_entry{{"ideas"}, entry_nr(2), proof_nr(2), 1, "Geändert"});
    ASSERT_EQ(entry_at(1).standing, standing::present) << "it waits for the others of its wave";
    open("then");
    EXPECT_THAT(items("then"), ElementsAre("Wort 2"));
}

TEST_F(Sources, OfWhatIsCollectedBesideTheStageOnlyWhatEverybodySeesGoesOn) {
    start_with({collect("ideas", {.beside = true}), measures("then", item_source{{"ideas"}, take::entries})});
    for (std::uint8_t n = 1; n <= 6; ++n) drop(n, "Karte " + std::to_string(n));
    does(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1, "Geändert"});
    open("then");
    EXPECT_THAT(items("then"), ElementsAre("Karte 1", "Karte 2", "Karte 3", "Karte 4", "Karte 5"))
        << "the sixth and the edit wait for the others of their wave";
    EXPECT_EQ(state.find({"ideas"})->phase, phase::open);
}

TEST_F(Sources, WhoLooksBeforehandSeesNoWaitingCard) {
    start_with({collect("ideas"), measures("then", item_source{{"ideas"}, take::entries})});
    open("ideas");
    for (std::uint8_t n = 1; n <= 6; ++n) drop(n, "Karte " + std::to_string(n));
    EXPECT_EQ(seen_to_go_on(state, {{"ideas"}, take::entries})->size(), 5U);
    open("then");
    EXPECT_EQ(items("then").size(), 6U) << "its source closed and showed it";
}

}  // namespace
}  // namespace klartext::domain
