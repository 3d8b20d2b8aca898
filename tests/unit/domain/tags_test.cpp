#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

tag_id tag_nr(std::uint8_t n) { return {.bytes = {n}}; }

struct Tags : workshop {
    void SetUp() override {
        start_with({collect("ideas", {.sections = {}, .comments = true, .release = release::live}),
                    vote("vote", single_choice_rules{}, {"A", "B"})});
        open("ideas");
        for (std::uint8_t n = 1; n <= 3; ++n) drop(n);
        does(add_tag{{"ideas"}, tag_nr(1), "Rad", "Alles mit zwei Rädern"});
        does(add_tag{{"ideas"}, tag_nr(2), "Bus", ""});
    }
    void put(std::uint8_t tag, std::vector<entry_id> entries, bool on = true) {
        does(tag_entries{{"ideas"}, std::move(entries), tag_nr(tag), on});
    }
    const std::vector<tag>& book() { return state.find({"ideas"})->tags; }
};

TEST_F(Tags, HaveANameAndAMeaningWithoutSpaceAround) {
    does(add_tag{{"ideas"}, tag_nr(3), "  Fuß \n", " zu Fuß "});
    ASSERT_EQ(book().size(), 3u);
    EXPECT_EQ(book()[2], (tag{tag_nr(3), "Fuß", "zu Fuß"}));
    EXPECT_EQ(refused(add_tag{{"ideas"}, tag_nr(4), " \t", "x"}), refusal::text_empty);
    EXPECT_EQ(refused(add_tag{{"ideas"}, tag_nr(4), std::string(201, 'x'), ""}), refusal::text_too_long);
    EXPECT_EQ(refused(add_tag{{"ideas"}, tag_nr(4), "x", std::string(1001, 'x')}), refusal::text_too_long);
    does(add_tag{{"ideas"}, tag_nr(4), std::string(200, 'x'), std::string(1000, 'x')});
}

TEST_F(Tags, ANameIsGivenOnce) {
    EXPECT_EQ(refused(add_tag{{"ideas"}, tag_nr(3), " Rad ", ""}), refusal::duplicate_tag);
    EXPECT_EQ(refused(edit_tag{{"ideas"}, tag_nr(2), "Rad", ""}), refusal::duplicate_tag);
    does(remove_tag{{"ideas"}, tag_nr(1)});
    does(edit_tag{{"ideas"}, tag_nr(2), "Rad", ""});
}

TEST_F(Tags, ANameIsTheSameInUpperAndLowerCase) {
    EXPECT_EQ(refused(add_tag{{"ideas"}, tag_nr(3), "rad ", ""}), refusal::duplicate_tag);
    EXPECT_EQ(refused(edit_tag{{"ideas"}, tag_nr(2), "RAD", ""}), refusal::duplicate_tag);
    does(edit_tag{{"ideas"}, tag_nr(1), "RAD", ""});
    EXPECT_EQ(book()[0].name, "RAD") << "as it was typed";
    does(add_tag{{"ideas"}, tag_nr(3), "Räder", ""});
}

TEST_F(Tags, TwoThatWereNamedAlikeBeforeKeepTheirNames) {
    state.find({"ideas"})->tags.push_back({tag_nr(3), "rad", ""});
    EXPECT_TRUE(does(add_tag{{"ideas"}, tag_nr(3), "rad", ""}).empty()) << "a resend";
    does(edit_tag{{"ideas"}, tag_nr(3), "rad", "mit Anhänger"});
    EXPECT_EQ(book()[2], (tag{tag_nr(3), "rad", "mit Anhänger"}));
    EXPECT_EQ(refused(edit_tag{{"ideas"}, tag_nr(3), "raD", ""}), refusal::duplicate_tag);
}

TEST_F(Tags, AResendAddsNothingAndAnIdIsTakenOnce) {
    EXPECT_TRUE(does(add_tag{{"ideas"}, tag_nr(1), "Rad", "Alles mit zwei Rädern "}).empty());
    EXPECT_EQ(book().size(), 2u);
    EXPECT_EQ(refused(add_tag{{"ideas"}, tag_nr(1), "Rad", "anders"}), refusal::duplicate_tag);
    EXPECT_EQ(refused(add_tag{{"ideas"}, tag_nr(1), "Zug", ""}), refusal::duplicate_tag);
}

TEST_F(Tags, AreTwoHundredAtMost) {
    for (std::uint8_t n = 3; n <= 200; ++n) does(add_tag{{"ideas"}, tag_nr(n), "T" + std::to_string(n), ""});
    EXPECT_EQ(refused(add_tag{{"ideas"}, tag_nr(201), "mehr", ""}), refusal::too_many_tags);
    EXPECT_TRUE(does(add_tag{{"ideas"}, tag_nr(200), "T200", ""}).empty()) << "a resend is no one more";
}

TEST_F(Tags, AreRenamedAndExplained) {
    does(edit_tag{{"ideas"}, tag_nr(2), " Bus und Bahn ", "Fahrplan"});
    EXPECT_EQ(book()[1], (tag{tag_nr(2), "Bus und Bahn", "Fahrplan"}));
    EXPECT_TRUE(does(edit_tag{{"ideas"}, tag_nr(2), "Bus und Bahn", "Fahrplan"}).empty()) << "nothing changed";
    EXPECT_EQ(refused(edit_tag{{"ideas"}, tag_nr(9), "x", ""}), refusal::unknown_tag);
    EXPECT_EQ(refused(edit_tag{{"ideas"}, tag_nr(2), "", ""}), refusal::text_empty);
}

TEST_F(Tags, ACardHasSeveralAndTheOrderOfTaggingIsNotKept) {
    put(2, {entry_nr(1)});
    put(1, {entry_nr(1), entry_nr(2)});
    EXPECT_EQ(entry_at(1).tags, (std::vector<tag_id>{tag_nr(1), tag_nr(2)}));
    EXPECT_EQ(entry_at(2).tags, std::vector<tag_id>{tag_nr(1)});
    put(2, {entry_nr(1)}, false);
    EXPECT_EQ(entry_at(1).tags, std::vector<tag_id>{tag_nr(1)});
}

TEST_F(Tags, WhereNothingChangesNothingIsTold) {
    put(1, {entry_nr(1)});
    EXPECT_TRUE(does(tag_entries{{"ideas"}, {entry_nr(1)}, tag_nr(1), true}).empty());
    EXPECT_TRUE(does(tag_entries{{"ideas"}, {entry_nr(2)}, tag_nr(1), false}).empty());
    EXPECT_TRUE(does(tag_entries{{"ideas"}, {}, tag_nr(1), true}).empty());
    const auto told = does(tag_entries{{"ideas"}, {entry_nr(1), entry_nr(2)}, tag_nr(1), true});
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(std::get<entries_tagged>(told[0]).entries, std::vector<entry_id>{entry_nr(2)});
}

TEST_F(Tags, AreForCardsThatAreThere) {
    comment(4, 1);
    EXPECT_EQ(refused(tag_entries{{"ideas"}, {entry_nr(4)}, tag_nr(1), true}), refusal::unknown_entry);
    EXPECT_EQ(refused(tag_entries{{"ideas"}, {entry_nr(9)}, tag_nr(1), true}), refusal::unknown_entry);
    EXPECT_EQ(refused(tag_entries{{"ideas"}, {entry_nr(1)}, tag_nr(9), true}), refusal::unknown_tag);
    does(remove_entry{{"ideas"}, entry_nr(1)});
    EXPECT_EQ(refused(tag_entries{{"ideas"}, {entry_nr(2), entry_nr(1)}, tag_nr(1), true}), refusal::entry_gone);
}

TEST_F(Tags, WhatTheFacilitatorCannotSeeSheCannotTag) {
    does(add_activity{collect("covered", {.release = release::covered}), {}});
    open("covered");
    auto hidden = card(9);
    hidden.activity = {"covered"};
    does(hidden);
    does(add_tag{{"covered"}, tag_nr(1), "Rad", ""});
    EXPECT_EQ(refused(tag_entries{{"covered"}, {entry_nr(9)}, tag_nr(1), true}), refusal::unknown_entry);
}

TEST_F(Tags, ARemovedTagLeavesAllItsCards) {
    put(1, {entry_nr(1), entry_nr(2)});
    does(remove_entry{{"ideas"}, entry_nr(2)});
    does(remove_tag{{"ideas"}, tag_nr(1)});
    does(restore_entry{{"ideas"}, entry_nr(2)});
    EXPECT_TRUE(entry_at(1).tags.empty());
    EXPECT_TRUE(entry_at(2).tags.empty());
    EXPECT_EQ(refused(remove_tag{{"ideas"}, tag_nr(1)}), refusal::unknown_tag);
}

TEST_F(Tags, ARemovalIsTakenBackWithTheSameId) {
    put(1, {entry_nr(1)});
    does(remove_tag{{"ideas"}, tag_nr(1)});
    does(add_tag{{"ideas"}, tag_nr(1), "Rad", "Alles mit zwei Rädern"});
    put(1, {entry_nr(1)});
    EXPECT_EQ(entry_at(1).tags, std::vector<tag_id>{tag_nr(1)});
}

TEST_F(Tags, MergedTheCardsOfBothHaveTheOneThatStays) {
    put(1, {entry_nr(1), entry_nr(2)});
    put(2, {entry_nr(2), entry_nr(3)});
    does(remove_entry{{"ideas"}, entry_nr(1)});
    does(merge_tags{{"ideas"}, tag_nr(1), tag_nr(2)});
    does(restore_entry{{"ideas"}, entry_nr(1)});
    for (const std::uint8_t n : {1, 2, 3}) EXPECT_EQ(entry_at(n).tags, std::vector<tag_id>{tag_nr(2)}) << int{n};
    ASSERT_EQ(book().size(), 1u);
    EXPECT_EQ(book()[0].name, "Bus");
    EXPECT_TRUE(does(merge_tags{{"ideas"}, tag_nr(2), tag_nr(2)}).empty());
    EXPECT_EQ(refused(merge_tags{{"ideas"}, tag_nr(1), tag_nr(2)}), refusal::unknown_tag);
    EXPECT_EQ(refused(merge_tags{{"ideas"}, tag_nr(2), tag_nr(1)}), refusal::unknown_tag);
}

TEST_F(Tags, AreForCollectingWhileTheSessionRuns) {
    EXPECT_EQ(refused(add_tag{{"vote"}, tag_nr(1), "Rad", ""}), refusal::wrong_kind);
    EXPECT_EQ(refused(add_tag{{"nowhere"}, tag_nr(1), "Rad", ""}), refusal::unknown_activity);
    close("ideas");
    put(1, {entry_nr(1)});
    does(add_tag{{"ideas"}, tag_nr(3), "Fuß", ""});
    does(close_session{});
    EXPECT_EQ(entry_at(1).tags, std::vector<tag_id>{tag_nr(1)});
    EXPECT_EQ(refused(tag_entries{{"ideas"}, {entry_nr(1)}, tag_nr(1), false}), refusal::session_closed);
    EXPECT_EQ(refused(add_tag{{"ideas"}, tag_nr(4), "Zug", ""}), refusal::session_closed);
    EXPECT_EQ(refused(remove_tag{{"ideas"}, tag_nr(1)}), refusal::session_closed);
}

TEST_F(Tags, WhatAVoteHasTakenOverStaysAsItWas) {
    put(1, {entry_nr(1)});
    close("ideas");
    does(add_activity{{{"by_tags"},
                       "Wahl",
                       "",
                       std::nullopt,
                       vote_plan{single_choice_rules{}, item_source{{"ideas"}, item_source::kind::tags}}},
                      {}});
    open("by_tags");
    const auto frozen = state.find({"by_tags"})->items;
    ASSERT_FALSE(frozen.empty());
    does(edit_tag{{"ideas"}, tag_nr(1), "Zweirad", ""});
    does(remove_tag{{"ideas"}, tag_nr(2)});
    EXPECT_EQ(state.find({"by_tags"})->items, frozen);
}

}  // namespace
}  // namespace klartext::domain
