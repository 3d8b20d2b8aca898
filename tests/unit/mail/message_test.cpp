#include "mail/message.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace klartext::mail {
namespace {

mail_address address(const char* text) { return *mail_address::read(text); }

mail_id some_id() {
    mail_id id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i) id.bytes[i] = static_cast<std::uint8_t>(i * 17);
    return id;
}

sender from() { return {.name = "Klartext", .address = address("minutes@klartext.example")}; }
moment at() { return moment(std::chrono::seconds(1795262645)); }  // 2026-11-21 12:04:05 UTC, a Saturday

outgoing minutes() {
    return {.subject = "Protokoll: Bäume", .text = "Grüße\n", .html = "<p>Grüße</p>", .attachments = {}};
}

std::string message(const outgoing& mail, const sender& by = from()) {
    return compose(some_id(), by, address("anna@example.org"), mail, at());
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Message, HasTheHeadersOfAMailFromAMachine) {
    const auto mail = message(minutes());
    EXPECT_TRUE(contains(mail, "Date: Sat, 21 Nov 2026 12:04:05 +0000\r\n"));
    EXPECT_TRUE(contains(mail, "From: Klartext <minutes@klartext.example>\r\n"));
    EXPECT_TRUE(contains(mail, "\r\nTo: <anna@example.org>\r\n"));
    EXPECT_TRUE(contains(mail, "\r\nAuto-Submitted: auto-generated\r\n"));
    EXPECT_TRUE(contains(mail, "\r\nMIME-Version: 1.0\r\n"));
    EXPECT_TRUE(contains(mail, "\r\nMessage-ID: <00112233445566778899aabbccddeeff@klartext.example>\r\n"));
}

TEST(Message, IsTheSameAtEachAttemptButForTheDate) {
    const auto later = compose(some_id(), from(), address("anna@example.org"), minutes(), at() + std::chrono::hours(5));
    const auto without_date = [](const std::string& mail) { return mail.substr(mail.find("\r\n")); };
    EXPECT_EQ(without_date(message(minutes())), without_date(later));
}

TEST(Message, IsAsciiInShortLines) {
    auto mail = minutes();
    mail.text = mail.html = std::string(5000, 'x') + "🌳";
    mail.attachments.push_back({.name = "Bäume.csv", .media_type = "text/csv", .content = std::string(5000, '\xFF')});
    const auto text = message(mail);
    EXPECT_TRUE(std::ranges::all_of(text, [](char c) { return (c >= 32 && c < 127) || c == '\r' || c == '\n'; }));
    for (std::size_t start = 0; start < text.size();) {
        const auto end = text.find("\r\n", start);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - start, 78U);
        EXPECT_EQ(text.substr(start, end - start).find_first_of("\r\n"), std::string::npos);
        start = end + 2;
    }
}

TEST(Message, WithoutAttachmentsIsNotMixed) { EXPECT_FALSE(contains(message(minutes()), "multipart/mixed")); }

TEST(Message, ASubjectCannotAddAHeader) {
    auto mail = minutes();
    mail.subject = "x\r\nBcc: eve@example.org";
    EXPECT_FALSE(contains(message(mail), "\nBcc:"));
}

TEST(Message, ASenderNameCannotAddAnAddress) {
    const auto mail = message(minutes(), {.name = "x\" <eve@example.org>, \"", .address = from().address});
    EXPECT_FALSE(contains(mail, "eve@example.org"));
    EXPECT_TRUE(contains(mail, "From: =?UTF-8?B?"));
}

TEST(Message, AMediaTypeThatBreaksTheHeaderIsRefused) {
    auto mail = minutes();
    mail.attachments.push_back({.name = "a", .media_type = "text/plain\r\nX: y", .content = ""});
    EXPECT_THROW(message(mail), std::invalid_argument);
}

TEST(Message, AContentThatLooksLikeABorderEndsNothing) {
    auto mail = minutes();
    mail.text = "--=_alternative_00112233445566778899aabbccddeeff--\n";
    const auto text = message(mail);
    const std::string end = "\r\n--=_alternative_00112233445566778899aabbccddeeff--\r\n";
    EXPECT_EQ(text.find(end), text.rfind(end));
}

}  // namespace
}  // namespace klartext::mail
