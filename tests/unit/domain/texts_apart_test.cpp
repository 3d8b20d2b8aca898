#include <gmock/gmock.h>

#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using cast_ballots = std::map<stamp_hash, counted_ballot>;

cast_ballots in_the_box(const std::vector<ballot>& filled_in) {
    cast_ballots box;
    for (const auto& each : filled_in) box[stamp_nr(static_cast<std::uint8_t>(box.size() + 1))] = {1, each};
    return box;
}

struct counted_twice {
    tally_result over_ballots, apart;
    cast_ballots left;
};

/// Two items; over whole ballots, and over what is left of them together with their texts.
counted_twice twice(const method_rules& rules, const std::vector<ballot>& filled_in) {
    counted_twice counted{tally(rules, 2, in_the_box(filled_in)), {}, in_the_box(filled_in)};
    const auto texts = take_texts(counted.left);
    counted.apart = tally(rules, 2, counted.left);
    put_texts(counted.apart, texts);
    return counted;
}

TEST(TextsApart, AMultipleChoiceIsCountedAsBefore) {
    const auto counted =
        twice(multiple_choice_rules{.other = true},
              {multiple_choice_ballot{{0, 1}, " Linden "}, multiple_choice_ballot{{}, "Äpfel"},
               multiple_choice_ballot{{}, "Linden"}, multiple_choice_ballot{{1}, "  "}, multiple_choice_ballot{}});
    EXPECT_EQ(counted.apart, counted.over_ballots);
    const auto& result = std::get<multiple_choice_result>(counted.apart);
    EXPECT_THAT(result.others, ElementsAre("Linden", "Linden", "Äpfel"));
    EXPECT_EQ(result.abstentions, 1);
    EXPECT_EQ(counted.left.at(stamp_nr(1)).ballot, ballot(multiple_choice_ballot{{0, 1}, ""}));
}

TEST(TextsApart, ConsensingIsCountedAsBefore) {
    const auto counted = twice(consensing_rules{}, {consensing_ballot{{{0, 3}}, {{0, "zu laut"}, {1, "zu teuer"}}},
                                                    consensing_ballot{{}, {{1, "Lärm"}}},
                                                    consensing_ballot{{{1, 0}}, {}}, consensing_ballot{}});
    EXPECT_EQ(counted.apart, counted.over_ballots);
    EXPECT_THAT(std::get<consensing_result>(counted.apart).rows[1].objections, ElementsAre("Lärm", "zu teuer"));
    EXPECT_EQ(counted.left.at(stamp_nr(1)).ballot, ballot(consensing_ballot{{{0, 3}}, {}}));
}

TEST(TextsApart, OpenTextIsCountedAsBefore) {
    const auto counted = twice(open_text_rules{}, {open_text_ballot{{{0, "b"}, {1, " c "}}},
                                                   open_text_ballot{{{0, "a"}}}, open_text_ballot{}});
    EXPECT_EQ(counted.apart, counted.over_ballots);
    EXPECT_THAT(std::get<open_text_result>(counted.apart).rows[0].answers, ElementsAre("a", "b"));
    EXPECT_EQ(std::get<open_text_result>(counted.apart).abstentions, 1);
    for (const auto& [stamp, left] : counted.left) EXPECT_EQ(left.ballot, ballot(open_text_ballot{}));
}

TEST(TextsApart, BallotsWithoutTextsStayAsTheyAre) {
    auto box = in_the_box({dots_ballot{{{0, 2}}}, dots_ballot{}});
    const auto before = box;
    EXPECT_EQ(take_texts(box), texts_apart{});
    EXPECT_EQ(box, before);
}

struct TextOfAVote : workshop {
    TextOfAVote() {
        start_with({vote("vote", open_text_rules{}, {"Was fehlt?", "Und sonst?"}), vote("dots", dots_rules{}, {"A"}),
                    collect("ideas")});
        open("vote");
    }
    void answer(std::uint8_t stamp, std::map<item_number, std::string> answers) {
        does(cast_ballot{{"vote"}, stamp_nr(stamp), 1, open_text_ballot{std::move(answers)}});
    }
    void five_answer() {
        for (std::uint8_t n = 1; n <= 4; ++n) answer(n, {{0, "Bänke"}, {1, "nichts " + std::to_string(n)}});
        answer(5, {{0, "Beleidigung"}});
    }
    static remove_text removing(std::string text, std::optional<item_number> item = 0) {
        return {{"vote"}, {item, std::move(text)}};
    }
    const activity& the_vote() { return *state.find({"vote"}); }
    open_text_result result() { return std::get<open_text_result>(*published_result(state, the_vote())); }
};

using AnonymityRule9Texts = TextOfAVote;

TEST_F(AnonymityRule9Texts, AfterTheCloseNoBallotHoldsAText) {
    five_answer();
    EXPECT_EQ(std::get<open_text_ballot>(the_vote().ballots.at(stamp_nr(5)).ballot).answers.size(), 1u);
    close("vote");
    for (const auto& [stamp, counted] : the_vote().ballots) EXPECT_EQ(counted.ballot, ballot(open_text_ballot{}));
    EXPECT_EQ(the_vote().texts.texts.size(), 9u);
    EXPECT_TRUE(std::ranges::is_sorted(the_vote().texts.texts));
    EXPECT_EQ(the_vote().texts.alone, 5);
}

TEST_F(AnonymityRule9Texts, TheyAreApartAlsoWhereTheCloseOfTheSessionEndsTheRound) {
    five_answer();
    does(close_session{});
    EXPECT_EQ(the_vote().ballots.at(stamp_nr(5)).ballot, ballot(open_text_ballot{}));
    EXPECT_EQ(result().rows[0].answers.size(), 5u);
}

TEST_F(AnonymityRule9Texts, WhatABallotBecameSaysNothingOfAResend) {
    five_answer();
    close("vote");
    EXPECT_TRUE(does(cast_ballot{{"vote"}, stamp_nr(5), 1, open_text_ballot{{{0, "Beleidigung"}}}}).empty());
    EXPECT_EQ(the_vote().ballots.at(stamp_nr(5)).ballot, ballot(open_text_ballot{}));
}

TEST_F(TextOfAVote, IsTakenOutForGoodAndCounted) {
    five_answer();
    close("vote");
    does(removing("Beleidigung"));
    EXPECT_THAT(result().rows[0].answers, ElementsAre("Bänke", "Bänke", "Bänke", "Bänke"));
    EXPECT_EQ(the_vote().texts.removed, 1);
    EXPECT_EQ(result().ballots, 5);
    EXPECT_EQ(result().abstentions, 0) << "whoever wrote it did not abstain";
    EXPECT_EQ(refused(removing("Beleidigung")), refusal::unknown_text);
}

TEST_F(TextOfAVote, IsOneCopyOfSeveral) {
    five_answer();
    close("vote");
    does(removing("Bänke"));
    EXPECT_THAT(result().rows[0].answers, ElementsAre("Beleidigung", "Bänke", "Bänke", "Bänke"));
    EXPECT_EQ(refused(removing("Bänke", 1)), refusal::unknown_text);
    EXPECT_EQ(refused(removing("Bänke", std::nullopt)), refusal::unknown_text);
}

TEST_F(TextOfAVote, ThatNobodySeesCannotBeRemoved) {
    answer(1, {{0, "Beleidigung"}});
    EXPECT_EQ(refused(removing("Beleidigung")), refusal::unknown_text) << "while the round runs";
    close("vote");
    ASSERT_TRUE(withheld(state, the_vote()));
    EXPECT_EQ(refused(removing("Beleidigung")), refusal::unknown_text) << "of too few";
}

TEST_F(TextOfAVote, StaysOnceTheSessionIsClosed) {
    five_answer();
    does(close_session{});
    EXPECT_EQ(refused(removing("Beleidigung")), refusal::session_closed);
}

TEST_F(TextOfAVote, IsOfAVote) {
    EXPECT_EQ(refused(remove_text{{"ideas"}, {std::nullopt, "x"}}), refusal::wrong_kind);
    EXPECT_EQ(refused(remove_text{{"none"}, {std::nullopt, "x"}}), refusal::unknown_activity);
    EXPECT_EQ(refused(remove_text{{"dots"}, {std::nullopt, "x"}}), refusal::unknown_text);
}

TEST_F(TextOfAVote, UnderOtherWasAChoiceStillWhenItIsTakenOut) {
    does(add_activity{vote("several", multiple_choice_rules{.other = true}, {"A", "B"}), std::nullopt});
    open("several");
    for (std::uint8_t n = 1; n <= 5; ++n)
        does(cast_ballot{{"several"}, stamp_nr(n), 1, multiple_choice_ballot{{0}, "C"}});
    close("several");
    does(remove_text{{"several"}, {std::nullopt, "C"}});
    const auto result = std::get<multiple_choice_result>(*published_result(state, *state.find({"several"})));
    EXPECT_EQ(result.other_count, 5);
    EXPECT_THAT(result.others, ElementsAre("C", "C", "C", "C"));
}

// Of sessions that were closed before texts left their ballots.
TEST_F(TextOfAVote, ThatStandsInAClosedBallotIsShownAsEver) {
    five_answer();
    auto& old = *state.find({"vote"});
    old.phase = phase::closed;
    old.closed = at.now;
    ASSERT_THAT(old.texts.texts, IsEmpty());
    EXPECT_EQ(result().rows[0].answers.size(), 5u);
    EXPECT_EQ(result().abstentions, 0);
    keep_tally(old);
    EXPECT_EQ(result().rows[0].answers.size(), 5u);
}

TEST(KeptTally, IsTheOneThatTheBallotsGive) {
    activity voted;
    voted.planned = workshop::vote("vote", single_choice_rules{}, {"A", "B"});
    voted.items = {"A", "B"};
    voted.phase = phase::closed;
    for (std::uint8_t n = 1; n <= 6; ++n) voted.ballots[stamp_nr(n)] = {1, single_choice_ballot{1}};
    const session_state state;
    const auto counted = published_result(state, voted);
    keep_tally(voted);
    ASSERT_TRUE(voted.tallied.result);
    EXPECT_EQ(published_result(state, voted), counted);
    voted.phase = phase::open;
    EXPECT_FALSE(published_result(state, voted)) << "not while the round runs";
}

}  // namespace
}  // namespace klartext::domain
