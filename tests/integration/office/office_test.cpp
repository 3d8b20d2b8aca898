#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "protocol/documents.hpp"
#include "temporary_folder.hpp"
#include "unit/protocol/sample_minutes.hpp"

namespace klartext::protocol {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

bool runs(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

std::string content(const std::filesystem::path& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

struct Office : ::testing::Test {
    klartext::testing::temporary_folder folder;

    void SetUp() override {
        if (!runs("command -v soffice") || !runs("command -v pdftotext"))
            GTEST_SKIP() << "No LibreOffice here: nobody has opened the minutes in an office program. "
                            "./dev test office installs it";
    }

    // The words on its pages, after LibreOffice has opened it and made a PDF of it.
    std::string read_by_libreoffice(const document& made) {
        std::ofstream(folder / made.name, std::ios::binary) << made.content;
        const auto in_folder = "cd '" + folder.path().string() + "' && ";
        const auto profile = " -env:UserInstallation=file://" + folder.path().string() + "/profile";
        EXPECT_TRUE(runs(in_folder + "timeout 120 soffice --headless" + profile + " --convert-to pdf " + made.name));
        EXPECT_TRUE(runs(in_folder + "pdftotext -layout minutes.pdf minutes.txt")) << "LibreOffice made no PDF";
        return content(folder / "minutes.txt");
    }
};

TEST_F(Office, TheTextDocumentOpensWithContentsTablesAndFoot) {
    const auto words = read_by_libreoffice(*render_one(sample_minutes(), "minutes.odt"));
    for (const auto* said : {"Bürgerwerkstatt „Zukunft Grünstraße“", "Mehr Bäume statt Stellplätze",
                             "Wer gießt sie im August?", "Barrierefreie Haltestelle", "Seite 1 von "})
        EXPECT_THAT(words, HasSubstr(said));
    EXPECT_THAT(words, ::testing::ContainsRegex("Gewichten[ .]+[2-9]\n")) << "the page of a line of the contents";
    EXPECT_THAT(words, Not(HasSubstr("Seite 1 von 1\n")));
}

TEST_F(Office, TheWorkbookOpensWithAllItsSheets) {
    const auto words = read_by_libreoffice(*render_one(sample_minutes(), "minutes.xlsx"));
    for (const auto* said : {"42 Personen", "Anlass und Ziel", "Wer gießt sie im August?", "=SUM(A1)", "Stimmzettel",
                             "nicht veröffentlicht", "Mittwoch"})
        EXPECT_THAT(words, HasSubstr(said));
    EXPECT_THAT(words, Not(HasSubstr("#NAME?")));
}

}  // namespace
}  // namespace klartext::protocol
