#include "domain/anonymity/waves.hpp"
#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

std::vector<card_kind> ideas_and_concerns() {
    return {{"idea", "Idee", tone::yellow}, {"concern", "Bedenken", tone::red}};
}

struct CardKinds : workshop {
    void SetUp() override {
        start_with({collect("ideas", {.comments = true, .release = release::live, .kinds = ideas_and_concerns()})});
        open("ideas");
    }
    drop_entry card_of(std::uint8_t n, std::string kind) const {
        auto written = card(n);
        written.kind = std::move(kind);
        return written;
    }
};

TEST_F(CardKinds, ACardIsOfOneOfTheKinds) {
    does(card_of(1, "concern"));
    EXPECT_EQ(entry_at(1).kind, "concern");
    EXPECT_EQ(refused(card_of(2, "question")), refusal::unknown_card_kind);
    EXPECT_EQ(refused(card(2)), refusal::unknown_card_kind) << "a card without a kind";
}

TEST_F(CardKinds, ACommentHasNone) {
    does(card_of(1, "idea"));
    auto remark = card_of(2, "idea");
    remark.on = entry_nr(1);
    EXPECT_EQ(refused(remark), refusal::unknown_card_kind);
    comment(2, 1);
    EXPECT_EQ(entry_at(2).kind, "");
}

TEST_F(CardKinds, WhereThereAreNoneNoCardHasOne) {
    does(add_activity{collect("plain"), std::nullopt});
    does(add_activity{{{"end"}, "Rückmeldung", "", std::nullopt, feedback_plan{}}, std::nullopt});
    for (const auto* activity : {"plain", "end"}) {
        open(activity);
        auto written = card_of(1, "idea");
        written.activity = {activity};
        EXPECT_EQ(refused(written), refusal::unknown_card_kind) << activity;
        written.kind.clear();
        does(written);
    }
}

TEST_F(CardKinds, AnEditKeepsTheKind) {
    does(card_of(1, "concern"));
    does(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1, "besser"});
    EXPECT_EQ(entry_at(1).kind, "concern");
}

TEST_F(CardKinds, AreLaidDownBeforeTheActivityOpens) {
    auto changed = state.find({"ideas"})->planned;
    std::get<collect_plan>(changed.plan).kinds.pop_back();
    EXPECT_EQ(refused(edit_activity{{"ideas"}, changed}), refusal::activity_was_opened);
}

struct PlannedCards : workshop {
    refusal refused_plan(collect_plan plan) {
        return refused(add_activity{collect("a", std::move(plan)), std::nullopt});
    }
};

TEST_F(PlannedCards, KindsHaveWordsAndIdsOfTheirOwn) {
    EXPECT_EQ(refused_plan({.kinds = {{"k", "Idee", {}}, {"k", "Frage", {}}}}), refusal::duplicate_card_kind);
    EXPECT_EQ(refused_plan({.kinds = {{"k", " ", {}}}}), refusal::text_empty);
    EXPECT_EQ(refused_plan({.kinds = {{"..", "Idee", {}}}}), refusal::id_reserved);
    collect_plan many;
    for (int each = 0; each < 13; ++each) many.kinds.push_back({std::to_string(each), "Art", {}});
    EXPECT_EQ(refused_plan(many), refusal::too_many_card_kinds);
    many.kinds.pop_back();
    does(add_activity{collect("a", many), std::nullopt});
}

TEST_F(PlannedCards, OfEachPersonAreOneToTwoHundred) {
    for (const int wrong : {0, -1, 201}) EXPECT_EQ(refused_plan({.per_person = wrong}), refusal::bad_cards_per_person);
    does(add_activity{collect("one", {.per_person = 1}), std::nullopt});
    does(add_activity{collect("many", {.per_person = 200}), std::nullopt});
}

struct OnBehalf : workshop {
    void collect_with(collect_plan plan) {
        start_with({collect("ideas", std::move(plan))});
        open("ideas");
    }
    drop_entry from_the_desk(std::uint8_t n) const {
        auto written = card(n, "Vom Zettel");
        written.stamp.reset();
        return written;
    }
};

TEST_F(OnBehalf, ACardNeedsNoStampAndIsMarked) {
    collect_with({.release = release::live});
    does(from_the_desk(1));
    drop(2);
    EXPECT_TRUE(entry_at(1).on_behalf);
    EXPECT_FALSE(entry_at(2).on_behalf);
    EXPECT_EQ(state.find({"ideas"})->spent.size(), 1u) << "that of the participant's card";
}

TEST_F(OnBehalf, AResendIsNoSecondCard) {
    collect_with({.release = release::live});
    does(from_the_desk(1));
    EXPECT_TRUE(does(from_the_desk(1)).empty());
    EXPECT_EQ(state.find({"ideas"})->entries.size(), 1u);
}

TEST_F(OnBehalf, TheRulesOfTheActivityHold) {
    collect_with({.sections = {{"s", "Stadt", ""}}, .release = release::live, .kinds = ideas_and_concerns()});
    EXPECT_EQ(refused(from_the_desk(1)), refusal::unknown_card_kind);
    auto written = from_the_desk(1);
    written.kind = "idea";
    written.section = "elsewhere";
    EXPECT_EQ(refused(written), refusal::unknown_section);
    written.section = "s";
    written.text = " ";
    EXPECT_EQ(refused(written), refusal::text_empty);
    written.text = "Vom Zettel";
    written.on = entry_nr(9);
    EXPECT_EQ(refused(written), refusal::comments_off);
    close("ideas");
    EXPECT_EQ(refused(from_the_desk(1)), refusal::activity_not_open);
}

TEST_F(OnBehalf, ItsWriterEditsAndWithdrawsItByItsSecretAlone) {
    collect_with({.release = release::live});
    does(from_the_desk(1));
    EXPECT_EQ(refused(edit_entry{{"ideas"}, entry_nr(1), proof_nr(2), 1, "fremd"}), refusal::not_the_writer);
    does(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1, "besser"});
    EXPECT_EQ(entry_at(1).text, "besser");
    EXPECT_TRUE(entry_at(1).on_behalf);
    does(withdraw_entry{{"ideas"}, entry_nr(1), proof_nr(1), 2});
    EXPECT_EQ(entry_at(1).standing, standing::withdrawn);
}

using AnonymityRule8OnBehalf = OnBehalf;

TEST_F(AnonymityRule8OnBehalf, CardsFromTheDeskMakeNoWaveOfParticipantsCardsShorter) {
    collect_with({.release = release::waves});
    drop(1);
    for (std::uint8_t n = 10; n <= 13; ++n) EXPECT_TRUE(shown_in(does(from_the_desk(n))).empty());
    EXPECT_TRUE(shown_in(drop(2)).empty()) << "everybody would know that one of two people wrote it just now";
    EXPECT_EQ(shown_in(does(from_the_desk(14))).size(), 5u);
    EXPECT_TRUE(entry_at(14).shown);
    EXPECT_FALSE(entry_at(1).shown);
    for (const std::uint8_t n : {3, 4}) EXPECT_TRUE(shown_in(drop(n)).empty());
    EXPECT_EQ(shown_in(drop(5)).size(), 5u);
}

TEST_F(AnonymityRule8OnBehalf, CardsFromTheDeskAreAnnouncedInStepsOfTheirOwn) {
    collect_with({.release = release::covered});
    for (std::uint8_t n = 10; n <= 13; ++n) does(from_the_desk(n));
    drop(1);
    EXPECT_EQ(waiting_in_steps(*state.find({"ideas"})), 0) << "the moment of that card must not show";
    does(from_the_desk(14));
    for (std::uint8_t n = 2; n <= 5; ++n) drop(n);
    EXPECT_EQ(waiting_in_steps(*state.find({"ideas"})), 10);
}

TEST_F(AnonymityRule8OnBehalf, TheTwoMinutesGuardParticipantsCardsAndNotThoseFromTheDesk) {
    collect_with({.release = release::waves});
    does(from_the_desk(10));
    EXPECT_EQ(shown_in(does(uncover{{"ideas"}})), std::vector{entry_nr(10)});
    drop(1);
    for (std::uint8_t n = 11; n <= 14; ++n) does(from_the_desk(n));
    EXPECT_EQ(refused(uncover{{"ideas"}}), refusal::too_soon) << "five wait, but one of them alone is a participant's";
    at.steady += std::chrono::minutes{2};
    EXPECT_EQ(shown_in(does(uncover{{"ideas"}})).size(), 5u);
}

TEST_F(AnonymityRule8OnBehalf, NorDoesOpeningAgainLeadRoundThem) {
    collect_with({.release = release::waves});
    close("ideas");
    open("ideas");
    for (std::uint8_t n = 10; n <= 13; ++n) does(from_the_desk(n));
    drop(1);
    EXPECT_EQ(refused(close_activity{{"ideas"}}), refusal::too_soon);
}

}  // namespace
}  // namespace klartext::domain
