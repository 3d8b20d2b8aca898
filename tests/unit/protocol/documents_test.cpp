#include "protocol/documents.hpp"

#include <gmock/gmock.h>

#include "sample_minutes.hpp"
#include "unpacked.hpp"

namespace klartext::protocol {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// Names what it was given.
signed_list named(std::span<const document> files) {
    signed_list made{"", "signed"};
    for (const auto& file : files) made.list += file.name + ":" + std::to_string(file.content.size()) + "\n";
    return made;
}

std::string list_of(const std::vector<document>& files) { return named(files).list; }

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

TEST(Documents, WhatIsMadeAlreadyIsNotMadeAgain) {
    const auto kept = [](const char* content) { return std::make_shared<const std::string>(content); };
    made_documents made{{"minutes.pdf", kept("kept")}, {"minutes.html", kept("page")}};
    const auto of = sample_minutes();
    EXPECT_EQ(render_one(of, "minutes.pdf", {}, named, &made)->content, "kept");
    EXPECT_EQ(made.size(), 2u);
    const auto files = unpacked(render_one(of, "minutes.zip", {}, named, &made)->content);
    EXPECT_EQ(files[1].name + " " + files[1].content, "minutes.pdf kept");
    EXPECT_NE(files[0].content, "page") << "in the archive it names other files";
    EXPECT_EQ(*made.at("minutes.odt"), render_one(of, "minutes.odt")->content);
    const std::vector some{format::html, format::pdf, format::csv};
    const auto mailed = render(of, some, delivery::mail, {}, named, &made);
    EXPECT_NE(mailed[0].content, "page");
    EXPECT_EQ(mailed[1].content, "kept");
    EXPECT_EQ(render_one(of, "minutes.html", {}, named, &made)->content, "page");
}

TEST(Documents, TheListIsMadeOnceAndKept) {
    made_documents made;
    const auto list = render_one(sample_minutes(), "SHA256SUMS", {}, named, &made)->content;
    EXPECT_EQ(*made.at("SHA256SUMS"), list);
    made["SHA256SUMS"] = std::make_shared<const std::string>("kept");
    EXPECT_EQ(render_one(sample_minutes(), "SHA256SUMS", {}, named, &made)->content, "kept");
    EXPECT_EQ(render_one(sample_minutes(), "SHA256SUMS.sig", {}, named, &made)->content, "signed");
}

TEST(Documents, WhereSomebodySignsTheListOfAllComesLast) {
    const auto unsigned_ones = render(sample_minutes(), all_formats());
    auto all = render(sample_minutes(), all_formats(), delivery::folder, {}, named);
    ASSERT_EQ(all.size(), unsigned_ones.size() + 2);
    const auto signature = all.back();
    all.pop_back();
    const auto list = all.back();
    all.pop_back();
    EXPECT_EQ(list.name + " " + list.saved_as + " " + list.media_type,
              "SHA256SUMS SHA256SUMS application/octet-stream");
    EXPECT_EQ(list.content, list_of(all));
    EXPECT_EQ(signature.name + " " + signature.content, "SHA256SUMS.sig signed");
    EXPECT_THAT(all[0].content, HasSubstr("href=\"SHA256SUMS\" download>"));
    EXPECT_THAT(all[0].content, HasSubstr("href=\"SHA256SUMS.sig\" download>"));
    for (std::size_t at = 1; at + 1 < all.size(); ++at) EXPECT_EQ(all[at].content, unsigned_ones[at].content);
    EXPECT_EQ(render_one(sample_minutes(), "SHA256SUMS", {}, named)->content, list.content);
    EXPECT_EQ(render_one(sample_minutes(), "SHA256SUMS.sig", {}, named)->content, "signed");
    EXPECT_EQ(render_one(sample_minutes(), "minutes.zip", {}, named)->content, all.back().content);
    EXPECT_FALSE(render_one(sample_minutes(), "SHA256SUMS"));
}

TEST(Documents, TheArchiveIsSignedOverWhatIsInIt) {
    auto files = unpacked(render_one(sample_minutes(), "minutes.zip", {}, named)->content);
    std::vector<document> listed;
    for (const auto& file : files)
        if (!file.name.starts_with("SHA256SUMS")) listed.push_back({file.name, "", file.content});
    EXPECT_EQ(listed.size() + 2, files.size());
    EXPECT_EQ(files[files.size() - 2].content, list_of(listed));
    EXPECT_EQ(files.back().name, "SHA256SUMS.sig");
    EXPECT_THAT(files[0].content, HasSubstr("href=\"SHA256SUMS\""));
}

TEST(Documents, AMailIsSignedOverWhatItBringsAndNothingOverNothing) {
    const std::vector wanted{format::html, format::csv};
    const auto some = render(sample_minutes(), wanted, delivery::mail, {}, named);
    EXPECT_EQ(some.at(some.size() - 2).content, list_of({some.begin(), some.end() - 2}));
    EXPECT_THAT(some[0].content, HasSubstr(">SHA256SUMS</span>"));
    EXPECT_TRUE(render(sample_minutes(), {}, delivery::mail, {}, named).empty());
}

/// All that a document says, as a text.
std::string words_of(const minutes& of, const std::string& name) {
    const auto made = render_one(of, name).value().content;
    if (name == "minutes.odt") return file_in(made, "content.xml");
    if (name == "minutes.xlsx") return file_in(made, "xl/sharedStrings.xml");
    return made;
}

TEST(Documents, PrintTheFingerprintsInTheirLastSection) {
    auto minutes = sample_minutes(language::en);
    for (const auto* name : {"minutes.html", "minutes.odt", "minutes.xlsx", "minutes.md"})
        EXPECT_THAT(words_of(minutes, name), Not(HasSubstr("Checking these minutes"))) << name;
    const auto json = words_of(minutes, "minutes.json");
    minutes.fingerprints = {"1a2b 3c4d 5e6f 7081", "8192 a3b4 c5d6 e7f8"};
    for (const auto* name : {"minutes.html", "minutes.odt", "minutes.xlsx", "minutes.md"}) {
        const auto words = words_of(minutes, name);
        EXPECT_THAT(words, HasSubstr("Checking these minutes")) << name;
        EXPECT_THAT(words, HasSubstr("1a2b 3c4d 5e6f 7081")) << name;
        EXPECT_THAT(words, HasSubstr("8192 a3b4 c5d6 e7f8")) << name;
    }
    const auto page = words_of(minutes, "minutes.html");
    EXPECT_LT(page.find("id=\"files\""), page.find("id=\"checking\""));
    EXPECT_LT(page.find("minutes.odt\" download"), page.find("id=\"checking\""));
    EXPECT_EQ(words_of(minutes, "minutes.json"), json) << "whose own fingerprint is one of them";
}

TEST(Documents, OfARunningSessionSayThatTheyAreAPreview) {
    auto minutes = sample_minutes(language::en);
    minutes.preview = true;
    for (const auto* name : {"minutes.html", "minutes.odt", "minutes.xlsx", "minutes.md"})
        EXPECT_THAT(words_of(minutes, name), HasSubstr("is not signed")) << name;
    EXPECT_THAT(words_of(minutes, "minutes.json"), HasSubstr("\"preview\": true"));
}

}  // namespace
}  // namespace klartext::protocol
