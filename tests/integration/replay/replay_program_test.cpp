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

const json& named(const json& all, const std::string& text) {
    for (const auto& one : all)
        if (one.at("text") == text) return one;
    throw std::runtime_error("no text " + text);
}

/// What these fields come to, for each item of a vote in its order.
json figures_of(const json& vote, const std::vector<std::string>& fields) {
    auto rows = json::array();
    for (const auto& item : vote.at("items")) {
        auto& row = rows.emplace_back(json::array());
        for (const auto& field : fields) row.push_back(item.at(json::json_pointer(field)));
    }
    return rows;
}

/// Played once; its tests look at different steps.
struct EveryMethod : testing::Test {
    static const played_file& whole() {
        static const auto once = play(recordings + "every-method.jsonl");
        return once;
    }
    static const json& step(const std::string& id) { return activity(whole().minutes, id); }
};

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

TEST_F(EveryMethod, IsPlayedAndNothingIsRefusedButACountThatCameTooSoon) {
    expect_nothing_amiss(whole().run);
    expect_figure(whole().run, "acts in the recording", "181");
    expect_figure(whole().run, "confirmed", "180");
    expect_figure(whole().run, "  too_soon", "1");
    expect_figure(whole().run, "dropped", "0");
    std::set<std::string> methods, kinds;
    for (const auto& one : whole().minutes.at("activities")) {
        kinds.insert(one.at("kind"));
        if (one.contains("method")) methods.insert(one.at("method"));
    }
    EXPECT_EQ(methods.size(), 12u) << json(methods).dump();
    EXPECT_EQ(kinds, (std::set<std::string>{"present", "collect", "vote", "measures", "sign_up", "feedback"}));
}

TEST_F(EveryMethod, QuestionsStandWithTheirUpVotesAndTheMarkOfTheDesk) {
    const auto& questions = step("fragen");
    EXPECT_EQ(questions.at("upVotes").at("voters"), 5);
    std::map<std::string, int> votes;
    for (const auto& card : questions.at("entries")) votes[card.at("text")] = card.value("upVotes", 0);
    EXPECT_EQ(votes, (std::map<std::string, int>{{"Bleiben die Bücher ausleihbar, während umgezogen wird?", 2},
                                                 {"Gibt es einen Aufzug?", 4},
                                                 {"Was wird aus dem alten Haus?", 0},
                                                 {"Wer zahlt den Umbau?", 1},
                                                 {"Bleibt die Ausleihe kostenlos?", 2},
                                                 {"Wo kann ich mein Rad abstellen?", 0}}));
    for (const auto& card : questions.at("entries"))
        EXPECT_EQ(card.value("answered", false), card.at("text") == "Gibt es einen Aufzug?") << card;
}

TEST_F(EveryMethod, SheetsWentRoundAndNobodyWasAloneWithOne) {
    const auto& round = step("reihum");
    EXPECT_EQ(round.at("brainwriting"), (json{{"turns", 2}, {"plannedTurns", 2}, {"perTurn", 1}, {"turnMinutes", 4}}));
    std::map<std::string, int> first, second;
    for (const auto& card : round.at("entries")) {
        const bool continued = card.at("text").get<std::string>().starts_with("…");
        ++(continued ? second : first)[card.at("section")];
    }
    const std::map<std::string, int> two_on_each{{"1", 2}, {"2", 2}, {"3", 2}};
    EXPECT_EQ(first, two_on_each);
    // The last two may have had the sheet that is left: then each is the third on another one.
    int written = 0;
    for (const auto& [sheet, people] : second) {
        EXPECT_GE(people, 2) << sheet;
        written += people;
    }
    EXPECT_EQ(written, 6);
}

TEST_F(EveryMethod, CardsHaveTheirKindTheirTagTheirClusterAndTheirField) {
    const auto& cards = step("ideen");
    ASSERT_EQ(cards.at("entries").size(), 6u);
    EXPECT_EQ(cards.at("onBehalf"), 1);
    const auto& kitchen = named(cards.at("entries"), "Eine Küche für alle");
    EXPECT_EQ(kitchen.at("kind"), "Wunsch");
    EXPECT_EQ(kitchen.at("tags"), json::array({"Begegnung"}));
    EXPECT_EQ(kitchen.at("cluster"), "Geselligkeit");
    EXPECT_EQ(kitchen.at("comments"), json::array({"Mit Kaffee"}));
    EXPECT_TRUE(named(cards.at("entries"), "Große Schrift an allen Regalen").at("onBehalf"));
    EXPECT_EQ(named(cards.at("entries"), "Abends wird es zu laut für die Nachbarn").at("kind"), "Sorge");
    EXPECT_EQ(cards.at("sections").at(0).at("canvas"), "Ein Tag in der Halle");
}

TEST_F(EveryMethod, EveryVoteComesToWhatItsBallotsSay) {
    const auto& rated = named(step("bedeutung").at("items"), "Ein Raum, in dem man laut vorlesen darf");
    EXPECT_EQ(rated.at("steps"), json::array({0, 0, 0, 3, 3}));
    EXPECT_DOUBLE_EQ(rated.at("mean").get<double>(), 4.5);
    EXPECT_EQ(figures_of(step("vorne"), {"/text", "/dots"}),
              json::parse(R"([["Eine Küche für alle",6],["Ein Raum, in dem man laut vorlesen darf",4],)"
                          R"(["Große Schrift an allen Regalen",3]])"))
        << "the first three of the rating";
    EXPECT_EQ(figures_of(step("stichwahl"), {"/dots"}), (json{{10}, {4}, {1}}));
    EXPECT_EQ(figures_of(step("thesen"), {"/agree", "/pass", "/disagree"}), (json{{4, 1, 1}, {0, 1, 4}}));
    EXPECT_EQ(figures_of(step("tag"), {"/count"}), (json{{1}, {1}, {3}}));
    EXPECT_EQ(figures_of(step("angebote"), {"/count"}), (json{{2}, {4}, {3}}));
    EXPECT_EQ(step("angebote").at("others"), json::array({"Strickrunde"}));
    EXPECT_EQ(figures_of(step("namen"), {"/approvals"}), (json{{2}, {4}, {3}}));
    EXPECT_EQ(figures_of(step("geld"), {"/text", "/points"}), json::parse(R"([["Ruhe",28],["Begegnung",32]])"));
    EXPECT_EQ(figures_of(step("reihenfolge"), {"/place", "/points", "/first", "/ranked"}),
              (json{{1, 7, 3, 4}, {3, 3, 1, 3}, {2, 4, 1, 3}}));
    EXPECT_EQ(figures_of(step("widerstand"), {"/groupResistance", "/vetoes"}), (json{{11, 0}, {20, 0}, {49, 1}}));
    EXPECT_EQ(figures_of(step("schaetzung"), {"/median", "/estimates"}), (json{{210, 6}, {450, 5}}));
    EXPECT_EQ(step("worte").at("items").at(0).at("count"), 5);
    const auto& effort = named(step("aufwand").at("items"), "Arbeitsplätze");
    EXPECT_NEAR(effort.at("total").get<double>(), (2 * 23.0 / 6 + (6 - 2.0)) / 3, 1e-6);
}

TEST_F(EveryMethod, MeasuresFollowAndNamesStayOutOfTheMinutes) {
    const auto& measures = step("schritte").at("measures");
    ASSERT_EQ(measures.size(), 2u);
    std::set<std::string> due;
    for (const auto& one : measures) due.insert(one.value("due", ""));
    EXPECT_EQ(due, (std::set<std::string>{"", "2027-03-31"}));
    EXPECT_EQ(figures_of(step("schritte"), {"/text"}),
              (json{{"Eine Küche für alle"}, {"Ein Raum, in dem man laut vorlesen darf"}}));
    EXPECT_EQ(step("mitmachen").at("themes"), json::array({"Umzugstag", "Eröffnungsfest"}));
    for (const auto* name : {"Clara Beispiel", "Elif Beispiel", "clara@example.org"}) {
        EXPECT_THAT(whole().minutes.dump(), testing::Not(HasSubstr(name)));
        EXPECT_THAT(whole().html, testing::Not(HasSubstr(name)));
    }
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
