#include <gmock/gmock.h>

#include "protocol/text_mail.hpp"
#include "sample_minutes.hpp"
#include "tag_balance.hpp"

namespace klartext::protocol {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view link = "https://klartext.example/m/abc?x=1&y=2";

TEST(Mail, ItSaysWhatItBringsAndWhatComesOfTheAddress) {
    const auto mail = compose_mail(sample_minutes(), link);
    EXPECT_EQ(mail.subject, "Protokoll: Bürgerwerkstatt „Zukunft Grünstraße“ (21. November 2026)");
    EXPECT_THAT(mail.text, HasSubstr("Guten Tag,\n"));
    EXPECT_THAT(mail.text, HasSubstr("Datum: 21. November 2026\nTeilnehmende: 42 Personen\n"));
    EXPECT_THAT(mail.text, HasSubstr(std::string(link)));
    EXPECT_THAT(mail.text, HasSubstr("Ihre Adresse wird gelöscht"));
    EXPECT_THAT(mail.html, HasSubstr("href=\"https://klartext.example/m/abc?x=1&amp;y=2\""));
    EXPECT_THAT(compose_mail(sample_minutes(language::en), link).text, HasSubstr("Your address will be deleted"));
}

TEST(Mail, TheFirstThreeResultsOfEachVoteAreInIt) {
    const auto text = compose_mail(sample_minutes(), link).text;
    EXPECT_THAT(text, HasSubstr("Gewichten\n- „Barrierefreie Haltestelle"));
    EXPECT_THAT(text, HasSubstr("- „Tempo 30 ganztags“: 19 Punkte\n- und 2 weitere Einträge im Protokoll\n"));
    EXPECT_THAT(
        text,
        HasSubstr("Nächster Termin\n- „Mittwoch“: 25 Stimmen\n- „Dienstag“: 12 Stimmen\n- „Donnerstag“: 1 Stimme\n"));
    EXPECT_THAT(text, HasSubstr("Zweite Runde\n- Ergebnis nicht veröffentlicht\n"));
}

TEST(Mail, WhatTheFacilitatorWroteStandsBeforeTheResults) {
    auto minutes = sample_minutes();
    minutes.cover = {"Um die *Grünstraße*.", "Tempo 30 <b>trägt</b>.", "Am **2. Dezember** im Ausschuss."};
    const auto mail = compose_mail(minutes, link);
    const auto about = mail.text.find("Um die *Grünstraße*."),
               next = mail.text.find("Am **2. Dezember** im Ausschuss.");
    EXPECT_LT(about, mail.text.find("Tempo 30 <b>trägt</b>."));
    EXPECT_LT(next, mail.text.find("Ergebnisse\n"));
    EXPECT_THAT(mail.html, HasSubstr("<p>Um die <em>Grünstraße</em>.</p>"));
    EXPECT_THAT(mail.html, Not(HasSubstr("<b>")));
    EXPECT_EQ(imbalance(mail.html), "");
}

TEST(Mail, AWithheldVoteTellsNothing) {
    auto minutes = sample_minutes();
    minutes.activities[4].vote->withheld = true;
    const auto mail = compose_mail(minutes, link);
    EXPECT_THAT(mail.text, Not(HasSubstr("Mittwoch")));
    EXPECT_THAT(mail.html, Not(HasSubstr("Mittwoch")));
}

TEST(Mail, ATestMailSaysWhereItComesFromAndNothingOfItsReader) {
    const auto mail = compose_test_mail(language::de, "https://klartext.example/?a=1&b=<");
    EXPECT_EQ(mail.subject, "Testmail von Klartext");
    EXPECT_THAT(mail.text, HasSubstr("Gesendet von https://klartext.example/?a=1&b=<\n"));
    EXPECT_THAT(mail.html, HasSubstr("?a=1&amp;b=&lt;"));
    EXPECT_EQ(imbalance(mail.html), "");
    EXPECT_EQ(compose_test_mail(language::en, "x").subject, "Test mail from Klartext");
}

TEST(Mail, ATitleCannotAddALineOrMarkup) {
    auto minutes = sample_minutes();
    minutes.title = "Werkstatt\r\nBcc: all@example.org";
    EXPECT_THAT(compose_mail(minutes, link).subject, Not(HasSubstr("\n")));
    EXPECT_THAT(compose_mail(minutes, link).subject, Not(HasSubstr("Bcc")));
    minutes.title = minutes.activities[2].title = minutes.activities[2].vote->items[0].text = "</p><script>x</script>";
    const auto html = compose_mail(minutes, link).html;
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_EQ(imbalance(html), "");
}

TEST(Mail, AnEmptySessionHasNoResults) {
    const auto mail = compose_mail(empty_minutes(), link);
    EXPECT_THAT(mail.text, Not(HasSubstr("Ergebnisse")));
    EXPECT_EQ(imbalance(mail.html), "");
    EXPECT_EQ(mail.subject, "Protokoll: Ohne Titel (2. Januar 2026)");
}

TEST(Mail, WhereThereIsNoLinkItSaysWhereTheMinutesAre) {
    for (const auto what : {enclosed::files, enclosed::signed_files}) {
        const auto mail = compose_mail(sample_minutes(), "", what);
        EXPECT_THAT(mail.text, HasSubstr("Das Protokoll hängt an dieser E-Mail."));
        EXPECT_THAT(mail.html, HasSubstr("Das Protokoll hängt an dieser E-Mail."));
        EXPECT_THAT(mail.html, Not(HasSubstr("href")));
    }
    const auto bare = compose_mail(sample_minutes(language::en), "");
    EXPECT_THAT(bare.text, HasSubstr("Ask the facilitator for the minutes."));
    EXPECT_THAT(bare.text, Not(HasSubstr("attached")));
}

TEST(Mail, ItSaysWhatTheSignedListIsFor) {
    const auto mail = compose_mail(sample_minutes(), link, enclosed::signed_files);
    EXPECT_THAT(mail.text, HasSubstr("klartext verify DATEI"));
    EXPECT_THAT(mail.html, HasSubstr("klartext verify DATEI"));
    EXPECT_THAT(compose_mail(sample_minutes(), link, enclosed::files).text, Not(HasSubstr("klartext verify")));
}

}  // namespace
}  // namespace klartext::protocol
