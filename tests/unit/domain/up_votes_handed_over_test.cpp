#include "domain/handing_over.hpp"
#include "unit/domain/workshop.hpp"

#include <gmock/gmock.h>

namespace klartext::domain {
namespace {

using take = item_source::kind;
using ::testing::ElementsAre;

/// Five cards, "Karte 1" to "Karte 5", with 2, 4, 5, 4 and no up-votes.
struct UpVotesHandedOver : workshop {
    void begin(item_source source, collect_plan plan = {}) {
        plan.release = release::live;
        plan.up_votes = true;
        start_with({collect("ideas", std::move(plan)), measures("then", std::move(source))});
        if (state.find({"ideas"})->phase == phase::planned) open("ideas");
        for (std::uint8_t n = 1; n <= 5; ++n) drop(n, "Karte " + std::to_string(n));
    }
    void support() {
        const std::vector<std::vector<std::uint8_t>> all{{1, 2, 3, 4}, {1, 2, 3, 4}, {2, 3, 4}, {2, 3, 4}, {3}};
        for (std::uint8_t seat = 0; seat < all.size(); ++seat) {
            cast_up_votes said{{"ideas"}, stamp_nr(seat), 1, {}};
            for (const auto card : all[seat]) said.entries.push_back(entry_nr(card));
            does(said);
        }
    }
    static planned_activity measures(std::string id, item_source source) {
        return {{std::move(id)}, "Maßnahmen", "", std::nullopt, measures_plan{std::move(source)}};
    }
    std::vector<std::string> taken(item_source source) {
        state = {};
        begin(std::move(source));
        support();
        close("ideas");
        open("then");
        return state.find({"then"})->items;
    }
    refusal not_taken() { return refused(open_activity{{"then"}}); }
};

TEST_F(UpVotesHandedOver, TheFirstGoOnBestFirstAndWhoSharesTheLastPlaceComesAlong) {
    EXPECT_THAT(taken({{"ideas"}, take::top, 1}), ElementsAre("Karte 3"));
    EXPECT_THAT(taken({{"ideas"}, take::top, 2}), ElementsAre("Karte 3", "Karte 2", "Karte 4"));
    EXPECT_THAT(taken({{"ideas"}, take::top, 3}), ElementsAre("Karte 3", "Karte 2", "Karte 4"));
    EXPECT_THAT(taken({{"ideas"}, take::top, 100}), ElementsAre("Karte 3", "Karte 2", "Karte 4", "Karte 1"))
        << "a card that nobody supports is not among the first";
}

TEST_F(UpVotesHandedOver, OrThoseThatNotFewerSupport) {
    EXPECT_THAT(taken({{"ideas"}, take::above, 0, 4}), ElementsAre("Karte 3", "Karte 2", "Karte 4"));
    EXPECT_THAT(taken({{"ideas"}, take::above, 0, 4.5}), ElementsAre("Karte 3"));
    EXPECT_THAT(taken({{"ideas"}, take::above, 0, 1}), ElementsAre("Karte 3", "Karte 2", "Karte 4", "Karte 1"));
}

TEST_F(UpVotesHandedOver, ToAVoteAndToASignUpAsWell) {
    const item_source first{{"ideas"}, take::top, 1};
    begin(first);
    does(add_activity{{{"vote"}, "Wahl", "", std::nullopt, vote_plan{dots_rules{}, first}}, std::nullopt});
    does(add_activity{{{"who"}, "Wer", "", std::nullopt, sign_up_plan{first}}, std::nullopt});
    support();
    close("ideas");
    for (const auto* id : {"vote", "who"}) {
        open(id);
        EXPECT_THAT(state.find({id})->items, ElementsAre("Karte 3"));
    }
}

TEST_F(UpVotesHandedOver, AnotherRuleOrCardsWithoutUpVotesAreNoSource) {
    does(add_activity{collect("ideas", {.up_votes = true}), std::nullopt});
    does(add_activity{collect("plain"), std::nullopt});
    const auto not_added = [&](item_source source) {
        return refused(add_activity{measures("then", std::move(source)), std::nullopt});
    };
    for (const auto other : {take::disputed, take::quadrant})
        EXPECT_EQ(not_added({{"ideas"}, other}), refusal::source_not_scored);
    EXPECT_EQ(not_added({{"ideas"}, take::items}), refusal::unknown_source);
    EXPECT_EQ(not_added({{"plain"}, take::top, 3}), refusal::unknown_source);
    EXPECT_EQ(not_added({{"ideas"}, take::top, 0}), refusal::bad_rules);
    does(add_activity{measures("then", {{"ideas"}, take::above, 0, 3}), std::nullopt});
    EXPECT_EQ(refused(edit_activity{{"ideas"}, collect("ideas")}), refusal::unknown_source)
        << "its up-votes are needed";
    does(add_activity{measures("all", {{"ideas"}, take::entries}), std::nullopt});
}

TEST_F(UpVotesHandedOver, WhatIsNotClosedHasNoNumbersToGoBy) {
    begin({{"ideas"}, take::top, 2});
    support();
    EXPECT_EQ(not_taken(), refusal::source_not_closed);
    EXPECT_EQ(state.find({"ideas"})->phase, phase::open) << "and is not closed by the way";
    close("ideas");
    open("ideas");
    EXPECT_EQ(not_taken(), refusal::source_not_closed) << "opened again";
    state = {};
    start_with({collect("ideas", {.up_votes = true}), measures("then", {{"ideas"}, take::top, 2})});
    EXPECT_EQ(not_taken(), refusal::source_not_closed) << "not opened yet";
}

TEST_F(UpVotesHandedOver, BesideTheStageThatWhichIsPublishedCounts) {
    const item_source first{{"ideas"}, take::top, 1};
    begin(first, {.beside = true});
    EXPECT_EQ(not_taken(), refusal::source_withheld);
    support();
    does(cast_up_votes{{"ideas"}, stamp_nr(9), 1, {entry_nr(5)}});
    EXPECT_THAT(*seen_to_go_on(state, {{"ideas"}, take::above, 0, 1}),
                ElementsAre("Karte 3", "Karte 2", "Karte 4", "Karte 1"))
        << "the latest up-vote waits for others";
    open("then");
    EXPECT_THAT(state.find({"then"})->items, ElementsAre("Karte 3"));
    EXPECT_EQ(state.find({"ideas"})->phase, phase::open);
}

TEST_F(UpVotesHandedOver, NothingGoesOnWhereNothingWasPublished) {
    begin({{"ideas"}, take::top, 2});
    for (std::uint8_t seat = 1; seat <= 4; ++seat) does(cast_up_votes{{"ideas"}, stamp_nr(seat), 1, {entry_nr(1)}});
    close("ideas");
    EXPECT_EQ(not_taken(), refusal::source_withheld);
    EXPECT_EQ(seen_to_go_on(state, {{"ideas"}, take::top, 2}).error(), refusal::source_withheld);
}

TEST_F(UpVotesHandedOver, WhereNothingMeetsTheRuleNothingOpens) {
    begin({{"ideas"}, take::above, 0, 6});
    support();
    close("ideas");
    EXPECT_EQ(not_taken(), refusal::nothing_handed_over);
}

TEST_F(UpVotesHandedOver, ACardThatWasRemovedGoesNowhere) {
    begin({{"ideas"}, take::top, 1});
    support();
    close("ideas");
    does(remove_entry{{"ideas"}, entry_nr(3)});
    open("then");
    EXPECT_THAT(state.find({"then"})->items, ElementsAre("Karte 2", "Karte 4"));
}

}  // namespace
}  // namespace klartext::domain
