#include "live/rows.hpp"

#include "unit/live/rehearsal.hpp"

namespace klartext::live::testing {
namespace {

using namespace domain;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// "questions" with up-votes and three cards, and "sheets" that go round; both are open.
stored_session questions() {
    auto stored = rehearsal::running();
    const circumstances at{minute{std::chrono::minutes{29'000'000}}, {}, 12};
    const auto does = [&](const command& wanted) {
        for (const auto& each : decide(stored.state, wanted, at).value()) apply(stored.state, each);
    };
    does(add_activity{workshop::collect("questions", {.release = release::live, .up_votes = true}), std::nullopt});
    does(add_activity{workshop::collect("sheets", {.release = release::covered, .sheets = brainwriting{}}),
                      std::nullopt});
    for (const auto* id : {"questions", "sheets"}) does(open_activity{{id}});
    for (std::uint8_t n = 1; n <= 3; ++n)
        does(drop_entry{{"questions"}, entry_nr(n), stamp_nr(n), proof_nr(n), "Warum?", "", std::nullopt, ""});
    for (auto& activity : stored.state.agenda) activity.last_release.reset(), activity.last_count.reset();
    return stored;
}

command support(std::uint8_t seat, std::uint8_t card, std::uint32_t counter = 1) {
    return cast_up_votes{{"questions"}, stamp_nr(seat), counter, {entry_nr(card)}};
}

struct UpVoteRows : ::testing::Test {
    session_state state = questions().state;
    session_rows rows_after(const std::vector<command>& commands) {
        std::vector<change> happened;
        for (const auto& wanted : commands)
            for (const auto& each : decide(state, wanted, {{}, std::chrono::minutes{9}, 12}).value()) {
                apply(state, each);
                happened.push_back(each);
            }
        return rows_for(state, happened);
    }
};

TEST_F(UpVoteRows, WhatASeatSaysTwiceInABatchIsOneRowAndTouchesNoCard) {
    const auto rows = rows_after({support(1, 1), support(1, 2, 2)});
    ASSERT_THAT(rows.up_votes, SizeIs(1));
    EXPECT_EQ(rows.up_votes[0].stamp, stamp_nr(1));
    EXPECT_EQ(rows.up_votes[0].kept, (kept_up_votes{2, {entry_nr(2)}, {}}));
    EXPECT_THAT(rows.entries, IsEmpty());
    EXPECT_THAT(rows.activities, IsEmpty());
    EXPECT_FALSE(rows.empty());
}

TEST_F(UpVoteRows, ACountWritesAllCardsAndAllThatWasSaidAnewOnce) {
    rows_after({support(1, 1), support(2, 1), support(3, 1)});
    const auto rows = rows_after({support(4, 1), support(5, 1)});
    EXPECT_THAT(rows.up_votes, SizeIs(5)) << "which of them is new is not to be seen";
    for (const auto& row : rows.up_votes) EXPECT_EQ(row.kept.published, row.kept.entries);
    ASSERT_THAT(rows.entries, SizeIs(3)) << "nor which cards were supported just now";
    EXPECT_EQ(rows.entries[0].entry.up_votes, 5);
    ASSERT_THAT(rows.activities, SizeIs(1));
    EXPECT_EQ(rows.activities[0].activity.up_voters, 5);
    EXPECT_THAT(rows.activities[0].activity.up_votes, IsEmpty()) << "they have rows of their own";
}

TEST_F(UpVoteRows, AtTheCloseOfTheSessionNoneIsLeftOneOfTheSameBatchIncluded) {
    rows_after({support(1, 1), support(2, 1), support(3, 1), support(4, 1)});
    const auto rows = rows_after({support(5, 1), support(6, 2), close_session{}});
    EXPECT_THAT(rows.up_votes, IsEmpty());
    EXPECT_TRUE(rows.forget_seats);
    const auto& id = activity_id{"questions"};
    std::vector<int> published;
    for (const auto& row : rows.entries)
        if (row.activity == id) published.push_back(row.entry.up_votes);
    EXPECT_THAT(published, ElementsAre(5, 1, 0)) << "what was published stays";
}

TEST_F(UpVoteRows, NorOneThatWasNeverCounted) {
    const auto rows = rows_after({support(1, 1), close_session{}});
    EXPECT_THAT(rows.up_votes, IsEmpty());
    EXPECT_TRUE(rows.forget_seats);
}

TEST_F(UpVoteRows, TheTurnIsInTheRowOfItsActivity) {
    const auto rows = rows_after({start_turn{{"sheets"}, 2}});
    ASSERT_THAT(rows.activities, SizeIs(1));
    EXPECT_EQ(rows.activities[0].activity.turn, 2);
}

struct Supporting : rehearsal {
    void SetUp() override { open_session(questions()); }
    const activity& kept() { return *on_disk().state.find({"questions"}); }
    const activity& unsettled() { return *session->unsettled().find({"questions"}); }
};

TEST_F(Supporting, IsReceivedOnceItIsStoredAndNotBefore) {
    const auto said = ask(support(1, 1));
    run();
    EXPECT_EQ(*said, "nothing");
    EXPECT_THAT(kept().up_votes, IsEmpty());
    commit();
    EXPECT_EQ(*said, "received");
    EXPECT_THAT(kept().up_votes, SizeIs(1));
}

TEST_F(Supporting, IsToldToNobodyUntilItIsCounted) {
    const auto page = join();
    const auto desk = join(audience::desk);
    run();
    for (const auto& feed : {page, desk}) feed->news();
    for (std::uint8_t seat = 1; seat <= 4; ++seat) store_now(support(seat, 1));
    for (const auto& feed : {page, desk}) EXPECT_THAT(feed->news(), IsEmpty());
    ask(support(5, 1));
    run();
    for (const auto& feed : {page, desk}) EXPECT_THAT(feed->news(), IsEmpty()) << "not stored yet";
    commit();
    EXPECT_THAT(page->news(), ElementsAre("update e1/1 participants up-votes"));
    EXPECT_THAT(desk->news(), ElementsAre("update e1/1 desk up-votes"));
}

TEST_F(Supporting, WhatWasLostStaysWithItsSenderAndTheCountWithIt) {
    for (std::uint8_t seat = 1; seat <= 4; ++seat) store_now(support(seat, 1));
    const auto lost = ask(support(5, 1));
    run();
    EXPECT_EQ(unsettled().up_voters, 5);
    commit(false);
    EXPECT_EQ(*lost, "kept_by_sender");
    read();
    EXPECT_FALSE(unsettled().up_voters);
    EXPECT_THAT(unsettled().up_votes, SizeIs(4));
    later(std::chrono::seconds{1});
    store_now(support(5, 1));
    EXPECT_EQ(kept().up_voters, 5);
}

TEST_F(Supporting, AfterARestartTheTwoMinutesBeginAnew) {
    for (std::uint8_t seat = 1; seat <= 6; ++seat) store_now(support(seat, 1));
    later(std::chrono::seconds{200});
    open_session(on_disk());
    const auto too_soon = "refusal-" + std::to_string(static_cast<int>(refusal::too_soon));
    EXPECT_EQ(*ask(count_up_votes{{"questions"}}), too_soon) << "nobody knows when the last count was";
    later(std::chrono::seconds{120});
    store_now(count_up_votes{{"questions"}});
    EXPECT_EQ(kept().up_voters, 6);
    later(std::chrono::seconds{500});
    store_now(support(7, 1));
    ask(rehearsal::card(50));
    run();
    commit(false);
    read();
    later(std::chrono::seconds{1});
    EXPECT_EQ(*ask(count_up_votes{{"questions"}}), too_soon) << "nor when the file was read back";
}

TEST_F(Supporting, OnceTheSessionIsClosedNothingOfItIsLeft) {
    for (std::uint8_t seat = 1; seat <= 6; ++seat) store_now(support(seat, 1));
    store_now(close_session{});
    EXPECT_THAT(kept().up_votes, IsEmpty());
    EXPECT_EQ(kept().up_voters, 6);
    EXPECT_THAT(unsettled().up_votes, IsEmpty());
}

TEST_F(Supporting, AndNobodyKnowsAnyMoreWhoHadWhichSheet) {
    const auto give = [&](int sheet) { return session->sheets().give({"sheets"}, 1, {}, std::vector{sheet}, {}); };
    EXPECT_EQ(give(1), 1);
    EXPECT_EQ(give(2), 1) << "asked again";
    store_now(close_session{});
    EXPECT_EQ(give(2), 2);
}

TEST_F(Supporting, ACloseThatGotLostIsMadeUpForFromWhatIsStored) {
    for (std::uint8_t seat = 1; seat <= 6; ++seat) store_now(support(seat, 1));
    ask(close_session{});
    run();
    commit(false);
    read();
    EXPECT_THAT(unsettled().up_votes, SizeIs(6)) << "the session runs";
    later(std::chrono::seconds{1});
    store_now(close_session{});
    EXPECT_EQ(kept().entries.at(entry_nr(1)).up_votes, 6);
    EXPECT_THAT(kept().up_votes, IsEmpty());
}

TEST_F(Supporting, ATurnIsToldOnceItIsStored) {
    const auto page = join();
    run();
    page->news();
    ask(start_turn{{"sheets"}, 2});
    run();
    EXPECT_THAT(page->news(), IsEmpty());
    commit();
    EXPECT_THAT(page->news(), ElementsAre("update e1/1 participants turn"));
    EXPECT_EQ(on_disk().state.find({"sheets"})->turn, 2);
}

}  // namespace
}  // namespace klartext::live::testing
