#include "protocol/json.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "sample_minutes.hpp"

namespace klartext::protocol {
namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

ordered_json parsed(const minutes& of) { return ordered_json::parse(to_json(of)); }

std::vector<std::string> keys(const ordered_json& object) {
    std::vector<std::string> names;
    for (const auto& [name, value] : object.items()) names.push_back(name);
    return names;
}

TEST(Json, TheNamesAndTheirOrderAreFixed) {
    const auto all = parsed(sample_minutes());
    EXPECT_THAT(keys(all), ElementsAre("protocol", "title", "date", "language", "participants", "notice",
                                       "openSmallGroup", "cover", "activities"));
    EXPECT_THAT(keys(all["activities"][1]),
                ElementsAre("id", "kind", "title", "prompt", "plannedMinutes", "actualMinutes", "sections", "clusters",
                            "entries", "removed", "ballots", "items"));
    EXPECT_THAT(keys(all["activities"][2]),
                ElementsAre("id", "kind", "title", "prompt", "plannedMinutes", "actualMinutes", "sections", "clusters",
                            "entries", "removed", "ballots", "method", "withheld", "abstentions", "budget", "perItem",
                            "source", "items"));
}

TEST(Json, TheHeadIsWhatTheSessionWas) {
    const auto all = parsed(sample_minutes(language::en));
    EXPECT_EQ(all["protocol"], 1);
    EXPECT_EQ(all["date"], "2026-11-21");
    EXPECT_EQ(all["language"], "en");
    EXPECT_EQ(all["participants"], 42);
    EXPECT_EQ(all["openSmallGroup"], false);
}

TEST(Json, EntriesKeepTheirTextByteForByte) {
    const auto minutes = sample_minutes();
    const auto entries = parsed(minutes)["activities"][1]["entries"];
    ASSERT_EQ(entries.size(), minutes.activities[1].entries.size());
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const auto& written = minutes.activities[1].entries[at];
        EXPECT_EQ(entries[at]["text"], written.text);
        EXPECT_EQ(entries[at]["comments"], written.comments);
        EXPECT_EQ(entries[at].contains("cluster"), written.cluster.has_value());
        EXPECT_EQ(entries[at].contains("withdrawn"), written.withdrawn);
    }
    EXPECT_THAT(keys(entries[3]), ElementsAre("text", "section", "cluster", "comments", "withdrawn"));
    EXPECT_THAT(to_json(minutes), HasSubstr("Bäume")) << "not escaped";
}

TEST(Json, AWithdrawnTextStaysWithdrawn) {
    auto minutes = sample_minutes();
    minutes.activities[1].entries[3].text = "doch noch da";
    EXPECT_THAT(to_json(minutes), Not(HasSubstr("doch noch da")));
}

TEST(Json, ItemsStandInTheOrderShownWithWhatTheyGot) {
    const auto all = parsed(sample_minutes())["activities"];
    EXPECT_EQ(all[2]["items"][0], ordered_json::parse(R"({"text": "Grün & Schatten", "dots": 34, "ballots": 20})"));
    EXPECT_EQ(all[3]["items"][0],
              ordered_json::parse(
                  R"({"text": "Die Straße soll im Sommer autofrei sein.", "agree": 12, "pass": 5, "disagree": 20})"));
    EXPECT_EQ(all[4]["items"][2], ordered_json::parse(R"({"text": "Donnerstag", "count": 1})"));
    EXPECT_EQ(all[2]["method"], "dots");
    EXPECT_EQ(all[3]["method"], "agree_disagree");
    EXPECT_EQ(all[4]["method"], "single_choice");
    EXPECT_FALSE(all[4].contains("budget"));
}

TEST(Json, AWithheldVoteTellsNothingEvenIfItIsThere) {
    auto minutes = sample_minutes();
    minutes.activities[4].vote->withheld = true;
    const auto vote = parsed(minutes)["activities"][4];
    EXPECT_EQ(vote["withheld"], true);
    EXPECT_FALSE(vote.contains("abstentions"));
    for (const auto& item : vote["items"]) EXPECT_THAT(keys(item), ElementsAre("text"));
}

TEST(Json, EntriesAndItemsAreAlwaysArrays) {
    const auto all = parsed(sample_minutes());
    for (const auto& activity : all["activities"]) {
        EXPECT_TRUE(activity["entries"].is_array());
        EXPECT_TRUE(activity["items"].is_array());
        EXPECT_TRUE(activity["sections"].is_array());
        EXPECT_TRUE(activity["clusters"].is_array());
    }
    EXPECT_TRUE(parsed(empty_minutes())["activities"].is_array());
}

TEST(Json, TheFileEndsWithALineBreakAndSurvivesBrokenBytes) {
    auto minutes = empty_minutes();
    minutes.title = "a\xFF";
    EXPECT_TRUE(to_json(minutes).ends_with("}\n"));
    EXPECT_EQ(parsed(minutes)["title"], "a\uFFFD");
}

}  // namespace
}  // namespace klartext::protocol
