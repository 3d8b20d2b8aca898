#include "domain/sign_up.hpp"
#include "unit/domain/workshop.hpp"

namespace klartext::domain {
namespace {

using texts = std::vector<std::string>;

/// "go-on" takes names for three themes.
struct SignUp : workshop {
    static planned_activity go_on(sign_up_plan plan = {texts{"Radweg", "Bänke", "Bäume"}}) {
        return {{"go-on"}, "Mitmachen", "", std::nullopt, std::move(plan)};
    }
    static sign_up anna(std::vector<item_number> themes = {0}) {
        return {{"go-on"}, "Anna", "anna@example.org", std::move(themes)};
    }
    void SetUp() override {
        start_with({collect("ideas", {.release = release::live}), go_on()});
        open("go-on");
    }
    sign_up taken(sign_up wanted) { return checked(state, std::move(wanted)).value(); }
    refusal turned_down(sign_up wanted) {
        const auto given = checked(state, std::move(wanted));
        return given ? throw std::logic_error("was not refused") : given.error();
    }
};

TEST_F(SignUp, WhoSignsUpIsKeptWithTheThemesInOrder) {
    EXPECT_EQ(taken({{"go-on"}, "  Anna Berg ", " 0170 123 ", {2, 0, 2}}),
              (sign_up{{"go-on"}, "Anna Berg", "0170 123", {0, 2}}));
}

TEST_F(SignUp, ANameIsNeededAndAContactIsNot) {
    EXPECT_EQ(taken({{"go-on"}, "Anna", "", {1}}).contact, "");
    EXPECT_EQ(turned_down({{"go-on"}, " ", "anna@example.org", {1}}), refusal::text_empty);
}

TEST_F(SignUp, NamesAndContactsHaveALengthAndOneLine) {
    const std::string longest(200, 'x');
    EXPECT_EQ(taken({{"go-on"}, longest, longest, {0}}).name, longest);
    EXPECT_EQ(turned_down({{"go-on"}, longest + "x", "", {0}}), refusal::text_too_long);
    EXPECT_EQ(turned_down({{"go-on"}, "Anna", longest + "x", {0}}), refusal::text_too_long);
    EXPECT_EQ(turned_down({{"go-on"}, "Anna\nBerta", "", {0}}), refusal::text_has_control_characters);
    EXPECT_EQ(turned_down({{"go-on"}, "Anna", "a\tb", {0}}), refusal::text_has_control_characters);
}

TEST_F(SignUp, OnlyThemesOfThisActivityAreTaken) {
    EXPECT_EQ(turned_down(anna({3})), refusal::unknown_item);
    EXPECT_EQ(turned_down(anna({-1, 0})), refusal::unknown_item);
    EXPECT_EQ(taken(anna({2})).themes, (std::vector<item_number>{2}));
}

TEST_F(SignUp, OfWhatIsTakenBackNothingIsLeft) { EXPECT_EQ(taken(anna({})), (sign_up{{"go-on"}, "", "", {}})); }

TEST_F(SignUp, NamesAreTakenWhileTheActivityIsOpenAndTakenBackUntilTheSessionIsClosed) {
    close("go-on");
    EXPECT_EQ(turned_down(anna()), refusal::activity_not_open);
    EXPECT_TRUE(checked(state, anna({})));
    open("go-on");
    EXPECT_TRUE(checked(state, anna())) << "it may be opened again";
    does(close_session{});
    EXPECT_EQ(turned_down(anna()), refusal::session_closed);
    EXPECT_EQ(turned_down(anna({})), refusal::session_closed);
}

TEST_F(SignUp, TheWordsUnderWhichPeopleSignStayOnceItWasOpened) {
    auto changed = go_on();
    changed.title = "Etwas anderes";
    EXPECT_EQ(refused(edit_activity{{"go-on"}, changed}), refusal::activity_was_opened);
    close("go-on");
    changed = go_on();
    changed.prompt = "Wer sich einträgt, zahlt";
    EXPECT_EQ(refused(edit_activity{{"go-on"}, changed}), refusal::activity_was_opened);
}

TEST_F(SignUp, OtherActivitiesTakeNoNames) {
    auto elsewhere = anna();
    elsewhere.activity = {"ideas"};
    EXPECT_EQ(turned_down(elsewhere), refusal::wrong_kind);
    elsewhere.activity = {"nowhere"};
    EXPECT_EQ(turned_down(elsewhere), refusal::unknown_activity);
}

TEST_F(SignUp, ThemesAreFrozenWhenItIsOpenedFirst) {
    EXPECT_EQ(state.find({"go-on"})->items, (texts{"Radweg", "Bänke", "Bäume"}));
    close("go-on");
    open("go-on");
    EXPECT_EQ(state.find({"go-on"})->items, (texts{"Radweg", "Bänke", "Bäume"}));
}

TEST_F(SignUp, TakesNoSlotOfAVoteAndNoEntries) {
    EXPECT_FALSE(state.find({"go-on"})->slot);
    auto written = card(1);
    written.activity = {"go-on"};
    EXPECT_EQ(refused(written), refusal::wrong_kind);
}

TEST_F(SignUp, NeedsAThemeOfItsOwnOrAnEarlierActivityToTakeThemFrom) {
    auto none = go_on({texts{}});
    none.id = {"none"};
    EXPECT_EQ(refused(add_activity{none, std::nullopt}), refusal::no_items);
    auto lost = go_on({item_source{{"later"}, item_source::kind::entries}});
    lost.id = {"lost"};
    EXPECT_EQ(refused(add_activity{lost, std::nullopt}), refusal::unknown_source);
    auto second = go_on({item_source{{"ideas"}, item_source::kind::items}});
    second.id = {"second"};
    EXPECT_EQ(refused(add_activity{second, std::nullopt}), refusal::unknown_source) << "it is no second round";
}

TEST_F(SignUp, ThemesMayBeTheCardsOfACollection) {
    auto from_cards = go_on({item_source{{"ideas"}, item_source::kind::entries}});
    from_cards.id = {"from-cards"};
    does(add_activity{from_cards, std::nullopt});
    open("ideas");
    drop(1, "Mehr Bäume");
    open("from-cards");
    EXPECT_EQ(state.find({"from-cards"})->items, texts{"Mehr Bäume"});
    EXPECT_EQ(state.find({"ideas"})->phase, phase::closed);
}

}  // namespace
}  // namespace klartext::domain
