#include "unit/wire/feed_state.hpp"

#include <gmock/gmock.h>

namespace klartext::wire {
namespace {

using domain::audience;
using nlohmann::json;

constexpr audience everybody[] = {audience::participants, audience::desk, audience::presenter};

domain::activity questions() {
    auto activity = collecting();
    std::get<domain::collect_plan>(activity.planned.plan).up_votes = true;
    activity.entries[entry_of(1)] = shown_entry("Wann fährt der erste Bus?");
    activity.entries[entry_of(2)] = shown_entry("Was kostet die Karte?");
    activity.entries[entry_of(3)].text = "wartet";
    return activity;
}

void publish(domain::activity& activity, int voters, std::map<std::uint8_t, int> counts) {
    activity.up_voters = voters;
    for (const auto& [entry, count] : counts) activity.entries.at(entry_of(entry)).up_votes = count;
}

/// Kept and not counted yet.
void support(domain::activity& activity, std::uint8_t seat, std::vector<std::uint8_t> entries) {
    auto& kept = activity.up_votes[{{seat}}];
    kept.counter = 1;
    for (const auto entry : entries) kept.entries.insert(entry_of(entry));
}

domain::up_votes_counted counted(int voters, std::map<std::uint8_t, int> counts) {
    domain::up_votes_counted happened{{"ideen"}, voters, {}, std::chrono::seconds{}};
    for (const auto& [entry, count] : counts) happened.counts[entry_of(entry)] = count;
    return happened;
}

json told_counts(int voters, const json& counts) {
    return json::array(
        {{{"change", "upVotesCounted"}, {"activity", "ideen"}, {"upVoters", voters}, {"counts", counts}}});
}

TEST(UpVotes, AreSeenByEverybodyAsTheyWerePublished) {
    auto activity = questions();
    publish(activity, 6, {{1, 5}, {3, 2}});
    activity.entries.at(entry_of(2)).answered = true;
    const auto expected = json::array({{{"id", hex_of(1)}, {"text", "Wann fährt der erste Bus?"}, {"upVotes", 5}},
                                       {{"id", hex_of(2)}, {"text", "Was kostet die Karte?"}, {"answered", true}}});
    for (const auto to : everybody) {
        const auto view = agenda_seen(session_with({activity}), to)[0];
        EXPECT_EQ(view["upVotes"], true);
        EXPECT_EQ(view["upVoters"], 6);
        EXPECT_EQ(view["entries"], expected);
    }
}

TEST(UpVotes, ThatAreNotPublishedAreToldToNobody) {
    auto activity = questions();
    for (const std::uint8_t seat : {1, 2, 3, 4}) support(activity, seat, {1});
    auto untouched = questions();
    for (const auto to : everybody) {
        EXPECT_EQ(snapshot_text(session_with({activity}), to), snapshot_text(session_with({untouched}), to));
        const domain::cast_up_votes said{{"ideen"}, {{4}}, 1, {entry_of(1)}};
        EXPECT_TRUE(told(session_with({activity}), {domain::up_votes_cast{said}}, to).is_null());
    }
    publish(activity, 5, {{1, 5}});
    support(activity, 9, {2});
    const auto view = agenda_seen(session_with({activity}), audience::desk)[0];
    EXPECT_EQ(view["upVoters"], 5);
    EXPECT_FALSE(view["entries"][1].contains("upVotes"));
}

TEST(UpVotes, AStepWithoutThemSaysNothingOfThem) {
    const auto view = agenda_seen(session_with({collecting()}), audience::desk)[0];
    for (const auto* field : {"upVotes", "upVoters", "brainwriting", "turn"})
        EXPECT_FALSE(view.contains(field)) << field;
}

TEST(UpVotes, OfAPlannedStepAreAnnouncedAtTheDeskAlone) {
    auto activity = questions();
    activity.phase = domain::phase::planned;
    EXPECT_EQ(agenda_seen(session_with({activity}), audience::desk)[0]["upVotes"], true);
    for (const auto to : {audience::participants, audience::presenter})
        EXPECT_FALSE(agenda_seen(session_with({activity}), to)[0].contains("upVotes"));
}

TEST(UpVotes, ACountTellsAllNumbersOfShownCards) {
    auto activity = questions();
    publish(activity, 6, {{1, 5}, {2, 1}, {3, 2}});
    const auto expected =
        told_counts(6, json::array({{{"entry", hex_of(1)}, {"upVotes", 5}}, {{"entry", hex_of(2)}, {"upVotes", 1}}}));
    for (const auto to : everybody)
        EXPECT_EQ(told(session_with({activity}), {counted(6, {{1, 5}, {2, 1}, {3, 2}})}, to), expected);
}

TEST(UpVotes, AreToldAsTheyAreNowWhateverAnEarlierCountOfTheBatchSaid) {
    auto activity = questions();
    publish(activity, 7, {{1, 6}});
    const auto changes = told(session_with({activity}), {counted(5, {{1, 5}, {2, 1}}), counted(7, {{1, 6}})});
    const auto now = told_counts(7, json::array({{{"entry", hex_of(1)}, {"upVotes", 6}}}))[0];
    ASSERT_FALSE(changes.is_null());
    for (const auto& each : changes) EXPECT_EQ(each, now);
}

TEST(UpVotes, OfARemovedCardAreNotTold) {
    auto activity = questions();
    publish(activity, 6, {{1, 5}, {2, 3}});
    activity.entries.at(entry_of(2)).standing = domain::standing::removed;
    EXPECT_EQ(told(session_with({activity}), {counted(6, {{1, 5}, {2, 3}})}),
              told_counts(6, json::array({{{"entry", hex_of(1)}, {"upVotes", 5}}})));
}

TEST(UpVotes, AWithdrawnCardWithCommentsHasNeitherANumberNorAMark) {
    auto activity = questions();
    publish(activity, 6, {{1, 5}});
    auto& gone = activity.entries.at(entry_of(1));
    gone.standing = domain::standing::withdrawn;
    gone.answered = true;
    auto& comment = activity.entries[entry_of(4)] = shown_entry("schade");
    comment.on = entry_of(1);
    const auto state = session_with({activity});
    EXPECT_EQ(agenda_seen(state, audience::desk)[0]["entries"][0], (json{{"id", hex_of(1)}, {"withdrawn", true}}));
    EXPECT_EQ(told(state, {counted(6, {{1, 5}})})[0]["counts"], json::array());
}

TEST(Answered, IsToldOfShownCardsAsItHappened) {
    const auto state = session_with({questions()});
    for (const bool answered : {true, false})
        for (const auto to : everybody)
            EXPECT_EQ(told(state, {domain::entry_answered{{"ideen"}, entry_of(1), answered}}, to),
                      (json::array({{{"change", "entryAnswered"},
                                     {"activity", "ideen"},
                                     {"entry", hex_of(1)},
                                     {"answered", answered}}})));
    EXPECT_TRUE(told(state, {domain::entry_answered{{"ideen"}, entry_of(3), true}}).is_null());
}

TEST(RemovedCards, AreLookedAtWithoutTheirNumbers) {
    auto activity = questions();
    publish(activity, 6, {{1, 5}});
    activity.entries.at(entry_of(1)).standing = domain::standing::removed;
    EXPECT_EQ(json::parse(write_removed(activity))["entries"][0],
              (json{{"id", hex_of(1)}, {"text", "Wann fährt der erste Bus?"}}));
}

domain::activity going_round(domain::phase phase = domain::phase::open, int turn = 2) {
    domain::collect_plan plan;
    plan.release = domain::release::covered;
    plan.sheets = domain::brainwriting{3, 5, 6};
    auto activity = activity_of("ideen", std::move(plan), phase);
    activity.turn = turn;
    return activity;
}

TEST(Sheets, AreSeenByEverybodyWithTheirRulesAndTheTurn) {
    auto activity = going_round();
    auto& card = activity.entries[entry_of(1)] = shown_entry("Ein Rad für jede Abteilung");
    card.section = "4";
    for (const auto to : everybody) {
        const auto view = agenda_seen(session_with({activity}), to)[0];
        EXPECT_EQ(view["brainwriting"], (json{{"perTurn", 3}, {"turnMinutes", 5}, {"turns", 6}}));
        EXPECT_EQ(view["turn"], 2);
        EXPECT_EQ(view["release"], "covered");
        EXPECT_EQ(view["sections"], json::array());
        EXPECT_EQ(view["entries"][0]["section"], "4");
    }
}

TEST(Sheets, ThatGoRoundFreelyHaveNoNumbers) {
    auto activity = going_round();
    std::get<domain::collect_plan>(activity.planned.plan).sheets = domain::brainwriting{};
    EXPECT_EQ(agenda_seen(session_with({activity}), audience::participants)[0]["brainwriting"], json::object());
}

TEST(Sheets, OfAPlannedStepHaveNoTurn) {
    const auto state = session_with({going_round(domain::phase::planned, 0)});
    const auto at_the_desk = agenda_seen(state, audience::desk)[0];
    EXPECT_EQ(at_the_desk["brainwriting"]["turns"], 6);
    EXPECT_FALSE(at_the_desk.contains("turn"));
    const auto seated = agenda_seen(state, audience::participants)[0];
    for (const auto* field : {"brainwriting", "turn"}) EXPECT_FALSE(seated.contains(field)) << field;
}

TEST(Sheets, PassedOnShowTheirCardsFirst) {
    auto activity = going_round();
    auto& card = activity.entries[entry_of(1)] = shown_entry("Ein Rad für jede Abteilung");
    card.section = "4";
    const domain::entries_shown shown{{"ideen"}, {entry_of(1)}, std::chrono::seconds{}};
    for (const auto to : everybody) {
        const auto changes = told(session_with({activity}), {shown, domain::turn_started{{"ideen"}, 2}}, to);
        ASSERT_EQ(changes.size(), 2U);
        EXPECT_EQ(changes[0]["change"], "entriesShown");
        EXPECT_EQ(changes[0]["entries"][0]["section"], "4");
        EXPECT_EQ(changes[1], (json{{"change", "turnStarted"}, {"activity", "ideen"}, {"turn", 2}}));
    }
}

}  // namespace
}  // namespace klartext::wire
