#include "mail/encodings.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace klartext::mail {
namespace {

std::string decoded_base64(std::string_view text) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    unsigned bits = 0;
    int held = 0;
    for (const char c : text) {
        const auto value = alphabet.find(c);
        if (value == std::string_view::npos) continue;
        bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFFFFU;
        held += 6;
        if (held < 8) continue;
        held -= 8;
        out += static_cast<char>(bits >> held & 0xFFU);
    }
    return out;
}

std::vector<std::string> words_of(const std::string& header) {
    const std::regex word(R"(=\?UTF-8\?B\?([A-Za-z0-9+/=]+)\?=)");
    std::vector<std::string> words;
    for (std::sregex_iterator it(header.begin(), header.end(), word), end; it != end; ++it)
        words.push_back(decoded_base64((*it)[1].str()));
    return words;
}

TEST(Base64, MatchesTheVectorsOfRfc4648) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foob"), "Zm9vYg==");
    EXPECT_EQ(base64("fooba"), "Zm9vYmE=");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("\xFB\xFF"), "+/8=");
}

TEST(Base64, BreaksItsLinesAt76) {
    EXPECT_EQ(base64_lines(std::string(58, 'f')), base64(std::string(57, 'f')) + "\r\nZg==\r\n");
}

TEST(QuotedPrintable, EncodesWhatMailMayDamage) {
    EXPECT_EQ(quoted_printable("1 = 1"), "1 =3D 1\r\n");
    EXPECT_EQ(quoted_printable("für \t\nuns "), "f=C3=BCr =09\r\nuns=20\r\n");
    EXPECT_EQ(quoted_printable(std::string_view("a\0b", 3)), "a=00b\r\n");
}

TEST(QuotedPrintable, MakesOneKindOfLineEndOfAll) {
    EXPECT_EQ(quoted_printable("a\nb\r\nc\rd\n\ne"), "a\r\nb\r\nc\r\nd\r\n\r\ne\r\n");
}

TEST(QuotedPrintable, KeepsLinesShort) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "Grundstücksverkehrsgenehmigung";
    std::istringstream lines(quoted_printable(text));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 77U) << "76 and the CR";
}

TEST(HeaderWords, ShortAsciiStaysReadable) {
    EXPECT_EQ(header_words("Minutes: Retrospective"), "Minutes: Retrospective");
}

TEST(HeaderWords, OtherScriptsAreEncodedAndComeBack) {
    const std::string title = "Protokoll: Bäume für Straße und Platz 🌳🌳🌳 – שלום עולם, 你好世界, und noch mehr";
    const auto header = header_words(title);
    std::string back;
    for (const auto& word : words_of(header)) back += word;
    EXPECT_EQ(back, title);
    EXPECT_EQ(header.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=?- \r\n"),
              std::string::npos);
}

TEST(HeaderWords, NoWordCutsACharacterAndNoLineIsTooLong) {
    std::string title;
    for (int i = 0; i < 60; ++i) title += "🌳";
    const auto header = "Subject: " + header_words(title);
    for (const auto& word : words_of(header)) EXPECT_EQ(word.size() % 4, 0U);
    std::istringstream lines(header);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 77U);
}

TEST(HeaderWords, WhatLooksEncodedIsEncoded) {
    EXPECT_EQ(words_of(header_words("=?UTF-8?B?Zm9v?=")), std::vector<std::string>{"=?UTF-8?B?Zm9v?="});
}

TEST(HeaderWords, ALineBreakSmugglesNoHeaderIn) {
    EXPECT_EQ(header_words("Minutes\r\nBcc: eve@example.org"), "Minutes  Bcc: eve@example.org");
    EXPECT_EQ(words_of(header_words("Öl\nBcc: eve@example.org")), std::vector<std::string>{"Öl Bcc: eve@example.org"});
}

TEST(HeaderWords, BrokenUtf8ComesToAnEnd) {
    const std::string broken(200, '\x80');
    std::string back;
    for (const auto& word : words_of(header_words(broken))) back += word;
    EXPECT_EQ(back, broken);
}

TEST(FileNameParameters, PlainNamesNeedNoSecondForm) {
    EXPECT_EQ(file_name_parameters("minutes.html"), ";\r\n filename=\"minutes.html\"");
}

TEST(FileNameParameters, UmlautsComeInBothForms) {
    EXPECT_EQ(file_name_parameters("Bäume.csv"), ";\r\n filename*=UTF-8''B%C3%A4ume.csv;\r\n filename=\"B_ume.csv\"");
}

TEST(FileNameParameters, NothingLeavesTheQuotesOrTheFolder) {
    EXPECT_EQ(file_name_parameters("../a\"\r\nX: y\\.html"), ";\r\n filename=\".._a___X: y_.html\"");
}

TEST(FileNameParameters, ALongNameIsCutBetweenCharacters) {
    std::string name;
    for (int i = 0; i < 100; ++i) name += "名";
    const auto parameters = file_name_parameters(name);
    EXPECT_TRUE(parameters.starts_with(";\r\n filename*=UTF-8''%E5%90%8D"));
    EXPECT_EQ(parameters.find(';', 1) % 9, std::string_view(";\r\n filename*=UTF-8''").size() % 9);
    EXPECT_LT(parameters.size(), 998U);
}

}  // namespace
}  // namespace klartext::mail
