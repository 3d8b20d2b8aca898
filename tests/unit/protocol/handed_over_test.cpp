#include "protocol/handed_over.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "parsed_xml.hpp"
#include "protocol/compose.hpp"
#include "protocol/csv.hpp"
#include "protocol/json.hpp"
#include "protocol/text_mail.hpp"
#include "protocol/xlsx/xlsx.hpp"
#include "sample_minutes.hpp"
#include "unpacked.hpp"

namespace klartext::protocol {
namespace {

using nlohmann::ordered_json;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::size_t agreed_at = 4, agreed_freely_at = 5;

template <class Block>
std::vector<Block> all(const std::vector<block>& blocks) {
    std::vector<Block> found;
    for (const auto& block : blocks)
        if (const auto* one = std::get_if<Block>(&block)) found.push_back(*one);
    return found;
}

/// The blocks of one activity alone.
std::vector<block> composed(std::size_t number, language in = language::de) {
    const auto of = handed_over_minutes(in);
    const auto blocks = compose(of);
    const auto begins = [&](std::size_t activity) {
        return std::ranges::find_if(blocks, [&](const block& each) {
            const auto* head = std::get_if<heading>(&each);
            return head && head->anchor == "activity-" + std::to_string(activity + 1);
        });
    };
    return {begins(number), begins(number + 1)};
}

std::string source_of(std::size_t number, language in = language::de) {
    for (const auto& known : all<facts>(composed(number, in)))
        for (const auto& row : known.rows)
            if (row.label == "Übernommen" || row.label == "Taken over") return row.value;
    return {};
}

TEST(HandedOver, AVoteSaysByWhatRuleItsItemsCame) {
    EXPECT_EQ(source_of(0), "die Gruppen aus „Ideen für die Grünstraße“");
    EXPECT_EQ(source_of(2), "was in „Noten“ umstritten ist (Uneinigkeit über 0,3), das Umstrittenste zuerst");
    EXPECT_EQ(source_of(3), "was in „Noten“ nicht schlechter ist als 3,5");
    EXPECT_EQ(source_of(3, language::en), "what is not worse than 3.5 in “Noten”");
    EXPECT_EQ(source_of(agreed_at),
              "was in „Wirkung und Aufwand“ nach „Wirkung“ und „Aufwand“ besser ist als die Mitte der Skala");
    EXPECT_EQ(source_of(agreed_freely_at), "");
}

TEST(HandedOver, MoreOrFewerThanTheRuleSaysAreExplained) {
    EXPECT_EQ(source_of(1), "die ersten 2 aus „Punkte“; es sind 3, denn mehrere teilen sich den letzten Platz");
    const item_source first{"Punkte", taken::top, 8};
    EXPECT_EQ(in_words(first, 8, language::de), "die ersten 8 aus „Punkte“");
    EXPECT_EQ(in_words(first, 5, language::en), "the first 8 of “Punkte”; nobody judged or chose more than 5");
    EXPECT_EQ(in_words(first, 0, language::de), "die ersten 8 aus „Punkte“") << "not opened yet";
    EXPECT_EQ(in_words({"", taken::top, 1}, 1, language::de), "der erste Platz aus „Ohne Titel“");
}

TEST(HandedOver, ThePassiveOptionCameWithTheRules) {
    vote of{.method = vote_method::consensing, .rules = resistance_rules{}, .items = {{"A", {}}, {"passiv", {}}}};
    EXPECT_EQ(items_taken_over(of), 1U);
    of.rules = resistance_rules{10, false, 0, true};
    EXPECT_EQ(items_taken_over(of), 2U);
}

TEST(Measures, StandUnderWhatTheyFollowFromAndNothingGetsLost) {
    const auto blocks = composed(agreed_at);
    std::vector<std::string> headings;
    for (const auto& head : all<heading>(blocks)) headings.push_back(head.text);
    EXPECT_THAT(headings, ElementsAre("Wer macht was?", "Grün & Schatten",
                                      "Eine Bank an der Haltestelle, die auch bei Regen trocken bleibt",
                                      "Weitere Maßnahmen", "Noch ohne Maßnahme"));
    const auto tables = all<table>(blocks);
    ASSERT_EQ(tables.size(), 3U);
    EXPECT_THAT(tables[0].rows[0],
                ElementsAre("Drei Linden vor der Schule pflanzen,\nund jemanden finden, der sie im August gießt",
                            "Grünflächenamt", "31. März 2027", "geplant"));
    EXPECT_THAT(tables[0].rows[1],
                ElementsAre("Patenschaften für Baumscheiben ausschreiben", "offen", "5. Dezember 2026", "in Arbeit"));
    EXPECT_THAT(tables[1].rows[0], ElementsAre("=SUM(A1)", "יעל", "offen", "verworfen"));
    EXPECT_EQ(tables[2].rows[0][0], "Ergebnis dem Ausschuss vorlegen");
    EXPECT_THAT(all<bullets>(blocks).back().items, ElementsAre("Tempo 30 ganztags"));
}

TEST(Measures, ThatFollowFromNothingAreOneTable) {
    const auto blocks = composed(agreed_freely_at, language::en);
    EXPECT_EQ(all<heading>(blocks).size(), 1U);
    ASSERT_EQ(all<table>(blocks).size(), 1U);
    EXPECT_THAT(all<table>(blocks)[0].rows[0], ElementsAre("Fotos löschen", "alle", "open", "planned"));
}

TEST(Measures, ALongItemStandsInFullBelowItsHeading) {
    auto of = handed_over_minutes();
    auto& measures = *of.activities[agreed_at].measures;
    measures.items[0] = "Erste Zeile\n" + std::string(300, 'x');
    const auto blocks = compose(of);
    std::vector<std::string> listed;
    for (const auto& each : all<bullets>(blocks)) listed.insert(listed.end(), each.items.begin(), each.items.end());
    EXPECT_THAT(listed, Contains(measures.items[0]));
}

TEST(Measures, NoneIsSaidAndItsItemsAreKept) {
    auto of = handed_over_minutes();
    of.activities[agreed_at].measures->list.clear();
    const auto blocks = compose(of);
    std::vector<std::string> said;
    for (const auto& each : all<paragraph>(blocks)) said.push_back(each.text);
    EXPECT_THAT(said, Contains("Es wurden keine Maßnahmen vereinbart."));
    EXPECT_EQ(all<bullets>(blocks).back().items.size(), 3U);
}

TEST(Measures, AreCountedOnTheFirstPageAndStayInTheShortVersion) {
    const auto of = handed_over_minutes();
    EXPECT_THAT(all<bullets>(compose(of))[0].items, Contains("Wer macht was? 4 Maßnahmen"));
    EXPECT_EQ(all<table>(compose(of, edition::brief)).size(), all<table>(compose(of)).size());
}

std::string csv_of(const std::string& name, language in = language::de) {
    const auto of = handed_over_minutes(in);
    for (const auto& sheet : csv_sheets(of))
        if (sheet.name == name) return to_csv(sheet, in);
    return "no " + name;
}

TEST(Measures, AreACsvFileWithEveryItem) {
    const auto text = csv_of("05-wer-macht-was.csv");
    EXPECT_THAT(text, HasSubstr("Was;Wer;Bis wann;Stand;Folgt aus\r\n"));
    EXPECT_THAT(text, HasSubstr("Grünflächenamt;2027-03-31;geplant;Grün & Schatten\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\n(noch keine Maßnahme);;;;Tempo 30 ganztags\r\n"));
    EXPECT_THAT(text, HasSubstr("\r\n'=SUM(A1);יעל;;verworfen;\"Eine Bank"));
    EXPECT_THAT(text, HasSubstr("\r\nErgebnis dem Ausschuss vorlegen;Moderation;;erledigt;\r\n"));
    EXPECT_THAT(csv_of("06-sonst-noch.csv", language::en),
                HasSubstr("What,Who,By when,Status\r\nFotos löschen,alle,,planned\r\n"));
}

TEST(Measures, AreInTheMinutesForPrograms) {
    const auto told = ordered_json::parse(to_json(handed_over_minutes()))["activities"];
    const auto& agreed = told[agreed_at];
    EXPECT_EQ(agreed["kind"], "measures");
    EXPECT_EQ(
        agreed["source"],
        ordered_json::parse(R"({"title":"Wirkung und Aufwand","taken":"quadrant","criteria":["Wirkung","Aufwand"]})"));
    EXPECT_EQ(agreed["items"][1], ordered_json::parse(R"({"text":"Tempo 30 ganztags"})"));
    EXPECT_EQ(
        agreed["measures"][2],
        ordered_json::parse(
            R"({"what":"Patenschaften für Baumscheiben ausschreiben","who":"","due":"2026-12-05","status":"under_way","about":0})"));
    EXPECT_EQ(agreed["measures"][3]["status"], "done");
    EXPECT_FALSE(agreed["measures"][3].contains("about"));
    EXPECT_EQ(told[1]["source"], ordered_json::parse(R"({"title":"Punkte","taken":"top","count":2})"));
    EXPECT_EQ(told[3]["source"], ordered_json::parse(R"({"title":"Noten","taken":"above","line":3.5})"));
    EXPECT_FALSE(told[agreed_freely_at].contains("source"));
    EXPECT_FALSE(told[0].contains("measures"));
}

TEST(Measures, AreASheetWhoseDaysCanBeSorted) {
    const auto xlsx = to_xlsx(handed_over_minutes());
    const parsed_xml sheet(file_in(xlsx, "xl/worksheets/sheet6.xml"));
    const auto shared = parsed_xml(file_in(xlsx, "xl/sharedStrings.xml")).all("//x:si");
    std::vector<std::string> texts;
    for (const auto& number : sheet.all("//x:c[@t='s']/x:v")) texts.push_back(shared.at(std::stoul(number)));
    EXPECT_THAT(texts, Contains("(noch keine Maßnahme)"));
    EXPECT_THAT(texts, Contains("=SUM(A1)"));
    EXPECT_THAT(texts, Contains(HasSubstr("Übernommen: was in „Wirkung und Aufwand“")));
    EXPECT_THAT(sheet.all("//x:c[not(@t)]/x:v"), ElementsAre("46477", "46361")) << "days since the end of 1899";
    EXPECT_EQ(sheet.count("//x:f"), 0U);
}

TEST(Measures, AreInTheMail) {
    const auto mail = compose_mail(handed_over_minutes(), "https://klartext.example/m/abc");
    EXPECT_THAT(mail.text,
                HasSubstr("Wer macht was?\n- Drei Linden vor der Schule pflanzen, … (Grünflächenamt, bis 31. "
                          "März 2027, geplant)\n"));
    EXPECT_THAT(mail.text, HasSubstr("- Ergebnis dem Ausschuss vorlegen (Moderation, Termin: offen, erledigt)\n"));
    EXPECT_THAT(mail.html, HasSubstr("<li dir=\"auto\">Fotos löschen (alle, Termin: offen, geplant)</li>"));
}

TEST(Measures, OfAnActivityThatIsLeftOutAreNowhere) {
    auto of = handed_over_minutes();
    activity left;
    left.id = "measures";
    left.kind = activity_kind::measures;
    left.title = "Wer macht was?";
    left.left_out = true;
    of.activities = {left};
    EXPECT_THAT(csv_sheets(of), IsEmpty());
    EXPECT_THAT(compose_mail(of, "").text, Not(HasSubstr("Wer macht was?")));
    EXPECT_FALSE(ordered_json::parse(to_json(of))["activities"][0].contains("measures"));
}

}  // namespace
}  // namespace klartext::protocol
