#include "unit/minutes/after_the_workshop.hpp"

namespace klartext::minutes::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

domain::tag_id tag_nr(std::uint8_t n) { return {.bytes = {n}}; }

struct Gathering : after_the_workshop {
    void drop_of_kind(std::uint8_t n, std::string text, std::string kind) {
        auto written_card = card(n, std::move(text));
        written_card.kind = std::move(kind);
        does(written_card);
    }
    void drop_on_behalf(std::uint8_t n, std::optional<entry_id> on = {}) {
        auto written_card = card(n, "Vom Telefon");
        written_card.stamp = std::nullopt;
        written_card.on = on;
        does(written_card);
    }
    void put(std::uint8_t tag, std::vector<entry_id> entries) {
        does(tag_entries{{"ideas"}, std::move(entries), tag_nr(tag), true});
    }
};

TEST_F(Gathering, KindsAreTheirWordsWithHowManyCardsThereAre) {
    collect_ideas({.comments = true,
                   .release = release::live,
                   .kinds = {{"i", "Idee", tone::green}, {"c", "Bedenken", tone::red}, {"q", "Frage", tone::blue}}});
    drop_of_kind(1, "Bäume", "i");
    drop_of_kind(2, "Lärm", "c");
    drop_of_kind(3, "Bänke", "i");
    drop_of_kind(4, "weg damit", "c");
    comment(21, 1);
    does(remove_entry{{"ideas"}, entry_nr(4)});
    const auto told = activity();
    ASSERT_EQ(told.kinds.size(), 3u);
    EXPECT_EQ(told.kinds[0].title, "Idee");
    EXPECT_EQ(told.kinds[0].tone, protocol::card_kind::tone::green);
    EXPECT_EQ(told.kinds[0].cards, 2);
    EXPECT_EQ(told.kinds[1].cards, 1) << "a removed one is none";
    EXPECT_EQ(told.kinds[2].cards, 0);
    EXPECT_EQ(told.entries[0].kind, "Idee");
    EXPECT_EQ(told.entries[1].kind, "Bedenken");
}

TEST_F(Gathering, TagsAreNamedInTheOrderOfTheCodeBook) {
    collect_ideas({.release = release::live});
    for (std::uint8_t n = 1; n <= 3; ++n) drop(n);
    does(add_tag{{"ideas"}, tag_nr(9), "Rad", "Zweiräder"});
    does(add_tag{{"ideas"}, tag_nr(1), "Bus", ""});
    does(add_tag{{"ideas"}, tag_nr(5), "Zug", ""});
    put(1, {entry_nr(1)});
    put(9, {entry_nr(1), entry_nr(2)});
    const auto told = activity();
    ASSERT_EQ(told.tags.size(), 3u);
    EXPECT_EQ(told.tags[0].name, "Rad");
    EXPECT_EQ(told.tags[0].meaning, "Zweiräder");
    EXPECT_EQ(told.tags[0].cards, 2);
    EXPECT_EQ(told.tags[1].cards, 1);
    EXPECT_EQ(told.tags[2].cards, 0);
    EXPECT_THAT(told.entries[0].tags, ElementsAre("Rad", "Bus"));
    EXPECT_THAT(told.entries[1].tags, ElementsAre("Rad"));
    EXPECT_THAT(told.entries[2].tags, IsEmpty());
}

TEST_F(Gathering, OfAWithdrawnCardNothingIsTold) {
    collect_ideas({.comments = true, .release = release::live, .kinds = {{"i", "Idee", tone::green}}});
    drop_of_kind(1, "Bäume", "i");
    comment(21, 1);
    does(add_tag{{"ideas"}, tag_nr(1), "Grün", ""});
    put(1, {entry_nr(1)});
    does(withdraw_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1});
    const auto told = activity();
    ASSERT_TRUE(told.entries.at(0).withdrawn);
    EXPECT_EQ(told.entries[0].kind, "");
    EXPECT_THAT(told.entries[0].tags, IsEmpty());
    EXPECT_EQ(told.kinds[0].cards, 0);
    EXPECT_EQ(told.tags[0].cards, 0);
}

TEST_F(Gathering, WhatWasEnteredOnBehalfIsMarkedAndCounted) {
    collect_ideas({.comments = true, .release = release::live});
    drop(1);
    drop_on_behalf(2);
    drop_on_behalf(22, entry_nr(1));
    drop_on_behalf(3);
    drop_on_behalf(23, entry_nr(3));
    EXPECT_EQ(activity().on_behalf, 4);
    does(remove_entry{{"ideas"}, entry_nr(3)});
    const auto told = activity();
    EXPECT_EQ(told.on_behalf, 2) << "a removed card takes its comments with it";
    EXPECT_FALSE(told.entries.at(0).on_behalf);
    EXPECT_TRUE(told.entries.at(1).on_behalf);
}

TEST_F(Gathering, FieldsOfACanvasStandTogether) {
    collect_ideas({.sections = {{"a", "Ziele", "Persona 1"},
                                {"x", "Sonstiges", ""},
                                {"b", "Ziele", "Persona 2"},
                                {"c", "Hürden", "Persona 1"}},
                   .release = release::live});
    drop_in(1, "c", "c");
    drop_in(2, "b", "b");
    drop_in(3, "x", "x");
    drop_in(4, "a", "a");
    const auto told = activity();
    std::vector<std::string> ids;
    for (const auto& each : told.sections) ids.push_back(each.id);
    EXPECT_THAT(ids, ElementsAre("a", "c", "x", "b"));
    EXPECT_EQ(told.sections[1].canvas, "Persona 1");
    EXPECT_EQ(told.sections[2].canvas, "");
    EXPECT_THAT(texts(), ElementsAre("a", "c", "x", "b"));
}

TEST_F(Gathering, TheRulesForWritingAreTold) {
    collect_ideas({.per_person = 3});
    EXPECT_EQ(activity().per_person, 3);
    EXPECT_FALSE(activity().beside);
    does(add_activity{collect("more", {.beside = true}), std::nullopt});
    EXPECT_TRUE(activity(1).beside);
    EXPECT_EQ(activity(1).per_person, std::nullopt);
}

struct AnonymityRule8OfKinds : Gathering {};

TEST_F(AnonymityRule8OfKinds, APreviewCountsNoCardThatWaits) {
    collect_ideas({.kinds = {{"i", "Idee", tone::green}}});
    for (std::uint8_t n = 1; n <= 7; ++n) drop_of_kind(n, "Karte", "i");
    EXPECT_EQ(activity().kinds[0].cards, 5);
    close("ideas");
    EXPECT_EQ(activity().kinds[0].cards, 7);
}

}  // namespace
}  // namespace klartext::minutes::testing
