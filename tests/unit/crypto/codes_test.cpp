#include "crypto/codes.hpp"

#include <gtest/gtest.h>

#include <set>

namespace klartext::crypto {
namespace {

std::string decoded(const std::optional<std::vector<std::uint8_t>>& bytes) {
    return bytes ? std::string(bytes->begin(), bytes->end()) : "refused";
}

TEST(Base64url, GivesTheExamplesOfRfc4648WithoutPadding) {
    EXPECT_EQ(base64url_encode(bytes_of("")), "");
    EXPECT_EQ(base64url_encode(bytes_of("f")), "Zg");
    EXPECT_EQ(base64url_encode(bytes_of("fo")), "Zm8");
    EXPECT_EQ(base64url_encode(bytes_of("foobar")), "Zm9vYmFy");
    EXPECT_EQ(base64url_encode(bytes_of("\xfb\xff\xfe")), "-__-");
}

TEST(Base64url, ReadsWhatItWrites) {
    for (const std::string text : {"", "f", "fo", "foo", "\xfb\xff\xfe"})
        EXPECT_EQ(decoded(base64url_decode(base64url_encode(bytes_of(text)))), text);
}

TEST(Base64url, RefusesEverySecondSpelling) {
    for (const auto* text : {"Zg==", "Zh", "Zm9", "+//+", "Zm 8", "Zm8\n", "Z", "Zm8."})
        EXPECT_FALSE(base64url_decode(text)) << text;
    EXPECT_FALSE(base64url_decode(std::string_view("Zm8\0", 4)));
}

TEST(Hex, IsLowerCaseOnly) {
    EXPECT_EQ(hex_encode(bytes_of("\x01\xaf")), "01af");
    EXPECT_EQ(decoded(hex_decode("01af")), "\x01\xaf");
    EXPECT_EQ(decoded(hex_decode("")), "");
    for (const auto* text : {"01AF", "01a", "0g", "01 af", "0x01"}) EXPECT_FALSE(hex_decode(text)) << text;
}

TEST(Sized, TakesExactlySoManyBytes) {
    EXPECT_TRUE(sized<2>(hex_decode("01af")));
    EXPECT_FALSE(sized<2>(hex_decode("01")));
    EXPECT_FALSE(sized<2>(hex_decode("01af00")));
    EXPECT_FALSE(sized<2>(hex_decode("zzzz")));
}

TEST(CrockfordCode, HasEightCharactersThatAreTheirOwnNormalForm) {
    std::set<std::string> seen;
    std::set<char> characters;
    for (int draw = 0; draw < 2000; ++draw) {
        const auto code = crockford_code();
        EXPECT_EQ(normalise_code(code), code);
        seen.insert(code);
        characters.insert(code.begin(), code.end());
    }
    EXPECT_EQ(seen.size(), 2000U);
    EXPECT_EQ(characters.size(), 32U);
}

TEST(NormaliseCode, ReadsWhatPeopleType) {
    EXPECT_EQ(normalise_code("k7qm-24xz"), "K7QM24XZ");
    EXPECT_EQ(normalise_code(" K7QM 24XZ "), "K7QM24XZ");
    EXPECT_EQ(normalise_code("oOiIlLab"), "001111AB");
}

TEST(Fingerprint, IsTheFirst64BitsInGroupsOfFour) {
    EXPECT_EQ(short_fingerprint(sha256(bytes_of("abc"))), "ba78 16bf 8f01 cfea");
}

TEST(NormaliseCode, RefusesWhatIsNoCode) {
    for (const auto* typed : {"", "K7QM24X", "K7QM24XZ2", "K7QM24XU", "K7QM24X\xc3\xa4", "K7QM24X!", "K7QM_24XZ"})
        EXPECT_FALSE(normalise_code(typed)) << typed;
    EXPECT_FALSE(normalise_code(std::string_view("K7QM24X\0", 8)));
}

}  // namespace
}  // namespace klartext::crypto
