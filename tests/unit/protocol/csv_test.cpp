#include "protocol/csv.hpp"

#include <gmock/gmock.h>

#include <set>

#include "sample_minutes.hpp"

namespace klartext::protocol {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> names(const minutes& of) {
    std::vector<std::string> all;
    for (const auto& sheet : csv_sheets(of)) all.push_back(sheet.name);
    return all;
}

std::string written(const minutes& of, std::size_t sheet) { return to_csv(csv_sheets(of).at(sheet), of.language); }

std::string with_entry(const std::string& text, language in = language::de) {
    activity ideas;
    ideas.kind = activity_kind::collect;
    ideas.title = "Ideen";
    ideas.entries.emplace_back().text = text;
    minutes made = empty_minutes(in);
    made.activities.push_back(ideas);
    return written(made, 0);
}

TEST(Csv, EachActivityThatGatheredSomethingIsAFile) {
    EXPECT_THAT(names(sample_minutes()),
                ElementsAre("02-ideen-fuer-die-gruenstrasse.csv", "03-gewichten.csv", "04-stimmungsbild.csv",
                            "05-naechster-termin.csv", "06-zweite-runde.csv"));
    EXPECT_TRUE(csv_sheets(empty_minutes()).empty());
}

TEST(Csv, NamesAreNeverEmptyNorTheSame) {
    auto minutes = sample_minutes();
    for (auto& activity : minutes.activities) activity.title = "你好";
    minutes.activities[1].vote = minutes.activities[2].vote;
    const auto all = names(minutes);
    EXPECT_THAT(all, ElementsAre("02-sammeln.csv", "02-sammeln-ergebnis.csv", "03-abstimmen.csv", "04-abstimmen.csv",
                                 "05-abstimmen.csv", "06-abstimmen.csv"));
}

TEST(Csv, EntriesAndTheirCommentsAreRowsOfTheirOwn) {
    const auto text = written(sample_minutes(), 0);
    EXPECT_THAT(text, StartsWith("\xEF\xBB\xBFNr.;Art;Thema;Gruppe;Text\r\n"
                                 "1;Beitrag;Ideen;Grün & Schatten;\"Mehr Bäume statt Stellplätze –\nim Sommer"));
    EXPECT_THAT(text, HasSubstr("\r\n1;Kommentar;Ideen;Grün & Schatten;\"Ja, bitte Linden!\"\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\n4;zurückgezogen;Sorgen;Verkehr;\r\n4;Kommentar;"));
}

TEST(Csv, TheSeparatorIsTheOneOfTheLanguage) {
    EXPECT_THAT(with_entry("a", language::en), HasSubstr("\r\n1,entry,,,a\r\n"));
    EXPECT_THAT(with_entry("a", language::de), HasSubstr("\r\n1;Beitrag;;;a\r\n"));
}

TEST(Csv, NoTextIsTakenForAFormula) {
    for (const std::string text : {"=SUM(A1)", "+1", "-1+1", "-", "@x", " =1", "\t=1", "\xC2\xA0=1", "'=1", "＝1"})
        EXPECT_THAT(with_entry(text),
                    testing::AnyOf(HasSubstr(";'" + text + "\r\n"), HasSubstr(";\"'" + text + "\"\r\n")))
            << text;
    EXPECT_THAT(with_entry("\"=1"), HasSubstr(";\"'\"\"=1\"\r\n"));
    EXPECT_THAT(with_entry("\rx"), HasSubstr(";\"'\rx\"\r\n"));
    for (const std::string text : {"1 = 1", "-1"})
        EXPECT_THAT(with_entry(text), HasSubstr(";" + text + "\r\n")) << "harmless, unchanged";
}

TEST(Csv, QuotesSeparatorsAndLineBreaksAreQuoted) {
    EXPECT_THAT(with_entry("er sagte: \"ja; nein\"\r\nund ging"),
                HasSubstr(";\"er sagte: \"\"ja; nein\"\"\r\nund ging\"\r\n"));
}

TEST(Csv, ItemsStandByResult) {
    EXPECT_EQ(written(sample_minutes(), 3),
              "\xEF\xBB\xBFMöglichkeit;Stimmen\r\nMittwoch;25\r\nDienstag;12\r\nDonnerstag;1\r\n");
    EXPECT_THAT(written(sample_minutes(language::en), 2), StartsWith("\xEF\xBB\xBFStatement,Agree,Pass,Disagree\r\n"));
}

TEST(Csv, AWithheldVoteSaysSoAndNothingElse) {
    auto minutes = sample_minutes();
    minutes.activities[4].vote->withheld = true;
    EXPECT_EQ(written(minutes, 3),
              "\xEF\xBB\xBFMöglichkeit;Ergebnis\r\nDienstag;nicht veröffentlicht\r\nMittwoch;nicht "
              "veröffentlicht\r\nDonnerstag;nicht veröffentlicht\r\n")
        << "in the order shown: even the order by result would tell";
}

}  // namespace
}  // namespace klartext::protocol
