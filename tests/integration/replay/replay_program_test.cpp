#include <gmock/gmock.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "domain/text.hpp"
#include "replay/child_process.hpp"
#include "temporary_folder.hpp"

using klartext::replay::child_process;
using klartext::testing::temporary_folder;
using nlohmann::json;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

const std::string recordings = KLARTEXT_SOURCE_DIR "/tests/data/";

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

struct run_result {
    int status = -1;
    std::string output;
};

/// `klartext replay ...`, with a folder for temporary files that is empty afterwards if all is well.
run_result replay(std::vector<std::string> arguments, const std::string& temporary = "/tmp") {
    child_process::start_options start;
    start.command = {KLARTEXT_PROGRAM, "replay"};
    start.command.insert(start.command.end(), arguments.begin(), arguments.end());
    start.environment["TMPDIR"] = temporary;
    child_process process(start);
    run_result result;
    result.status = process.wait();
    result.output = process.output();
    return result;
}

struct played_file {
    std::set<std::string> tables;
    run_result run;
    json minutes;
    std::string html;
};

played_file play(const std::string& recording) {
    temporary_folder out;
    played_file played;
    played.run = replay({recording, "--speed", "max", "--out", out.path().string()});
    played.minutes = json::parse(text_of(out / "minutes.json"), nullptr, false);
    played.html = text_of(out / "minutes.html");
    for (const auto& file : std::filesystem::directory_iterator(out / "csv"))
        played.tables.insert(file.path().filename());
    return played;
}

/// The figure in the table that a replay prints.
std::string figure(const std::string& output, const std::string& name) {
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(name + " ")) return line.substr(line.find_last_of(' ') + 1);
    return "absent";
}

/// `name` with its value, as it is to be printed.
void expect_figure(const run_result& run, const std::string& name, const std::string& value) {
    EXPECT_EQ(figure(run.output, name), value) << name << " in\n" << run.output;
}

void expect_nothing_amiss(const run_result& run) {
    EXPECT_EQ(run.status, 0) << run.output;
    for (const auto* name : {"lost", "doubled", "wrong figures", "faults"}) expect_figure(run, name, "0");
}

const json& activity(const json& minutes, const std::string& id) {
    for (const auto& one : minutes.at("activities"))
        if (one.at("id") == id) return one;
    throw std::runtime_error("no activity " + id);
}

}  // namespace

TEST(ReplayProgram, EveryIdeaOfOttensenStandsInTheMinutesByteForByte) {
    const auto played = play(recordings + "ottensen.jsonl");
    expect_nothing_amiss(played.run);
    expect_figure(played.run, "confirmed", "699");

    std::multiset<std::pair<std::string, std::string>> expected, found;
    std::ifstream file(recordings + "ottensen.jsonl");
    for (std::string line; std::getline(file, line);) {
        const auto act = json::parse(line);
        if (act.value("do", "") != "entry") continue;
        const auto text = act.at("text").get<std::string>();
        expected.emplace(act.at("section"), std::string(klartext::domain::trimmed(text)));
    }
    for (const auto& entry : activity(played.minutes, "ideen").at("entries"))
        found.emplace(entry.at("section"), entry.at("text"));
    EXPECT_EQ(expected.size(), 697u);
    EXPECT_TRUE(expected == found);
    EXPECT_EQ(played.minutes.at("participants"), 40);
    EXPECT_THAT(played.html, HasSubstr("Alma Wartenberg Platz"));
    ASSERT_EQ(played.tables.size(), 1u);
    EXPECT_THAT(played.html, HasSubstr("href=\"csv/" + *played.tables.begin() + "\" download"));
}

TEST(ReplayProgram, EveryStatementOfFreshwaterHasTheFiguresOfOneVotePerPerson) {
    const auto played = play(recordings + "freshwater.jsonl");
    expect_nothing_amiss(played.run);
    expect_figure(played.run, "confirmed", "3981");

    const auto& vote = activity(played.minutes, "statements");
    EXPECT_EQ(vote.at("ballots"), 117);
    ASSERT_EQ(vote.at("items").size(), 80u);
    std::istringstream table(text_of(recordings + "freshwater-expected.csv"));
    std::string line;
    std::getline(table, line);
    ASSERT_THAT(line, HasSubstr("comment-id,moderated,voters,agree,pass,disagree,"));
    std::size_t rows = 0;
    for (; std::getline(table, line); ++rows) {
        std::istringstream cells(line);
        std::vector<std::string> row;
        for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
        const auto& item = vote.at("items").at(std::stoul(row.at(0)));
        const std::vector<std::string> figures = {std::to_string(item.at("agree").get<int>()),
                                                  std::to_string(item.at("pass").get<int>()),
                                                  std::to_string(item.at("disagree").get<int>())};
        EXPECT_EQ(figures, (std::vector<std::string>{row.at(3), row.at(4), row.at(5)})) << "statement " << row.at(0);
    }
    EXPECT_EQ(rows, 80u);
}

TEST(ReplayProgram, AMixedWorkshopIsPlayedWithItsRefusals) {
    const auto played = play(recordings + "small-mixed.jsonl");
    expect_nothing_amiss(played.run);
    expect_figure(played.run, "  text_empty", "2");
    expect_figure(played.run, "  text_too_long", "1");
    expect_figure(played.run, "  unknown_section", "1");
    expect_figure(played.run, "  negative_dots", "1");
    expect_figure(played.run, "  unknown_item", "1");
    expect_figure(played.run, "  activity_closed_for_good", "1");
    // The comments on the empty card and on the one that shows nothing, the edit of the one without a section, the
    // ballot for the empty card alone.
    expect_figure(played.run, "dropped", "4");

    const auto& cards = activity(played.minutes, "karten");
    std::multiset<std::string> texts;
    for (const auto& entry : cards.at("entries")) texts.insert(entry.at("text").get<std::string>());
    EXPECT_EQ(texts.count("Ein Sofa"), 1u);
    EXPECT_EQ(texts.count("Ein grünes Sofa\r\nmit Decke"), 1u);
    EXPECT_EQ(texts.count("屋顶花园🌿，有地方坐下来喝茶"), 1u);
    EXPECT_EQ(texts.count("ספסל בצל 🌳 ליד הדלת"), 1u);
    EXPECT_EQ(texts.count("<script>alert('x')</script><b>fett <img src=x onerror=y> &amp; &nbsp; ]]>"), 1u);
    EXPECT_THAT(played.html, testing::Not(HasSubstr("<script>alert('x')")));
    EXPECT_EQ(activity(played.minutes, "punkte").at("ballots"), 6);
    EXPECT_EQ(activity(played.minutes, "leer").at("ballots"), 0);
    EXPECT_EQ(activity(played.minutes, "rückblick").at("entries").size(), 2u);
}

TEST(ReplayProgram, LeavesNothingBehind) {
    temporary_folder temporary, out;
    const auto run =
        replay({recordings + "small-mixed.jsonl", "--out", out.path().string()}, temporary.path().string());
    EXPECT_EQ(run.status, 0) << run.output;
    EXPECT_TRUE(std::filesystem::is_empty(temporary.path()));
    EXPECT_TRUE(std::filesystem::exists(out / "minutes.html"));
}

TEST(ReplayProgram, KeepsItsDataWhereItIsToldAndPlaysThereAgain) {
    temporary_folder data;
    for (int i = 0; i < 2; ++i) {
        const auto run = replay({recordings + "small-mixed.jsonl", "--data", data.path().string()});
        expect_nothing_amiss(run);
        EXPECT_THAT(run.output, ContainsRegex("minutes at +/minutes/"));
    }
    EXPECT_TRUE(std::filesystem::exists(data / "klartext.db"));
}

TEST(ReplayProgram, WhatIsNoRecordingEndsWithTwo) {
    temporary_folder folder;
    std::ofstream(folder / "broken.jsonl") << R"({"replay":1,"session":{"agenda":[]}})"
                                           << "\n{}\n";
    const auto run = replay({(folder / "broken.jsonl").string()});
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.output, HasSubstr("broken.jsonl:2: \"do\" is missing"));
    EXPECT_EQ(replay({(folder / "absent.jsonl").string()}).status, 2);
    EXPECT_EQ(replay({recordings + "small-mixed.jsonl", "--speed", "fast"}).status, 2);
}

TEST(ReplayProgram, ASessionThatTheServerDoesNotTakeEndsWithOne) {
    temporary_folder folder;
    std::ofstream(folder / "refused.jsonl") << R"({"replay":1,"session":{"title":"T","language":"xx","agenda":[]}})";
    const auto run = replay({(folder / "refused.jsonl").string()});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.output, HasSubstr("making the session: "));
}
