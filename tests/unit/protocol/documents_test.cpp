#include "protocol/documents.hpp"

#include <gmock/gmock.h>

#include "sample_minutes.hpp"
#include "unpacked.hpp"

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
                    "minutes-short.pdf application/pdf", "minutes.odt application/vnd.oasis.opendocument.text",
                    "minutes.xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "minutes.md text/markdown; charset=utf-8", "minutes.json application/json",
                    "csv/02-ideen-fuer-die-gruenstrasse.csv text/csv; charset=utf-8",
                    "csv/03-gewichten.csv text/csv; charset=utf-8", "csv/04-stimmungsbild.csv text/csv; charset=utf-8",
                    "csv/05-naechster-termin.csv text/csv; charset=utf-8",
                    "csv/06-zweite-runde.csv text/csv; charset=utf-8", "minutes.zip application/zip"));
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
    EXPECT_EQ(all.size(), 13u);
}

TEST(Documents, InAMailThePageNamesWhatIsInItAndNothingElse) {
    const std::vector some{format::html, format::pdf, format::json};
    const auto all = render(sample_minutes(), some, delivery::mail);
    EXPECT_EQ(all.size(), 3u);
    for (const auto* other : {"minutes.odt", "minutes.xlsx", "minutes.md", "minutes.zip"})
        EXPECT_THAT(all.at(0).content, Not(HasSubstr(other)));
    EXPECT_THAT(all.at(0).content, HasSubstr("minutes.json"));
}

TEST(Documents, WhatABrowserDoesNotShowIsSavedUnderTheTitleAndDate) {
    EXPECT_EQ(render_one(sample_minutes(), "minutes.odt")->saved_as,
              "buergerwerkstatt-zukunft-gruenstrasse-2026-11-21.odt");
    EXPECT_EQ(render_one(sample_minutes(), "minutes.zip")->saved_as,
              "buergerwerkstatt-zukunft-gruenstrasse-2026-11-21.zip");
    EXPECT_EQ(render_one(sample_minutes(), "minutes.html")->saved_as, "");
    auto nameless = empty_minutes();
    nameless.title = "你好";
    nameless.date = {};
    EXPECT_EQ(render_one(nameless, "minutes.xlsx")->saved_as, "protokoll.xlsx");
}

TEST(Documents, TheArchiveHoldsAllOthersAsTheyAreInTheFolder) {
    const auto all = render(sample_minutes(), all_formats());
    const auto files = unpacked(all.back().content);
    ASSERT_EQ(files.size(), all.size() - 1);
    for (std::size_t at = 0; at < files.size(); ++at) {
        EXPECT_EQ(files[at].name, all[at].name);
        EXPECT_EQ(files[at].extra_fields, 0u);
        EXPECT_EQ(files[at].changed, files[0].changed);
        if (files[at].name != "minutes.html") {
            EXPECT_EQ(files[at].content, all[at].content) << all[at].name;
        }
    }
    EXPECT_THAT(files[0].content, HasSubstr("href=\"minutes.odt\""));
    EXPECT_THAT(files[0].content, Not(HasSubstr("minutes.zip"))) << "it does not lie in itself";
}

TEST(Documents, TheArchiveIsTheSameWhereverItStandsInAnOrder) {
    const std::vector first{format::zip, format::odt, format::html};
    const auto some = render(sample_minutes(), first);
    EXPECT_EQ(some[0].content, render(sample_minutes(), all_formats()).back().content);
    EXPECT_EQ(some[2].content, render_one(sample_minutes(), "minutes.html")->content);
}

}  // namespace
}  // namespace klartext::protocol
