#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "integration/mail/smtp_server.hpp"
#include "replay/child_process.hpp"
#include "replay/server_address.hpp"
#include "temporary_folder.hpp"

/// The built program as an operator runs it: a whole workshop, from the first account to the mailed minutes.
namespace {

using klartext::replay::child_process;
using klartext::testing::smtp_server;
using klartext::testing::temporary_folder;
using nlohmann::json;
using namespace std::chrono_literals;

const std::string recording = KLARTEXT_SOURCE_DIR "/tests/data/small-mixed.jsonl";

int run(std::vector<std::string> arguments, std::string input = {}) {
    child_process::start_options start;
    start.command = {KLARTEXT_PROGRAM};
    start.command.insert(start.command.end(), arguments.begin(), arguments.end());
    start.input = std::move(input);
    return child_process(start).wait();
}

struct House : testing::Test {
    temporary_folder folder;
    smtp_server relay;
    std::string data = folder / "data";
    std::string login = folder / "login.json";

    void SetUp() override {
        ASSERT_EQ(run({"account", "add", "anna", "--password-stdin", "--data", data}, "korrekt-pferd-batterie\n"), 0);
        std::ofstream(login) << R"({"name": "anna", "password": "korrekt-pferd-batterie"})";
    }

    child_process serve() const {
        child_process::start_options start;
        const auto mail = "smtp://127.0.0.1:" + std::to_string(relay.port()) + "?tls=none";
        start.command = {KLARTEXT_PROGRAM, "serve", "--data", data, "--listen", "127.0.0.1:0", "--mail", mail};
        start.environment["SPDLOG_LEVEL"] = "trace";
        return child_process(start);
    }

    static std::string url_of(const child_process& server) {
        for (int tries = 0; tries < 1000; ++tries, std::this_thread::sleep_for(10ms))
            if (const auto url = klartext::replay::find_server_url(server.output()))
                return "http://" + url->authority();
        throw std::runtime_error("the server did not start: " + server.output());
    }

    std::vector<json> mails_within(std::chrono::seconds patience) const {
        const auto until = std::chrono::steady_clock::now() + patience;
        while (relay.mails().empty() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(20ms);
        return relay.mails();
    }
};

/// Every text and address that somebody sent.
std::vector<std::string> words_of_participants() {
    std::vector<std::string> words;
    std::ifstream lines(recording);
    for (std::string line; std::getline(lines, line);) {
        const auto act = json::parse(line);
        for (const auto* field : {"text", "mail", "who"})
            if (const auto word = act.value(field, std::string()); word.size() > 3) words.push_back(word);
    }
    return words;
}

using AnonymityRule6 = House;

TEST_F(AnonymityRule6, NothingThatParticipantsDoIsInTheLog) {
    auto server = serve();
    ASSERT_EQ(run({"replay", recording, "--server", url_of(server), "--login", login}), 0);
    ASSERT_EQ(mails_within(20s).size(), 1u);
    server.stop(10s);
    const auto log = server.output();
    EXPECT_EQ(server.ended(), 0) << log;
    EXPECT_THAT(log, testing::HasSubstr("Klartext listens on")) << "the output was read at all";
    ASSERT_GT(words_of_participants().size(), 20u);
    for (const auto& word : words_of_participants()) EXPECT_THAT(log, testing::Not(testing::HasSubstr(word)));
    EXPECT_LT(std::count(log.begin(), log.end(), '\n'), 10) << "no line per act:\n" << log;
}

TEST_F(House, TheMinutesArriveByMailAtTheAddressThatWasLeft) {
    auto server = serve();
    ASSERT_EQ(run({"replay", recording, "--server", url_of(server), "--login", login}), 0);
    const auto mails = mails_within(20s);
    ASSERT_EQ(mails.size(), 1u);
    EXPECT_EQ(mails[0].at("to"), json({"dora@example.org"})) << "nobody sees another address";
    std::set<std::string> attached;
    for (const auto& part : mails[0].at("parts"))
        if (const auto name = part.find("name"); name != part.end() && name->is_string()) attached.insert(*name);
    EXPECT_THAT(attached, testing::ElementsAre("SHA256SUMS", "SHA256SUMS.sig", "minutes.pdf"))
        << "what a mail brings where nobody has chosen";
}

TEST_F(House, TheLogSaysThatItStartedAndThatItStopped) {
    auto server = serve();
    url_of(server);
    server.stop(10s);
    EXPECT_EQ(server.ended(), 0);
    EXPECT_THAT(server.output(),
                testing::ContainsRegex("Klartext listens on(.|\n)*stopping\n(.|\n)*Klartext has stopped\n$"));
}

TEST_F(House, TheDataFolderIsForItsOwnerAlone) {
    data = folder / "new";
    auto server = serve();
    url_of(server);
    EXPECT_EQ(std::filesystem::status(data).permissions(), std::filesystem::perms::owner_all);
    const auto by_account = folder / "data";
    EXPECT_EQ(std::filesystem::status(by_account).permissions(), std::filesystem::perms::owner_all) << "account add";
}

TEST_F(House, AServerThatCannotReadItsSigningKeyDoesNotStartAndSaysWhy) {
    std::ofstream(data + "/minutes.key") << "31 bytes are no key, not at all";
    auto server = serve();
    EXPECT_EQ(server.wait(), 1);
    EXPECT_THAT(server.output(), testing::HasSubstr("minutes.key is no signing key"));
}

TEST_F(House, TheLogNamesTheKeyThatTheCommandPrints) {
    auto server = serve();
    url_of(server);
    child_process::start_options start;
    start.command = {KLARTEXT_PROGRAM, "key", "--data", data};
    child_process printing(start);
    EXPECT_EQ(printing.wait(), 0) << "while the server runs";
    EXPECT_THAT(printing.output(), testing::ContainsRegex("^[-_A-Za-z0-9]{43} \\(fingerprint "));
    EXPECT_THAT(server.output(), testing::HasSubstr("minutes are signed with the key " + printing.output()));
}

TEST_F(House, ASecondServerOnTheSameFolderIsTurnedAway) {
    auto first = serve();
    url_of(first);
    auto second = serve();
    EXPECT_EQ(second.wait(), 1);
    EXPECT_THAT(second.output(), testing::HasSubstr("another server"));
}

TEST_F(House, ASecondStartGoesOnWhereTheFirstOneWasKilled) {
    {
        auto server = serve();
        url_of(server);
        server.kill_at_once();
    }
    auto server = serve();
    EXPECT_EQ(run({"replay", recording, "--server", url_of(server), "--login", login}), 0);
}

}  // namespace
