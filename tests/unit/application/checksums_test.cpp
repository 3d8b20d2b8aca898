#include "checksums.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "crypto/codes.hpp"
#include "temporary_folder.hpp"

namespace klartext {
namespace {

constexpr std::string_view hash_of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr std::string_view hash_of_nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

std::string line(std::string_view hash, std::string_view name) {
    return std::string(hash) + "  " + std::string(name) + "\n";
}

std::string listed(std::vector<named_content> files) { return write_checksums(files); }

template <class Call>
std::string complaint(Call call) {
    try {
        static_cast<void>(call());
    } catch (const std::exception& cause) {
        return cause.what();
    }
    return "no complaint";
}

std::string complaint_about_list(const std::string& text) {
    return complaint([&] { return read_checksums(text); });
}

std::string complaint_about_signature(const std::string& text) {
    return complaint([&] { return read_signature(text); });
}

TEST(Checksums, AreSortedByNameHoweverTheFilesCome) {
    const auto expected = line(hash_of_abc, "csv/02-ideen.csv") + line(hash_of_nothing, "minutes.html");
    EXPECT_EQ(listed({{"minutes.html", ""}, {"csv/02-ideen.csv", "abc"}}), expected);
    EXPECT_EQ(listed({{"csv/02-ideen.csv", "abc"}, {"minutes.html", ""}}), expected);
}

TEST(Checksums, AreReadBySha256sum) {
    testing::temporary_folder place;
    const auto put = [&](const std::string& name, std::string_view content) {
        std::ofstream(place / name, std::ios::binary) << content;
    };
    const auto holds = [&] {
        const auto command = "cd '" + place.path().string() + "' && sha256sum --strict --status -c SHA256SUMS";
        return std::system(command.c_str()) == 0;
    };
    put("Übersicht 1.md", "abc");
    put("SHA256SUMS", listed({{"Übersicht 1.md", "abc"}}));
    EXPECT_TRUE(holds());
    put("Übersicht 1.md", "abd");
    EXPECT_FALSE(holds());
}

TEST(Checksums, ReadBackWhatWasWritten) {
    const auto read = read_checksums(listed({{"b c", ""}, {"a/b", "abc"}}));
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[0].name, "a/b");
    EXPECT_EQ(crypto::hex_encode(read[0].hash), hash_of_abc);
    EXPECT_EQ(read[1].name, "b c");
}

TEST(Checksums, ListNoNameThatCouldMeanAnotherFile) {
    for (const auto* name : {"", "/etc/passwd", "../a", "a/../b", "a//b", "a/", ".", "a\nb", "a\\b", "a\rb", "a\x7f"})
        EXPECT_THROW(static_cast<void>(listed({{name, ""}})), std::invalid_argument) << name;
    EXPECT_THROW(static_cast<void>(listed({{"a", ""}, {"a", "abc"}})), std::invalid_argument);
    EXPECT_THROW(static_cast<void>(listed({})), std::invalid_argument);
}

TEST(Checksums, SayWhichLineIsWrongAndHow) {
    const auto good = line(hash_of_abc, "a");
    EXPECT_EQ(complaint_about_list(good), "no complaint");
    EXPECT_EQ(complaint_about_list(""), "SHA256SUMS is empty");
    EXPECT_EQ(complaint_about_list(good + line(hash_of_abc, "a")),
              "SHA256SUMS line 2: is out of order: each name stands once, sorted");
    EXPECT_EQ(complaint_about_list(good + std::string(hash_of_abc) + "  b"),
              "SHA256SUMS line 2: does not end: the file is cut off");
    EXPECT_EQ(complaint_about_list(good + "\n"), "SHA256SUMS line 2: does not begin with 64 lower case hex digits");
    EXPECT_EQ(complaint_about_list("BA" + good.substr(2)),
              "SHA256SUMS line 1: does not begin with 64 lower case hex digits");
    EXPECT_EQ(complaint_about_list(std::string(hash_of_abc) + " *a\n"),
              "SHA256SUMS line 1: has no two spaces after the digits");
    EXPECT_EQ(complaint_about_list(std::string(hash_of_abc) + "\n"),
              "SHA256SUMS line 1: has no two spaces after the digits");
    EXPECT_EQ(complaint_about_list(line(hash_of_abc, "../a")),
              "SHA256SUMS line 1: has no name of a file inside the folder");
}

TEST(Checksums, AreRefusedWhereverTheyAreCut) {
    const auto whole = line(hash_of_abc, "a") + line(hash_of_nothing, "b");
    const auto first = line(hash_of_abc, "a").size();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        if (length == first) continue;  // a whole list, of one file
        EXPECT_NE(complaint_about_list(whole.substr(0, length)), "no complaint") << length;
    }
}

TEST(SignatureOfChecksums, IsOneLineThatVerifies) {
    const crypto::signing_key key(crypto::signing_seed{7});
    const auto list = line(hash_of_abc, "a");
    const auto text = write_signature(key, list);
    EXPECT_EQ(text.size(), std::string("klartext-ed25519 ").size() + 43 + 1 + 86 + 1);
    EXPECT_TRUE(text.starts_with("klartext-ed25519 " + crypto::text_of(key.public_half()) + " "));
    const auto read = read_signature(text);
    EXPECT_EQ(read.key, key.public_half());
    EXPECT_TRUE(crypto::verify(read.key, crypto::bytes_of(list), read.made));
    EXPECT_EQ(write_signature(key, list), text);
}

TEST(SignatureOfChecksums, SaysWhatIsWrong) {
    const auto good = write_signature(crypto::signing_key(crypto::signing_seed{7}), "x");
    const std::string not_one_line = "SHA256SUMS.sig: is not one line with its end";
    const std::string no_scheme =
        "SHA256SUMS.sig: does not begin with klartext-ed25519: made by something else or a newer version";
    EXPECT_EQ(complaint_about_signature(good), "no complaint");
    EXPECT_EQ(complaint_about_signature(good + "\n"), not_one_line);
    EXPECT_EQ(complaint_about_signature(""), not_one_line);
    EXPECT_EQ(complaint_about_signature("klartext-rsa a b\n"), no_scheme);
    EXPECT_EQ(complaint_about_signature("klartext-ed25519\n"), no_scheme);
    EXPECT_EQ(complaint_about_signature("klartext-ed25519 abc\n"),
              "SHA256SUMS.sig: has no public key of 43 characters");
    EXPECT_EQ(complaint_about_signature(good.substr(0, 60) + "\n"),
              "SHA256SUMS.sig: has no signature of 86 characters");
    EXPECT_EQ(complaint_about_signature(good.substr(0, good.size() - 1) + " more\n"),
              "SHA256SUMS.sig: has no signature of 86 characters");
}

TEST(SignatureOfChecksums, IsRefusedWhereverItIsCut) {
    const auto whole = write_signature(crypto::signing_key(crypto::signing_seed{7}), "x");
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_NE(complaint_about_signature(whole.substr(0, length)), "no complaint") << length;
    for (std::size_t length = 0; length + 1 < whole.size(); ++length)
        EXPECT_NE(complaint_about_signature(whole.substr(0, length) + "\n"), "no complaint") << length;
}

}  // namespace
}  // namespace klartext
