#include "unit/letterbox/post_office.hpp"

#include <gmock/gmock.h>

namespace klartext::letterbox::testing {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

/// "ideas" and "vote" of the rehearsal, and "go-on", which takes names for two themes.
struct SigningUp : post_office {
    void SetUp() override {
        post_office::SetUp();
        add("go-on");
        store_now(domain::open_activity{{"go-on"}});
    }
    void add(const std::string& id) {
        store_now(domain::add_activity{
            {{id}, "Mitmachen", "", std::nullopt, domain::sign_up_plan{std::vector<std::string>{"Radweg", "Bänke"}}},
            std::nullopt});
    }
    stamp name_stamp(std::uint8_t seat = 1, const std::string& activity = "go-on") {
        return drawn(seat).sign_ups.at({activity});
    }
    static sign_up anna(const stamp& with, std::uint32_t counter = 1, std::vector<domain::item_number> themes = {0}) {
        return {with, counter, {{"go-on"}, "Anna", "anna@example.org", std::move(themes)}};
    }
};

using AnonymityOfNames = SigningUp;

TEST_F(SigningUp, ANameGoesToTheListApartAndNowhereElse) {
    EXPECT_EQ(sent(anna(name_stamp(), 3)), "received");
    ASSERT_THAT(names.all, SizeIs(1));
    EXPECT_EQ(names.all[0].stamp, hash_of(name_stamp()));
    EXPECT_EQ(names.all[0].counter, 3u);
    EXPECT_EQ(names.all[0].who, (domain::sign_up{{"go-on"}, "Anna", "anna@example.org", {0}}));
    EXPECT_TRUE(store.commits.empty()) << "the session stores nothing";
}

TEST_F(SigningUp, EverySeatHasOneStampOnceItWasOpened) {
    add("later");
    EXPECT_THAT(drawn().sign_ups, SizeIs(1));
    EXPECT_NE(name_stamp(1), name_stamp(2));
    EXPECT_EQ(name_stamp(1), name_stamp(1)) << "drawn again";
    store_now(domain::open_activity{{"later"}});
    EXPECT_NE(name_stamp(1, "later"), name_stamp(1, "go-on"));
}

TEST_F(AnonymityOfNames, TheStampOfANameIsGoodForNothingElse) {
    EXPECT_EQ(sent(card(1, name_stamp())), "stamp_invalid");
    EXPECT_EQ(sent(klartext::letterbox::ballot{{"vote"}, name_stamp(), 1, {}}), "stamp_invalid");
    EXPECT_EQ(sent(address{name_stamp(), "anna@example.org"}), "stamp_invalid");
}

TEST_F(AnonymityOfNames, ANameTakesNoStampOfAnEntryABallotOrAnAddress) {
    const auto mine = drawn();
    for (const auto& wrong : {mine.entries.at(0).stamps.at(0), mine.rounds.at(0), mine.address, stamp{}})
        EXPECT_EQ(sent(anna(wrong)), "stamp_invalid");
    EXPECT_THAT(names.all, IsEmpty());
}

TEST_F(AnonymityOfNames, TheStampIsGoodForItsActivityAlone) {
    add("later");
    store_now(domain::open_activity{{"later"}});
    EXPECT_EQ(sent(anna(name_stamp(1, "later"))), "stamp_invalid");
}

TEST_F(SigningUp, WhatIsTakenBackGoesWithoutName) {
    EXPECT_EQ(sent(anna(name_stamp(), 2, {})), "received");
    EXPECT_EQ(names.all.at(0).who, (domain::sign_up{{"go-on"}, "", "", {}}));
}

TEST_F(SigningUp, TakenBackItMayBeOnceTheActivityIsClosed) {
    const auto mine = name_stamp();
    store_now(domain::close_activity{{"go-on"}});
    EXPECT_THAT(drawn().sign_ups, Contains(Pair(domain::activity_id{"go-on"}, mine))) << "for who has lost it";
    EXPECT_EQ(sent(anna(mine)), "activity_not_open");
    EXPECT_EQ(sent(anna(mine, 2, {})), "received");
}

TEST_F(SigningUp, WhoseReplyWasLostHearsOfItStillOnceTheActivityIsClosed) {
    const auto mine = name_stamp();
    const auto other = name_stamp(2);
    EXPECT_EQ(sent(anna(mine, 2)), "received");
    store_now(domain::close_activity{{"go-on"}});
    EXPECT_EQ(sent(anna(mine, 2)), "received");
    EXPECT_EQ(sent(anna(mine, 1)), "received") << "something newer is stored";
    EXPECT_EQ(sent(anna(mine, 3)), "activity_not_open") << "this is not stored";
    EXPECT_EQ(sent(anna(other, 2)), "activity_not_open") << "nor anything of this seat";
    EXPECT_THAT(names.all, SizeIs(1));
    names.readable = false;
    EXPECT_EQ(sent(anna(mine, 2)), "kept_by_sender") << "whether it is stored cannot be told";
}

TEST_F(SigningUp, WhoseReplyWasLostHearsOfItStillOnceTheSessionIsClosed) {
    const auto mine = name_stamp();
    EXPECT_EQ(sent(anna(mine, 1)), "received");
    EXPECT_EQ(sent(anna(mine, 2, {})), "received");
    store_now(domain::close_session{});
    EXPECT_EQ(sent(anna(mine, 1)), "received");
    EXPECT_EQ(sent(anna(mine, 2, {})), "received") << "taken back it was before";
    EXPECT_EQ(sent(anna(mine, 3)), "session_closed");
    EXPECT_THAT(names.all, SizeIs(2));
}

TEST_F(SigningUp, WhatTheActivityDoesNotTakeIsRefusedAndNotKept) {
    EXPECT_NE(sent(anna(name_stamp(), 1, {7})), "received");
    auto nameless = anna(name_stamp());
    nameless.content.name = "";
    EXPECT_NE(sent(nameless), "received");
    EXPECT_THAT(names.all, IsEmpty());
}

TEST_F(SigningUp, AfterTheCloseOfTheSessionNoNameIsTaken) {
    const auto mine = name_stamp();
    store_now(domain::close_session{});
    EXPECT_EQ(sent(anna(mine)), "session_closed");
    EXPECT_EQ(sent(anna(mine, 2, {})), "session_closed");
    EXPECT_THAT(names.all, IsEmpty());
}

}  // namespace
}  // namespace klartext::letterbox::testing
