#include "crypto/crypto.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "crypto/codes.hpp"

namespace klartext::crypto {
namespace {

TEST(Sha256, GivesTheDigestsOfTheStandardsExamples) {
    EXPECT_EQ(hex_encode(sha256(bytes_of(""))), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hex_encode(sha256(bytes_of("abc"))), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hex_encode(sha256(bytes_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(hex_encode(sha256(bytes_of(std::string(1'000'000, 'a')))),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(HmacSha256, GivesTheCodesOfRfc4231) {
    const auto code = [](const std::string& key, const std::string& message) {
        return hex_encode(hmac_sha256(bytes_of(key), bytes_of(message)));
    };
    EXPECT_EQ(code(std::string(20, '\x0b'), "Hi There"),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(code("Jefe", "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(code(std::string(20, '\xaa'), std::string(50, '\xdd')),
              "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    EXPECT_EQ(code(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First"),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(ConstantTimeEqual, ComparesContentAndLength) {
    EXPECT_TRUE(constant_time_equal(bytes_of("Moin"), bytes_of("Moin")));
    EXPECT_FALSE(constant_time_equal(bytes_of("Moin"), bytes_of("Moim")));
    EXPECT_FALSE(constant_time_equal(bytes_of("Moin"), bytes_of("Moi")));
    EXPECT_TRUE(constant_time_equal({}, {}));
}

TEST(RandomBytes, NeverComeTwice) {
    std::set<std::array<std::uint8_t, 16>> seen;
    for (int draw = 0; draw < 1000; ++draw) seen.insert(random_bytes<16>());
    EXPECT_EQ(seen.size(), 1000U);
}

TEST(ShortHash, GivesTheFirstValueOfTheSipHashPaper) {
    short_key key;
    for (std::uint8_t at = 0; at < key.size(); ++at) key[at] = at;
    std::string message;
    for (char at = 0; at < 15; ++at) message += at;
    EXPECT_EQ(short_hash(key, message), 0xa129ca6149be45e5U);  // Aumasson and Bernstein 2012, appendix A
}

TEST(ShortHash, DependsOnTheKey) { EXPECT_NE(short_hash(short_key{}, "a"), short_hash(short_key{1}, "a")); }

}  // namespace
}  // namespace klartext::crypto
