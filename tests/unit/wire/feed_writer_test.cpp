#include "domain/notice.hpp"
#include "unit/wire/feed_state.hpp"

#include <gmock/gmock.h>

namespace klartext::wire {
namespace {

using domain::audience;
using domain::phase;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr audience everybody[] = {audience::participants, audience::desk, audience::presenter};

TEST(Snapshot, IsReadByTheReaderOfFeedMessages) {
    const auto state = session_with({collecting(), voting(phase::closed, 7), voting(phase::planned)});
    for (const auto to : everybody) {
        const auto read = read_feed_message(snapshot_text(state, to));
        ASSERT_TRUE(read) << read.error().where;
        const auto& message = std::get<snapshot>(*read);
        EXPECT_EQ(message.epoch, "e");
        EXPECT_EQ(message.revision, 7U);
        EXPECT_EQ(message.server_time, 1234);
        EXPECT_EQ(message.session.code, "K7M2XQ4T");
    }
}

TEST(Snapshot, IsTheSameForParticipantsAndPresenters) {
    const auto state = session_with({collecting(), voting(phase::planned)});
    EXPECT_EQ(snapshot_text(state, audience::participants), snapshot_text(state, audience::presenter));
    EXPECT_NE(snapshot_text(state, audience::participants), snapshot_text(state, audience::desk));
}

TEST(Snapshot, ShowsParticipantsNothingOfWhatIsPlannedButItsHead) {
    auto collect = collecting(phase::planned);
    const auto agenda = agenda_seen(session_with({collect, voting(phase::planned)}), audience::participants);
    EXPECT_EQ(agenda[0],
              json::parse(R"({"id":"ideen","kind":"collect","title":"Titel","phase":"planned","minutes":10})"));
    EXPECT_EQ(agenda[1],
              json::parse(R"({"id":"termin","kind":"vote","title":"Titel","phase":"planned","minutes":10})"));
}

TEST(Snapshot, ShowsTheDeskTheWholePlan) {
    const auto agenda = agenda_seen(session_with({voting(phase::planned)}), audience::desk);
    EXPECT_EQ(agenda[0]["plannedItems"], json::parse(R"(["Mo","Di"])"));
    EXPECT_EQ(agenda[0]["prompt"], "**Frage** <script>");
}

TEST(Snapshot, HoldsPromptsAsSafeHtml) {
    const auto agenda = agenda_seen(session_with({collecting()}), audience::participants);
    EXPECT_THAT(agenda[0]["promptHtml"].get<std::string>(), HasSubstr("<strong>Frage</strong>"));
    EXPECT_THAT(agenda[0]["promptHtml"].get<std::string>(), Not(HasSubstr("<script")));
}

TEST(Snapshot, SaysTheNoticeThatWouldBePromisedInADraftAndThePromisedOneAfterwards) {
    auto state = session_with({});
    const auto notice = [&] {
        return json::parse(snapshot_text(state, audience::participants))["session"]["notice"].get<std::string>();
    };
    EXPECT_EQ(notice(), "versprochener Hinweis");
    state.head.phase = domain::session_phase::draft;
    EXPECT_EQ(notice(), domain::compose_notice(state.head.settings));
    EXPECT_THAT(notice(), HasSubstr("geplanter Hinweis"));
}

TEST(Snapshot, CountsInStepsOfFive) {
    auto collect = collecting();
    for (std::uint8_t n = 0; n < 9; ++n) collect.entries[entry_of(n)].text = "wartet";
    const auto agenda = agenda_seen(session_with({collect, voting(phase::open, 9)}), audience::desk,
                                    {.connected = 30, .stamp_batches = {{{"ideen"}, 4}}});
    EXPECT_EQ(agenda[0]["waiting"], 5);
    EXPECT_EQ(agenda[0]["stampBatch"], 4);
    EXPECT_EQ(agenda[1]["ballots"], 5);
}

TEST(Snapshot, CountsBallotsExactlyOnceAsManyAreInAsSeatsAreConnected) {
    const auto state = session_with({voting(phase::open, 9)});
    EXPECT_EQ(agenda_seen(state, audience::desk, {.connected = 10})[0]["ballots"], 5);
    EXPECT_EQ(agenda_seen(state, audience::desk, {.connected = 9})[0]["ballots"], 9);
    EXPECT_EQ(agenda_seen(state, audience::desk, {.connected = 9})[0]["fewPeople"], true);
    EXPECT_EQ(agenda_seen(state, audience::desk, {.connected = 10})[0]["fewPeople"], false);
}

TEST(Results, AreNotToldWhileAVoteRuns) {
    for (const auto to : everybody)
        EXPECT_FALSE(agenda_seen(session_with({voting(phase::open, 20)}), to)[0].contains("result"));
}

TEST(Results, AreToldOfAClosedVote) {
    const auto agenda = agenda_seen(session_with({voting(phase::closed, 7)}), audience::participants);
    EXPECT_EQ(agenda[0]["result"], json::parse(R"({"ballots":7,"withheld":false,"tally":
        {"method":"single_choice","counts":[7,0],"ballots":7,"abstentions":0}})"));
}

TEST(Results, OfFewBallotsAreWithheldFromEverybody) {
    for (const auto to : everybody) {
        const auto agenda = agenda_seen(session_with({voting(phase::closed, 4)}), to);
        EXPECT_EQ(agenda[0]["result"], json::parse(R"({"ballots":4,"withheld":true})"));
    }
}

TEST(Results, OfDotsAndStancesNameTheirOwnNumbers) {
    auto dots = voting(phase::closed);
    dots.planned.plan = domain::vote_plan{domain::dots_rules{5, 3}, std::vector<std::string>{"Mo", "Di"}};
    auto stances = voting(phase::closed);
    stances.planned.plan = domain::vote_plan{domain::agree_disagree_rules{}, std::vector<std::string>{"Mo", "Di"}};
    for (std::uint8_t each = 0; each < 5; ++each) {
        dots.ballots[{{each}}] = {1, domain::dots_ballot{{{1, 3}}}};
        stances.ballots[{{each}}] = {1, domain::agree_disagree_ballot{{{0, domain::stance::disagree}}}};
    }
    const auto agenda = agenda_seen(session_with({dots, stances}), audience::participants);
    EXPECT_EQ(agenda[0]["rules"]["perItem"], 3);
    EXPECT_EQ(agenda[0]["result"]["tally"]["rows"][1], json::parse(R"({"dots":15,"ballots":5})"));
    EXPECT_EQ(agenda[1]["result"]["tally"]["rows"][0], json::parse(R"({"agree":0,"pass":0,"disagree":5})"));
}

TEST(Update, TellsNobodyOfEntriesAndBallotsAsTheyComeIn) {
    const auto state = session_with({collecting(), voting(phase::open, 5)});
    const std::vector<domain::change> changes = {domain::entry_dropped{}, domain::entry_edited{},
                                                 domain::ballot_cast{}};
    for (const auto to : everybody) EXPECT_TRUE(told(state, changes, to).is_null());
}

TEST(Update, CarriesItsPosition) {
    const std::vector<domain::change> changes = {domain::door_set{false}};
    const auto written = write_update(session_with({}), changes, {}, audience::desk, {"e", 8});
    const auto message = std::get<update>(read_feed_message(written.value().text).value());
    EXPECT_EQ(message.epoch, "e");
    EXPECT_EQ(message.revision, 8U);
}

TEST(Update, TellsOfSessionAndAgendaOnceEach) {
    const auto state = session_with({voting(phase::planned)});
    const auto changes = told(
        state, {domain::session_started{}, domain::door_set{}, domain::activity_added{}, domain::agenda_reordered{}});
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0]["change"], "sessionChanged");
    EXPECT_EQ(changes[0]["notice"], "versprochener Hinweis");
    EXPECT_EQ(changes[1]["change"], "agendaChanged");
}

TEST(Update, RepeatsNoEntriesInAChangedAgenda) {
    auto collect = collecting();
    collect.entries[entry_of(1)] = shown_entry("lange schon da");
    const auto changes = told(session_with({collect}), {domain::activity_removed{{"weg"}}});
    EXPECT_FALSE(changes[0]["agenda"][0].contains("entries"));
    EXPECT_TRUE(changes[0]["agenda"][0].contains("clusters"));
}

TEST(Update, OpensAnActivityWithAllThatIsKnownOfIt) {
    const auto changes = told(session_with({voting(phase::open)}), {domain::activity_opened{{"termin"}, {}, {}, {}}});
    EXPECT_EQ(changes[0]["change"], "activityOpened");
    EXPECT_EQ(changes[0]["activity"]["items"], json::parse(R"([{"id":0,"text":"Mo"},{"id":1,"text":"Di"}])"));
    EXPECT_EQ(changes[0]["activity"]["slot"], 0);
}

TEST(Update, ClosesAVoteWithItsResult) {
    const auto changes = told(session_with({voting(phase::closed, 6)}), {domain::activity_closed{{"termin"}, {}}});
    EXPECT_EQ(changes[0]["result"]["tally"]["counts"][0], 6);
    const auto collect = told(session_with({collecting(phase::closed)}), {domain::activity_closed{{"ideen"}, {}}});
    EXPECT_FALSE(collect[0].contains("result"));
}

TEST(Update, TellsEverybodyTheResultWithoutATextThatWasTakenOut) {
    auto vote = voting(phase::closed);
    vote.planned.plan = domain::vote_plan{domain::open_text_rules{}, std::vector<std::string>{"Mo", "Di"}};
    for (std::uint8_t each = 0; each < 5; ++each) vote.ballots[{{each}}] = {1, domain::open_text_ballot{}};
    vote.texts = {{{0, "bleibt"}}, 2, 1};
    for (const auto to : everybody) {
        const auto changes = told(session_with({vote}), {domain::text_removed{{"termin"}, {0, "Beleidigung"}}}, to);
        ASSERT_EQ(changes.size(), 1U);
        EXPECT_EQ(changes[0]["change"], "resultChanged");
        EXPECT_EQ(changes[0]["activity"], "termin");
        EXPECT_EQ(changes[0]["result"]["removedTexts"], 1);
        EXPECT_EQ(changes[0]["result"]["tally"]["rows"][0]["answers"], json::parse(R"(["bleibt"])"));
        EXPECT_EQ(changes[0]["result"]["tally"]["abstentions"], 3);
        EXPECT_THAT(changes.dump(), Not(HasSubstr("Beleidigung")));
    }
}

TEST(Update, SaysNothingOfAnActivityThatWasRemovedInTheSameBatch) {
    const auto changes = told(
        session_with({}), {domain::activity_opened{{"ideen"}, {}, {}, {}},
                           domain::entries_shown{{"ideen"}, {entry_of(1)}, {}}, domain::activity_removed{{"ideen"}}});
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0]["change"], "agendaChanged");
}

TEST(Update, SaysOfWhichActivitiesItTellsTheNumbers) {
    const auto state = session_with({collecting(), voting(phase::open)});
    const auto described = [&](const domain::change& change) {
        return write_update(state, std::vector{change}, {}, audience::participants, {"e", 8}).value().described;
    };
    using ids = std::vector<domain::activity_id>;
    EXPECT_EQ(described(domain::activity_opened{{"termin"}, {}, {}, {}}), (ids{{"termin"}}));
    EXPECT_EQ(described(domain::activity_removed{{"weg"}}), (ids{{"ideen"}, {"termin"}}));
    EXPECT_EQ(described(domain::door_set{false}), ids{});
    EXPECT_EQ(described(domain::activity_closed{{"ideen"}, {}}), ids{});
}

TEST(Numbers, SayNothingOfStampsWhereThereAreNoneAnyMore) {
    const feed_numbers before{.connected = 3, .round_stamps = 20, .stamp_batches = {{{"a"}, 4}}};
    const feed_numbers closed{.connected = 3, .round_stamps = 0};
    EXPECT_FALSE(write_numbers(before, closed, audience::participants, {"e", 8}));
}

TEST(Numbers, AreToldWhereTheyDiffer) {
    const feed_numbers before{.connected = 3, .stamp_batches = {{{"a"}, 0}, {{"b"}, 1}}, .progress = {{{"a"}, {5, 0}}}};
    feed_numbers now = before;
    EXPECT_FALSE(write_numbers(before, now, audience::desk, {"e", 8}));
    now.connected = 4;
    now.round_stamps = 40;
    now.stamp_batches[{"b"}] = 2;
    now.progress[{"a"}] = {0, 0};
    now.progress[{"c"}] = {0, 5};
    now.progress[{"d"}] = {0, 0};
    const auto changes = json::parse(write_numbers(before, now, audience::desk, {"e", 8}).value())["changes"];
    EXPECT_EQ(changes, json::parse(R"([{"change":"presence","connected":4},
                                       {"change":"roundStampsDue","roundStamps":40},
                                       {"change":"stampsDue","activity":"b","batch":2},
                                       {"change":"progress","activity":"a","waiting":0,"ballots":0},
                                       {"change":"progress","activity":"c","waiting":0,"ballots":5}])"));
}

}  // namespace
}  // namespace klartext::wire
