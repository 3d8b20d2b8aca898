#include "protocol/documents.hpp"

#include <gmock/gmock.h>

#include "sample_minutes.hpp"

namespace klartext::protocol {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(Documents, EveryFormatHasItsFilesAndMediaTypes) {
    std::vector<std::string> made;
    for (const auto& document : render(sample_minutes(), all_formats()))
        made.push_back(document.name + " " + document.media_type);
    EXPECT_THAT(
        made,
        ElementsAre("minutes.html text/html; charset=utf-8", "minutes.pdf application/pdf",
                    "minutes.json application/json", "csv/02-ideen-fuer-die-gruenstrasse.csv text/csv; charset=utf-8",
                    "csv/03-gewichten.csv text/csv; charset=utf-8", "csv/04-stimmungsbild.csv text/csv; charset=utf-8",
                    "csv/05-naechster-termin.csv text/csv; charset=utf-8",
                    "csv/06-zweite-runde.csv text/csv; charset=utf-8"));
}

TEST(Documents, OnlyWhatWasAskedForIsMade) {
    const std::vector wanted{format::json};
    const auto made = render(sample_minutes(), wanted);
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made[0].name, "minutes.json");
    EXPECT_TRUE(render(sample_minutes(), {}).empty());
}

TEST(Documents, TheSameMinutesGiveTheSameBytes) {
    const auto once = render(sample_minutes(), all_formats()), again = render(sample_minutes(), all_formats());
    ASSERT_EQ(once.size(), again.size());
    for (std::size_t at = 0; at < once.size(); ++at) {
        EXPECT_EQ(once[at].name, again[at].name);
        EXPECT_EQ(once[at].content, again[at].content) << once[at].name;
    }
}

TEST(Documents, OneOfThemIsTheSameByItselfAsAmongAll) {
    for (const auto& document : render(sample_minutes(), all_formats())) {
        const auto alone = render_one(sample_minutes(), document.name);
        ASSERT_TRUE(alone) << document.name;
        EXPECT_EQ(alone->media_type, document.media_type);
        EXPECT_EQ(alone->content, document.content) << document.name;
    }
    for (const auto* unknown : {"", "csv/", "csv/01-begruessung.csv", "03-gewichten.csv", "../minutes.html"})
        EXPECT_FALSE(render_one(sample_minutes(), unknown)) << unknown;
}

TEST(Documents, ThePageLinksEveryFileBesideIt) {
    const auto all = render(sample_minutes(), all_formats());
    const auto& page = all.at(0).content;
    EXPECT_THAT(page, HasSubstr("<a href=\"#files\">"));
    for (std::size_t at = 1; at < all.size(); ++at)
        EXPECT_THAT(page, HasSubstr("href=\"" + all[at].name + "\" download>" + all[at].name + "</a>"));
}

TEST(Documents, InAMailNamesHoldNoFolderAndThePageLinksNothingThatIsNotInIt) {
    const auto all = render(sample_minutes(), all_formats(), delivery::mail);
    const auto& page = all.at(0).content;
    EXPECT_THAT(page, Not(HasSubstr("download")));
    EXPECT_THAT(page, HasSubstr("hängen an derselben E-Mail"));
    for (const auto& document : all) {
        EXPECT_THAT(document.name, Not(HasSubstr("/")));
        if (document.name == "minutes.html") continue;
        EXPECT_THAT(page, HasSubstr(">" + document.name + "</span>"));
    }
    EXPECT_EQ(all.size(), 8u);
}

}  // namespace
}  // namespace klartext::protocol
