#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

struct Collecting : workshop {
    void SetUp() override {
        start_with({collect("ideas", {.sections = {{"s", "Stadt"}}, .comments = true, .release = release::live})});
        open("ideas");
    }
};

TEST_F(Collecting, AResendIsReceivedAgainAndIsNoSecondCard) {
    drop(1);
    EXPECT_TRUE(drop(1).empty());
    EXPECT_EQ(state.find({"ideas"})->entries.size(), 1u);
}

TEST_F(Collecting, AResendIsReceivedEvenAfterTheClose) {
    drop(1);
    close("ideas");
    EXPECT_TRUE(drop(1).empty());
    EXPECT_EQ(refused(card(2)), refusal::activity_not_open);
}

TEST_F(Collecting, AnEntryStampIsGoodForOneEntry) {
    drop(1);
    auto second = card(2);
    second.stamp = stamp_nr(1);
    EXPECT_EQ(refused(second), refusal::stamp_spent);
}

TEST_F(Collecting, ATextIsKeptAsTypedButForWhiteSpaceAtItsEnds) {
    drop(1, " \u00a0\u3000Mehr\n\n  B\u00e4ume \U0001F333\t\n");
    EXPECT_EQ(entry_at(1).text, "Mehr\n\n  Bäume 🌳");
}

TEST_F(Collecting, AnEmptyTextIsRefused) { EXPECT_EQ(refused(card(1, " \n\u2003\t")), refusal::text_empty); }

TEST_F(Collecting, TheLimitCountsCodePointsNotBytes) {
    std::string longest;
    for (int i = 0; i < 4000; ++i) longest += "ü";
    drop(1, longest);
    EXPECT_EQ(refused(card(2, longest + "!")), refusal::text_too_long);
}

TEST_F(Collecting, AControlCharacterIsRefused) {
    EXPECT_EQ(refused(card(1, std::string("a\0b", 3))), refusal::text_has_control_characters);
    EXPECT_EQ(refused(card(1, "a\x1b[2Jb")), refusal::text_has_control_characters);
    drop(1, "a\tb\r\nc");
}

TEST_F(Collecting, ASectionThatIsNotThereIsRefusedAndNoneIsFine) {
    auto written = card(1);
    written.section = "elsewhere";
    EXPECT_EQ(refused(written), refusal::unknown_section);
    written.section = "s";
    does(written);
    drop(2);
}

TEST_F(Collecting, AnEditNeedsTheSecretOfThisEntry) {
    drop(1);
    drop(2);
    EXPECT_EQ(refused(edit_entry{{"ideas"}, entry_nr(1), proof_nr(2), 1, "fremd"}), refusal::not_the_writer);
    does(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1, "besser"});
    EXPECT_EQ(entry_at(1).text, "besser");
}

TEST_F(Collecting, ALateResendOfAnEditNeverOverwrites) {
    drop(1);
    does(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 2, "zweite"});
    EXPECT_TRUE(does(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1, "erste"}).empty());
    EXPECT_TRUE(does(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 2, "andere"}).empty());
    EXPECT_EQ(entry_at(1).text, "zweite");
}

TEST_F(Collecting, AWithdrawnEntryLosesItsTextAndCannotComeBack) {
    drop(1);
    does(withdraw_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1});
    EXPECT_EQ(entry_at(1).standing, standing::withdrawn);
    EXPECT_EQ(entry_at(1).text, "");
    EXPECT_TRUE(drop(1).empty()) << "a late resend of the entry is no new one";
    EXPECT_EQ(refused(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 2, "doch"}), refusal::entry_gone);
}

TEST_F(Collecting, TheRightsToEditEndWithTheActivityEvenIfItOpensAgain) {
    drop(1);
    close("ideas");
    EXPECT_EQ(refused(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1, "zu spät"}), refusal::activity_not_open);
    open("ideas");
    EXPECT_EQ(refused(edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1, "zu spät"}), refusal::not_the_writer);
    drop(2);
}

TEST_F(Collecting, ACommentStandsOnACardAndNotOnAComment) {
    drop(1);
    comment(2, 1);
    auto deeper = card(3);
    deeper.on = entry_nr(2);
    EXPECT_EQ(refused(deeper), refusal::unknown_entry);
    deeper.on = entry_nr(9);
    EXPECT_EQ(refused(deeper), refusal::unknown_entry);
    does(withdraw_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1});
    deeper.on = entry_nr(1);
    EXPECT_EQ(refused(deeper), refusal::entry_gone);
}

TEST_F(Collecting, WhereCommentsAreOffNoneIsTaken) {
    does(add_activity{collect("quiet"), std::nullopt});
    open("quiet");
    auto written = card(1);
    written.activity = {"quiet"};
    does(written);
    auto remark = card(2);
    remark.activity = {"quiet"};
    remark.on = entry_nr(1);
    EXPECT_EQ(refused(remark), refusal::comments_off);
}

TEST_F(Collecting, NothingIsTakenBeforeTheStartOrAfterTheClose) {
    does(close_session{});
    EXPECT_EQ(refused(card(1)), refusal::session_closed);
    state = {};
    does(edit_session{{.title = "Auftakt"}});
    does(add_activity{collect("ideas"), std::nullopt});
    EXPECT_EQ(refused(card(1)), refusal::session_not_running);
}

struct Feedback : workshop {};

TEST_F(Feedback, IsShownToNobodyBeforeItsEnd) {
    start_with({{{"ideas"}, "Rückmeldung", "", std::nullopt, feedback_plan{}}});
    open("ideas");
    for (std::uint8_t n = 1; n <= 9; ++n) EXPECT_TRUE(shown_in(drop(n)).empty());
    EXPECT_EQ(refused(uncover{{"ideas"}}), refusal::wrong_kind);
    EXPECT_EQ(shown_in(does(close_activity{{"ideas"}})).size(), 9u);
}

}  // namespace
}  // namespace klartext::domain
