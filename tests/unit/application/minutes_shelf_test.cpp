#include "minutes_shelf.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <future>

#include "checksums.hpp"
#include "crypto/codes.hpp"
#include "protocol/archive_reader.hpp"
#include "temporary_folder.hpp"
#include "unit/domain/workshop.hpp"
#include "verify_command.hpp"

namespace klartext {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

namespace fs = std::filesystem;
const std::string base = "https://klartext.example";

std::string content_of(const std::optional<protocol::document>& found) { return found.value().content; }

std::string fingerprint_of(std::string_view content) {
    return crypto::short_fingerprint(crypto::sha256(crypto::bytes_of(content)));
}

std::vector<std::string> names_of(const std::vector<mail::attachment>& attachments) {
    std::vector<std::string> names;
    for (const auto& each : attachments) names.push_back(each.name);
    return names;
}

/// A workshop with five cards in real files.
class MinutesShelf : public domain::workshop {
protected:
    MinutesShelf() {
        start_with({collect("ideas", {.release = domain::release::live})});
        open("ideas");
        for (std::uint8_t n = 1; n <= 5; ++n) drop(n);
    }

    domain::session_id stored() {
        const domain::session_id id{crypto::random_bytes<16>()};
        files.create(id, state, {});
        return id;
    }

    domain::session_id closed(std::vector<domain::minutes_file> attached = {domain::minutes_file::pdf}) {
        does(domain::edit_minutes{{.attached = std::move(attached)}});
        does(domain::close_session{});
        does(domain::set_minutes_link{"geheim"});
        return stored();
    }

    /// As somebody has saved them.
    verdict_on_files verdict(const std::vector<protocol::archived_file>& saved) const {
        std::vector<fs::path> paths;
        for (const auto& [name, content, stored] : saved) {
            const auto path = folder / ("saved/" + name);
            fs::create_directories(path.parent_path());
            std::ofstream(path, std::ios::binary) << content;
            paths.push_back(path);
        }
        return verify(paths, key.public_half());
    }

    testing::temporary_folder folder;
    store::plain_codec codec;
    store::session_files files{folder / "sessions", codec};
    crypto::signing_key key{crypto::signing_seed{7}};
    kept_documents kept{1 << 20};
    minutes_shelf shelf{files, key, kept, {"Stadt Ulm", {}, {}, "#7a1f3d"}};
};

TEST_F(MinutesShelf, EveryFileOfAClosedSessionIsOnTheListThatIsSigned) {
    const auto id = closed();
    const auto list = content_of(shelf.find(id, "SHA256SUMS"));
    std::vector<protocol::archived_file> saved{{"SHA256SUMS", list},
                                               {"SHA256SUMS.sig", content_of(shelf.find(id, "SHA256SUMS.sig"))}};
    for (const auto& each : read_checksums(list)) saved.push_back({each.name, content_of(shelf.find(id, each.name))});
    EXPECT_EQ(saved.size(), 2u + 9u) << list;
    const auto given = verdict(saved);
    EXPECT_TRUE(given.genuine) << given.report;
    EXPECT_THAT(given.report, Not(HasSubstr("listed and not given")));
    EXPECT_THAT(given.report, HasSubstr("ok   csv/01-ideen.csv\n"));
    EXPECT_EQ(content_of(shelf.find(id, "SHA256SUMS")), list) << "asked a second time";
}

TEST_F(MinutesShelf, TheArchiveHoldsItsOwnList) {
    const auto id = closed();
    const auto given = verdict({{"minutes.zip", content_of(shelf.find(id, "minutes.zip"))}});
    EXPECT_TRUE(given.genuine) << given.report;
    EXPECT_THAT(given.report, HasSubstr("ok   minutes.odt\n"));
}

TEST_F(MinutesShelf, TheFingerprintsAreThoseThatTheMinutesPrint) {
    const auto id = closed();
    const auto json = content_of(shelf.find(id, "minutes.json"));
    const auto page = content_of(shelf.find(id, "minutes.html"));
    EXPECT_THAT(page, HasSubstr(">" + fingerprint_of(json) + "<"));
    EXPECT_THAT(page, HasSubstr(">" + crypto::short_fingerprint(crypto::sha256(key.public_half())) + "<"));
    EXPECT_THAT(json, Not(HasSubstr("ingerprint")));
}

TEST_F(MinutesShelf, APreviewSaysThatItIsOneAndIsNotSigned) {
    const auto id = stored();
    const auto page = content_of(shelf.find(id, "minutes.html"));
    EXPECT_THAT(page, HasSubstr("nicht signiert"));
    EXPECT_THAT(page, Not(HasSubstr("Fingerabdruck")));
    EXPECT_THAT(page, Not(HasSubstr("SHA256SUMS")));
    EXPECT_FALSE(shelf.find(id, "SHA256SUMS"));
    EXPECT_FALSE(shelf.find(id, "SHA256SUMS.sig"));
    EXPECT_FALSE(protocol::archive_holds(content_of(shelf.find(id, "minutes.zip")), "SHA256SUMS"));
}

TEST_F(MinutesShelf, TheListFollowsMinutesThatAreChangedAfterTheClose) {
    does(domain::close_session{});
    const domain::session_id id{{1}};
    files.create(id, state, {});
    const auto before = content_of(shelf.find(id, "SHA256SUMS"));
    files.remove(id);
    does(domain::edit_minutes{{.next = "Im Mai."}});
    files.create(id, state, {});
    const auto after = content_of(shelf.find(id, "SHA256SUMS"));
    EXPECT_NE(before, after);
    EXPECT_THAT(
        after,
        HasSubstr(crypto::hex_encode(crypto::sha256(crypto::bytes_of(content_of(shelf.find(id, "minutes.html")))))));
}

TEST_F(MinutesShelf, TheMailBringsAListOverWhatIsAttachedToIt) {
    const auto id = closed({domain::minutes_file::html, domain::minutes_file::csv});
    const auto mail = shelf.as_mail(id, base).value();
    EXPECT_THAT(names_of(mail.attachments),
                ElementsAre("minutes.html", "01-ideen.csv", "SHA256SUMS", "SHA256SUMS.sig"));
    EXPECT_THAT(mail.text, HasSubstr("klartext verify"));
    std::vector<protocol::archived_file> saved;
    for (const auto& each : mail.attachments) saved.push_back({each.name, each.content});
    const auto given = verdict(saved);
    EXPECT_TRUE(given.genuine) << given.report;
    EXPECT_THAT(given.report, Not(HasSubstr("listed and not given")));
}

TEST_F(MinutesShelf, WithoutAttachmentsTheMailBringsNoListEither) {
    const auto id = closed({});
    const auto mail = shelf.as_mail(id, base).value();
    EXPECT_TRUE(mail.attachments.empty());
    EXPECT_THAT(mail.text, HasSubstr(base + "/minutes/"));
    EXPECT_THAT(mail.text, Not(HasSubstr("SHA256SUMS")));
}

TEST_F(MinutesShelf, AMailAfterTheLinkWasTakenBackSaysSo) {
    const auto id = closed({domain::minutes_file::json});
    EXPECT_THAT(shelf.as_mail(id, base)->text, HasSubstr("geheim\n"));
    EXPECT_THAT(shelf.as_mail(id, base)->html, HasSubstr("geheim\""));
    does(domain::set_minutes_link{});
    const auto attached = shelf.as_mail(stored(), base).value();
    for (const auto& text : {attached.text, attached.html}) {
        EXPECT_THAT(text, Not(HasSubstr("/minutes/")));
        EXPECT_THAT(text, HasSubstr("Das Protokoll hängt an dieser E-Mail."));
    }
    does(domain::edit_minutes{{}});
    const auto bare = shelf.as_mail(stored(), base).value();
    for (const auto& text : {bare.text, bare.html}) EXPECT_THAT(text, HasSubstr("Fragen Sie die Moderation"));
}

TEST_F(MinutesShelf, AMailIsCurrentUntilTheMinutesOrTheirLinkChange) {
    const auto id = closed({domain::minutes_file::json});
    const auto mail = shelf.as_mail(id, base).value();
    EXPECT_TRUE(shelf.is_current(id, mail));
    const auto changed = [&](const domain::command& by) {
        const auto before = state;
        does(by);
        const bool current = shelf.is_current(stored(), mail);
        state = before;
        return !current;
    };
    EXPECT_TRUE(changed(domain::set_minutes_link{"anders"}));
    EXPECT_TRUE(changed(domain::set_minutes_link{}));
    EXPECT_TRUE(changed(domain::edit_minutes{{.next = "Im Mai.", .attached = {domain::minutes_file::json}}}));
    EXPECT_TRUE(changed(domain::edit_minutes{{.attached = {domain::minutes_file::odt}}}));
    EXPECT_FALSE(changed(domain::edit_minutes{{.attached = {domain::minutes_file::json}}}));
}

TEST_F(MinutesShelf, AMailDoesNotNameALinkThatHasEnded) {
    closed();
    does(domain::edit_minutes{{.attached = {domain::minutes_file::json}, .link_days = 1}});  // long ago
    const auto mail = shelf.as_mail(stored(), base).value();
    EXPECT_THAT(mail.text, Not(HasSubstr("/minutes/")));
    EXPECT_FALSE(mail.alone) << "without a link it would bring nothing";
}

TEST_F(MinutesShelf, WhatAMailSaysAloneIsTrueWithoutAttachments) {
    const auto mail = shelf.as_mail(closed({domain::minutes_file::json}), base).value();
    ASSERT_TRUE(mail.alone);
    EXPECT_THAT(mail.alone->text, HasSubstr("geheim\n"));
    for (const auto& text : {mail.alone->text, mail.alone->html}) EXPECT_THAT(text, Not(HasSubstr("SHA256SUMS")));
}

TEST_F(MinutesShelf, WhatIsKeptIsGivenOutUntilItIsForgotten) {
    const auto id = closed();
    const auto before = content_of(shelf.find(id, "minutes.odt"));
    const auto json = crypto::sha256(crypto::bytes_of(content_of(shelf.find(id, "minutes.json"))));
    EXPECT_TRUE(kept.of(id, json).contains("minutes.odt"));
    EXPECT_EQ(*kept.of(id, json).at("minutes.odt"), before);
    kept.forget(id);
    EXPECT_TRUE(kept.of(id, json).empty());
}

TEST_F(MinutesShelf, OfASessionThatIsDeletedWhileItsFilesAreMadeNothingIsKept) {
    const auto id = closed();
    const auto json = crypto::sha256(crypto::bytes_of(content_of(shelf.find(id, "minutes.json"))));
    kept.forget(id);
    auto rendering = std::async(std::launch::async, [&] { return shelf.find(id, "minutes.pdf"); });
    files.remove(id);
    kept.forget(id);
    try {
        (void)rendering.get();
    } catch (const std::exception&) {  // it may meet a file that is being emptied
    }
    EXPECT_TRUE(kept.of(id, json).empty());
}

TEST_F(MinutesShelf, NothingIsKeptOfAPreview) {
    const auto id = stored();
    const auto json = crypto::sha256(crypto::bytes_of(content_of(shelf.find(id, "minutes.json"))));
    EXPECT_TRUE(kept.of(id, json).empty());
}

TEST_F(MinutesShelf, ThereIsNothingOfAnUnknownSessionOrFile) {
    EXPECT_FALSE(shelf.find({{9}}, "SHA256SUMS"));
    const auto id = closed();
    for (const auto* unknown : {"", "SHA256SUMS.txt", "csv/", "minutes.key"}) EXPECT_FALSE(shelf.find(id, unknown));
}

}  // namespace
}  // namespace klartext
