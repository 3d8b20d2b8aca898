#include "verify_command.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "checksums.hpp"
#include "crypto/codes.hpp"
#include "protocol/archive.hpp"
#include "temporary_folder.hpp"

namespace klartext {
namespace {

namespace fs = std::filesystem;

/// A signed folder with minutes.html ("Protokoll") and csv/01-ideen.csv ("Ideen").
class Verify : public ::testing::Test {
protected:
    Verify() {
        fs::create_directory(folder / "csv");
        put("minutes.html", "Protokoll");
        put("csv/01-ideen.csv", "Ideen");
        const std::vector<named_content> files{{"minutes.html", "Protokoll"}, {"csv/01-ideen.csv", "Ideen"}};
        const auto list = write_checksums(files);
        put("SHA256SUMS", list);
        put("SHA256SUMS.sig", write_signature(key, list));
    }

    void put(const std::string& name, std::string_view content) const {
        std::ofstream(folder / name, std::ios::binary) << content;
    }

    void change_byte(const std::string& name, int at) const {
        std::fstream file(folder / name, std::ios::binary | std::ios::in | std::ios::out);
        file.seekg(at);
        const auto changed = static_cast<char>(file.get() ^ 1);
        file.seekp(at);
        file.put(changed);
    }

    verdict_on_files verdict(const std::vector<std::string>& names,
                             const std::optional<crypto::public_key>& expected = {}) const {
        std::vector<fs::path> files;
        for (const auto& name : names) files.push_back(folder / name);
        return verify(files, expected);
    }

    std::string complaint(const std::vector<std::string>& names) const {
        try {
            static_cast<void>(verdict(names));
        } catch (const std::runtime_error& cause) {
            return cause.what();
        }
        return "no complaint";
    }

    testing::temporary_folder folder;
    crypto::signing_key key{crypto::signing_seed{7}};
    std::string key_text = crypto::text_of(key.public_half());
    std::string by_the_key = "signed with " + key_text + ", the key that was given\nfingerprint of the key: " +
                             crypto::short_fingerprint(crypto::sha256(key.public_half())) + "\n";
};

TEST_F(Verify, SaysOkForEveryFileThatIsAsItWasSigned) {
    const auto given = verdict({"minutes.html", "csv/01-ideen.csv"}, key.public_half());
    EXPECT_TRUE(given.genuine);
    EXPECT_EQ(given.report, by_the_key + "ok   minutes.html\nok   csv/01-ideen.csv\n");
}

TEST_F(Verify, FindsTheListOneFolderUp) {
    const auto given = verdict({"csv/01-ideen.csv"}, key.public_half());
    EXPECT_TRUE(given.genuine);
    EXPECT_EQ(given.report, by_the_key + "ok   csv/01-ideen.csv\nlisted and not given: 1\n");
}

TEST_F(Verify, SaysThatAKeyWasNotComparedWhereNoneIsGiven) {
    const auto given = verdict({"minutes.html", "csv/01-ideen.csv"});
    EXPECT_TRUE(given.genuine);
    EXPECT_TRUE(given.report.starts_with("signed with " + key_text + ", which was not compared"));
}

TEST_F(Verify, SeesEveryChangedByteOfAFile) {
    for (int at = 0; at < 9; ++at) {
        change_byte("minutes.html", at);
        const auto given = verdict({"csv/01-ideen.csv", "minutes.html"}, key.public_half());
        EXPECT_FALSE(given.genuine) << at;
        EXPECT_EQ(given.report, by_the_key + "ok   csv/01-ideen.csv\nchanged minutes.html\n") << at;
        change_byte("minutes.html", at);
    }
    EXPECT_TRUE(verdict({"minutes.html"}).genuine);
}

TEST_F(Verify, SeesWhatIsCutOrLonger) {
    put("minutes.html", "Protokol");
    EXPECT_FALSE(verdict({"minutes.html"}).genuine);
    put("minutes.html", "Protokoll\n");
    EXPECT_FALSE(verdict({"minutes.html"}).genuine);
}

TEST_F(Verify, SaysWhatIsNotListedOrNotThere) {
    put("extra.html", "Zugabe");
    const auto given = verdict({"extra.html", "gone.html", "csv", "minutes.html"}, key.public_half());
    EXPECT_FALSE(given.genuine);
    EXPECT_EQ(given.report, by_the_key +
                                "not listed extra.html\ncannot read gone.html\nnot a file csv\n"
                                "ok   minutes.html\nlisted and not given: 1\n");
}

TEST_F(Verify, ComparesAFileByItsPlaceNotItsNameAlone) {
    put("csv/minutes.html", "geändert");
    EXPECT_FALSE(verdict({"minutes.html", "csv/minutes.html"}).genuine);
    EXPECT_TRUE(verdict({"csv/../minutes.html"}).genuine);
}

TEST_F(Verify, KnowsAFileThatWasSavedUnderAnotherNameByItsContent) {
    put("zukunft-2026-11-21 (1).html", "Protokoll");
    const auto given = verdict({"zukunft-2026-11-21 (1).html", "csv/01-ideen.csv"}, key.public_half());
    EXPECT_TRUE(given.genuine);
    EXPECT_EQ(given.report, by_the_key +
                                "ok   zukunft-2026-11-21 (1).html, listed as minutes.html\n"
                                "ok   csv/01-ideen.csv\n");
    put("zukunft-2026-11-21 (1).html", "protokoll");
    EXPECT_FALSE(verdict({"zukunft-2026-11-21 (1).html"}).genuine);
}

TEST_F(Verify, DoesNotTakeAListedNameForAnotherFilesContent) {
    put("minutes.html", "Ideen");
    const auto given = verdict({"minutes.html"}, key.public_half());
    EXPECT_FALSE(given.genuine);
    EXPECT_EQ(given.report, by_the_key + "changed minutes.html\nlisted and not given: 1\n");
}

TEST_F(Verify, NamesTheFingerprintThatIsPrintedInTheMinutes) {
    const auto list = write_checksums(std::vector<named_content>{{"minutes.json", "{}"}});
    put("minutes.json", "{}");
    put("SHA256SUMS", list);
    put("SHA256SUMS.sig", write_signature(key, list));
    EXPECT_EQ(verdict({"minutes.json"}, key.public_half()).report,
              by_the_key + "fingerprint of minutes.json: 4413 6fa3 55b3 678a\nok   minutes.json\n");
}

/// An archive with its own list over "Protokoll" and "Ideen".
class VerifyArchive : public Verify {
protected:
    std::vector<protocol::archived_file> files() const {
        const std::vector<named_content> listed{{"minutes.html", "Protokoll"}, {"csv/01-ideen.csv", "Ideen"}};
        const auto list = write_checksums(listed);
        return {{"minutes.html", "Protokoll"},
                {"csv/01-ideen.csv", "Ideen"},
                {"SHA256SUMS", list},
                {"SHA256SUMS.sig", write_signature(key, list)}};
    }

    verdict_on_files verdict_on(const std::vector<protocol::archived_file>& packed) const {
        put("apart.zip", protocol::zipped(packed));
        return verdict({"apart.zip"}, key.public_half());
    }

    std::string head = "in " + (folder / "apart.zip").string() + ":\n" + by_the_key;
};

TEST_F(VerifyArchive, IsComparedWithTheListThatItHolds) {
    fs::remove(folder / "SHA256SUMS");
    const auto given = verdict_on(files());
    EXPECT_TRUE(given.genuine);
    EXPECT_EQ(given.report, head + "ok   minutes.html\nok   csv/01-ideen.csv\n");
}

TEST_F(VerifyArchive, HasToBeWholeAndUnchanged) {
    auto changed = files();
    changed[0].content = "protokoll";
    EXPECT_EQ(verdict_on(changed).report, head + "changed minutes.html\nok   csv/01-ideen.csv\n");
    EXPECT_FALSE(verdict_on(changed).genuine);
    auto more = files();
    more.push_back({"extra.html", "Zugabe"});
    EXPECT_FALSE(verdict_on(more).genuine);
    EXPECT_NE(verdict_on(more).report.find("not listed extra.html\n"), std::string::npos);
    auto less = files();
    less.erase(less.begin());
    EXPECT_EQ(verdict_on(less).report, head + "ok   csv/01-ideen.csv\nmissing minutes.html\n");
    EXPECT_FALSE(verdict_on(less).genuine);
}

TEST_F(VerifyArchive, CannotSteerATerminalByTheNamesInIt) {
    auto more = files();
    more.push_back({"extra_[2J.html", "Zugabe"});
    auto bytes = protocol::zipped(more);
    for (auto at = bytes.find("extra_"); at != std::string::npos; at = bytes.find("extra_")) bytes.at(at + 5) = '\x1b';
    put("apart.zip", bytes);
    EXPECT_NE(verdict({"apart.zip"}).report.find("not listed extra?[2J.html\n"), std::string::npos);
}

TEST_F(VerifyArchive, CannotSteerATerminalByItsFaultsEither) {
    auto more = files();
    more.push_back({"extra__[2J.html", "Zugabe", true});
    auto bytes = protocol::zipped(more);
    for (auto at = bytes.find("extra__"); at != std::string::npos; at = bytes.find("extra__"))
        bytes.replace(at + 5, 2, "\xC2\x9B");  // one character that begins a sequence of control
    put("apart.zip", bytes);
    EXPECT_NE(verdict({"apart.zip"}).report.find("not listed extra?[2J.html\n"), std::string::npos);
    bytes.at(bytes.find("Zugabe")) = 'X';
    put("apart.zip", bytes);
    try {
        static_cast<void>(verdict({"apart.zip"}));
        FAIL() << "it is damaged";
    } catch (const std::runtime_error& cause) {
        EXPECT_NE(std::string(cause.what()).find("extra?[2J.html, which is damaged"), std::string::npos)
            << cause.what();
    }
}

TEST_F(VerifyArchive, IsNotBelievedWithoutASignatureOrWithAnothers) {
    auto bare = files();
    bare.pop_back();
    EXPECT_THROW(static_cast<void>(verdict_on(bare)), std::runtime_error);
    auto foreign = files();
    foreign.back().content = write_signature(crypto::signing_key(crypto::signing_seed{8}), foreign[2].content);
    EXPECT_FALSE(verdict_on(foreign).genuine);
}

TEST_F(VerifyArchive, IsComparedBesideLooseFiles) {
    put("apart.zip", protocol::zipped(files()));
    const auto given = verdict({"minutes.html", "apart.zip"}, key.public_half());
    EXPECT_TRUE(given.genuine);
    EXPECT_EQ(given.report, head + "ok   minutes.html\nok   csv/01-ideen.csv\n" + by_the_key +
                                "ok   minutes.html\nlisted and not given: 1\n");
    put("minutes.html", "geändert");
    EXPECT_FALSE(verdict({"minutes.html", "apart.zip"}, key.public_half()).genuine);
}

TEST_F(Verify, SeesEveryChangedByteOfTheList) {
    for (int at = 0; at < static_cast<int>(fs::file_size(folder / "SHA256SUMS")); ++at) {
        change_byte("SHA256SUMS", at);
        const auto given = verdict({"minutes.html"}, key.public_half());
        EXPECT_FALSE(given.genuine) << at;
        EXPECT_EQ(given.report,
                  "SHA256SUMS.sig does not belong to SHA256SUMS: one of them was changed; no file was compared\n");
        change_byte("SHA256SUMS", at);
    }
}

TEST_F(Verify, IsNotDeceivedByAListSignedWithAnotherKey) {
    put("minutes.html", "forged");
    const std::vector<named_content> files{{"minutes.html", "forged"}};
    const auto list = write_checksums(files);
    const crypto::signing_key stranger(crypto::signing_seed{8});
    put("SHA256SUMS", list);
    put("SHA256SUMS.sig", write_signature(stranger, list));
    const auto given = verdict({"minutes.html"}, key.public_half());
    EXPECT_FALSE(given.genuine);
    EXPECT_EQ(given.report, "signed with " + crypto::text_of(stranger.public_half()) + ", not with " + key_text +
                                "; no file was compared\n");
}

TEST_F(Verify, IsNotDeceivedByTheNameOfTheRightKeyOverAForeignSignature) {
    const crypto::signing_key stranger(crypto::signing_seed{8});
    const auto list = write_checksums(std::vector<named_content>{{"minutes.html", "Protokoll"}});
    auto text = write_signature(stranger, list);
    text.replace(text.find(' ') + 1, key_text.size(), key_text);
    put("SHA256SUMS", list);
    put("SHA256SUMS.sig", text);
    EXPECT_FALSE(verdict({"minutes.html"}, key.public_half()).genuine);
}

TEST_F(Verify, DoesNotCountTheListItselfAsADocument) {
    EXPECT_TRUE(verdict({"SHA256SUMS", "SHA256SUMS.sig", "minutes.html"}).genuine);
    EXPECT_FALSE(verdict({"SHA256SUMS", "SHA256SUMS.sig"}).genuine);
}

TEST_F(Verify, SaysWhatIsMissing) {
    fs::remove(folder / "SHA256SUMS.sig");
    EXPECT_NE(complaint({"minutes.html"}).find("SHA256SUMS.sig: is it there"), std::string::npos);
    fs::remove(folder / "SHA256SUMS");
    EXPECT_NE(complaint({"minutes.html"}).find("there is no SHA256SUMS beside"), std::string::npos);
}

TEST_F(Verify, EndsWith1UnlessEverythingIsGenuine) {
    const std::vector<fs::path> files{folder / "minutes.html", folder / "csv/01-ideen.csv"};
    EXPECT_EQ(verify_files({.files = files, .key = key_text}), 0);
    EXPECT_EQ(verify_files({.files = files, .key = {}}), 0);
    change_byte("minutes.html", 3);
    EXPECT_EQ(verify_files({.files = files, .key = key_text}), 1);
    EXPECT_THROW(static_cast<void>(verify_files({.files = files, .key = "short"})), std::runtime_error);
}

TEST(VerifyCommandLine, TakesFilesAndAKeyThatBeginsWithAHyphen) {
    std::vector<std::string> words{"klartext", "verify", "a.html", "csv/b.csv", "--key", "-key"};
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    const auto read = read_command_line(static_cast<int>(arguments.size()), arguments.data());
    ASSERT_TRUE(std::holds_alternative<command_line>(read));
    const auto& options = std::get<verify_options>(std::get<command_line>(read));
    EXPECT_EQ(options.files, (std::vector<fs::path>{"a.html", "csv/b.csv"}));
    EXPECT_EQ(options.key, "-key");
}

}  // namespace
}  // namespace klartext
