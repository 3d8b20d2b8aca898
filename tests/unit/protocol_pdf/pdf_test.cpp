#include "protocol/pdf/pdf.hpp"

#include <gmock/gmock.h>

#include <future>

#include "read_pdf.hpp"
#include "unit/protocol/sample_minutes.hpp"

namespace klartext::protocol::pdf {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* drawing =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#c00"/></svg>)";

std::string why_refused(const house& whose) {
    try {
        check(whose);
    } catch (const unusable_house& refused) {
        return refused.what();
    }
    return {};
}

TEST(Pdf, TheSameMinutesGiveTheSameBytesInEveryThread) {
    const auto once = to_pdf(sample_minutes());
    std::vector<std::future<std::string>> others;
    for (int n = 0; n < 3; ++n)
        others.push_back(std::async(std::launch::async, [n] {
            if (n == 1) (void)to_pdf(sample_minutes(language::en));
            return to_pdf(sample_minutes());
        }));
    for (auto& each : others) EXPECT_TRUE(each.get() == once);
}

TEST(Pdf, EverythingThatItNeedsIsInstalled) { EXPECT_NO_THROW(prepare_pdf()); }

TEST(Pdf, AnotherTitleGivesOtherBytes) {
    auto other = sample_minutes();
    other.title += "!";
    EXPECT_NE(to_pdf(other), to_pdf(sample_minutes()));
}

TEST(Pdf, NothingHappenedIsADocumentAllTheSame) {
    for (const auto in : {language::de, language::en}) {
        const auto found = read(to_pdf(empty_minutes(in)));
        EXPECT_EQ(found.pages, 2);
        EXPECT_EQ(found.unmarked_paintings, 0);
        EXPECT_THAT(found.problems, IsEmpty());
    }
    auto undated = empty_minutes();
    undated.date = {};
    EXPECT_EQ(read(to_pdf(undated)).pages, 2);
}

TEST(Pdf, BothEditionsEndWithWhatIsNeededToCheckThem) {
    auto minutes = sample_minutes(language::en);
    minutes.fingerprints = {"1a2b 3c4d 5e6f 7081", "8192 a3b4 c5d6 e7f8"};
    for (const auto how : {edition::full, edition::brief}) {
        EXPECT_THAT(read(to_pdf(minutes, {}, how)).outline.back(), HasSubstr("Checking these minutes"));
        auto other = minutes;
        other.fingerprints->content = "2a2b 3c4d 5e6f 7081";
        EXPECT_NE(to_pdf(other, {}, how), to_pdf(minutes, {}, how)) << "it is printed";
    }
}

activity collected(std::size_t count, const std::string& text) {
    activity made;
    made.kind = activity_kind::collect;
    made.title = "Ideen";
    for (std::size_t n = 0; n < count; ++n) {
        made.entries.emplace_back();
        made.entries.back().text = text + std::to_string(n);
    }
    return made;
}

TEST(Pdf, UpVotesAndSheetsComeOutInEveryWriting) {
    const auto made = to_pdf(supported_minutes());
    const auto found = read(made);
    EXPECT_THAT(found.problems, IsEmpty());
    EXPECT_EQ(found.unmarked_paintings, 0);
    EXPECT_EQ(found.orphaned_marks, 0);
    const auto text = text_by_tags(made);
    for (const char* each : {"متى تبدأ أعمال البناء؟", "האם יהיו יותר עצים?", "مقاعد في الظل", "ספסל ליד המזרקה",
                             "מי משקה את העצים?", "9 Stimmen · beantwortet", "keine Stimmen", "Blatt 10", "Ohne Blatt",
                             "gingen in 4 Durchgängen herum", "die Karten aus „Ihre Fragen an die Verwaltung“"})
        EXPECT_THAT(text, HasSubstr(each));
    std::vector<std::string> emoji;
    for (const auto& each : found.elements)
        if (each.role == "Span") emoji.push_back(each.stands_for);
    for (const char* each : {"🚧", "🌳", "🪑"}) EXPECT_THAT(emoji, Contains(each));
    const auto brief = text_by_tags(to_pdf(supported_minutes(), {}, edition::brief));
    EXPECT_THAT(brief, HasSubstr("האם יהיו יותר עצים?")) << "among the first";
    EXPECT_THAT(brief, Not(HasSubstr("ספסל ליד המזרקה")));
}

TEST(Pdf, AThousandEntriesAreAllThere) {
    auto many = empty_minutes();
    many.activities = {collected(1000, "Beitrag Nummer ")};
    const auto made = to_pdf(many);
    const auto found = read(made);
    EXPECT_GT(found.pages, 30);
    EXPECT_EQ(found.unmarked_paintings, 0);
    EXPECT_EQ(found.orphaned_marks, 0);
    const auto text = text_by_tags(made);
    for (const int n : {0, 1, 499, 999}) EXPECT_THAT(text, HasSubstr("Beitrag Nummer " + std::to_string(n)));
}

TEST(Pdf, TheLongestCardGoesOnOnTheNextPage) {
    std::string text;
    while (text.size() < 12000) text += "Die Straße braucht im Sommer mehr Schatten. ";
    auto one = empty_minutes();
    one.activities = {collected(1, text)};
    const auto found = read(to_pdf(one));
    EXPECT_GE(found.pages, 3);
    EXPECT_EQ(found.unmarked_paintings, 0);
}

TEST(Pdf, ALongTableSaysItsHeadAgainAsAnArtifact) {
    auto one = empty_minutes();
    one.activities = {dots_vote(120)};
    const auto found = read(to_pdf(one));
    EXPECT_GE(found.pages, 5);
    EXPECT_EQ(found.unmarked_paintings, 0);
    EXPECT_EQ(std::ranges::count(found.elements, "TR", &read_element::role), 2 + 121) << "with the schedule";
}

TEST(Pdf, TextsOfTheHouseAndOfPeopleMayBeAnything) {
    auto odd = sample_minutes();
    odd.title =
        "\xFF\x01 <&>\n\n\"' \xE2\x80\xAE"
        "gnal";
    for (auto& each : odd.activities) each.title = std::string(300, 'W');
    EXPECT_THAT(read(to_pdf(odd, {.name = "A\nB\x02", .logo = {}, .logo_words = {}, .accent = {}})).problems,
                IsEmpty());
}

TEST(Pdf, DeeplyNestedMarkdownKeepsItsText) {
    auto deep = empty_minutes();
    deep.notice = std::string(5000, '>') + " unten\n\n" + std::string(3000, '*') + "x" + std::string(3000, '*');
    EXPECT_THAT(text_by_tags(to_pdf(deep)), HasSubstr("unten"));
}

TEST(Pdf, TheHouseGivesItsNameItsColourAndItsLogo) {
    const house ours{"Stadt Ulm", drawing, "Wappen der Stadt Ulm", "#7a1f2b"};
    EXPECT_EQ(why_refused(ours), "");
    const auto made = to_pdf(sample_minutes(), ours);
    const auto found = read(made);
    EXPECT_EQ(found.elements.at(1).role, "Figure");
    EXPECT_TRUE(found.elements.at(1).has_alternative);
    EXPECT_EQ(found.unmarked_paintings, 0);
    EXPECT_THAT(text_by_tags(made), HasSubstr("Protokoll · Stadt Ulm"));
}

TEST(Pdf, ALogoThatCannotBeReadIsRefusedWithAReason) {
    const auto with = [](std::string logo) { return house{"Ulm", std::move(logo), "Wappen", {}}; };
    EXPECT_THAT(why_refused(with("GIF89a")), HasSubstr("neither PNG nor SVG"));
    EXPECT_THAT(why_refused(with("\x89PNG\r\n\x1a\n")), HasSubstr("ends too early"));
    EXPECT_THAT(why_refused(with(std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xFF\xFF\xFF\xFF\0\0\0\1", 24))),
                HasSubstr("size"));
    EXPECT_THAT(why_refused(with("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")), HasSubstr("viewBox"));
    EXPECT_THAT(why_refused(with(std::string(5 << 20, ' '))), HasSubstr("4 MiB"));
    EXPECT_THAT(why_refused(house{"", drawing, "", ""}), HasSubstr("Say what it shows"));
}

TEST(Pdf, AnAccentThatCannotBeReadIsRefused) {
    const auto with = [](std::string accent) { return house{"", "", "", std::move(accent)}; };
    EXPECT_THAT(why_refused(with("teal")), HasSubstr("#005b71"));
    EXPECT_THAT(why_refused(with("#12345g")), HasSubstr("no colour"));
    EXPECT_THAT(why_refused(with("#ffee00")), HasSubstr("too light"));
    EXPECT_EQ(why_refused(with("#005b71")), "");
    EXPECT_EQ(why_refused({}), "");
}

}  // namespace
}  // namespace klartext::protocol::pdf
