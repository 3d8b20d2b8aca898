#include "unit/wire/feed_state.hpp"

#include <gmock/gmock.h>

namespace klartext::wire {
namespace {

using domain::audience;
using domain::standing;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr audience everybody[] = {audience::participants, audience::desk, audience::presenter};

domain::entry comment_on(std::uint8_t card, std::string text) {
    auto comment = shown_entry(std::move(text));
    comment.on = entry_of(card);
    return comment;
}

json entries_seen(const domain::activity& activity) {
    return agenda_seen(session_with({activity}), audience::participants)[0]["entries"];
}

json shown(const domain::activity& activity, std::vector<domain::entry_id> ids) {
    return told(session_with({activity}), {domain::entries_shown{{"ideen"}, std::move(ids), {}}});
}

TEST(Entries, AreSeenWithTextSectionAndCluster) {
    auto activity = collecting();
    auto& entry = activity.entries[entry_of(3)] = shown_entry("Mehr Bänke");
    entry.section = "platz";
    entry.cluster = domain::cluster_id{{9}};
    activity.entries[entry_of(4)] = comment_on(3, "Mit Lehne");
    EXPECT_EQ(entries_seen(activity),
              (json::array({{{"id", hex_of(3)}, {"text", "Mehr Bänke"}, {"section", "platz"}, {"cluster", hex_of(9)}},
                            {{"id", hex_of(4)}, {"text", "Mit Lehne"}, {"on", hex_of(3)}}})));
}

TEST(Entries, ThatNobodyMaySeeLeaveNoByteInAnyFeed) {
    auto activity = collecting();
    activity.entries[entry_of(1)].text = "GEHEIM ungezeigt";
    activity.entries[entry_of(2)] = shown_entry("GEHEIM entfernt");
    activity.entries[entry_of(2)].standing = standing::removed;
    auto& edited = activity.entries[entry_of(3)] = shown_entry("alter Wortlaut");
    edited.pending = domain::pending_edit{"GEHEIM geändert"};
    edited.counter = 77771;
    edited.edit_hash.bytes.fill(0xab);
    const auto state = session_with({activity});
    const std::vector<domain::change> changes = {
        domain::entry_dropped{}, domain::entry_edited{},
        domain::entries_shown{{"ideen"}, {entry_of(1), entry_of(2), entry_of(3)}, {}},
        domain::entry_removed{{"ideen"}, entry_of(2)}, domain::activity_opened{{"ideen"}, {}, {}, {}}};
    for (const auto to : everybody) {
        for (const auto& bytes :
             {snapshot_text(state, to), write_update(state, changes, {}, to, {"e", 8}).value().text}) {
            EXPECT_THAT(bytes, Not(HasSubstr("GEHEIM")));
            EXPECT_THAT(bytes, Not(HasSubstr("77771")));
            EXPECT_THAT(bytes, Not(HasSubstr("q6ur")));  // base64url of the edit hash
            EXPECT_THAT(bytes, Not(HasSubstr("abab")));
            EXPECT_THAT(bytes, HasSubstr("alter Wortlaut"));
        }
    }
}

TEST(Entries, ThatWereNeverSeenAreNotCalledGone) {
    auto activity = collecting();
    activity.entries[entry_of(1)] = shown_entry("Karte");
    activity.entries[entry_of(2)] = comment_on(1, "");
    activity.entries[entry_of(2)].standing = standing::withdrawn;
    activity.entries[entry_of(2)].shown = false;
    EXPECT_THAT(shown(activity, {entry_of(1)}).dump(), Not(HasSubstr(hex_of(2))));
}

TEST(Entries, ThatAreWithdrawnStayWithoutTextWhereTheyHaveComments) {
    auto activity = collecting();
    activity.entries[entry_of(1)] = shown_entry("");
    activity.entries[entry_of(1)].standing = standing::withdrawn;
    activity.entries[entry_of(1)].section = "platz";
    activity.entries[entry_of(2)] = activity.entries[entry_of(1)];
    activity.entries[entry_of(3)] = comment_on(1, "schade");
    EXPECT_EQ(entries_seen(activity), (json::array({{{"id", hex_of(1)}, {"withdrawn", true}},
                                                    {{"id", hex_of(3)}, {"text", "schade"}, {"on", hex_of(1)}}})));
}

TEST(Entries, CommentedOnlyByWhatNobodySeesAreGoneWhenWithdrawn) {
    auto activity = collecting();
    activity.entries[entry_of(1)] = shown_entry("");
    activity.entries[entry_of(1)].standing = standing::withdrawn;
    activity.entries[entry_of(2)] = comment_on(1, "noch nicht gezeigt");
    activity.entries[entry_of(2)].shown = false;
    activity.entries[entry_of(3)] = comment_on(1, "entfernt");
    activity.entries[entry_of(3)].standing = standing::removed;
    EXPECT_EQ(entries_seen(activity), json::array());
}

TEST(EntriesShown, SendsWhatWasWithdrawnAway) {
    auto activity = collecting();
    activity.entries[entry_of(1)] = shown_entry("bleibt");
    activity.entries[entry_of(2)] = shown_entry("");
    activity.entries[entry_of(2)].standing = standing::withdrawn;
    const auto changes = shown(activity, {entry_of(1), entry_of(2)});
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0]["change"], "entriesShown");
    EXPECT_EQ(changes[0]["entries"], (json::array({{{"id", hex_of(1)}, {"text", "bleibt"}}})));
    EXPECT_EQ(changes[1]["change"], "entriesGone");
    EXPECT_EQ(changes[1]["entries"], json::array({hex_of(2)}));
}

TEST(EntriesShown, MarksAWithdrawnEntryThatHasComments) {
    auto activity = collecting();
    activity.entries[entry_of(1)] = shown_entry("");
    activity.entries[entry_of(1)].standing = standing::withdrawn;
    activity.entries[entry_of(2)] = comment_on(1, "schade");
    const auto changes = shown(activity, {entry_of(1)});
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0]["entries"], (json::array({{{"id", hex_of(1)}, {"withdrawn", true}}})));
}

TEST(EntriesShown, TakesAWithdrawnEntryAwayWithTheLastOfItsComments) {
    auto activity = collecting();
    activity.entries[entry_of(1)] = shown_entry("");
    activity.entries[entry_of(1)].standing = standing::withdrawn;
    activity.entries[entry_of(2)] = comment_on(1, "");
    activity.entries[entry_of(2)].standing = standing::withdrawn;
    const auto changes = shown(activity, {entry_of(2)});
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0]["entries"], (json{hex_of(1), hex_of(2)}));
}

TEST(EntryRemoved, TakesItsCommentsAlong) {
    auto activity = collecting();
    activity.entries[entry_of(1)] = shown_entry("entfernt");
    activity.entries[entry_of(2)] = comment_on(1, "dazu");
    activity.entries[entry_of(3)] = shown_entry("anderes");
    activity.entries[entry_of(1)].standing = standing::removed;
    const auto gone = told(session_with({activity}), {domain::entry_removed{{"ideen"}, entry_of(1)}});
    EXPECT_EQ(gone, json::parse(R"([{"change":"entriesGone","activity":"ideen","entries":[")" + hex_of(1) + R"(",")" +
                                hex_of(2) + R"("]}])"));
    EXPECT_EQ(entries_seen(activity).size(), 1U);
}

TEST(EntryRestored, BringsItsCommentsBack) {
    auto activity = collecting();
    activity.entries[entry_of(1)] = shown_entry("wieder da");
    activity.entries[entry_of(2)] = comment_on(1, "dazu");
    const auto back = told(session_with({activity}), {domain::entry_restored{{"ideen"}, entry_of(1)}});
    ASSERT_EQ(back.size(), 1U);
    EXPECT_EQ(back[0]["entries"].size(), 2U);
}

TEST(EntriesArranged, NamesOnlyWhatIsSeenAndByIdAlone) {
    auto activity = collecting();
    activity.entries[entry_of(1)] = shown_entry("eins");
    activity.entries[entry_of(2)] = shown_entry("zwei");
    activity.entries[entry_of(3)].text = "wartet";
    const auto moved =
        told(session_with({activity}),
             {domain::entries_arranged{{"ideen"}, {entry_of(2), entry_of(3), entry_of(1)}, std::nullopt}});
    EXPECT_EQ(
        moved,
        (json::array({{{"change", "entriesArranged"}, {"activity", "ideen"}, {"entries", {hex_of(1), hex_of(2)}}}})));
    EXPECT_TRUE(told(session_with({activity}), {domain::entries_arranged{{"ideen"}, {entry_of(3)}, {}}}).is_null());
}

TEST(Clusters, AreToldWholeWheneverOneChanges) {
    auto activity = collecting();
    activity.clusters = {{{{7}}, "Grün"}};
    const auto changes = told(session_with({activity}), {domain::cluster_added{{"ideen"}, {{7}}, "Grün"}});
    EXPECT_EQ(changes[0]["clusters"], (json::array({{{"id", hex_of(7)}, {"name", "Grün"}}})));
}

TEST(Feedback, IsAnActivityWhoseEntriesAreCovered) {
    const auto activity = activity_of("schluss", domain::feedback_plan{}, domain::phase::open);
    const auto view = agenda_seen(session_with({activity}), audience::participants)[0];
    EXPECT_EQ(view["release"], "covered");
    EXPECT_EQ(view["comments"], false);
    EXPECT_EQ(view["entries"], json::array());
}

TEST(RemovedEntries, AreShownByTheirTextAtTheDeskAlone) {
    auto activity = collecting();
    activity.entries[entry_of(1)] = shown_entry("weg damit");
    activity.entries[entry_of(1)].standing = standing::removed;
    activity.entries[entry_of(2)] = shown_entry("bleibt");
    activity.entries[entry_of(3)].text = "wartet";
    EXPECT_EQ(json::parse(write_removed(activity)),
              (json{{"entries", json::array({{{"id", hex_of(1)}, {"text", "weg damit"}}})}}));
}

TEST(RemovedEntries, OfAClosedSessionAreNotListedWithoutTheirTexts) {
    auto activity = collecting();
    activity.entries[entry_of(1)] = shown_entry("weg damit");
    activity.entries[entry_of(1)].standing = standing::removed;
    auto state = session_with({activity});
    state.head.phase = domain::session_phase::running;
    domain::apply(state, domain::session_closed{});
    EXPECT_EQ(json::parse(write_removed(state.agenda[0])), (json{{"entries", json::array()}}));
    EXPECT_EQ(entries_seen(state.agenda[0]), json::array());
}

}  // namespace
}  // namespace klartext::wire
