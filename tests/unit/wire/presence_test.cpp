#include <gmock/gmock.h>

#include "wire/feed_messages.hpp"
#include "wire/shapes.hpp"

namespace klartext::wire {
namespace {

using shapes::shape;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::vector<shapes::definition> all_that_a_feed_says() {
    shapes::collection all;
    all.add<feed_message>("FeedMessage");
    return all.definitions();
}

/// "Presence change connected" for each message and part of one.
std::vector<std::string> objects_of(const std::vector<shapes::definition>& all) {
    std::vector<std::string> lines;
    for (const auto& [name, shape] : all) {
        if (shape.is != shape::kind::object) continue;
        lines.push_back(name);
        for (const auto& field : shape.fields) lines.back() += " " + field.name;
    }
    return lines;
}

bool has_values_by_name(const shape& of) {
    if (of.is == shape::kind::map) return true;
    return std::ranges::any_of(of.parts, has_values_by_name) ||
           std::ranges::any_of(of.fields, [](const auto& field) { return has_values_by_name(field.type); });
}

bool is_of_a_tally(const std::string& line) {
    const auto name = line.substr(0, line.find(' '));
    return name == "Summary" ||
           (name.find("Result") != std::string::npos && name != "VoteResult" && name != "ResultChanged");
}

bool is_of_rules(const std::string& line) { return line.substr(0, line.find(' ')).find("Rules") != std::string::npos; }

// Whoever adds a field says here why it tells of nobody: not who is there, who writes, who has voted.
TEST(AnonymityRule7, FeedsSayNothingBeyondThese) {
    auto told = objects_of(all_that_a_feed_says());
    std::erase_if(told, is_of_a_tally);
    std::erase_if(told, is_of_rules);
    EXPECT_THAT(
        told,
        ElementsAre(
            "SectionView id title canvas",  //
            "ClusterView id name",          //
            // What was written. `onBehalf` says that the facilitator typed it, and not for whom; tags are hers.
            // How many support it is said as it was last counted, for many people at once; `answered` is hers.
            "EntryView id text section on cluster withdrawn kind tags onBehalf upVotes answered",
            "ItemView id text",                                //
            "VoteResult ballots withheld tally removedTexts",  //
            "ItemSource from take count line",
            "CardKind id title tone",                    // what the facilitator planned
            "TagView id name meaning",                   // her code book
            "MeasureView id what who due status about",  // she writes it: who is to do something, not who wanted it
            "ActivityView id kind title phase minutes timerEnds prompt promptHtml sections comments release "
            "uncovered clusters entries waiting stampBatch rules items slot secondRoundOf ballots "
            "fewPeople result plannedItems kinds perPerson beside layout tags measures upVotes upVoters brainwriting "
            "turn",
            "SessionView id code title language phase notice noticeHtml openSmallGroup doorOpen stage connected "
            "roundStamps agenda",
            "Snapshot type epoch revision serverTime session",
            "SessionChanged change title language phase doorOpen notice noticeHtml openSmallGroup",
            "AgendaChanged change agenda",            //
            "ActivityOpened change activity",         //
            "ActivityClosed change activity result",  //
            "StageSet change activity", "TimerSet change activity timerEnds",
            "EntriesShown change activity entries",  //
            "EntriesGone change activity entries",   //
            "EntriesArranged change activity entries cluster",
            "ClustersChanged change activity clusters",  //
            "TagsChanged change activity tags",          //
            "EntriesTagged change activity entries tag on",
            "MeasuresChanged change activity measures",  //
            "Uncovered change activity",                 //
            "Progress change activity waiting ballots",  // in steps of five
            "Presence change connected",                 // how many seats
            "StampsDue change activity batch",           // the same for all
            "RoundStampsDue change roundStamps",         // the same for all
            "ResultChanged change activity result",      // whenever the facilitator takes a text out
            "UpVoteCount entry upVotes",
            "UpVotesCounted change activity upVoters counts",  // for many people at once
            "EntryAnswered change activity entry answered",    // whenever the facilitator says so
            "TurnStarted change activity turn",                // whenever she passes the sheets on
            "Update type epoch revision changes"));
}

// What the facilitator planned.
TEST(AnonymityRule7, RulesSayNothingBeyondThese) {
    auto told = objects_of(all_that_a_feed_says());
    std::erase_if(told, [](const auto& line) { return !is_of_rules(line); });
    EXPECT_THAT(
        told,
        UnorderedElementsAre(
            "SingleChoiceRules method", "DotsRules method budget perItem", "AgreeDisagreeRules method",
            "RatingRules method lowest steps labels cannotJudge mood", "MultipleChoiceRules method least most other",
            "ApprovalRules method", "PointsRules method budget perItem quadratic spendAll",
            "RankingRules method unranked order most", "MultiCriteriaRulesCriterion title weight inverted",
            "MultiCriteriaRules method criteria lowest steps cannotJudge",
            "ConsensingRules method highest passive veto objections",
            "EstimateRules method decimals lowest highest unit", "OpenTextRules method longest",
            "BrainwritingRules perTurn turnMinutes turns"));
}

// Sums over all ballots of a closed round, at least five unless it was said before; and texts, sorted.
TEST(AnonymityRule10, ResultsSayNothingBeyondThese) {
    auto told = objects_of(all_that_a_feed_says());
    std::erase_if(told, [](const auto& line) { return !is_of_a_tally(line); });
    const std::vector<std::string> allowed{
        "SingleChoiceResult method counts ballots abstentions",                    //
        "DotsResultRow dots ballots",                                              //
        "DotsResult method rows ballots abstentions",                              //
        "AgreeDisagreeResultRow agree pass disagree",                              //
        "AgreeDisagreeResult method rows ballots abstentions",                     //
        "Summary judgements mean median deviation dissent talk",                   //
        "RatingResultRow steps cannotJudge summary",                               //
        "RatingResult method rows ballots abstentions",                            //
        "MultipleChoiceResultRow count",                                           //
        "MultipleChoiceResult method rows otherCount others ballots abstentions",  // what was written beside the
                                                                                   // choices, sorted
        "ApprovalResultRow approvals",                                             //
        "ApprovalResult method rows ballots abstentions",                          //
        "PointsResultRow points ballots",                                          //
        "PointsResult method rows ballots abstentions",                            //
        "RankingResultRow points first ranked",                                    //
        "RankingResultRunoffCount item ballots",                                   //
        "RankingResultRunoffRound counts exhausted eliminated tied",               //
        "RankingResult method rows pairwise condorcetWinner smithSet runoff runoffWinner ballots abstentions",  //
        "MultiCriteriaResultCell steps cannotJudge summary",                                                    //
        "MultiCriteriaResultRow criteria total",                                                                //
        "MultiCriteriaResult method rows ballots abstentions",                                                  //
        "ConsensingResultRow resistance steps judgements mean acceptance dissent talk vetoes objections "
        "betterThanPassive",                                             // objections as they were written, sorted
        "ConsensingResult method rows passiveItem ballots abstentions",  //
        "EstimateResultBin from to count",                               //
        "EstimateResultRow estimates median mean deviation lowerQuartile upperQuartile lowest highest histogram",  //
        "EstimateResult method rows ballots abstentions",                                                          //
        "OpenTextResultRow answers",  // as they were written, sorted
        "OpenTextResult method rows ballots abstentions",
    };
    EXPECT_EQ(told, allowed);
}

TEST(AnonymityRule7, PresenceIsANumberAndNoList) {
    int found = 0;
    for (const auto& [name, shape] : all_that_a_feed_says()) {
        EXPECT_FALSE(has_values_by_name(shape)) << name;
        for (const auto& field : shape.fields) {
            if (field.name != "connected") continue;
            ++found;
            EXPECT_EQ(field.type.is, shape::kind::integer) << name;
        }
    }
    EXPECT_EQ(found, 2) << "in a snapshot, and when it changes";
}

}  // namespace
}  // namespace klartext::wire
