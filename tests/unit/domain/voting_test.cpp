#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

struct Voting : workshop {
    cast_ballot ballot(std::uint8_t stamp, std::uint32_t counter, domain::ballot content) const {
        return {{"vote"}, stamp_nr(stamp), counter, std::move(content)};
    }
    void choose_between(std::vector<std::string> items) {
        start_with({vote("vote", single_choice_rules{}, std::move(items))});
        open("vote");
    }
};

TEST_F(Voting, ABallotIsReplacedByALaterOneWithTheSameStamp) {
    choose_between({"A", "B"});
    does(ballot(1, 1, single_choice_ballot{0}));
    does(ballot(1, 2, single_choice_ballot{1}));
    close("vote");
    state.head.settings.open_small_group = true;
    const auto result = std::get<single_choice_result>(*published_result(state, state.agenda[0]));
    EXPECT_EQ(result.counts, (std::vector{0, 1}));
    EXPECT_EQ(result.ballots, 1);
}

using AnonymityRule4 = Voting;

TEST_F(AnonymityRule4, ALateResendOfABallotChangesNothing) {
    choose_between({"A", "B"});
    does(ballot(1, 2, single_choice_ballot{1}));
    EXPECT_TRUE(does(ballot(1, 1, single_choice_ballot{0})).empty());
    EXPECT_TRUE(does(ballot(1, 2, single_choice_ballot{0})).empty());
    EXPECT_EQ(state.agenda[0].ballots.at(stamp_nr(1)).ballot, domain::ballot{single_choice_ballot{1}});
}

TEST_F(AnonymityRule4, AResendOfABallotIsReceivedEvenAfterTheRound) {
    choose_between({"A", "B"});
    does(ballot(1, 1, single_choice_ballot{1}));
    close("vote");
    EXPECT_TRUE(does(ballot(1, 1, single_choice_ballot{1})).empty());
    EXPECT_EQ(refused(ballot(1, 2, single_choice_ballot{0})), refusal::activity_not_open);
}

using AnonymityRule9 = Voting;

TEST_F(AnonymityRule9, AClosedVoteCannotBeOpenedAgain) {
    choose_between({"A", "B"});
    close("vote");
    EXPECT_EQ(refused(open_activity{{"vote"}}), refusal::activity_closed_for_good);
    EXPECT_EQ(refused(ballot(1, 1, single_choice_ballot{0})), refusal::activity_not_open);
}

TEST_F(AnonymityRule9, NoResultLeavesARunningRound) {
    choose_between({"A", "B"});
    for (std::uint8_t n = 1; n <= 9; ++n) does(ballot(n, 1, single_choice_ballot{0}));
    EXPECT_FALSE(published_result(state, state.agenda[0]));
    close("vote");
    EXPECT_TRUE(published_result(state, state.agenda[0]));
}

TEST_F(Voting, ABallotOfAnotherMethodOrItemIsRefused) {
    choose_between({"A", "B"});
    EXPECT_EQ(refused(ballot(1, 1, dots_ballot{{{0, 1}}})), refusal::ballot_of_other_method);
    EXPECT_EQ(refused(ballot(1, 1, single_choice_ballot{2})), refusal::unknown_item);
    EXPECT_EQ(refused(ballot(1, 1, single_choice_ballot{-1})), refusal::unknown_item);
}

TEST_F(Voting, SlotsGoToVotesInTheOrderOfTheAgendaAndAnAddedVoteTakesTheNext) {
    start_with({vote("a", single_choice_rules{}, {"x"}), collect("ideas"), vote("b", dots_rules{}, {"x"})});
    EXPECT_EQ(state.find({"a"})->slot, 0);
    EXPECT_EQ(state.find({"b"})->slot, 1);
    EXPECT_FALSE(state.find({"ideas"})->slot);
    does(add_activity{vote("c", dots_rules{}, {"x"}), 0});
    EXPECT_EQ(state.find({"c"})->slot, 2);
}

struct SecondRound : workshop {
    static planned_activity again(std::string id, std::string first, method_rules rules = single_choice_rules{}) {
        auto made = vote(std::move(id), rules, {});
        made.plan = vote_plan{rules, item_source{{std::move(first)}, item_source::kind::items}};
        return made;
    }
    refusal refused_plan(planned_activity planned) { return refused(add_activity{std::move(planned), std::nullopt}); }
    void SetUp() override {
        start_with({vote("vote", single_choice_rules{}, {"A", "B"}), vote("other", single_choice_rules{}, {"C"})});
    }
};

TEST_F(SecondRound, IsAboutTheSameItemsAndClosesTheFirst) {
    does(add_activity{again("again", "vote"), std::nullopt});
    EXPECT_EQ(refused(open_activity{{"again"}}), refusal::no_items) << "the first has not been opened";
    open("vote");
    open("again");
    EXPECT_EQ(state.find({"vote"})->phase, phase::closed);
    EXPECT_EQ(state.find({"again"})->items, (std::vector<std::string>{"A", "B"}));
}

TEST_F(SecondRound, HasTheSlotOfTheFirst) {
    does(add_activity{again("again", "other"), std::nullopt});
    EXPECT_EQ(state.find({"again"})->slot, 1);
    does(edit_activity{{"again"}, again("again", "vote")});
    EXPECT_EQ(state.find({"again"})->slot, 0);
    does(edit_activity{{"again"}, vote("again", single_choice_rules{}, {"D"})});
    EXPECT_EQ(state.find({"again"})->slot, 2) << "a vote of its own has a slot of its own";
}

TEST_F(SecondRound, FollowsAnEarlierVoteUnderTheSameRulesOnce) {
    EXPECT_EQ(refused_plan(again("again", "nowhere")), refusal::unknown_first_round);
    EXPECT_EQ(refused_plan(again("again", "vote", agree_disagree_rules{})), refusal::second_round_differs);
    EXPECT_EQ(refused(add_activity{again("again", "vote"), 0}), refusal::unknown_first_round) << "before the first";
    does(add_activity{again("again", "vote"), std::nullopt});
    EXPECT_EQ(refused_plan(again("third", "vote")), refusal::second_round_exists);
    EXPECT_EQ(refused_plan(again("third", "again")), refusal::unknown_first_round);
    EXPECT_EQ(refused(edit_activity{{"vote"}, vote("vote", agree_disagree_rules{}, {"A"})}),
              refusal::second_round_differs);
}

struct ItemsFromCards : workshop {
    void SetUp() override {
        auto vote_on_cards = vote("vote", agree_disagree_rules{}, {});
        vote_on_cards.plan = vote_plan{agree_disagree_rules{}, item_source{{"ideas"}, item_source::kind::entries}};
        auto vote_on_clusters = vote("clusters", dots_rules{}, {});
        vote_on_clusters.plan = vote_plan{dots_rules{}, item_source{{"ideas"}, item_source::kind::clusters}};
        start_with({collect("ideas", {.sections = {}, .comments = true, .release = release::waves}), vote_on_cards,
                    vote_on_clusters});
        open("ideas");
    }
};

TEST_F(ItemsFromCards, AreFrozenCopiesSortedByIdWithoutCommentsRemovedAndWithdrawnOnes) {
    for (std::uint8_t n = 1; n <= 5; ++n) drop(n, "Karte " + std::to_string(n));
    comment(6, 1);
    does(remove_entry{{"ideas"}, entry_nr(2)});
    does(withdraw_entry{{"ideas"}, entry_nr(3), proof_nr(3), 1});
    does(edit_entry{{"ideas"}, entry_nr(4), proof_nr(4), 1, "Karte vier"});
    open("vote");
    EXPECT_EQ(state.find({"vote"})->items, (std::vector<std::string>{"Karte 1", "Karte vier", "Karte 5"}));
}

TEST_F(ItemsFromCards, OpeningAVoteClosesWhatItVotesOn) {
    drop(1);
    open("vote");
    EXPECT_EQ(state.find({"ideas"})->phase, phase::closed);
    EXPECT_TRUE(entry_at(1).shown);
    EXPECT_EQ(refused(card(2)), refusal::activity_not_open);
}

TEST_F(ItemsFromCards, AVoteFollowsWhatItVotesOn) {
    EXPECT_EQ(refused(remove_activity{{"ideas"}}), refusal::activity_was_opened);
    EXPECT_EQ(refused(reorder_agenda{{{"vote"}, {"ideas"}, {"clusters"}}}), refusal::unknown_source);
    does(add_activity{collect("more"), 0});
    auto moved = state.find({"vote"})->planned;
    std::get<item_source>(std::get<vote_plan>(moved.plan).items).from = {"more"};
    does(edit_activity{{"vote"}, moved});
    EXPECT_EQ(refused(remove_activity{{"more"}}), refusal::source_needed);
    EXPECT_EQ(refused(edit_activity{{"more"}, vote("more", dots_rules{}, {"x"})}), refusal::unknown_source);
    does(remove_activity{{"vote"}});
    does(remove_activity{{"more"}});
}

TEST_F(ItemsFromCards, AVoteOnNothingIsRefused) {
    EXPECT_EQ(refused(open_activity{{"vote"}}), refusal::no_items);
    drop(1);
    EXPECT_EQ(refused(open_activity{{"clusters"}}), refusal::no_items);
    does(add_cluster{{"ideas"}, cluster_nr(1), "Verkehr"});
    open("clusters");
    EXPECT_EQ(state.find({"clusters"})->items, std::vector<std::string>{"Verkehr"});
}

struct MethodsForCards : ItemsFromCards {
    std::optional<refusal> why_not(method_rules rules, int cards) {
        for (int n = 1; n <= cards; ++n) drop(static_cast<std::uint8_t>(n));
        auto planned = vote("later", rules, {});
        planned.plan = vote_plan{rules, item_source{{"ideas"}, item_source::kind::entries}};
        does(add_activity{planned, std::nullopt});
        const auto decided = decide(state, open_activity{{"later"}}, at);
        return decided ? std::nullopt : std::optional(decided.error());
    }
};

TEST_F(MethodsForCards, AreAskedAgainWhenItIsKnownHowManyThereAre) {
    EXPECT_EQ(why_not(multiple_choice_rules{.least = 3}, 2), refusal::bad_number_of_items);
}

TEST_F(MethodsForCards, DoNotRankMoreThanAnybodyCanRank) {
    EXPECT_EQ(why_not(ranking_rules{}, most_ranked_items + 1), refusal::bad_number_of_items);
}

TEST_F(MethodsForCards, OpenWhereTheyFit) { EXPECT_EQ(why_not(multiple_choice_rules{.least = 2}, 2), std::nullopt); }

TEST_F(ItemsFromCards, ThePassiveOptionIsNoCard) {
    drop(1, "Ein Radweg");
    const consensing_rules rules{.passive = " Alles bleibt "};
    auto planned = vote("resist", rules, {});
    planned.plan = vote_plan{rules, item_source{{"ideas"}, item_source::kind::entries}};
    does(add_activity{planned, std::nullopt});
    open("resist");
    EXPECT_EQ(state.find({"resist"})->items, (std::vector<std::string>{"Ein Radweg", "Alles bleibt"}));
}

TEST_F(SecondRound, HasThePassiveOptionOfTheFirst) {
    const consensing_rules rules{.passive = "Alles bleibt"};
    does(add_activity{vote("resist", rules, {"A"}), std::nullopt});
    does(add_activity{again("resist again", "resist", rules), std::nullopt});
    open("resist");
    open("resist again");
    EXPECT_EQ(state.find({"resist again"})->items, (std::vector<std::string>{"A", "Alles bleibt"}));
}

TEST_F(Voting, TextsInRulesLoseTheBlanksAroundThem) {
    const multi_criteria_rules judging{.criteria = {{" Wirkung ", 1, false}, {"Kosten\t", 1, true}}};
    start_with({vote("days", estimate_rules{.unit = "  Tage "}, {"A"}), vote("judged", judging, {"A"})});
    EXPECT_EQ(std::get<estimate_rules>(std::get<vote_plan>(state.find({"days"})->planned.plan).rules).unit, "Tage");
    const auto kept = std::get<multi_criteria_rules>(std::get<vote_plan>(state.find({"judged"})->planned.plan).rules);
    EXPECT_EQ(kept.criteria[0].title, "Wirkung");
    EXPECT_EQ(kept.criteria[1].title, "Kosten");
}

}  // namespace
}  // namespace klartext::domain
