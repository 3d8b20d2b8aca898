#include "live/rows.hpp"

#include "unit/live/rehearsal.hpp"

#include <random>

namespace klartext::live::testing {
namespace {

using namespace domain;

/// Asks for anything, sensible or not, about few things, so that commands meet.
class whims {
public:
    explicit whims(std::uint32_t seed) : dice_(seed) {}

    command next() {
        switch (roll(52)) {
            case 27: return edit_minutes{{.next = word(), .left_out = {some_activity()}}};
            case 0: return edit_session{{.title = word(), .open_small_group = roll(4) > 0}};
            case 1: return start_session{"Hinweis"};
            case 2: return set_door{roll(2) == 0};
            case 3: return add_activity{plan(), roll(2) == 0 ? std::optional(roll(4)) : std::nullopt};
            case 4: return edit_activity{some_activity(), plan()};
            case 5: return remove_activity{some_activity()};
            case 6: return reorder_agenda{shuffled_};
            case 7: return close_activity{some_activity()};
            case 8: return uncover{some_activity()};
            case 9: return add_cluster{some_activity(), some_cluster(), word()};
            case 10: return rename_cluster{some_activity(), some_cluster(), word()};
            case 11: return remove_cluster{some_activity(), some_cluster()};
            case 12: return merge_clusters{some_activity(), some_cluster(), some_cluster()};
            case 13: return arrange_entries{some_activity(), {some_entry()}, some_cluster()};
            case 14: return remove_entry{some_activity(), some_entry()};
            case 15: return restore_entry{some_activity(), some_entry()};
            case 16: return edit_entry{some_activity(), last_, proof_of(last_), ++counter_, word()};
            case 17: return withdraw_entry{some_activity(), last_, proof_of(last_), ++counter_};
            case 18: return cast_ballot{some_activity(), stamp_nr(small()), ++counter_, single_choice_ballot{0}};
            case 19:
            case 33: return cast_ballot{some_activity(), stamp_nr(small()), ++counter_, naming()};
            case 34:
            case 35: return remove_text{some_activity(), {std::nullopt, "Wort"}};
            case 36:
            case 37:
            case 38:
            case 39: return cast_up_votes{some_activity(), stamp_nr(small()), ++counter_, {some_entry()}};
            case 40: return count_up_votes{some_activity()};
            case 41: return mark_answered{some_activity(), some_entry(), roll(3) > 0};
            case 42: return start_turn{some_activity(), 1 + roll(4)};
            case 20:
            case 21: return open_activity{some_activity()};
            case 22: return set_stage{roll(4) == 0 ? std::nullopt : std::optional(some_activity())};
            case 23: return set_timer{some_activity(), std::chrono::sys_seconds{std::chrono::seconds{roll(9)}}};
            case 24: return add_tag{some_activity(), some_tag(), word(), word()};
            case 25: return edit_tag{some_activity(), some_tag(), word(), ""};
            case 26: return remove_tag{some_activity(), some_tag()};
            case 28: return merge_tags{some_activity(), some_tag(), some_tag()};
            case 29:
            case 30: return tag_entries{some_activity(), {some_entry()}, some_tag(), roll(3) > 0};
            case 31: return put_measure{some_activity(), some_measure()};
            case 32: return remove_measure{some_activity(), some_measure().id};
            default: return drop();
        }
    }
    void sees(const session_state& state) {
        shuffled_.clear();
        for (const auto& each : state.agenda) shuffled_.push_back(each.planned.id);
        std::ranges::shuffle(shuffled_, dice_);
    }
    int roll(int sides) { return std::uniform_int_distribution(0, sides - 1)(dice_); }

private:
    command drop() {
        last_ = some_entry();
        const bool on_behalf = roll(5) == 0;
        const bool comments = roll(3) == 0;
        return drop_entry{.activity = some_activity(),
                          .entry = last_,
                          .stamp = on_behalf ? std::nullopt : std::optional(stamp_nr(small())),
                          .edit_hash = proof_of(last_),
                          .text = word(),
                          .section = "",
                          .on = comments ? std::optional(some_entry()) : std::nullopt,
                          .kind = comments || roll(3) > 0 ? "" : "idea"};
    }
    planned_activity plan() {
        const auto id = some_activity().text;
        switch (roll(6)) {
            case 0: return {{id}, "Maßnahmen", "", std::nullopt, measures_plan{}};
            case 1:
            case 2:
                if (roll(2) == 0) return workshop::vote(id, multiple_choice_rules{.other = true}, {"A", "B"});
                return workshop::vote(id, single_choice_rules{}, {"A", "B"});
            default: break;
        }
        if (roll(4) == 0) return workshop::collect(id, {.release = release::covered, .sheets = brainwriting{3, 5, 6}});
        collect_plan collecting{.comments = true,
                                .release = static_cast<release>(roll(3)),
                                .beside = roll(4) == 0,
                                .up_votes = roll(3) > 0};
        if (roll(4) == 0) collecting.kinds = {{"idea", "Idee", tone::yellow}};
        return workshop::collect(id, std::move(collecting));
    }
    ballot naming() { return multiple_choice_ballot{{roll(2)}, "Wort"}; }
    measure some_measure() {
        return {.id = {.bytes = {static_cast<std::uint8_t>(roll(3))}}, .what = word(), .who = word()};
    }
    activity_id some_activity() { return {std::string(1, static_cast<char>('a' + roll(3)))}; }
    entry_id some_entry() { return entry_nr(static_cast<std::uint8_t>(roll(12))); }
    cluster_id some_cluster() { return cluster_nr(static_cast<std::uint8_t>(roll(3))); }
    tag_id some_tag() { return {.bytes = {static_cast<std::uint8_t>(roll(3))}}; }
    std::uint8_t small() { return static_cast<std::uint8_t>(roll(30)); }
    static edit_hash proof_of(const entry_id& id) { return proof_nr(id.bytes[0]); }
    std::string word() { return "Wort " + std::to_string(roll(1000)); }

    std::mt19937 dice_;
    std::vector<activity_id> shuffled_;
    entry_id last_{};
    std::uint32_t counter_ = 0;
};

session_state without_moments(session_state state) {
    for (auto& each : state.agenda) {
        each.last_release.reset();
        each.last_count.reset();
        each.timer_ends.reset();
    }
    return state;
}

struct course {
    stored_session disk;
    session_state state;
    std::vector<change> waiting;
    std::set<std::size_t> happened;

    void give(const command& wanted, std::chrono::seconds steady) {
        const circumstances at{std::chrono::floor<std::chrono::minutes>(std::chrono::sys_seconds{steady}), steady, 3};
        const auto decided = decide(state, wanted, at);
        if (!decided) return;
        for (const auto& each : *decided) {
            apply(state, each);
            waiting.push_back(each);
            happened.insert(each.index());
        }
    }
    void commit() {
        merge(disk, rows_for(state, waiting));
        waiting.clear();
    }
    [[nodiscard]] bool disk_holds_the_state() const { return disk.state == without_moments(state); }
};

TEST(Rows, WhatIsStoredEqualsTheStateWhateverHappensInABatch) {
    std::set<std::size_t> happened;
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        whims dice(seed);
        course played;
        for (int step = 0; step < 400; ++step) {
            dice.sees(played.state);
            played.give(dice.next(), std::chrono::minutes{step});
            if (dice.roll(6) > 0) continue;
            played.commit();
            ASSERT_TRUE(played.disk_holds_the_state()) << "seed " << seed << ", step " << step;
        }
        played.give(close_session{}, std::chrono::minutes{400});
        played.commit();
        ASSERT_TRUE(played.disk_holds_the_state()) << "seed " << seed << ", closed";
        played.give(set_minutes_link{"new"}, std::chrono::minutes{400});
        played.commit();
        ASSERT_TRUE(played.disk_holds_the_state()) << "seed " << seed << ", with another link";
        happened.insert(played.happened.begin(), played.happened.end());
    }
    for (std::size_t kind = 0; kind < std::variant_size_v<change>; ++kind)
        EXPECT_TRUE(happened.contains(kind)) << "change " << kind << " was never tried";
}

struct Row : ::testing::Test {
    course played;
    void SetUp() override {
        played.state = rehearsal::running().state;
        played.disk.state = played.state;
    }
    session_rows rows_after(const std::vector<command>& commands) {
        for (const auto& each : commands) played.give(each, std::chrono::seconds{1});
        return rows_for(played.state, played.waiting);
    }
};

TEST_F(Row, AnEntryDroppedAndEditedInOneBatchIsOneRow) {
    const auto rows =
        rows_after({rehearsal::card(1, "Erst"), edit_entry{{"ideas"}, entry_nr(1), proof_nr(1), 1, "Dann"}});
    ASSERT_EQ(rows.entries.size(), 1u);
    EXPECT_EQ(rows.entries[0].entry.text, "Dann");
    EXPECT_EQ(rows.spent.size(), 1u);
    EXPECT_TRUE(rows.activities.empty()) << "a card is no reason to write the agenda";
    EXPECT_FALSE(rows.head);
}

TEST_F(Row, ABallotChangedInOneBatchIsOneRow) {
    const auto rows = rows_after({rehearsal::ballot(1, 0, 1), rehearsal::ballot(1, 1, 2)});
    ASSERT_EQ(rows.ballots.size(), 1u);
    EXPECT_EQ(rows.ballots[0].ballot, (counted_ballot{2, single_choice_ballot{1}}));
    EXPECT_FALSE(rows.rewrite_ballots);
}

TEST_F(Row, WhenAVoteClosesAllItsBallotsAreWrittenAnewWithoutTheirTexts) {
    const auto named = [](std::uint8_t stamp, std::string other) {
        return cast_ballot{{"several"}, stamp_nr(stamp), 1, multiple_choice_ballot{{0}, std::move(other)}};
    };
    const auto plan = workshop::vote("several", multiple_choice_rules{.other = true}, {"A", "B"});
    rows_after({add_activity{plan, std::nullopt}, open_activity{{"several"}}, named(1, "Linden"), named(2, "")});
    played.commit();
    const auto rows = rows_after({named(3, "Äpfel"), close_activity{{"several"}}});
    EXPECT_TRUE(rows.rewrite_ballots);
    ASSERT_EQ(rows.ballots.size(), 3u) << "which of them held a text is not to be seen";
    for (const auto& row : rows.ballots) EXPECT_EQ(row.ballot.ballot, ballot(multiple_choice_ballot{{0}, ""}));
    ASSERT_EQ(rows.activities.size(), 1u);
    EXPECT_EQ(rows.activities[0].activity.texts.texts.size(), 2u);
}

TEST_F(Row, AnActivityRowHoldsNoContent) {
    const auto rows = rows_after({rehearsal::card(1), rehearsal::ballot(1), close_activity{{"ideas"}}});
    ASSERT_EQ(rows.activities.size(), 1u);
    EXPECT_TRUE(rows.activities[0].activity.entries.empty());
    EXPECT_TRUE(rows.activities[0].activity.spent.empty());
    EXPECT_TRUE(rows.activities[0].activity.ballots.empty());
}

TEST_F(Row, AtTheCloseSeatsAndSpentStampsAreForgotten) {
    const auto rows = rows_after({rehearsal::card(1), close_session{}});
    EXPECT_TRUE(rows.forget_seats);
    EXPECT_TRUE(rows.spent.empty());
}

TEST_F(Row, AtTheCloseTheTextsOfRemovedEntriesAreOverwritten) {
    std::vector<command> commands;
    for (std::uint8_t n = 1; n <= 5; ++n) commands.push_back(rehearsal::card(n));
    commands.push_back(remove_entry{{"ideas"}, entry_nr(1)});
    rows_after(commands);
    played.commit();
    const auto rows = rows_after({close_session{}});
    ASSERT_EQ(rows.entries.size(), 5u);
    EXPECT_EQ(rows.entries[0].id, entry_nr(1));
    EXPECT_EQ(rows.entries[0].entry.text, "");
}

TEST_F(Row, NothingHappenedIsNothingToStore) { EXPECT_TRUE(rows_after({}).empty()); }

}  // namespace
}  // namespace klartext::live::testing
